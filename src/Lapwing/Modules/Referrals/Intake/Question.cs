using Lapwing.Design;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals.Intake.Questions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Lapwing.Modules.Referrals.Intake;

/// <summary>In whose voice the journey asks.</summary>
public enum Voice { Professional, Survivor }

/// <summary>The circumstances in which a question is asked.</summary>
public sealed record Asking(Voice Voice, DateOnly Today, IntakeAnswers SoFar, IReadOnlyList<Option> Areas)
{
    public bool Survivor => Voice == Voice.Survivor;
}

/// <summary>One line of "check your answers".</summary>
public sealed record AnswerRow(string Key, string? Value);

/// <summary>One question of the journey: what is typed (its public properties), what may be wrong with it, and how it becomes part of the answers.
/// Its page part is the file of the same name beside it.</summary>
public abstract class Question
{
    /// <summary>Its last part of the address.</summary>
    public abstract string Code { get; }

    [BindNever, ValidateNever]
    public Asking Asking { get; private set; } = null!;

    [BindNever, ValidateNever]
    public string View => $"~/Modules/Referrals/Intake/Questions/{GetType().Name}.cshtml";

    /// <summary>The heading of its page, which is also the title of the browser's tab.</summary>
    public abstract string Title(Voice voice);

    /// <summary>Whether it is asked at all, given the answers so far.</summary>
    public virtual bool IsAsked(Asking asking) => true;

    /// <summary>Fills what is shown from the answers.</summary>
    public abstract void Load(IntakeAnswers answers);

    /// <summary>What is wrong with what was typed, each at its field; empty when it can be kept.</summary>
    public abstract IEnumerable<(string Field, string Message)> Problems();

    /// <summary>The answers with this one.</summary>
    public abstract IntakeAnswers Store(IntakeAnswers answers);

    /// <summary>Its lines on "check your answers", from what <see cref="Load"/> filled.</summary>
    public abstract IEnumerable<AnswerRow> Rows();

    public Question For(Asking asking)
    {
        Asking = asking;
        return this;
    }

    protected static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    /// <summary>Length as the counter on the page counts: a new line is one character.</summary>
    protected static int LengthOf(string? text) => Tidy(text)?.Length ?? 0;

    protected static IEnumerable<(string Field, string Message)> TooLong(string field, string? text, int limit, string what)
    {
        if (LengthOf(text) > limit)
            yield return (field, $"{what} must be {limit:N0} characters or fewer. It has {LengthOf(text):N0}");
    }

    /// <summary>A whole age, or null when it is none.</summary>
    protected static int? AgeOf(string? text) =>
        int.TryParse(text?.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var age) && age <= Age.Oldest ? age : null;
}

/// <summary>The questions in their order. Safe contact comes right after who it is about, before anything that could be lost with a hasty ending.</summary>
public static class Journey
{
    public static IReadOnlyList<Question> All() =>
    [
        new Who(), new SafeWays(), new SafeTimes(), new SafeWords(), new Name(), new Born(), new Reach(), new Home(), new Consent(),
        new Abuse(), new Questions.Relationship(), new Harmer(), new Account(), new Children(), new ChildrenNames(), new Needed(), new Equality(), new Referrer(),
    ];

    /// <summary>Under which heading of "check your answers" a question stands. Questions of one heading follow each other.</summary>
    public static string SectionOf(Question question, Voice voice) => question switch
    {
        Who => "About this request",
        SafeWays or SafeTimes or SafeWords => "Safe contact",
        Name or Born or Reach or Home or Consent => voice == Voice.Survivor ? "About you" : "About the person",
        Abuse or Questions.Relationship or Harmer or Account => "What happened",
        Children or ChildrenNames => "Children",
        Needed => "What is needed",
        Equality => voice == Voice.Survivor ? "Questions about you" : "Equality questions",
        _ => "About you, who refer",
    };

    /// <summary>The questions that are asked, filled with the answers.</summary>
    public static IReadOnlyList<Question> Asked(Asking asking)
    {
        var asked = All().Where(q => q.IsAsked(asking)).ToList();
        foreach (var question in asked)
            question.For(asking).Load(asking.SoFar);
        return asked;
    }

    /// <summary>The first question that still needs an answer, or whose answer no longer fits another; null when all can be sent.</summary>
    public static Question? FirstOpen(Asking asking) =>
        Asked(asking).FirstOrDefault(q => !asking.SoFar.Answered.Contains(q.Code) || q.Problems().Any());
}
