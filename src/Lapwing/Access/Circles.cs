using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Access;

/// <summary>How workflow lets a team into a file. Circles and seals are given here and nowhere else, with a reason and an end.</summary>
public static class Circles
{
    /// <summary>Lets a team into a file, or lets it further in or stay longer when it is already there.</summary>
    /// <exception cref="RuleBroken">The team is on the other side of the same family already, or the end has passed.</exception>
    public static async Task GiveAsync(PartnershipDb db, Act act, Id<CaseFile> file, Id<Team> team, Depth depth, string purpose, DateTime until, CancellationToken ct = default)
    {
        var into = db.CaseFiles.Local.FirstOrDefault(f => f.Id == file) ?? await db.CaseFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == file, ct)
            ?? throw new RuleBroken("not-yours", "You may not change this.");
        if (depth >= Depth.Work)
            await Sides.RefuseTeamAsync(db, act, into, team, ct);
        // A place that a sharing gave is the sharing's own: it ends with it.
        var circle = db.Circles.Local.FirstOrDefault(c => c.File == file && c.Team == team && c.Until > act.At && c.Sharing is null)
            ?? await db.Circles.FirstOrDefaultAsync(c => c.File == file && c.Team == team && c.Until > act.At && c.Sharing == null, ct);
        if (circle is null)
            db.Circles.Add(Circle.Give(act, into, team, depth, purpose, until));
        else
            circle.Extend(act, depth, purpose, until);
    }

    /// <summary>Ends a team's place in a file at this moment: it declined, or its part is done.</summary>
    public static async Task EndAsync(PartnershipDb db, Act act, Id<CaseFile> file, Id<Team> team, CancellationToken ct = default)
    {
        foreach (var circle in await db.Circles.Where(c => c.File == file && c.Team == team && c.Until > act.At && c.Sharing == null).ToListAsync(ct))
            circle.EndNow(act);
        foreach (var grant in await db.SealGrants.Where(g => g.File == file && g.Team == team && g.Until > act.At && g.Sharing == null).ToListAsync(ct))
            grant.EndNow(act);
    }

    /// <summary>A team stays in a file for longer: what it may open of the seals lasts as long, and no new seal opens.</summary>
    public static async Task KeepSealsAsync(PartnershipDb db, Act act, Id<CaseFile> file, Id<Team> team, string purpose, DateTime until, CancellationToken ct = default)
    {
        foreach (var grant in await db.SealGrants.Where(g => g.File == file && g.Team == team && g.Until > act.At && g.Sharing == null).ToListAsync(ct))
            grant.Extend(act, purpose, until);
    }

    /// <summary>The members of these who can be given work in this file: outside every wall, and named where it is restricted.
    /// Who is on the other side is among them: the refusal says why (<see cref="Sides.RefuseAsync"/>).</summary>
    public static async Task<IReadOnlyList<Id<Member>>> WithoutWallAsync(PartnershipDb db, Id<CaseFile> file, IReadOnlyCollection<Id<Member>> members, CancellationToken ct = default)
    {
        var free = await OutsideWallsAsync(db, file, members, ct);
        var named = await db.NamedMembers.Where(n => n.File == file && n.Until == null).Select(n => n.Member).ToListAsync(ct);
        return named.Count == 0 ? free : [.. free.Intersect(named)];
    }

    internal static async Task<IReadOnlyList<Id<Member>>> OutsideWallsAsync(PartnershipDb db, Id<CaseFile> file, IReadOnlyCollection<Id<Member>> members, CancellationToken ct = default)
    {
        var walled = await db.Walls.Where(w => w.File == file && members.Contains(w.Member) && w.LiftedAt == null).Select(w => w.Member).ToListAsync(ct);
        return [.. members.Except(walled)];
    }

    /// <summary>Of these pairs of file and worker, those in which the worker can no longer work: a wall stands between, the file was narrowed to others,
    /// or they left. Which of them it was is nobody's business here.</summary>
    public static async Task<IReadOnlySet<(Id<CaseFile> File, Id<Member> Worker)>> CannotWorkAsync(PartnershipDb db, IReadOnlyCollection<(Id<CaseFile> File, Id<Member> Worker)> pairs, CancellationToken ct = default)
    {
        var (files, workers, now) = (pairs.Select(p => p.File).Distinct().ToArray(), pairs.Select(p => p.Worker).Distinct().ToArray(), db.Viewer.Now);
        var here = (await db.Members.AsNoTracking().Where(m => workers.Contains(m.Id) && m.From <= now && (m.Until == null || now < m.Until)).Select(m => new { m.Id, m.Jobs }).ToListAsync(ct))
            .Where(m => m.Jobs.Allows(Permission.WorkCases)).Select(m => m.Id).ToHashSet();
        var walls = (await db.Walls.Where(w => files.Contains(w.File) && workers.Contains(w.Member) && w.LiftedAt == null).Select(w => new { w.File, w.Member }).ToListAsync(ct)).Select(w => (w.File, w.Member)).ToHashSet();
        var named = (await db.NamedMembers.Where(n => files.Contains(n.File) && n.Until == null).Select(n => new { n.File, n.Member }).ToListAsync(ct)).ToLookup(n => n.File, n => n.Member);
        return pairs.Where(p => !here.Contains(p.Worker) || walls.Contains(p) || (named.Contains(p.File) && !named[p.File].Contains(p.Worker))).ToHashSet();
    }

    /// <summary>Puts a team on the list of one seal of a file that it is already in.</summary>
    public static void Unseal(PartnershipDb db, Act act, Id<CaseFile> file, Id<Team> team, Seal seal, string purpose, DateTime until) =>
        db.SealGrants.Add(SealGrant.Give(act, file, team, seal, purpose, until));

    /// <summary>Puts a team on the list of a seal that has never had one in this file: whoever records the first sealed part was told it. Where there is a list already,
    /// recording something does not open what others recorded.</summary>
    /// <returns>Whether the team is on the list now.</returns>
    public static async Task<bool> UnsealFirstAsync(PartnershipDb db, Act act, Id<CaseFile> file, Seal seal, string purpose, CancellationToken ct = default)
    {
        var given = await db.SealGrants.AsNoTracking().Where(g => g.File == file && g.Seal == seal).Select(g => new { g.Team, g.Until }).ToListAsync(ct);
        if (given.Count > 0)
            return given.Any(g => g.Until > act.At && act.Who.Teams.Contains(g.Team));
        var circle = await db.Circles.AsNoTracking().Where(c => c.File == file && act.Who.Teams.Contains(c.Team) && c.Until > act.At).OrderByDescending(c => c.Until).FirstOrDefaultAsync(ct);
        if (circle is not null)
            db.SealGrants.Add(SealGrant.Give(act, file, circle.Team, seal, purpose, circle.Until));
        return circle is not null;
    }

    /// <summary>Whether this viewer's team is on the list of one seal of a file that the viewer may know.</summary>
    public static async Task<bool> MayUnsealAsync(PartnershipDb db, Id<CaseFile> file, Seal seal, CancellationToken ct = default)
    {
        var (teams, now) = (db.Viewer.Teams.ToArray(), db.Viewer.Now);
        return await db.CaseFiles.AnyAsync(f => f.Id == file, ct) && await db.SealGrants.AnyAsync(g => g.File == file && g.Seal == seal && teams.Contains(g.Team) && now < g.Until, ct);
    }

    /// <summary>Whether any of these files stands outside every wall around this member: behind a wall a file does not even count.</summary>
    public static async Task<bool> AnyWithoutWallAsync(PartnershipDb db, IReadOnlyCollection<Id<CaseFile>> files, Id<Member> member, CancellationToken ct = default)
    {
        var walled = await db.Walls.Where(w => w.Member == member && files.Contains(w.File) && w.LiftedAt == null).Select(w => w.File).ToListAsync(ct);
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
            .Join(db.Agencies, both => both.t.Agency, a => a.Id, (both, a) => new CircleLine(both.t.Id, both.t.Name, a.Name, both.c.Depth, both.c.Purpose, both.c.Until,
                db.Members.Where(m => m.Id == both.c.Worker).Select(m => m.Name).FirstOrDefault()))
            .ToListAsync(ct);
        // A team that was let in twice is in it once, as deep as it goes and for as long as it stays.
        return [.. places.GroupBy(place => (place.Team, place.Worker)).Select(same => same.MaxBy(place => place.Until)! with { Depth = same.Max(place => place.Depth) })];
    }
}

/// <summary>One team in a file's circle, or one worker of it.</summary>
public sealed record CircleLine(Id<Team> Team, string TeamName, string Agency, Depth Depth, string Purpose, DateTime Until, string? Worker);
