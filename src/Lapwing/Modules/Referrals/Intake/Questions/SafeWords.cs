using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Referrals.Intake.Questions;

/// <summary>Who may answer, what to say, and whom not to talk to: everybody they fear.</summary>
public sealed class SafeWords : Question
{
    public override string Code => "safe-people";
    public string? WhoMayAnswer { get; set; }
    public string? CodePhrase { get; set; }
    public string? NotSafeToTalkTo { get; set; }

    public override string Title(Voice voice) => "Who is it safe, and not safe, to talk to?";

    public override void Load(IntakeAnswers answers) =>
        (WhoMayAnswer, CodePhrase, NotSafeToTalkTo) = (answers.SafeContact?.WhoMayAnswer, answers.SafeContact?.CodePhrase, answers.SafeContact?.NotSafeToTalkTo);

    public override IEnumerable<(string Field, string Message)> Problems() =>
    [
        .. TooLong(nameof(WhoMayAnswer), WhoMayAnswer, SafeContact.WordsLength, "Who may answer"),
        .. TooLong(nameof(CodePhrase), CodePhrase, SafeContact.CodePhraseLength, "The code phrase"),
        .. TooLong(nameof(NotSafeToTalkTo), NotSafeToTalkTo, SafeContact.WordsLength, "Who it is not safe to talk to"),
    ];

    public override IntakeAnswers Store(IntakeAnswers answers) => answers with
    {
        SafeContact = (answers.SafeContact ?? new()) with { WhoMayAnswer = Tidy(WhoMayAnswer), CodePhrase = Tidy(CodePhrase), NotSafeToTalkTo = Tidy(NotSafeToTalkTo) },
    };

    public override IEnumerable<AnswerRow> Rows() =>
        [new("Who else may answer", WhoMayAnswer ?? "Nobody else"), new("Code phrase", CodePhrase), new("Not safe to talk to", NotSafeToTalkTo)];
}
