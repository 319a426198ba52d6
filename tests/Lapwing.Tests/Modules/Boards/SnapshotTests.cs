using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Demonstration;
using Lapwing.Modules.Figures;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Modules.Figures.Snapshots;
using Microsoft.Extensions.DependencyInjection;

namespace Lapwing.Tests.Modules.Boards;

/// <summary>What freezing keeps.</summary>
public sealed class SnapshotTests
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_snapshot_keeps_what_was_shown_its_versions_its_cut_off_and_the_records_of_every_cell(EngineKind engine)
    {
        await using var place = await PaperPlace.ArrangeAsync(engine);
        var viewer = Viewer.System("test", place.App.Now);
        var door = place.App.Services.GetRequiredService<FiguresDoor>();
        var live = await door.QuarterAsync("testing", viewer, PaperPlace.Quarter, "board", default);
        var made = await door.FreezeAsync("testing", viewer, PaperPlace.Quarter, "board", default);
        await using (var db = await place.App.OpenAllAsync())
        {
            db.Add(made);
            await db.SaveAsync(place.App.Act());
        }
        await using var reading = await place.App.OpenAllAsync();
        var kept = Assert.Single(reading.Snapshots);
        Assert.Equal(place.App.Now, kept.KnownAt);
        Assert.Equal(live.Counting.Slots.ToDictionary(s => s.Measure.Code, s => s.Measure.Version), kept.Versions);
        Assert.Equal(live.Shown.Figures.Select(f => (f.Code, f.Display)), kept.Shown.Figures.Select(f => (f.Code, f.Display)));
        Assert.Equal(live.Shown.Tables.SelectMany(t => t.Cells.Select(c => c.Display)), kept.Shown.Tables.SelectMany(t => t.Cells.Select(c => c.Display)));
        Assert.Equal(live.Shown.Ledger!.Cells, kept.LedgerUnder(reading.Session.Keys).Cells);
        foreach (var slot in live.Counting.Slots.Where(s => s.Measure.Kind is MeasureKind.Count or MeasureKind.Standing && s.Measure.SubsetOf is null && s.Breakdowns.Count > 0))
            for (var b = 0; b < slot.Breakdowns.Count; b++)
                for (var c = 0; c < slot.Breakdowns[b].Categories.Count; c++)
                {
                    var records = kept.RecordsOf(slot.Measure.Code, slot.Breakdowns[b].Code, slot.Breakdowns[b].Categories[c].Code);
                    if (slot.Measure.Unit is "referrals" or "support episodes")
                        Assert.Equal(slot.ByCategory[b][^1][c], records.Count);
                    Assert.Equal(records, await door.RecordsAsync("testing", viewer, PaperPlace.Quarter, slot.Measure.Code, slot.Breakdowns[b].Code, slot.Breakdowns[b].Categories[c].Code, place.App.Now, default));
                }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task True_counts_are_nowhere_in_the_clear_in_what_is_kept(EngineKind engine)
    {
        await using var place = await PaperPlace.ArrangeAsync(engine);
        var made = await place.App.Services.GetRequiredService<FiguresDoor>().FreezeAsync("testing", Viewer.System("test", place.App.Now), PaperPlace.Quarter, "board", default);
        Assert.Equal(Protected.Veil, made.Ledger.ToString());
        Assert.DoesNotContain("\"Count\"", made.Release, StringComparison.Ordinal);
        Assert.All(made.Shown.Tables.SelectMany(t => t.Cells).Where(c => c.Status is CellStatus.Primary or CellStatus.Complementary), c => Assert.Null(c.Value));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_live_look_after_a_release_shows_the_released_numbers_and_says_that_they_changed(EngineKind engine)
    {
        await using var place = await PaperPlace.ArrangeAsync(engine);
        var door = place.App.Services.GetRequiredService<FiguresDoor>();
        await place.FreezeAsync(await place.MakeAsync());
        place.App.Clock.SetUtcNow(place.App.Clock.GetUtcNow().AddDays(1));
        await new Generator(place.App.Partnerships, place.App.Clock).RunAsync("testing", 1, 9, PaperPlace.Quarter.StartUtc, PaperPlace.Quarter.EndUtc, null, default);
        await using var db = await place.App.OpenAllAsync();
        var frozen = Assert.Single(db.Snapshots).Shown;
        var live = (await door.QuarterAsync("testing", Viewer.System("test", place.App.Now), PaperPlace.Quarter, "board", default)).Shown;
        Assert.Equal(frozen.Figure("referrals-received").Display, live.Figure("referrals-received").Display);
        Assert.True(live.Figure("referrals-received").Cell.Restated);
    }
}
