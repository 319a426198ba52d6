using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Referrals.Intake.Questions;

/// <summary>Who refers, so that the front door can ask back.</summary>
public sealed class Referrer : Question
{
    public const int Limit = 200;

    public override string Code => "you";
    public string? FullName { get; set; }
    public string? Role { get; set; }
    public string? Telephone { get; set; }

    public override string Title(Voice voice) => "About you";

    public override bool IsAsked(Asking asking) => !asking.Survivor;

    public override void Load(IntakeAnswers answers) => (FullName, Role, Telephone) = (answers.ReferrerName, answers.ReferrerRole, answers.ReferrerTelephone);

    public override IEnumerable<(string Field, string Message)> Problems()
    {
        if (Tidy(FullName) is null)
            yield return (nameof(FullName), "Enter your name");
        if (Tidy(Role) is null)
            yield return (nameof(Role), "Enter your role");
        if (SearchTerms.Phone(Telephone) is null)
            yield return (nameof(Telephone), "Enter a telephone number where you can be asked, like 020 7946 0958");
        foreach (var problem in TooLong(nameof(FullName), FullName, Limit, "Your name").Concat(TooLong(nameof(Role), Role, Limit, "Your role")))
            yield return problem;
    }

    public override IntakeAnswers Store(IntakeAnswers answers) => answers with { ReferrerName = Tidy(FullName), ReferrerRole = Tidy(Role), ReferrerTelephone = Tidy(Telephone) };

    public override IEnumerable<AnswerRow> Rows() => [new("Your name", FullName), new("Your role", Role), new("Your telephone number", Telephone)];
}
