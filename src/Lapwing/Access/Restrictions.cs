using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Access;

/// <summary>Somebody who may know a file, as a choice of whom to name.</summary>
public sealed record Nameable(Id<Member> Member, string Name, string Team, bool IsNamed, bool MayRestrict);

/// <summary>A restricted file as the guardian sees it: its number and how many of those named are still here.</summary>
public sealed record RestrictedLine(Id<CaseFile> File, DateTime Since, int Named, int StillHere);

/// <summary>Narrowing a file to a few members by name: for whom even a colleague of the same team must not know, such as a member of staff or a public person.
/// For everybody else the record does not exist, managers and break-glass included. Figures go on counting it.</summary>
public static class Restrictions
{
    public static Task<bool> IsRestrictedAsync(PartnershipDb db, Id<CaseFile> file, CancellationToken ct = default) => db.NamedMembers.AnyAsync(n => n.File == file && n.Until == null, ct);

    /// <summary>Everybody of the circle's teams who does case work and stands outside every wall of this file.</summary>
    public static async Task<IReadOnlyList<Nameable>> WhoCanBeNamedAsync(PartnershipDb db, Id<CaseFile> file, CancellationToken ct = default)
    {
        if (!await db.CaseFiles.AnyAsync(f => f.Id == file, ct))
            return [];
        var now = db.Viewer.Now;
        var members = await db.Circles.Where(c => c.File == file && c.From <= now && now < c.Until && (c.Depth == Depth.Work || c.Depth == Depth.Lead))
            .Join(db.TeamMemberships.Where(t => t.From <= now && (t.Until == null || now < t.Until)), c => c.Team, t => t.Team, (c, t) => new { c, t })
            .Where(both => both.c.Worker == null || both.c.Worker == both.t.Member)
            .Join(db.Members.Where(m => m.From <= now && (m.Until == null || now < m.Until)), both => both.t.Member, m => m.Id, (both, m) => new { m, both.t.Team })
            .Join(db.Teams, found => found.Team, t => t.Id, (found, t) => new { found.m.Id, found.m.Name, found.m.Jobs, Team = t.Name }).ToListAsync(ct);
        var named = await db.NamedMembers.Where(n => n.File == file && n.Until == null).Select(n => n.Member).ToListAsync(ct);
        var free = await Circles.OutsideWallsAsync(db, file, [.. members.Select(m => m.Id).Distinct()], ct);
        return [.. members.Where(m => free.Contains(m.Id) && m.Jobs.Allows(Permission.WorkCases)).GroupBy(m => m.Id)
            .Select(same => new Nameable(same.Key, same.First().Name, string.Join(", ", same.Select(m => m.Team).Distinct().Order(StringComparer.Ordinal)), named.Contains(same.Key), same.First().Jobs.Allows(Permission.RestrictFiles)))
            .OrderBy(m => m.Name, StringComparer.Ordinal)];
    }

    /// <summary>Narrows the file to exactly these.</summary>
    /// <exception cref="RuleBroken">Nobody would be left, or nobody who can widen it again, or somebody cannot be named.</exception>
    public static async Task NarrowAsync(PartnershipDb db, Act act, Id<CaseFile> file, IReadOnlyCollection<Id<Member>> members, CancellationToken ct = default)
    {
        var able = (await WhoCanBeNamedAsync(db, file, ct)).Where(m => members.Contains(m.Member)).ToList();
        if (members.Count == 0 || able.Count != members.Distinct().Count())
            throw new RuleBroken("restrict-nobody", "Choose at least one person, each of a team that may know this file.");
        if (!able.Any(m => m.MayRestrict))
            throw new RuleBroken("restrict-manager", "Choose at least one manager or member of the front door: nobody else could open the file to more people again.");
        await Sides.RefuseAsync(db, file, members, ct);
        var now = await db.NamedMembers.Where(n => n.File == file && n.Until == null).ToListAsync(ct);
        foreach (var gone in now.Where(n => !members.Contains(n.Member)))
            gone.End(act);
        db.NamedMembers.AddRange(members.Distinct().Except(now.Select(n => n.Member)).Select(member => NamedMember.Name(act, file, member)));
    }

    /// <summary>The whole circle may know the file again.</summary>
    public static async Task WidenAsync(PartnershipDb db, Act act, Id<CaseFile> file, CancellationToken ct = default)
    {
        foreach (var named in await db.NamedMembers.Where(n => n.File == file && n.Until == null).ToListAsync(ct))
            named.End(act);
    }

    /// <summary>Every restricted file by its number, so that the guardian sees where nobody is left; none behind a wall of the guardian's own.</summary>
    public static async Task<IReadOnlyList<RestrictedLine>> ForGuardianAsync(PartnershipDb db, CancellationToken ct = default)
    {
        var (me, now) = (db.Viewer.Member, db.Viewer.Now);
        var named = await db.NamedMembers.AsNoTracking().Where(n => n.Until == null && !db.Walls.Any(w => w.File == n.File && w.Member == me && w.LiftedAt == null))
            .Select(n => new { n.File, n.From, IsHere = db.Members.Any(m => m.Id == n.Member && m.From <= now && (m.Until == null || now < m.Until)) }).ToListAsync(ct);
        return [.. named.GroupBy(n => n.File).Select(of => new RestrictedLine(of.Key, of.Min(n => n.From), of.Count(), of.Count(n => n.IsHere))).OrderBy(line => line.StillHere).ThenBy(line => line.Since)];
    }

    /// <summary>Nobody of those named is here any more: the guardian names somebody, who must be in the circle to see it.</summary>
    /// <exception cref="RuleBroken">Somebody who was named is still here and decides.</exception>
    public static async Task NameAnotherAsync(PartnershipDb db, Act act, Id<CaseFile> file, Id<Member> member, CancellationToken ct = default)
    {
        if ((await ForGuardianAsync(db, ct)).SingleOrDefault(line => line.File == file) is not { StillHere: 0 })
            throw new RuleBroken("restrict-somebody", "Somebody who was named is still here and decides who else is.");
        if (member == act.Who.Member || await db.Walls.AnyAsync(w => w.File == file && w.Member == member && w.LiftedAt == null, ct))
            throw new RuleBroken("restrict-member", "This person cannot be named. Choose somebody else.");
        var named = NamedMember.Name(act, file, member);
        db.NamedMembers.Add(named);
        db.Follows(named);
    }
}
