using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Referrals.Intake.Questions;

/// <summary>Named or not named. Names are taken as they are written, in any script.</summary>
public sealed class Name : Question
{
    public override string Code => "name";
    public bool? IsNamed { get; set; }
    public string? GivenName { get; set; }
    public string? FamilyName { get; set; }

    public override string Title(Voice voice) => voice == Voice.Survivor ? "What is your name?" : "Can you give a name?";

    public override void Load(IntakeAnswers answers)
    {
        (GivenName, FamilyName) = (answers.Subject.GivenName, answers.Subject.FamilyName);
        IsNamed = answers.Subject.IsNamed ? true : answers.Answered.Contains(Code) ? false : null;
    }

    public override IEnumerable<(string Field, string Message)> Problems()
    {
        if (!Asking.Survivor && IsNamed is null)
            yield return (nameof(IsNamed), "Choose whether you can give a name");
        if (!Asking.Survivor && IsNamed == true && Tidy(GivenName) is null && Tidy(FamilyName) is null)
            yield return (nameof(GivenName), "Enter a first name, a family name, or both");
        foreach (var problem in TooLong(nameof(GivenName), GivenName, Person.NameLimit, "First name").Concat(TooLong(nameof(FamilyName), FamilyName, Person.NameLimit, "Family name")))
            yield return problem;
    }

    public override IntakeAnswers Store(IntakeAnswers answers)
    {
        var named = Asking.Survivor || IsNamed == true;
        return answers with { Subject = answers.Subject with { GivenName = named ? Tidy(GivenName) : null, FamilyName = named ? Tidy(FamilyName) : null } };
    }

    public override IEnumerable<AnswerRow> Rows()
    {
        yield return new("Name", $"{GivenName} {FamilyName}".Trim() is { Length: > 0 } name ? name : "Not named");
    }
}
