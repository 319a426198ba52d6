using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Access;

/// <summary>One line of the report: who, why, how often; of the file its number alone.</summary>
public sealed record UnusualLine(Id<Member> Member, string Name, UnusualReason Reason, Guid? File, int Times, DateOnly Last);

/// <summary>The look-back over the trail for the guardian: looks without an evident need, judged by <see cref="UnusualRules"/>.</summary>
public static class UnusualAccess
{
    /// <summary>How far it looks back.</summary>
    public const int Days = 90;

    /// <summary>Who wrote in a file so many days before or after has a need to look.</summary>
    private const int NeedDays = 30;

    public static async Task<IReadOnlyList<UnusualLine>> ReadAsync(PartnershipDb db, CancellationToken ct = default)
    {
        if (!db.Viewer.May(Permission.GuardWalls))
            throw new RuleBroken("guardian-only", "Only the guardian of this partnership sees this report.");
        await using var all = db.BesideAs(NeedToKnow.Unrestricted(db.Viewer, UnrestrictedReason.LookBack));
        var (since, me) = (db.Viewer.Now.AddDays(-Days), db.Viewer.Member);
        var walled = (await db.Walls.Where(w => w.Member == me && w.LiftedAt == null).Select(w => w.File.Value).ToListAsync(ct)).ToHashSet();
        var entries = (await all.AuditEntries.AsNoTracking().Where(e => e.At >= since && e.CaseFile != null).Select(e => new { e.Actor, File = e.CaseFile!.Value, e.At, e.Action }).ToListAsync(ct))
            .Where(e => !walled.Contains(e.File)).ToList();
        var wrote = entries.Where(e => e.Action is not ("read" or "list" or "duplicate-check")).ToLookup(e => (e.Actor, e.File), e => LondonTime.DateOf(e.At).DayNumber);
        var supports = (await all.SupportEpisodes.AsNoTracking().Where(e => e.Worker != null).Select(e => new { e.Worker, e.CaseFile }).ToListAsync(ct)).Select(e => (e.Worker!.Value.Value, e.CaseFile.Value)).ToHashSet();
        var opened = entries.Where(e => e.Action == "read").Select(e => (e.Actor, e.File, Day: LondonTime.DateOf(e.At))).Distinct()
            .Select(o => (o.Actor, o.File, o.Day, HadNeed: supports.Contains((o.Actor, o.File)) || wrote[(o.Actor, o.File)].Any(day => Math.Abs(day - o.Day.DayNumber) <= NeedDays))).ToList();
        var names = await db.Members.AsNoTracking().ToDictionaryAsync(m => m.Id.Value, m => m.Name, ct);
        var same = await SameNamesAsync(all, names, [.. opened.Where(o => !o.HadNeed).Select(o => (o.Actor, o.File)).Distinct()], ct);
        var found = UnusualRules.Of([.. opened.Select(o => new Look(o.Actor, o.File, o.Day, o.HadNeed, same.Contains((o.Actor, o.File))))]);
        return [.. found.Where(u => names.ContainsKey(u.Member) && u.Member != me.Value).Select(u => new UnusualLine(new(u.Member), names[u.Member], u.Reason, u.File, u.Times, u.Last))];
    }

    /// <summary>In which of these somebody has the family name of the member who looked: by keyed terms, so that no name is revealed.</summary>
    private static async Task<HashSet<(Guid Member, Guid File)>> SameNamesAsync(PartnershipDb all, Dictionary<Guid, string> names, IReadOnlyList<(Guid Member, Guid File)> looks, CancellationToken ct)
    {
        var same = new HashSet<(Guid, Guid)>();
        foreach (var of in looks.GroupBy(look => look.Member))
        {
            if (!names.TryGetValue(of.Key, out var name) || PlainName.Parts(name) is not { Count: > 1 } parts)
                continue;
            long[] term = [all.Session.Index.NumberOf(new SearchTerm(SearchTermKind.Name, parts[^1]))];
            foreach (var some in of.Select(look => new Id<CaseFile>(look.File)).Distinct().Chunk(500))
                same.UnionWith((await (await all.KeysWithAsync(term, ct)).Where(k => some.Contains(k.CaseFile)).Select(k => k.CaseFile).Distinct().ToListAsync(ct)).Select(file => (of.Key, file.Value)));
        }
        return same;
    }
}
