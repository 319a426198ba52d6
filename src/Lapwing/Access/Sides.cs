using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Access;

/// <summary>Nobody holds a role on the side of those who are harmed and on the side of the person causing harm in one matter.
/// Source: Home Office, Standards for domestic abuse perpetrator interventions (2023), standard 1, "The priority outcome … should be enhanced safety …
/// for victims", with separate workers for each side; <c>docs/adr/never-both-sides.md</c>.
/// It is refused where it is given, and where it would come about through teams the member sees only the side they were first on.</summary>
public static class Sides
{
    private const string Standard = "Nobody works on both sides of one family (national standard 1 for work with people causing harm).";

    /// <summary>Whether a place on one side does not count because the same member has one on the other: a place for triage yields to any role,
    /// and between two roles the first holds; at the same instant the side of those who are harmed.</summary>
    /// <param name="opposite">The member's places on the other side that hold now.</param>
    public static bool IsBarred(Circle circle, IEnumerable<Circle> opposite) =>
        opposite.Any(o => o.Matter == circle.Matter && o.IsHarmSide != circle.IsHarmSide && !o.IsTriage
            && (circle.IsTriage || o.From < circle.From || (o.From == circle.From && circle.IsHarmSide)));

    /// <summary>A team that is already on the other side cannot come in.</summary>
    /// <exception cref="RuleBroken">It is.</exception>
    internal static async Task RefuseTeamAsync(PartnershipDb db, Act act, CaseFile file, Id<Team> team, CancellationToken ct)
    {
        var (matter, side, now) = (file.Matter, file.Side.IsHarmSide(), act.At);
        if (await db.Circles.AnyAsync(c => c.Matter == matter && c.IsHarmSide != side && !c.IsTriage && c.Team == team && c.Worker == null && (c.Depth == Depth.Work || c.Depth == Depth.Lead) && c.From <= now && now < c.Until, ct))
            throw new RuleBroken("both-sides", $"This team already works on the other side of this family. {Standard} Choose another team.");
    }

    /// <summary>The members of these who have a role on the other side of this file's matter.</summary>
    public static async Task<IReadOnlyList<Id<Member>>> OnOtherSideAsync(PartnershipDb db, Id<CaseFile> file, IReadOnlyCollection<Id<Member>> members, CancellationToken ct = default)
    {
        var now = db.Viewer.Now;
        if (await db.CaseFiles.AsNoTracking().Where(f => f.Id == file).Select(f => new { f.Matter, f.Side }).SingleOrDefaultAsync(ct) is not { } at)
            return [];
        var (matter, side) = (at.Matter, at.Side.IsHarmSide());
        return await db.Circles.Where(c => c.Matter == matter && c.IsHarmSide != side && !c.IsTriage && (c.Depth == Depth.Work || c.Depth == Depth.Lead) && c.From <= now && now < c.Until)
            .Join(db.TeamMemberships.Where(t => members.Contains(t.Member) && t.From <= now && (t.Until == null || now < t.Until)), c => c.Team, t => t.Team, (c, t) => new { c, t })
            .Where(both => both.c.Worker == null || both.c.Worker == both.t.Member).Select(both => both.t.Member).Distinct().ToListAsync(ct);
    }

    /// <summary>A member who is on the other side is given no work here.</summary>
    /// <exception cref="RuleBroken">One of them is; the words say which rule, and of whom.</exception>
    public static async Task RefuseAsync(PartnershipDb db, Id<CaseFile> file, IReadOnlyCollection<Id<Member>> members, CancellationToken ct = default)
    {
        var other = await OnOtherSideAsync(db, file, members, ct);
        if (other.Count == 0)
            return;
        var names = await db.Members.AsNoTracking().Where(m => other.Contains(m.Id)).OrderBy(m => m.Name).Select(m => m.Name).ToListAsync(ct);
        throw new RuleBroken("both-sides", $"{string.Join(", ", names)} already {(names.Count == 1 ? "works" : "work")} on the other side of this family. {Standard} Choose somebody else.");
    }

    /// <summary>Joining a team would put a member on both sides of a family at once. Said without a word about which.</summary>
    /// <exception cref="RuleBroken">It would.</exception>
    internal static async Task RefuseJoinAsync(PartnershipDb db, Act act, IReadOnlyCollection<TeamMembership> joined, CancellationToken ct)
    {
        var now = act.At;
        foreach (var of in joined.GroupBy(membership => membership.Member))
        {
            var member = of.Key;
            var left = db.ChangeTracker.Entries<TeamMembership>().Where(e => e.Entity.Member == member && e.Entity.Until is { } until && until <= now).Select(e => e.Entity.Id).ToArray();
            var already = await db.TeamMemberships.AsNoTracking().Where(t => t.Member == member && !left.Contains(t.Id) && (t.Until == null || now < t.Until)).Select(t => t.Team).ToListAsync(ct);
            Id<Team>[] teams = [.. already.Concat(of.Select(membership => membership.Team)).Distinct()];
            var news = of.Select(membership => membership.Team).ToArray();
            var at = db.Circles.Where(c => teams.Contains(c.Team) && (c.Worker == null || c.Worker == member) && !c.IsTriage && (c.Depth == Depth.Work || c.Depth == Depth.Lead) && c.From <= now && now < c.Until);
            if (teams.Length > 1 && await at.Where(c => c.IsHarmSide).AnyAsync(c => at.Any(o => !o.IsHarmSide && o.Matter == c.Matter && o.Team != c.Team && (news.Contains(o.Team) || news.Contains(c.Team))), ct))
                throw new RuleBroken("both-sides", $"This person's teams would work on opposite sides of the same family. {Standard} Choose other teams, or let the person leave one first.");
        }
    }

    /// <summary>A service has accepted: triage of both sides at once is over. The front door stays on the side of whom it triaged, as a role from now on,
    /// and leaves the other, unless the partnership decided that it keeps both.</summary>
    public static async Task SettleAsync(PartnershipDb db, Act act, Id<CaseFile> file, CancellationToken ct = default)
    {
        if ((await AccessSettings.ReadAsync(db, ct)).FrontDoorKeepsBothSides)
            return;
        var at = await db.CaseFiles.AsNoTracking().Where(f => f.Id == file).Select(f => new { f.Matter, f.Side }).SingleAsync(ct);
        Settle(act, at.Side, await db.Circles.Where(c => c.Matter == at.Matter && c.IsTriage && c.Until > act.At).ToListAsync(ct), db.Follows);
    }

    /// <param name="circles">The places of the matter that are for triage.</param>
    /// <param name="follows">Told of each that changes.</param>
    internal static void Settle(Act act, Side side, IEnumerable<Circle> circles, Action<object>? follows = null)
    {
        foreach (var circle in circles)
        {
            follows?.Invoke(circle);
            if (circle.IsHarmSide == side.IsHarmSide())
                circle.Settle();
            else
                circle.EndNow(act);
        }
    }
}
