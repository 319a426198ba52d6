using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Groups;
using Lapwing.Modules.Groups.Pages;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Groups;

/// <summary>Never more places taken than there are, whatever happens at once.</summary>
public sealed class CapacityTests(Desks desks) : IClassFixture<Desks>
{
    private const int Places = 3, Asking = 8;

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Many_who_give_the_last_places_at_once_fill_them_exactly_and_the_others_are_told(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (programme, lead, other) = await desk.ProgrammeAsync(isPaired: false);
        var (children, _) = await desk.PlanAsync(programme, lead, other, places: Places);
        var entries = new List<Id<WaitingEntry>>();
        for (var n = 0; n < Asking; n++)
            entries.Add(await desk.AskAsync(cas, (await desk.FamilyAsync($"Crowda{n}")).Child, programme));
        var browsers = new List<TestBrowser>();
        foreach (var _ in entries)
            browsers.Add(await desk.AsAsync(browsers.Count % 2 == 0 ? "cas" : "eve"));
        var forms = await Task.WhenAll(browsers.Select(b => b.GetAsync(AddToCohortModel.Url("testing", children.Id))));

        var answers = await Task.WhenAll(entries.Select((entry, n) => browsers[n].SubmitAsync(forms[n], new() { ["Who"] = entry.ToString(), ["OutOfTurn"] = "All at once" })));

        Assert.Equal(Places, answers.Count(a => a.Location is not null));
        Assert.All(answers.Where(a => a.Location is null), a => Assert.Contains("There is no place left in Rowan (children's group): all 3 are taken. They stay on the waiting list where they are.", a.Errors.Single(), StringComparison.Ordinal));
        var (taken, seated, waiting) = await desk.LookAsync(async db => ((await db.Cohorts.AsNoTracking().SingleAsync(c => c.Id == children.Id)).Taken, await db.GroupPlaces.CountAsync(p => p.Cohort == children.Id),
            await db.WaitingEntries.CountAsync(e => e.Programme == programme.Id && e.Status == WaitingStatus.Waiting)));
        Assert.Equal((Places, Places, Asking - Places), (taken, seated, waiting));
        foreach (var browser in browsers)
            browser.Dispose();
    }

    /// <summary>The twin: code that reads, thinks and writes without looking again is stopped by the version, and code that forgets to count by the database itself.</summary>
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Who_reads_and_then_writes_without_looking_again_is_stopped(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (programme, lead, other) = await desk.ProgrammeAsync(isPaired: false);
        var (children, _) = await desk.PlanAsync(programme, lead, other, places: 1);
        var waiting = new List<Id<WaitingEntry>>();
        foreach (var name in new[] { "Twina", "Twinb", "Twinc" })
            waiting.Add(await desk.AskAsync(cas, (await desk.FamilyAsync(name)).Child, programme));

        await using var first = await desk.App.OpenAllAsync();
        await using var second = await desk.App.OpenAllAsync();
        foreach (var (db, n) in new[] { (first, 0), (second, 1) })
        {
            var cohort = await db.Cohorts.SingleAsync(c => c.Id == children.Id);
            var entry = await db.WaitingEntries.SingleAsync(e => e.Id == waiting[n]);
            db.Add(GroupPlace.Give(desk.App.Act(), cohort, entry));
        }
        await first.SaveAsync(desk.App.Act());
        Assert.Equal(PartnershipDb.ChangedMeanwhile, (await Assert.ThrowsAsync<RuleBroken>(() => second.SaveAsync(desk.App.Act()))).Code);

        await using var forgetful = await desk.App.OpenAllAsync();
        var full = await forgetful.Cohorts.SingleAsync(c => c.Id == children.Id);
        Assert.Equal("group-full", Assert.Throws<RuleBroken>(() => full.Take(desk.App.Act())).Code);
        forgetful.Entry(full).Property(c => c.Taken).CurrentValue = 2;
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => forgetful.SaveAsync(desk.App.Act()));
        Assert.Contains("ck_cohort_places", $"{refused}", StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, await desk.LookAsync(async db => (await db.Cohorts.AsNoTracking().SingleAsync(c => c.Id == children.Id)).Taken));
    }
}
