using System.ComponentModel.DataAnnotations;
using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Referrals.Intake.Questions;

/// <summary>Birth date, or age where the date is not known. A child needs one of them: it decides who must act.</summary>
public sealed class Born : Question
{
    public override string Code => "age";

    [Display(Name = "Date of birth")]
    public DateOnly? BornOn { get; set; }
    public string? Years { get; set; }

    public override string Title(Voice voice) => voice == Voice.Survivor ? "How old are you?" : "How old are they?";

    public override void Load(IntakeAnswers answers) =>
        (BornOn, Years) = (answers.Subject.BornOn, answers.Subject.Age?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public override IEnumerable<(string Field, string Message)> Problems()
    {
        if (BornOn is { } born && born > Asking.Today)
            yield return (nameof(BornOn), "Date of birth must be in the past");
        else if (BornOn is { } old && !Age.IsPossible(old, Asking.Today))
            yield return (nameof(BornOn), $"Date of birth must be within the last {Age.Oldest} years");
        if (Tidy(Years) is not null && AgeOf(Years) is null)
            yield return (nameof(Years), $"Age must be a whole number from 0 to {Age.Oldest}, like 34");
        var age = Subject.AgeOn(Asking.Today);
        if (Asking.Survivor)
            yield break;
        if (Asking.SoFar.Who == WhoIsReferred.Child && BornOn is null && Tidy(Years) is null)
            yield return (nameof(BornOn), "Enter the child's date of birth or age");
        else if (Asking.SoFar.Who == WhoIsReferred.Child && age >= 18)
            yield return (nameof(BornOn), "A child is under 18. Change who you are referring, or correct the age");
        else if (Asking.SoFar.Who == WhoIsReferred.AdultVictim && age < DomesticAbuseAct.MinimumAge)
            yield return (nameof(BornOn), "Somebody under 16 is referred as a child. Change who you are referring, or correct the age");
    }

    public override IntakeAnswers Store(IntakeAnswers answers) =>
        WithWho(answers with { Subject = answers.Subject with { BornOn = BornOn, Age = AgeOf(Years) } }, Asking);

    public override IEnumerable<AnswerRow> Rows() =>
        [new("Date of birth", BornOn is { } born ? $"{born:d MMMM yyyy}" : null), new("Age", Subject.AgeOn(Asking.Today)?.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    private PersonAnswer Subject => new() { BornOn = BornOn, Age = AgeOf(Years) };

    /// <summary>A young person who asks for help themselves is a child under 16, whatever they ticked; nobody else's answer is changed.</summary>
    internal static IntakeAnswers WithWho(IntakeAnswers answers, Asking asking) => !asking.Survivor || answers.Who == WhoIsReferred.PersonCausingHarm ? answers
        : answers with { Who = answers.Subject.AgeOn(asking.Today) < DomesticAbuseAct.MinimumAge ? WhoIsReferred.Child : WhoIsReferred.AdultVictim };
}
