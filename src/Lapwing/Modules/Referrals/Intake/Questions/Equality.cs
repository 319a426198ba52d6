using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Referrals.Intake.Questions;

/// <summary>The equality questions: always optional. "Prefer not to say" is an answer, and not the same as nobody having asked.</summary>
public sealed class Equality : Question
{
    public override string Code => "equality";
    public string? Gender { get; set; }
    public string? Ethnicity { get; set; }
    public string? Disability { get; set; }
    public string? SexualOrientation { get; set; }

    public override string Title(Voice voice) => voice == Voice.Survivor ? "Questions about you" : "Equality questions";

    /// <summary>What can be chosen; "not known" is what leaving it empty means.</summary>
    public static IEnumerable<Option> Of(CodeList list) => list.Answers.Where(a => a.Code != CodeList.NotKnown).Select(a => new Option(a.Code, a.Title));

    public override void Load(IntakeAnswers answers) => (Gender, Ethnicity, Disability, SexualOrientation) =
        (answers.Characteristics.Gender, answers.Characteristics.Ethnicity, answers.Characteristics.Disability, answers.Characteristics.SexualOrientation);

    public override IEnumerable<(string Field, string Message)> Problems() =>
        new[] { (nameof(Gender), Gender, Demographics.Gender), (nameof(Ethnicity), Ethnicity, Demographics.Ethnicity), (nameof(Disability), Disability, Demographics.Disability),
            (nameof(SexualOrientation), SexualOrientation, Demographics.SexualOrientation) }
            .Where(q => Tidy(q.Item2) is not null && !q.Item3.TryFind(q.Item2, out _)).Select(q => (q.Item1, "Choose from the list"));

    public override IntakeAnswers Store(IntakeAnswers answers) =>
        answers with { Characteristics = new(Tidy(Gender), Tidy(Ethnicity), Tidy(Disability), Tidy(SexualOrientation)) };

    public override IEnumerable<AnswerRow> Rows() =>
    [
        new("Gender", Words(Demographics.Gender, Gender)), new("Ethnicity", Words(Demographics.Ethnicity, Ethnicity)),
        new("Disability", Words(Demographics.Disability, Disability)), new("Sexual orientation", Words(Demographics.SexualOrientation, SexualOrientation)),
    ];

    private static string Words(CodeList list, string? code) => Tidy(code) is null ? "Not asked" : list.TitleOf(code);
}
