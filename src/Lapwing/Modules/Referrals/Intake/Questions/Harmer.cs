using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Referrals.Intake.Questions;

/// <summary>The person causing harm, named or not. A name opens a file of its own on their side, which never shows the other.</summary>
public sealed class Harmer : Question
{
    public const int WordsLimit = 1_000;

    public override string Code => "person-causing-harm";
    public bool? IsNamed { get; set; }
    public string? GivenName { get; set; }
    public string? FamilyName { get; set; }

    [System.ComponentModel.DataAnnotations.Display(Name = "Date of birth")]
    public DateOnly? BornOn { get; set; }
    public string? Years { get; set; }
    public string? Words { get; set; }

    public override string Title(Voice voice) => voice == Voice.Survivor ? "Who is doing this?" : "Can you name the person causing harm?";

    public override bool IsAsked(Asking asking) => asking.SoFar.Who != WhoIsReferred.PersonCausingHarm;

    public override void Load(IntakeAnswers answers)
    {
        var harmer = answers.Harmer;
        (GivenName, FamilyName, BornOn, Years, Words) =
            (harmer.GivenName, harmer.FamilyName, harmer.BornOn, harmer.Age?.ToString(System.Globalization.CultureInfo.InvariantCulture), answers.HarmerWords);
        IsNamed = harmer.IsNamed ? true : answers.Answered.Contains(Code) ? false : null;
    }

    public override IEnumerable<(string Field, string Message)> Problems()
    {
        if (!Asking.Survivor && IsNamed is null)
            yield return (nameof(IsNamed), "Choose whether you can name the person causing harm");
        if (!Asking.Survivor && IsNamed == true && Tidy(GivenName) is null && Tidy(FamilyName) is null)
            yield return (nameof(GivenName), "Enter a first name, a family name, or both");
        if (BornOn is { } born && !Age.IsPossible(born, Asking.Today))
            yield return (nameof(BornOn), $"Date of birth must be in the past and within the last {Age.Oldest} years");
        if (Tidy(Years) is not null && AgeOf(Years) is null)
            yield return (nameof(Years), $"Age must be a whole number from 0 to {Age.Oldest}, like 34");
        foreach (var problem in TooLong(nameof(GivenName), GivenName, Person.NameLimit, "First name")
            .Concat(TooLong(nameof(FamilyName), FamilyName, Person.NameLimit, "Family name")).Concat(TooLong(nameof(Words), Words, WordsLimit, "What you know about them")))
            yield return problem;
    }

    public override IntakeAnswers Store(IntakeAnswers answers)
    {
        var named = Asking.Survivor || IsNamed == true;
        return answers with
        {
            HarmerWords = Tidy(Words),
            Harmer = new() { GivenName = named ? Tidy(GivenName) : null, FamilyName = named ? Tidy(FamilyName) : null, BornOn = BornOn, Age = AgeOf(Years) },
        };
    }

    public override IEnumerable<AnswerRow> Rows() =>
    [
        new(Asking.Survivor ? "Who is doing this" : "Person causing harm", $"{GivenName} {FamilyName}".Trim() is { Length: > 0 } name ? name : "Not named"),
        new("Their date of birth or age", BornOn is { } born ? $"{born:d MMMM yyyy}" : Years), new("More about them", Words),
    ];
}
