using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accommodation;
using Lapwing.Modules.Accommodation.Pathway;
using Lapwing.Modules.Directory;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Demonstration;

/// <summary>Safe accommodation of the demonstration: made-up units under code names, two years of requests, turn-aways, stays and sanctuaries in small numbers, and what is open today.
/// It chooses by order and draws nothing, so that it disturbs no other sequence. May be run again: a partnership that has units is left as it is.</summary>
public static class DemonstrationAccommodation
{
    /// <summary>A household asks every so many days; two years hold about a hundred.</summary>
    private const int DaysBetween = 7;

    private static readonly (string Address, string Name, Quarter Last)[] Plans = [("barking-and-dagenham", "Barking and Dagenham", new(2023, 1)), ("barnet", "Barnet", new(2022, 1))];

    public static async Task CreateAsync(IServiceProvider services, IProgress<string> progress, CancellationToken ct)
    {
        var (partnerships, now) = (services.GetRequiredService<Partnerships>(), Storage.Whole(LondonTime.UtcNow(services.GetRequiredService<TimeProvider>())));
        foreach (var (address, name, last) in Plans)
        {
            if (await partnerships.FindAsync(address, ct) is null)
                continue;
            progress.Report($"Inventing safe accommodation in {name} …");
            await AddAsync(partnerships, address, last.Plus(-8).StartUtc, last.EndUtc, now, ct);
        }
    }

    /// <param name="from">When the first household asks.</param>
    /// <param name="until">When the two years end; what is open today is made besides.</param>
    public static async Task AddAsync(Partnerships partnerships, string address, DateTime from, DateTime until, DateTime now, CancellationToken ct)
    {
        var viewer = NeedToKnow.Unrestricted(Viewer.System("demonstration", now), UnrestrictedReason.Generation);
        await using var db = await partnerships.OpenAsync(address, viewer, ct);
        if (await db.SafeUnits.AnyAsync(ct))
            return;
        var services = await db.Services.AsNoTracking().OrderBy(s => s.Number).ToListAsync(ct);
        if (services.Find(s => s.Eligibility.Pathway == Modules.Directory.Pathway.Outreach) is not { } outreach || services.Find(s => s.Eligibility.Pathway == Modules.Directory.Pathway.Housing) is not { } housing)
            return;
        var worker = await db.TeamMemberships.AsNoTracking().Where(t => t.Team == outreach.Team).Join(db.Members, t => t.Member, m => m.Id, (t, m) => m).OrderBy(m => m.Name).FirstOrDefaultAsync(ct);
        if (worker is null)
            return;
        var act = new Act(viewer with { Member = worker.Id, Teams = [outreach.Team] }, from, "accommodation.generate", "Making demonstration records");
        var life = new AccommodationLife(db, act, outreach, housing);
        life.AddUnits();
        AddPathway(db, act, from);
        var files = await db.CaseFiles.AsNoTracking().Where(f => f.Side == Side.Survivor).OrderBy(f => f.OpenedAt).ThenBy(f => f.Id).Select(f => new { f.Id, f.OpenedAt }).ToListAsync(ct);
        var next = 0;
        for (var (number, at) = (0, from.AddDays(2).AddHours(10)); at < until; (number, at) = (number + 1, at.AddDays(DaysBetween)))
        {
            life.MoveOnUntil(at);
            if (number % 3 == 2)
                life.Enquire(number, at);
            // Somebody who was referred not long before.
            while (next < files.Count && files[next].OpenedAt < at.AddDays(-DaysBetween))
                next++;
            if (next < files.Count && files[next].OpenedAt < at)
                await life.AskAsync(files[next++].Id, number, at, until, ct);
        }
        life.MoveOnUntil(until);
        if (now > until)
            await life.TodayAsync([.. files.Where(f => f.OpenedAt > now.AddDays(-75)).Take(4).Select(f => f.Id)], now, ct);
        await db.SaveAsync(act, ct);
    }

    /// <summary>The pilot with four boroughs (Domestic Abuse Update 2023/24 Q1: AVA's women's homelessness programme); what the steps say is made up.</summary>
    private static void AddPathway(PartnershipDb db, Act act, DateTime from)
    {
        (string Title, string Barrier, string Change, string Owner, StepState State, string? Alias, string Said)[] steps =
        [
            ("The first call to the council", "Women are asked to prove violence before anybody listens, and to tell it to several people.", "One named worker takes the call; a letter from a support service is enough.", "Housing options", StepState.Changed, "Robin", "I told it once, and she believed me."),
            ("Where to sleep tonight", "Hotels without support are offered when refuges are full.", "The on-call worker rings every unit with a vacancy before anything else is offered.", "Out-of-hours team", StepState.Tested, "Sky", "The second time nobody sent me to a hotel."),
            ("Women without recourse to public funds", "Nobody pays, so nobody takes them.", "A shared fund of the four boroughs pays for the first eight weeks.", "Commissioning", StepState.Agreed, null, ""),
            ("Brothers and sons", "Mothers of boys over 12 are turned away from refuges.", "Dispersed flats are kept for families with older boys.", "Refuge provider", StepState.Tested, "Wren", "We stayed together. That was what mattered."),
            ("From refuge to a home", "Bids are lost while women live outside their borough.", "Reciprocal moves between the four boroughs keep the place on the list.", "Lettings", StepState.Described, null, ""),
        ];
        var number = 0;
        foreach (var (title, barrier, change, owner, state, alias, said) in steps)
        {
            var step = PathwayStep.Add(act, new(++number, title, barrier, change, owner, "The four boroughs of the pilot"));
            var signed = alias is null ? null : StepSignOff.Record(act with { At = from.AddDays(200) }, step, alias, true, said, LondonTime.DateOf(from.AddDays(150)));
            step.Revise(act with { At = from.AddDays(200) }, new(number, title, barrier, change, owner, "The four boroughs of the pilot"), state, signed is null ? [] : [signed]);
            db.Add(step);
            if (signed is not null)
                db.Add(signed);
        }
    }
}
