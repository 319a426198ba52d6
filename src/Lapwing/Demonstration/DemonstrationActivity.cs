using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Referrals.Search;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Demonstration;

/// <summary>Two years of made-up activity in each of the two demonstration boroughs, up to the quarter of its paper, and what is open today, so that both papers
/// are full and the worklists are alive. May be run again: a partnership that has referrals is left as it is.</summary>
public static class DemonstrationActivity
{
    private const ulong Seed = 20230630;

    /// <param name="Last">The quarter of the paper.</param>
    /// <param name="PerQuarter">Referrals in a quarter: few enough that small numbers occur.</param>
    /// <param name="Recent">Referrals of the last months before today.</param>
    private sealed record Plan(string Address, string Name, Quarter Last, int PerQuarter, int Recent);

    private static readonly Plan[] Plans =
    [
        new("barking-and-dagenham", "Barking and Dagenham", new(2023, 1), 310, 140),
        new("barnet", "Barnet", new(2022, 1), 260, 120),
    ];

    private const int Quarters = 9;

    /// <param name="progress">Told what is being made, in plain sentences.</param>
    public static async Task CreateAsync(IServiceProvider services, IProgress<string> progress, CancellationToken ct)
    {
        var (partnerships, time) = (services.GetRequiredService<Partnerships>(), services.GetRequiredService<TimeProvider>());
        var generator = new Generator(partnerships, time);
        foreach (var plan in Plans)
        {
            if (await HasReferralsAsync(partnerships, time, plan.Address, ct))
                continue;
            progress.Report($"Inventing two years of referrals for {plan.Name} …");
            await generator.RunAsync(plan.Address, plan.PerQuarter * Quarters, Seed, plan.Last.Plus(1 - Quarters).StartUtc, plan.Last.EndUtc, null, ct);
            progress.Report($"Inventing what is open in {plan.Name} today …");
            await generator.RunAsync(plan.Address, plan.Recent, Seed + 1, LondonTime.UtcNow(time).AddDays(-75), null, null, ct);
            // The last two days have more, at every step of triage, so that a worklist is alive whenever the demonstration is made.
            await generator.RunAsync(plan.Address, 24, Seed + 2, LondonTime.UtcNow(time).AddDays(-2), null, null, ct, onTheDesk: true);
            await DemonstrationContact.AddAsync(partnerships, plan.Address, LondonTime.UtcNow(time), ct);
            await DemonstrationAccess.CreateAsync(services, plan.Address, ct);
            await DemonstrationNotes.AddAsync(partnerships, time, plan.Address, ct);
            // Some of today's are of people referred before, written down anew with slips; they are found, so that the list is alive too.
            await generator.RunAsync(plan.Address, 40, Seed + 3, LondonTime.UtcNow(time).AddDays(-30), null, null, ct, duplicates: .5);
            await new LookForSamePeople(partnerships, time).RunAsync(plan.Address, Guid.Empty, (_, _) => Task.CompletedTask, ct);
        }
    }

    private static async Task<bool> HasReferralsAsync(Partnerships partnerships, TimeProvider time, string address, CancellationToken ct)
    {
        if (await partnerships.FindAsync(address, ct) is null)
            return true; // not founded: nothing to fill
        var viewer = NeedToKnow.Unrestricted(Viewer.System("demonstration", LondonTime.UtcNow(time)), UnrestrictedReason.Generation);
        await using var db = await partnerships.OpenAsync(address, viewer, ct);
        return await db.Referrals.AnyAsync(ct);
    }
}
