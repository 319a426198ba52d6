using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;
using Lapwing.Modules.Risk.Roles;

namespace Lapwing.Tests.Modules.Risk.Roles;

/// <summary>What one invented history has come to, told by an oracle of its own: a list of what stands, and at most one decision.</summary>
internal sealed class RoleHistory
{
    public required CaseFile File { get; init; }
    public required FileKey Key { get; init; }
    public required Person Subject { get; init; }
    public required Person Other { get; init; }
    public List<RoleAssertion> Said { get; } = [];
    public List<RoleScreening> Screenings { get; } = [];
    public List<RoleDecision> Decisions { get; } = [];
    public List<object> Made { get; } = [];

    // The oracle: how often each direction stands, and which way a decision that holds went.
    public int SubjectHarmed { get; set; }
    public int SubjectHarms { get; set; }
    public PrimaryOutcome? Decided { get; set; }

    public Role ExpectedOfSubject => Decided == PrimaryOutcome.SubjectHarmed && SubjectHarmed > 0 ? Role.PrimaryVictim
        : Decided == PrimaryOutcome.SubjectHarms && SubjectHarms > 0 ? Role.PrimaryPerpetrator
        : SubjectHarmed > 0 && SubjectHarms > 0 ? Role.Unresolved
        : SubjectHarmed > 0 ? Role.SaidToBeHarmed : SubjectHarms > 0 ? Role.SaidToCauseHarm : Role.NotSaid;

    public bool IsAssessed => ExpectedOfSubject is Role.PrimaryVictim or Role.PrimaryPerpetrator;

    /// <summary>Every one of these files was opened for somebody who is harmed: to be said to harm is against that, too.</summary>
    public bool IsUnresolved => ExpectedOfSubject is Role.Unresolved or Role.SaidToCauseHarm;
}

/// <summary>Scripted histories of allegations in both directions: said, withdrawn, screened, decided, reversed, in any order. The same seed gives the same.</summary>
internal static class RoleHistories
{
    public static List<RoleHistory> Make(TestApp app, PartnershipKeys keys, Lapwing.Modules.Directory.Team team, int count)
    {
        var random = new Random(7);
        var act = app.Act("roles.arrange");
        return [.. Enumerable.Range(0, count).Select(number => One(act, keys, team, random, number))];
    }

    private static RoleHistory One(Act act, PartnershipKeys keys, Lapwing.Modules.Directory.Team team, Random random, int number)
    {
        var opened = CaseFile.Open(act, keys, Side.Survivor, team.Id, act.At.AddYears(1));
        var history = new RoleHistory
        {
            File = opened.File, Key = opened.Key, Subject = Person.Record(opened.Key, $"Madeup{number}", "Subject", null, 30, new()),
            Other = Person.Record(opened.Key, $"Madeup{number}", "Otherparty", null, 30, new()),
        };
        history.Made.AddRange([opened.File, opened.StoredKey, opened.Circle, history.Subject, history.Other]);
        for (var steps = 1 + random.Next(9); steps > 0; steps--)
            Step(history, act, random);
        var side = MatterSide.For(opened.File);
        Refresh(side, history);
        history.Made.AddRange([.. history.Said, .. history.Screenings, .. history.Decisions, side]);
        return history;
    }

    public static void Refresh(MatterSide side, RoleHistory history) => side.Refresh(Side.Survivor, history.Said.Any(a => a.WithdrawnAt is null && a.Harmer == history.Subject.Id),
        history.Said.Any(a => a.WithdrawnAt is null && a.Harmed == history.Subject.Id), history.Decisions.Any(d => d.Holds), []);

    private static void Step(RoleHistory h, Act act, Random random)
    {
        var (subject, other) = (h.Subject.Id, h.Other.Id);
        var manager = act with { Who = act.Who with { Member = new(Guid.Parse("00000000-0000-7000-8000-00000000000" + (1 + random.Next(3)))) } };
        switch (random.Next(7))
        {
            case 0 or 1:
                h.Said.Add(RoleAssertion.Make(act, h.Key, subject, other, subject, RoleSource.ThePersonHarmed, new(2023, 6, 1), "made-up words"));
                h.SubjectHarmed++;
                break;
            case 2 or 3:
                h.Said.Add(RoleAssertion.Make(act, h.Key, subject, subject, other, RoleSource.TheOtherParty, new(2023, 6, 1), null));
                h.SubjectHarms++;
                break;
            case 4 when h.Said.FirstOrDefault(a => a.WithdrawnAt is null) is { } standing:
                standing.Withdraw(act, h.Key, "said to a made-up worker to be untrue");
                (h.SubjectHarmed, h.SubjectHarms) = standing.Harmed == subject ? (h.SubjectHarmed - 1, h.SubjectHarms) : (h.SubjectHarmed, h.SubjectHarms - 1);
                break;
            case 5:
                h.Screenings.Add(RoleScreening.Complete(act, h.Key, other, ScreeningPack.Shipped, []));
                Decide(h, manager, (PrimaryOutcome)(1 + random.Next(2)));
                break;
            case 6 when h.Decisions.FirstOrDefault(d => d.Holds) is { } holds && random.Next(2) == 0:
                holds.Reverse(manager, h.Key, "new made-up evidence came to light");
                h.Decided = null;
                break;
            default:
                break;
        }
    }

    private static void Decide(RoleHistory h, Act manager, PrimaryOutcome outcome)
    {
        var may = h.Decided is null && (outcome == PrimaryOutcome.SubjectHarmed ? h.SubjectHarmed : h.SubjectHarms) > 0;
        RoleDecision Try() => RoleDecision.Decide(manager, h.Key, h.Subject.Id, h.Screenings[^1], outcome, "made-up evidence of some length", h.Said, h.Decisions);
        if (!may)
        {
            Assert.Throws<RuleBroken>(Try);
            return;
        }
        h.Decisions.Add(Try());
        h.Decided = outcome;
    }
}
