using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Referrals.Intake.Questions;

/// <summary>What is needed, chosen and in words.</summary>
public sealed class Needed : Question
{
    public const int WordsLimit = 2_000;

    public override string Code => "what-is-needed";
    public Needs[] Chosen { get; set; } = [];
    public string? Words { get; set; }

    public static IEnumerable<Option> Options => NeedsWords.All.Select(need => new Option(need.ToString(), need.Title()));

    public override string Title(Voice voice) => voice == Voice.Survivor ? "What would help?" : "What is needed?";

    public override void Load(IntakeAnswers answers) => (Chosen, Words) = ([.. NeedsWords.All.Where(need => answers.Needs.HasFlag(need))], answers.Needed);

    public override IEnumerable<(string Field, string Message)> Problems() =>
    [
        .. Chosen.Any(need => !NeedsWords.All.Contains(need)) ? new[] { (nameof(Chosen), "Choose from the list") } : [],
        .. TooLong(nameof(Words), Words, WordsLimit, "What else is needed"),
    ];

    public override IntakeAnswers Store(IntakeAnswers answers) => answers with { Needs = Chosen.Aggregate(Needs.None, (all, need) => all | need), Needed = Tidy(Words) };

    public override IEnumerable<AnswerRow> Rows() =>
        [new("What is needed", Chosen.Length == 0 ? null : Chosen.Aggregate(Needs.None, (all, need) => all | need).Title()), new("In words", Words)];
}
