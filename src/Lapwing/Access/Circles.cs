using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Access;

/// <summary>How workflow lets a team into a file. Circles and seals are given here and nowhere else, with a reason and an end.</summary>
public static class Circles
{
    /// <summary>Lets a team into a file, or lets it further in or stay longer when it is already there.</summary>
    public static async Task GiveAsync(PartnershipDb db, Act act, Id<CaseFile> file, Id<Team> team, Depth depth, string purpose, DateTime until, CancellationToken ct = default)
    {
        var circle = db.Circles.Local.FirstOrDefault(c => c.File == file && c.Team == team && c.Until > act.At)
            ?? await db.Circles.FirstOrDefaultAsync(c => c.File == file && c.Team == team && c.Until > act.At, ct);
        if (circle is null)
            db.Circles.Add(Circle.Give(act, file, team, depth, purpose, until));
        else
            circle.Extend(act, depth, purpose, until);
    }

    /// <summary>Ends a team's place in a file at this moment: it declined, or its part is done.</summary>
    public static async Task EndAsync(PartnershipDb db, Act act, Id<CaseFile> file, Id<Team> team, CancellationToken ct = default)
    {
        foreach (var circle in await db.Circles.Where(c => c.File == file && c.Team == team && c.Until > act.At).ToListAsync(ct))
            circle.EndNow(act);
        foreach (var grant in await db.SealGrants.Where(g => g.File == file && g.Team == team && g.Until > act.At).ToListAsync(ct))
            grant.EndNow(act);
    }

    /// <summary>A team stays in a file for longer: what it may open of the seals lasts as long, and no new seal opens.</summary>
    public static async Task KeepSealsAsync(PartnershipDb db, Act act, Id<CaseFile> file, Id<Team> team, string purpose, DateTime until, CancellationToken ct = default)
    {
        foreach (var grant in await db.SealGrants.Where(g => g.File == file && g.Team == team && g.Until > act.At).ToListAsync(ct))
            grant.Extend(act, purpose, until);
    }

    /// <summary>The members of these who stand outside every wall of this file: nobody behind a wall can be given its work.</summary>
    public static async Task<IReadOnlyList<Id<Member>>> WithoutWallAsync(PartnershipDb db, Id<CaseFile> file, IReadOnlyCollection<Id<Member>> members, CancellationToken ct = default)
    {
        var walled = await db.Walls.Where(w => w.File == file && members.Contains(w.Member)).Select(w => w.Member).ToListAsync(ct);
        return [.. members.Except(walled)];
    }

    /// <summary>Puts a team on the list of one seal of a file that it is already in.</summary>
    public static void Unseal(PartnershipDb db, Act act, Id<CaseFile> file, Id<Team> team, Seal seal, string purpose, DateTime until) =>
        db.SealGrants.Add(SealGrant.Give(act, file, team, seal, purpose, until));

    /// <summary>Whether this viewer's team is on the list of one seal of a file that the viewer may know.</summary>
    public static async Task<bool> MayUnsealAsync(PartnershipDb db, Id<CaseFile> file, Seal seal, CancellationToken ct = default)
    {
        var (teams, now) = (db.Viewer.Teams.ToArray(), db.Viewer.Now);
        return await db.CaseFiles.AnyAsync(f => f.Id == file, ct) && await db.SealGrants.AnyAsync(g => g.File == file && g.Seal == seal && teams.Contains(g.Team) && now < g.Until, ct);
    }

    /// <summary>Whether any of these files stands outside every wall around this member: behind a wall a file does not even count.</summary>
    public static async Task<bool> AnyWithoutWallAsync(PartnershipDb db, IReadOnlyCollection<Id<CaseFile>> files, Id<Member> member, CancellationToken ct = default)
    {
        var walled = await db.Walls.Where(w => w.Member == member && files.Contains(w.File)).Select(w => w.File).ToListAsync(ct);
        return files.Any(file => !walled.Contains(file));
    }

    /// <summary>Who is in this file's circle now, for the file's own page: the circle is visible to everyone in it.</summary>
    public static async Task<IReadOnlyList<CircleLine>> OfAsync(PartnershipDb db, Id<CaseFile> file, CancellationToken ct = default)
    {
        if (!await db.CaseFiles.AnyAsync(f => f.Id == file, ct))
            return [];
        var now = db.Viewer.Now;
        var places = await db.Circles.AsNoTracking().Where(c => c.File == file && c.From <= now && now < c.Until)
            .Join(db.Teams, c => c.Team, t => t.Id, (c, t) => new { c, t })
            .Join(db.Agencies, both => both.t.Agency, a => a.Id, (both, a) => new CircleLine(both.t.Id, both.t.Name, a.Name, both.c.Depth, both.c.Purpose, both.c.Until))
            .ToListAsync(ct);
        // A team that was let in twice is in it once, as deep as it goes and for as long as it stays.
        return [.. places.GroupBy(place => place.Team).Select(same => same.MaxBy(place => place.Until)! with { Depth = same.Max(place => place.Depth) })];
    }
}

/// <summary>One team in a file's circle.</summary>
public sealed record CircleLine(Id<Team> Team, string TeamName, string Agency, Depth Depth, string Purpose, DateTime Until);
