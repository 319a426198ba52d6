using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Places;
using Lapwing.Modules.Places.Allocation;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Demonstration;

/// <summary>Two years of the shared places of Drive in the East Area: the year of the consortium's paper, used up, and the year of today, alive at every step. Everybody is made up;
/// every move is a verb of the product at the moment at which it would have happened.</summary>
public static class DemonstrationPlaces
{
    private const ulong Seed = 20230401;

    /// <summary>The needs are invented: high-risk cases in a year.</summary>
    private static readonly (int Area, int Need, string Team)[] Boroughs = [(1, 214, "Barking and Dagenham domestic abuse lead"), (2, 171, "Havering domestic abuse lead"), (3, 155, "Redbridge domestic abuse lead")];

    public static async Task CreateAsync(IServiceProvider services, IProgress<string> progress, CancellationToken ct)
    {
        var (partnerships, time) = (services.GetRequiredService<Partnerships>(), services.GetRequiredService<TimeProvider>());
        if (await partnerships.FindAsync(DriveEastArea.Address, ct) is null)
            return;
        var now = Storage.Whole(LondonTime.UtcNow(time));
        var viewer = NeedToKnow.Unrestricted(Viewer.System("demonstration", now), UnrestrictedReason.Generation);
        await using (var db = await partnerships.OpenAsync(DriveEastArea.Address, viewer, ct))
            if (await db.PlacePools.AnyAsync(ct))
                return;
        progress.Report("Inventing two years of shared places in the East Area …");
        var today = LondonTime.DateOf(now);
        var thisYear = today.Month >= 4 ? today.Year : today.Year - 1;
        foreach (var (year, people) in (((int Year, int People)[])[(2023, 34), (thisYear, 46)]).DistinctBy(planned => planned.Year))
            if (year <= thisYear)
                await new PlaceYear(partnerships, viewer, year, Seed + (ulong)year).RunAsync(people, ct);
    }

    internal static PoolTerms Terms(int year, Id<Team> panel, Id<Team> team) => new()
    {
        Name = $"Drive in the East Area, {year}/{(year + 1) % 100:00}", From = new(year, 4, 1), Until = new(year + 1, 3, 31), Least = 25, Most = 30, Places = 28, Reserve = 2,
        Rule = AllocationRule.SainteLague, AtLeastOne = true, SharedFrom = new(year + 1, 1, 1), Panel = panel, Team = team, HoldHours = 96,
    };

    internal static IReadOnlyList<(int Area, int Need, int FixedShare, Id<Team>? Team)> BoroughsOf(IReadOnlyDictionary<string, Id<Team>> teams) =>
        [.. Boroughs.Select(b => (b.Area, b.Need, 0, (Id<Team>?)teams[b.Team]))];

    internal static int AreaOf(ref Seeded seeded) => seeded.Below(100) switch { < 40 => 1, < 72 => 2, _ => 3 };
}
