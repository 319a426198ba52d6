using System.ComponentModel.DataAnnotations;
using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Referrals.Intake.Questions;

/// <summary>What happened, in words, and when.</summary>
public sealed class Account : Question
{
    public override string Code => "account";
    public string? Words { get; set; }

    [Display(Name = "Date of the latest incident")]
    public DateOnly? IncidentOn { get; set; }

    public override string Title(Voice voice) => voice == Voice.Survivor ? "Is there anything you want to tell us about it?" : "What happened?";

    public override void Load(IntakeAnswers answers) => (Words, IncidentOn) = (answers.Account, answers.IncidentOn);

    public override IEnumerable<(string Field, string Message)> Problems() =>
    [
        .. TooLong(nameof(Words), Words, Referral.TextLimit, "What happened"),
        .. IncidentOn > Asking.Today ? new[] { (nameof(IncidentOn), "Date of the latest incident must be today or in the past") } : [],
        .. IncidentOn < Asking.Today.AddYears(-Age.Oldest) ? new[] { (nameof(IncidentOn), $"Date of the latest incident must be within the last {Age.Oldest} years") } : [],
    ];

    public override IntakeAnswers Store(IntakeAnswers answers) => answers with { Account = Tidy(Words), IncidentOn = IncidentOn };

    public override IEnumerable<AnswerRow> Rows() => [new("What happened", Words), new("Latest incident", IncidentOn is { } day ? $"{day:d MMMM yyyy}" : null)];
}
