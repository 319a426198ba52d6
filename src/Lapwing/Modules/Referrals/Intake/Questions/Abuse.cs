using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Referrals.Intake.Questions;

/// <summary>The five kinds of the Domestic Abuse Act 2021, s.1(3).</summary>
public sealed class Abuse : Question
{
    public override string Code => "what-happened";
    public AbuseKind[] Kinds { get; set; } = [];

    public IEnumerable<Option> Options => AbuseKinds.All.Select(kind => new Option(kind.ToString(), kind.Title(), kind switch
    {
        AbuseKind.ControllingOrCoercive => "For example being cut off from friends, followed, or told what to wear or where to go",
        AbuseKind.Economic => "For example money, work, a phone or transport being taken or controlled",
        _ => null,
    }));

    public override string Title(Voice voice) => voice == Voice.Survivor ? "What has been happening?" : "What kinds of abuse are reported?";

    public override void Load(IntakeAnswers answers) => Kinds = [.. answers.Abuse.Each()];

    public override IEnumerable<(string Field, string Message)> Problems()
    {
        if (!Asking.Survivor && Kinds.Length == 0)
            yield return (nameof(Kinds), "Choose at least one kind of abuse");
        else if (Kinds.Any(kind => !AbuseKinds.All.Contains(kind)))
            yield return (nameof(Kinds), "Choose from the list");
    }

    public override IntakeAnswers Store(IntakeAnswers answers) => answers with { Abuse = Kinds.Aggregate(AbuseKind.None, (all, kind) => all | kind) };

    public override IEnumerable<AnswerRow> Rows()
    {
        yield return new(Asking.Survivor ? "What has been happening" : "Kinds of abuse", Kinds.Length == 0 ? null : Kinds.Aggregate(AbuseKind.None, (all, kind) => all | kind).Title());
    }
}
