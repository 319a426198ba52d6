using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Demonstration;
using Lapwing.Modules.Casework.Measuring;
using Lapwing.Modules.Figures;
using Lapwing.Modules.Places;
using Lapwing.Modules.Places.Work;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lapwing.Tests.Modules.Places;

/// <summary>The demonstration's year of shared places, and its figures worked out a second time from the tables, never from the coded facts.</summary>
public sealed class PlaceFigureTests
{
    private const string Drive = "drive-east-area";

    private sealed class Silent : IProgress<string>
    {
        public void Report(string value) { }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_the_facts_say_of_places_is_what_the_tables_say(EngineKind engine)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var app = await TestApp.StartAsync(engine, ct: ct);
        app.Clock.SetUtcNow(new(2024, 2, 20, 16, 0, 0, TimeSpan.Zero));
        await DemonstrationDirectory.CreateAsync(app.Services, new Silent(), ct);
        await DemonstrationPlaces.CreateAsync(app.Services, new Silent(), ct);
        await DemonstrationPlaces.CreateAsync(app.Services, new Silent(), ct); // what is there stays
        await using var db = await app.OpenAllAsync(Drive);
        var pool = await db.PlacePools.AsNoTracking().SingleAsync(ct);
        var (requests, turns) = (await db.PlaceRequests.AsNoTracking().ToListAsync(ct), await db.PlaceTurns.AsNoTracking().ToListAsync(ct));
        // The year is alive: every step has somebody, and never is more held than there is.
        foreach (var state in (TurnState[])[TurnState.Started, TurnState.Ended, TurnState.Declined, TurnState.Returned])
            Assert.Contains(turns, t => t.State == state);
        Assert.InRange(turns.Count(t => t.HasPlace), 15, pool.Places);
        Assert.All(turns.Where(t => t.State is TurnState.Started or TurnState.Ended), t => Assert.NotNull(t.LinkedWorker));

        var quarters = new Quarter(2023, 4).Last(4);
        var counting = await Counting.CountAsync(db, await Catalogue.ReadAsync(db, ct), quarters, app.Now, ct);
        var area = (int[])[0, 1, 2, 3];
        for (var q = 0; q < quarters.Count; q++)
        {
            var (first, last) = (quarters[q].Start, quarters[q].End);
            bool In(DateTime? at) => at is { } then && LondonTime.DateOf(then) >= first && LondonTime.DateOf(then) <= last;
            bool By(DateTime? at) => at is { } then && LondonTime.DateOf(then) <= last;
            foreach (var a in area)
            {
                bool Here(int borough) => a == 0 || borough == a;
                Same("places-asked", a, q, requests.Count(r => In(r.AskedAt) && Here(r.Area)));
                Same("places-offered", a, q, turns.Count(t => In(t.OfferedAt) && Here(t.Area)));
                Same("places-started", a, q, turns.Count(t => In(t.StartedAt) && Here(t.Area)));
                Same("places-used", a, q, turns.Count(t => In(t.EndedAt) && Here(t.Area)));
                // Who returned a place did so within days, so all of them are back by the end.
                if (q == quarters.Count - 1)
                    Same("places-held", a, q, turns.Count(t => By(t.OfferedAt) && !By(t.EndedAt) && t.State != TurnState.Returned && Here(t.Area)));
            }
            var waits = turns.Where(t => In(t.OfferedAt)).Select(t => (int)(t.OfferedAt!.Value - t.AskedAt).TotalMinutes).Order().ToList();
            Assert.Equal(waits.Count == 0 ? null : (waits[(waits.Count - 1) / 2] + waits[waits.Count / 2]) / 2.0, Slot("time-to-place").Medians[q]);
        }
        Assert.Equal(turns.Count(t => t.State == TurnState.Returned), Slot("places-returned").Totals.Sum());
        var contacts = await db.ProgrammeContacts.AsNoTracking().ToListAsync(ct);
        foreach (var strand in Enum.GetValues<Strand>())
            foreach (var direct in (bool[])[true, false])
                Assert.Equal(contacts.Count(c => c.Strand == strand && c.IsDirect == direct), Enumerable.Range(0, quarters.Count).Sum(q => Slot("programme-contacts").ByCategory[0][q][(int)strand * 2 + (direct ? 0 : 1)]));
        var views = (await db.AbuseViews.AsNoTracking().Where(v => v.SeenBy == SeenBy.VictimsWorker).ToListAsync(ct)).ToLookup(v => (v.Turn, v.Abuse));
        var pairs = views.Where(v => v.Count() == 2).Select(v => (Start: v.Single(s => s.Point == WorkPoint.Start).Level, End: v.Single(s => s.Point == WorkPoint.End).Level)).Where(p => p.Start > SeverityLevel.None).ToList();
        Assert.Equal((pairs.Count, pairs.Count(p => p.End < p.Start)), (Slot("abuse-compared").Totals.Sum(), Slot("abuse-less").Totals.Sum()));
        Assert.True(pairs.Count > 10);

        // They pass disclosure control, stand in the consortium's paper, and in no other partnership.
        var shown = await app.Services.GetRequiredService<FiguresDoor>().QuarterAsync(Drive, app.Act().Who, new(2023, 3), "board", ct);
        Assert.Contains(shown.Shown.Tables, t => t.Code == "places-started-by-borough");
        await using var barnet = await app.OpenAllAsync("barnet");
        Assert.DoesNotContain((await Catalogue.ReadAsync(barnet, ct)).Measures, m => m.IsOfPlaces);

        Counting.Slot Slot(string code) => counting.Slots.Single(s => s.Measure.Code == code);

        void Same(string code, int borough, int q, int told) =>
            Assert.True(told == (borough == 0 ? Slot(code).Totals[q] : Slot(code).ByCategory[0][q][borough - 1]), $"{code}, borough {borough}, {quarters[q]}: the tables say {told}");
    }
}
