using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Intake;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Demonstration;

/// <summary>The partnership as generated referrals find it: its front door, its services with who works there, and the span of time they come in.</summary>
internal sealed class Stage
{
    public required FrontDesk Desk { get; init; }
    public required ILookup<Pathway, Service> Services { get; init; }

    /// <summary>Who works in which team; a team without members has an unnamed worker.</summary>
    public required ILookup<Id<Team>, Id<Member>> Workers { get; init; }

    /// <summary>The areas with their codes.</summary>
    public required IReadOnlyList<(int Number, string Code)> Areas { get; init; }
    public required Time.WorkingHours Hours { get; init; }
    public required Viewer Viewer { get; init; }

    /// <summary>The span in which referrals arrive, and the moment after which nothing has happened yet.</summary>
    public required DateTime From { get; init; }
    public required DateTime To { get; init; }
    public required DateTime Now { get; init; }

    /// <summary>How long teams stay in the circles of generated files, so that figures of past years can still be walked back to their records.</summary>
    public required DateTime CircleUntil { get; init; }
    public required ulong Seed { get; init; }

    /// <summary>What lies on the desk right now: the front door works on it at any hour, and each referral has come to a step of its own.</summary>
    public bool IsOnTheDesk { get; init; }
    public required int Count { get; init; }

    /// <summary>The share of referrals that are of somebody referred before, written down anew with the usual errors.</summary>
    public double Duplicates { get; init; }

    public static async Task<Stage> ReadAsync(PartnershipDb db, ulong seed, int count, DateTime from, DateTime to, DateTime now, bool isOnTheDesk, double duplicates, CancellationToken ct)
    {
        var desk = await FrontDesk.ReadAsync(db, ct);
        var services = await db.Services.AsNoTracking().OrderBy(s => s.Number).ToListAsync(ct);
        var workers = await db.TeamMemberships.AsNoTracking().Where(m => m.Until == null).OrderBy(m => m.Id).Select(m => new { m.Team, m.Member }).ToListAsync(ct);
        var areas = await db.Areas.AsNoTracking().OrderBy(a => a.Number).Select(a => new { a.Number, a.GssCode }).ToListAsync(ct);
        return new()
        {
            Desk = desk, Services = services.Where(s => s.Stage.TakesReferrals()).ToLookup(s => s.Eligibility.Pathway), Workers = workers.ToLookup(w => w.Team, w => w.Member),
            Areas = [.. areas.Select(a => (a.Number, a.GssCode))], Hours = desk.Clocks.Hours(), Viewer = db.Viewer,
            From = from, To = to, Now = now, CircleUntil = now.AddMonths(desk.Settings.CircleMonths), Seed = seed, Count = count, IsOnTheDesk = isOnTheDesk, Duplicates = duplicates,
        };
    }

    /// <summary>When the n-th referral arrives: evenly over the span, by day more than by night. Known without making those before it.</summary>
    public DateTime ReceivedAt(int number)
    {
        var seeded = new Seeded(Seed, (7UL << 32) | (uint)number);
        var share = (number + seeded.Below(1_000) / 1_000d) / Count;
        var day = Time.LondonTime.DateOf(From.AddTicks((long)((To - From).Ticks * share)));
        // Police and hospitals refer at all hours, everybody else when offices are open.
        var minutes = seeded.Chance(.2) ? seeded.Below(24 * 60) : 8 * 60 + seeded.Below(10 * 60);
        var at = Time.LondonTime.ToUtc(day, new TimeOnly(minutes / 60, minutes % 60)).AddSeconds(seeded.Below(60));
        return at < From ? From : at >= To ? To.AddMinutes(-1) : at;
    }

    /// <summary>The family of the n-th referral: its own, or in one of eight that of an earlier referral of the last months.</summary>
    public int FamilyOf(int number)
    {
        while (true)
        {
            var seeded = new Seeded(Seed, (8UL << 32) | (uint)number);
            if (number == 0 || !seeded.Chance(.13))
                return number;
            // Most who come back do so within the year.
            var year = (int)Math.Max(1, Count * Math.Min(1, 300 / Math.Max(1, (To - From).TotalDays)));
            number -= 1 + seeded.Below(Math.Min(number, year));
        }
    }

    /// <summary>The earlier referral of which the n-th is a second telling, if it is one.</summary>
    public int? SecondTellingOf(int number)
    {
        var seeded = new Seeded(Seed, (11UL << 32) | (uint)number);
        return number > 0 && seeded.Chance(Duplicates) ? seeded.Below(number) : null;
    }

    /// <summary>The family whose people the n-th referral is about, second tellings seen through.</summary>
    public int IdentityOf(int number)
    {
        while (SecondTellingOf(number) is { } first)
            number = first;
        return FamilyOf(number);
    }

    /// <summary>The earlier referral of the same family that came last, if there is one.</summary>
    public int? EarlierOf(int number)
    {
        var seeded = new Seeded(Seed, (8UL << 32) | (uint)number);
        if (number == 0 || !seeded.Chance(.13))
            return null;
        var year = (int)Math.Max(1, Count * Math.Min(1, 300 / Math.Max(1, (To - From).TotalDays)));
        return number - 1 - seeded.Below(Math.Min(number, year));
    }
}
