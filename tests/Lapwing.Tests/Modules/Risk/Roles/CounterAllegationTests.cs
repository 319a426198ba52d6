using System.Globalization;
using Lapwing.Access;
using Lapwing.Facts;
using Lapwing.Modules.Risk.OverTime;
using Lapwing.Modules.Risk.Roles;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Risk.Roles;

/// <summary>Case 7 of the threat model: a counter-allegation, and a victim recorded as perpetrator.</summary>
public sealed class CounterAllegationTests
{
    private const int Histories = 500;

    [Theory, InlineData(EngineKind.Sqlite, Histories), InlineData(EngineKind.Postgres, Histories / 5)]
    public async Task In_hundreds_of_histories_nobody_is_called_a_perpetrator_who_was_not_assessed_totals_are_right_and_reversing_repairs_everything(EngineKind engine, int histories)
    {
        await using var desk = await Desk.StartAsync(engine);
        var manager = await desk.App.JoinAsync("mia@example.org", Job.TeamManager, desk.Agency, desk.FrontDoor);
        List<RoleHistory> all;
        await using (var db = await desk.App.OpenAllAsync())
        {
            all = RoleHistories.Make(desk.App, db.Session.Keys, desk.FrontDoor, histories);
            db.AddRange(all.SelectMany(h => h.Made));
            var act = desk.App.Act("roles.arrange");
            foreach (var decision in all.SelectMany(h => h.Decisions))
            {
                act.Record(FactOf(decision, 1));
                if (!decision.Holds)
                    act.Record(FactOf(decision, -1));
            }
            await db.SaveAsync(act);
        }
        Assert.True(all.Count(h => h.IsAssessed) > histories / 17 && all.Count(h => h.ExpectedOfSubject == Role.Unresolved) > histories / 9 && all.Any(h => h.Decisions.Any(d => !d.Holds)));
        using var max = await desk.AsAsync("mia");

        Assert.Empty(await FaultsAsync(max, all));
        await AssertTotalsAsync(desk, max, all);

        // Every decision is reversed: all that is derived follows at once.
        await using (var db = await desk.App.OpenAllAsync())
        {
            var act = desk.App.Act("roles.reverse");
            foreach (var decision in await db.RoleDecisions.Where(d => d.ReversedAt == null).ToListAsync())
            {
                var h = all.Single(h => h.File.Id == decision.CaseFile);
                decision.Reverse(act, h.Key, "everything is reversed in this made-up test");
                h.Decided = null;
                h.Decisions.Clear();
                RoleHistories.Refresh(await db.MatterSides.SingleAsync(s => s.File == decision.CaseFile), h);
            }
            await db.SaveAsync(act);
        }
        await AssertTotalsAsync(desk, max, all);
        Assert.Empty(await FaultsAsync(max, [.. all.Where((h, n) => n % 4 == 0)]));
        Assert.NotNull(manager);
    }

    private static Fact FactOf(RoleDecision decision, int sign) => Fact.Of(FactKind.RolesAssessed, new(2023, 6, 6), decision.At, decision.Id.Value, decision.Subject.Value, decision.CaseFile,
        new FactCodes { Reason = (int)decision.Outcome }, sign: sign);

    /// <summary>Pages that say something else than the oracle. The roles of every history; the other pages of the file, which never use the word, of every tenth.</summary>
    private static async Task<List<string>> FaultsAsync(TestBrowser browser, List<RoleHistory> all)
    {
        var faults = new List<string>();
        foreach (var (h, number) in all.Select((h, n) => (h, n)))
        {
            var page = await browser.GetAsync(RolesModel.Url("testing", h.File.Id));
            var calls = page.Text.Contains("erpetrator", StringComparison.OrdinalIgnoreCase);
            if (calls != h.IsAssessed || (h.ExpectedOfSubject != Role.NotSaid && !page.Text.Contains(h.ExpectedOfSubject.Title(), StringComparison.Ordinal)))
                faults.Add($"history {number}: expected {h.ExpectedOfSubject}");
            if (page.Text.Contains(RoleAlerts.Unresolved, StringComparison.Ordinal) != h.IsUnresolved)
                faults.Add($"history {number}: unresolved is {h.IsUnresolved} and not said so");
            if (number % 10 == 0)
                foreach (var other in new[] { RiskModel.Url("testing", h.File.Id), $"/testing/files/{h.File.Id}", SayModel.Url("testing", h.File.Id), AddIncidentModel.Url("testing", h.File.Id) })
                    if ((await browser.GetAsync(other)).Text.Contains("erpetrator", StringComparison.OrdinalIgnoreCase))
                        faults.Add($"history {number}: {other}");
        }
        return faults;
    }

    private static async Task AssertTotalsAsync(Desk desk, TestBrowser browser, List<RoleHistory> all)
    {
        var page = await browser.GetAsync(CounterAllegationsModel.Url("testing"));
        var shown = page.Html.QuerySelectorAll(".govuk-summary-list__value").Select(v => int.Parse(v.TextContent.Trim(), CultureInfo.InvariantCulture)).ToList();
        int[] expected = [all.Count(h => h.ExpectedOfSubject is Role.SaidToBeHarmed or Role.SaidToCauseHarm), all.Count(h => h.ExpectedOfSubject == Role.Unresolved),
            all.Count(h => h.ExpectedOfSubject == Role.PrimaryVictim), all.Count(h => h.ExpectedOfSubject == Role.PrimaryPerpetrator)];
        Assert.Equal(expected, shown);
        var facts = await desk.LookAsync(db => db.Facts.Where(f => f.Kind == FactKind.RolesAssessed).Select(f => new { f.Record, f.Sign }).ToListAsync());
        Assert.Equal(all.Count(h => h.Decided is not null), facts.GroupBy(f => f.Record).Count(g => g.Sum(f => f.Sign) > 0));
        Assert.DoesNotContain(facts.GroupBy(f => f.Record), g => g.Sum(f => f.Sign) is < 0 or > 1);
    }

    /// <summary>The twin: a role that is set when it is decided and kept, and one that believes what is said, both differ from the oracle in many of the same histories.</summary>
    [Fact]
    public async Task A_role_that_is_set_on_a_person_differs_from_the_oracle()
    {
        await using var app = await TestApp.StartAsync(EngineKind.Sqlite);
        var data = await TestData.ArrangeAsync(app);
        await using var db = await app.OpenAllAsync();
        var all = RoleHistories.Make(app, db.Session.Keys, data.FrontDoor, Histories);
        int Differs(Func<RoleHistory, Role> rule) => all.Count(h => rule(h) != h.ExpectedOfSubject);

        Assert.Equal(0, Differs(h => RoleRules.Of(h.Subject.Id, h.Other.Id, h.Said, h.Decisions)));
        // The other's part is always the mirror of it.
        Assert.All(all, h => Assert.Equal(Mirror(h.ExpectedOfSubject), RoleRules.Of(h.Other.Id, h.Subject.Id, h.Said, h.Decisions)));
        Assert.True(Differs(h => h.Decisions.Count > 0 ? h.Decisions[^1].Outcome == PrimaryOutcome.SubjectHarms ? Role.PrimaryPerpetrator : Role.PrimaryVictim : h.ExpectedOfSubject) > 10);
        Assert.True(Differs(h => h.SubjectHarms > 0 ? Role.PrimaryPerpetrator : Role.PrimaryVictim) > 100);

        static Role Mirror(Role role) => role switch
        {
            Role.PrimaryVictim => Role.PrimaryPerpetrator, Role.PrimaryPerpetrator => Role.PrimaryVictim,
            Role.SaidToBeHarmed => Role.SaidToCauseHarm, Role.SaidToCauseHarm => Role.SaidToBeHarmed, _ => role,
        };
    }
}
