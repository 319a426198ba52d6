using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Access;

/// <summary>One sharing of a file, for the file's own page.</summary>
/// <param name="OpenedAt">When the other side first looked; none yet.</param>
/// <param name="ReceivedAt">When the other side said that they have it.</param>
public sealed record SharingLine(Id<Sharing> Id, string With, string? Worker, Depth Depth, IReadOnlyList<Seal> Seals, SharingPurpose Purpose, ConsentBasis Basis, string? Reasons,
    string SharedBy, DateTime At, DateTime Until, DateTime? RecalledAt, RecallReason? RecallReason, DateTime? OpenedAt, string? OpenedBy, DateTime? ReceivedAt, string? ReceivedBy, bool Stands);

/// <summary>What another team shared with mine.</summary>
/// <param name="CanOpen">Deep enough to open the file.</param>
/// <param name="Stands">It holds now, and so does the place that it gave one of the viewer's teams.</param>
public sealed record SharedWithMe(Id<Sharing> Id, Id<CaseFile> File, string From, string Telephone, Depth Depth, SharingPurpose Purpose, DateTime At, DateTime Until,
    DateTime? RecalledAt, RecallReason? RecallReason, DateTime? ReceivedAt, bool CanOpen, bool Stands);

/// <summary>Sharing a file, its receipt on the other side, and its end.</summary>
public static class Sharings
{
    private const int Most = 100;

    /// <summary>How long an ended sharing is still told to those who had it.</summary>
    private static readonly TimeSpan Told = TimeSpan.FromDays(90);

    /// <summary>Lets a team, one worker of it, or every team of an agency in for as long as the sharing stands.</summary>
    /// <exception cref="RuleBroken">The rule that it breaks: end, reasons, sides, seals that one's own team may not open.</exception>
    public static async Task<Sharing> ShareAsync(PartnershipDb db, Act act, FileKey key, SharedWith with, Depth depth, IReadOnlyCollection<Seal> seals,
        SharingPurpose purpose, ConsentBasis basis, string? reasons, DateTime until, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(with);
        var file = await db.CaseFiles.SingleAsync(f => f.Id == key.File, ct);
        if (act.Who.Emergencies.Contains(file.Id))
            throw new RuleBroken("emergency-add-only", "In an emergency you may read and add. The file's own team shares it.");
        var teams = await TeamsAsync(db, act, with, ct);
        foreach (var team in depth >= Depth.Work ? teams : [])
            await Sides.RefuseTeamAsync(db, act, file, team, ct);
        if (with.Worker is { } one && depth >= Depth.Work)
            await Sides.RefuseAsync(db, file.Id, [one], ct);
        var mine = await OpenSealsAsync(db, file.Id, ct);
        if (seals.Except(mine).Any())
            throw new RuleBroken("sharing-seal", "Your own team may not open one of these sealed parts, so it cannot share it.");
        var sharing = Sharing.Share(act, key, with, depth, seals, purpose, basis, reasons, until, act.At.AddMonths((await AccessSettings.ReadAsync(db, ct)).SharingMonths));
        db.Sharings.Add(sharing);
        db.Circles.AddRange(teams.Select(team => Circle.Share(act, file, sharing, team)));
        db.SealGrants.AddRange(teams.SelectMany(team => sharing.Seals.Select(seal => SealGrant.Share(act, sharing, team, seal))));
        return sharing;
    }

    /// <summary>Whom it lets in: the team, or the teams that the agency has today and that are not the sharer's own.</summary>
    private static async Task<IReadOnlyList<Id<Team>>> TeamsAsync(PartnershipDb db, Act act, SharedWith with, CancellationToken ct)
    {
        if (with.Team is { } team)
            return act.Who.Teams.Contains(team) && with.Worker is null ? throw new RuleBroken("sharing-own", "Your own team may know this file already. Choose another team.") : [team];
        var (agency, own) = (with.Agency!.Value, act.Who.Teams.ToArray());
        var teams = await db.Teams.AsNoTracking().Where(t => t.Agency == agency && t.IsActive && !own.Contains(t.Id)).OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(ct);
        return teams.Count > 0 ? teams : throw new RuleBroken("sharing-no-team", "This agency has no team that could be let in. Choose another, or a team.");
    }

    /// <summary>The sealed parts that the viewer's own teams may open in this file now.</summary>
    public static async Task<IReadOnlyList<Seal>> OpenSealsAsync(PartnershipDb db, Id<CaseFile> file, CancellationToken ct = default)
    {
        var (teams, me, now) = (db.Viewer.Teams.ToArray(), db.Viewer.Member, db.Viewer.Now);
        return await db.SealGrants.Where(g => g.File == file && teams.Contains(g.Team) && (g.Worker == null || g.Worker == me) && now < g.Until).Select(g => g.Seal).Distinct().ToListAsync(ct);
    }

    /// <summary>Ends one sharing at this moment, with every place and seal that it gave: access is worked out on each request, so the next one is refused.</summary>
    public static async Task RecallAsync(PartnershipDb db, Act act, Sharing sharing, RecallReason reason, CancellationToken ct = default)
    {
        sharing.Recall(act, reason);
        foreach (var circle in await db.Circles.Where(c => c.Sharing == sharing.Id && c.Until > act.At).ToListAsync(ct))
            circle.EndNow(act);
        foreach (var grant in await db.SealGrants.Where(g => g.Sharing == sharing.Id && g.Until > act.At).ToListAsync(ct))
            grant.EndNow(act);
    }

    /// <summary>One sharing of a file that this viewer may know.</summary>
    public static Task<Sharing?> FindAsync(PartnershipDb db, Id<CaseFile> file, Id<Sharing> id, CancellationToken ct = default) =>
        db.Sharings.SingleOrDefaultAsync(s => s.Id == id && s.CaseFile == file && db.CaseFiles.Any(f => f.Id == file), ct);

    /// <summary>The person withdrew their agreement: everything that was shared because of it ends at once.</summary>
    /// <returns>How many ended.</returns>
    public static async Task<int> WithdrawConsentAsync(PartnershipDb db, Act act, Id<CaseFile> file, CancellationToken ct = default)
    {
        var standing = await db.Sharings.Where(s => s.CaseFile == file && s.Basis == ConsentBasis.Consent && s.RecalledAt == null && s.Until > act.At).ToListAsync(ct);
        foreach (var sharing in standing)
            await RecallAsync(db, act, sharing, RecallReason.ConsentWithdrawn, ct);
        return standing.Count;
    }

    /// <summary>All sharings of a file, the latest first, with the other side's receipt.</summary>
    public static async Task<IReadOnlyList<SharingLine>> OfFileAsync(PartnershipDb db, FileKey key, CancellationToken ct = default)
    {
        var (file, now) = (key.File, db.Viewer.Now);
        var found = await db.Sharings.AsNoTracking().Where(s => s.CaseFile == file).OrderByDescending(s => s.At).Take(Most).ToListAsync(ct);
        if (found.Count == 0)
            return [];
        var ids = found.Select(s => s.Id).ToArray();
        var letIn = (await db.Circles.AsNoTracking().Where(c => c.File == file && c.Sharing != null).Select(c => new { c.Sharing, c.Team }).ToListAsync(ct)).ToLookup(c => c.Sharing!.Value, c => c.Team);
        var teamIds = letIn.SelectMany(teams => teams).Distinct().ToArray();
        var agencyIds = found.Select(s => s.Agency).OfType<Id<Agency>>().Distinct().ToArray();
        var teams = await db.Teams.AsNoTracking().Where(t => teamIds.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Name, ct);
        var agencies = await db.Agencies.AsNoTracking().Where(a => agencyIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        var receipts = (await db.SharingReceipts.AsNoTracking().Where(r => ids.Contains(r.Sharing)).ToListAsync(ct)).ToLookup(r => r.Sharing);
        var looks = await LooksAsync(db, file, teamIds, found.Min(s => s.At), ct);
        var people = found.SelectMany(s => new[] { s.SharedBy, s.Worker ?? s.SharedBy }).Concat(receipts.SelectMany(r => r).Select(r => r.By)).Concat(looks.Select(l => l.Member)).Distinct().ToArray();
        var names = await db.Members.AsNoTracking().Where(m => people.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        string Name(Id<Member> id) => names.GetValueOrDefault(id, "A former member");
        string With(Sharing s) => s.Agency is { } agency ? $"{agencies.GetValueOrDefault(agency, "A former agency")}, all of its teams on that day" : s.Team is { } team ? teams.GetValueOrDefault(team, "A former team") : "A former team";
        return [.. found.Select(s =>
        {
            var receipt = receipts[s.Id].MinBy(r => r.At);
            var look = looks.Where(l => letIn[s.Id].Contains(l.Team) && l.At >= s.At && (s.Worker is null || s.Worker == l.Member)).MinBy(l => l.At);
            return new SharingLine(s.Id, With(s), s.Worker is { } worker ? Name(worker) : null, s.Depth, s.Seals, s.Purpose, s.Basis, key.RevealIfAny(s.Reasons),
                Name(s.SharedBy), s.At, s.Until, s.RecalledAt, s.RecallReason, look?.At, look is null ? null : Name(look.Member), receipt?.At, receipt is null ? null : Name(receipt.By), s.Stands(now));
        })];
    }

    /// <summary>The first look of each member of these teams since then, from the trail: nobody has to keep it a second time.</summary>
    private static async Task<IReadOnlyList<TeamLook>> LooksAsync(PartnershipDb db, Id<CaseFile> file, Id<Team>[] teams, DateTime since, CancellationToken ct)
    {
        var members = await db.TeamMemberships.AsNoTracking().Where(t => teams.Contains(t.Team)).Select(t => new { t.Member, t.Team }).Distinct().ToListAsync(ct);
        var ids = members.Select(m => m.Member.Value).Distinct().ToArray();
        var looks = await db.AuditEntries.AsNoTracking().Where(e => e.CaseFile == file.Value && e.At >= since && e.Action == "read" && ids.Contains(e.Actor)).Select(e => new { e.Actor, e.At }).ToListAsync(ct);
        return [.. looks.SelectMany(look => members.Where(m => m.Member.Value == look.Actor).Select(m => new TeamLook(m.Team, m.Member, look.At)))];
    }

    private sealed record TeamLook(Id<Team> Team, Id<Member> Member, DateTime At);

    /// <summary>What is shared with the viewer's teams, and what was until lately. Walls and restrictions hold here as everywhere.</summary>
    public static async Task<IReadOnlyList<SharedWithMe>> WithMeAsync(PartnershipDb db, CancellationToken ct = default)
    {
        var (since, now) = (db.Viewer.Now - Told, db.Viewer.Now);
        var found = await Mine(db).Where(s => s.RecalledAt == null ? s.Until > since : s.RecalledAt > since).OrderByDescending(s => s.At).Take(Most).ToListAsync(ct);
        var ids = found.Select(s => s.Id).ToArray();
        var (by, files) = (found.Select(s => s.SharedBy).ToArray(), found.Select(s => s.CaseFile).ToArray());
        var open = await db.CaseFiles.Where(f => files.Contains(f.Id)).Select(f => f.Id).ToListAsync(ct);
        var receipts = (await db.SharingReceipts.AsNoTracking().Where(r => ids.Contains(r.Sharing)).Select(r => new { r.Sharing, r.At }).ToListAsync(ct)).ToLookup(r => r.Sharing, r => r.At);
        var from = (await db.TeamMemberships.AsNoTracking().Where(t => by.Contains(t.Member) && (t.Until == null || t.Until > now))
            .Join(db.Teams, t => t.Team, team => team.Id, (t, team) => new { t.Member, team.Name, team.Telephone }).ToListAsync(ct)).ToLookup(t => t.Member);
        return [.. found.Select(s => new SharedWithMe(s.Id, s.CaseFile, from[s.SharedBy].FirstOrDefault()?.Name ?? "A former team", from[s.SharedBy].FirstOrDefault()?.Telephone ?? "", s.Depth, s.Purpose, s.At, s.Until,
            s.RecalledAt, s.RecallReason, receipts[s.Id].Any() ? receipts[s.Id].Min() : null, s.Stands(now) && open.Contains(s.CaseFile), s.Stands(now)))];
    }

    /// <summary>"We have it."</summary>
    /// <exception cref="RuleBroken">It is not shared with one of the viewer's teams, or no longer.</exception>
    public static async Task ReceiveAsync(PartnershipDb db, Act act, Id<Sharing> id, CancellationToken ct = default)
    {
        if (await Mine(db).SingleOrDefaultAsync(s => s.Id == id, ct) is not { } sharing || !sharing.Stands(act.At))
            throw new RuleBroken("sharing-over", "This is not shared with your team any more.");
        if (!await db.SharingReceipts.AnyAsync(r => r.Sharing == id, ct))
            db.SharingReceipts.Add(SharingReceipt.Give(act, id));
    }

    private static IQueryable<Sharing> Mine(PartnershipDb db)
    {
        var (teams, me) = (db.Viewer.Teams.ToArray(), db.Viewer.Member);
        return db.Sharings.AsNoTracking().Where(s => db.Circles.Any(c => c.Sharing == s.Id && teams.Contains(c.Team) && (c.Worker == null || c.Worker == me)) && s.SharedBy != me
            && !db.Walls.Any(w => w.File == s.CaseFile && w.Member == me && w.LiftedAt == null)
            && (!db.NamedMembers.Any(n => n.File == s.CaseFile && n.Until == null) || db.NamedMembers.Any(n => n.File == s.CaseFile && n.Member == me && n.Until == null)));
    }
}
