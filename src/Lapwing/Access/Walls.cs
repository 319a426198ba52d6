using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Access;

/// <summary>A wall as the guardian sees it: whom it keeps out and why, and of the file its number and nothing else.</summary>
/// <param name="LeavesNobody">No member of the circle's teams is left who may know the file.</param>
public sealed record WallLine(Id<Wall> Id, Id<CaseFile> File, string Member, string Reason, bool IsSuspected, DateTime Since, DateTime ReviewDue, string? ProposedBy, bool IProposed, bool LeavesNobody);

/// <summary>Which walls the guardian looks at.</summary>
public enum WallPart { ToDecide, ToReview, Standing }

/// <summary>Raising a wall by hand, and what the guardian does with walls. Whoever is behind a wall decides nothing about it and does not see it.</summary>
public static class Walls
{
    public const int PageSize = 25;

    /// <summary>The survivor named somebody who must not know, or a member says so of themselves: at once, whoever it is.</summary>
    /// <exception cref="RuleBroken">There is one already.</exception>
    public static async Task RaiseAsync(PartnershipDb db, Act act, Id<CaseFile> file, Id<Member> member, string reason, CancellationToken ct = default)
    {
        var matter = await db.CaseFiles.Where(f => f.Id == file).Select(f => f.Matter).SingleAsync(ct);
        await using var all = db.BesideAs(NeedToKnow.Unrestricted(db.Viewer, UnrestrictedReason.ConflictCheck));
        var files = await all.CaseFiles.Where(f => f.Matter == matter).Select(f => f.Id).ToListAsync(ct);
        var there = await db.Walls.Where(w => files.Contains(w.File) && w.Member == member && w.LiftedAt == null && !w.IsSuspected).Select(w => w.File).ToListAsync(ct);
        foreach (var other in files.Except(there))
        {
            var wall = Wall.Raise(act, other, member, reason);
            db.Walls.Add(wall);
            db.Follows(wall);
        }
    }

    /// <summary>The guardian's list, page by page; never one that stands around the guardian.</summary>
    public static async Task<(IReadOnlyList<WallLine> Lines, bool HasMore)> ForGuardianAsync(PartnershipDb db, WallPart part, int number, CancellationToken ct = default)
    {
        var me = db.Viewer.Member;
        var found = await Part(db, part).OrderBy(w => w.ReviewDue).ThenBy(w => w.Id).Skip((Math.Max(1, number) - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        var people = found.Select(w => w.Member).Concat(found.Select(w => w.LiftProposedBy).OfType<Id<Member>>()).Distinct().ToArray();
        var names = await db.Members.AsNoTracking().Where(m => people.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        string Name(Id<Member> id) => names.GetValueOrDefault(id, "A former member");
        var empty = await WithNobodyAsync(db, [.. found.Select(w => w.File).Distinct()], ct);
        return ([.. found.Take(PageSize).Select(w => new WallLine(w.Id, w.File, Name(w.Member), WallReason.Title(w.Reason), w.IsSuspected, w.From, w.ReviewDue,
            w.LiftProposedBy is { } by ? Name(by) : null, w.LiftProposedBy == me, empty.Contains(w.File)))], found.Count > PageSize);
    }

    public static Task<int> CountAsync(PartnershipDb db, WallPart part, CancellationToken ct = default) => Part(db, part).CountAsync(ct);

    /// <summary>One wall for the guardian to decide on; nothing when it is not there or stands around the guardian.</summary>
    public static async Task<Wall?> FindAsync(PartnershipDb db, Id<Wall> id, CancellationToken ct = default)
    {
        var me = db.Viewer.Member;
        var wall = await db.Walls.SingleOrDefaultAsync(w => w.Id == id && w.LiftedAt == null && w.Member != me, ct);
        if (wall is not null)
            db.Follows(wall);
        return wall;
    }

    private static IQueryable<Wall> Part(PartnershipDb db, WallPart part)
    {
        var (me, now) = (db.Viewer.Member, db.Viewer.Now);
        // Whoever knows that a file is walled off from a colleague knows that it is there: behind one's own wall not even that.
        var seen = db.Walls.AsNoTracking().Where(w => w.LiftedAt == null && w.Member != me && !db.Walls.Any(mine => mine.File == w.File && mine.Member == me && mine.LiftedAt == null));
        return part switch
        {
            WallPart.ToDecide => seen.Where(w => w.IsSuspected || w.LiftProposedBy != null),
            WallPart.ToReview => seen.Where(w => !w.IsSuspected && w.LiftProposedBy == null && w.ReviewDue <= now),
            _ => seen.Where(w => !w.IsSuspected),
        };
    }

    private static async Task<IReadOnlySet<Id<CaseFile>>> WithNobodyAsync(PartnershipDb db, Id<CaseFile>[] files, CancellationToken ct)
    {
        var now = db.Viewer.Now;
        var some = await db.Circles.Where(c => files.Contains(c.File) && c.From <= now && now < c.Until && (c.Depth == Depth.Work || c.Depth == Depth.Lead))
            .Join(db.TeamMemberships.Where(t => t.From <= now && (t.Until == null || now < t.Until)), c => c.Team, t => t.Team, (c, t) => new { c.File, t.Member })
            .Where(both => !db.Walls.Any(w => w.File == both.File && w.Member == both.Member && w.LiftedAt == null)).Select(both => both.File).Distinct().ToListAsync(ct);
        return files.Except(some).ToHashSet();
    }
}
