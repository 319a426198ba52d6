using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accommodation;
using Lapwing.Modules.Accommodation.Sanctuary;
using Lapwing.Modules.Accommodation.Seeking;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Places;
using Lapwing.Modules.Groups;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Handovers;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Figures;

/// <summary>Those of the records behind a number that this viewer may know: need-to-know is asked for each, by the filter of the viewer's own database.</summary>
/// <param name="WorksCases">Whether the viewer's job sees records at all.</param>
/// <param name="Mine">How many they are.</param>
/// <param name="Listed">The first of them: reference and address of the page.</param>
public sealed record TracedRecords(bool WorksCases, int Mine, IReadOnlyList<(string Reference, string Url)> Listed)
{
    public static TracedRecords None { get; } = new(false, 0, []);

    /// <summary>How many records a page lists.</summary>
    public const int Most = 100;

    public static async Task<TracedRecords> OfAsync(PartnershipDb db, IReadOnlyList<Guid> records, CancellationToken ct)
    {
        if (!db.Viewer.May(Permission.WorkCases))
            return None;
        var (mine, found) = (0, new List<(string, string)>());
        foreach (var part in records.Chunk(500))
        {
            var referrals = part.Select(id => new Id<Referral>(id)).ToArray();
            var episodes = part.Select(id => new Id<SupportEpisode>(id)).ToArray();
            var behind = await db.SupportEpisodes.AsNoTracking().Where(e => episodes.Contains(e.Id)).Select(e => e.Referral).ToListAsync(ct);
            var handed = part.Select(id => new Id<Handover>(id)).ToArray();
            var arrived = part.Select(id => new Id<HandoverArrival>(id)).ToArray();
            var files = await db.Handovers.AsNoTracking().Where(h => handed.Contains(h.Id)).Select(h => h.CaseFile).ToListAsync(ct);
            files.AddRange(await db.HandoverArrivals.AsNoTracking().Where(a => arrived.Contains(a.Id)).Select(a => a.CaseFile).ToListAsync(ct));
            var ofFiles = files.Count == 0 ? [] : await db.Referrals.AsNoTracking().Where(r => files.Contains(r.CaseFile)).Select(r => r.Id).ToListAsync(ct);
            var wanted = referrals.Concat(behind.Select(id => new Id<Referral>(id))).Concat(ofFiles).Distinct().ToArray();
            var seen = await db.Referrals.AsNoTracking().Where(r => wanted.Contains(r.Id)).OrderBy(r => r.Reference).Select(r => new { r.Reference, r.Id }).ToListAsync(ct);
            mine += seen.Count;
            found.AddRange(seen.Take(Most - found.Count).Select(r => (r.Reference, $"/{db.Session.Address}/referrals/{r.Id}")));
            // What else is counted is told in the file that it stands in.
            foreach (var others in new[] { await OfPlacesAsync(db, part, ct), await OfSafetyAsync(db, part, ct), await OfGroupsAsync(db, part, ct) })
            {
                mine += others.Count;
                found.AddRange(others.Take(Most - found.Count));
            }
        }
        return new(true, mine, found);
    }

    private static async Task<IReadOnlyList<(string, string)>> OfPlacesAsync(PartnershipDb db, Guid[] part, CancellationToken ct)
    {
        var requests = part.Select(id => new Id<PlaceRequest>(id)).ToArray();
        var places = await db.PlaceRequests.AsNoTracking().Where(r => requests.Contains(r.Id)).OrderBy(r => r.AskedAt).Select(r => new { r.CaseFile, r.AskedAt }).ToListAsync(ct);
        return [.. places.Select(r => ($"A request for a place of {Time.Spoken.Day(r.AskedAt)}", Modules.Places.Pages.FilePlaceModel.Url(db.Session.Address, r.CaseFile)))];
    }

    private static async Task<IReadOnlyList<(string, string)>> OfSafetyAsync(PartnershipDb db, Guid[] part, CancellationToken ct)
    {
        var (asks, stays, works) = (part.Select(id => new Id<SafeRequest>(id)).ToArray(), part.Select(id => new Id<SafeStay>(id)).ToArray(), part.Select(id => new Id<SanctuaryWorks>(id)).ToArray());
        var files = await db.SafeRequests.AsNoTracking().Where(r => asks.Contains(r.Id)).Select(r => r.CaseFile)
            .Concat(db.SafeStays.AsNoTracking().Where(s => stays.Contains(s.Id)).Select(s => s.CaseFile))
            .Concat(db.SanctuaryWorks.AsNoTracking().Where(w => works.Contains(w.Id)).Select(w => w.CaseFile)).ToListAsync(ct);
        return [.. files.Select((file, n) => ($"Safe accommodation of a file, {n + 1}", SafetyModel.Url(db.Session.Address, file)))];
    }

    /// <summary>Waits, places and attendances of groups, and the pairs: each leads to the groups of the file that it stands in.</summary>
    private static async Task<IReadOnlyList<(string, string)>> OfGroupsAsync(PartnershipDb db, Guid[] part, CancellationToken ct)
    {
        var (waits, places, attendances) = (part.Select(id => new Id<WaitingEntry>(id)).ToArray(), part.Select(id => new Id<GroupPlace>(id)).ToArray(), part.Select(id => new Id<Attendance>(id)).ToArray());
        var files = (await db.WaitingEntries.AsNoTracking().Where(e => waits.Contains(e.Id)).Select(e => e.CaseFile).ToListAsync(ct))
            .Concat(await db.GroupPlaces.AsNoTracking().Where(p => places.Contains(p.Id) || p.Pair != null && part.Contains(p.Pair.Value) && p.Who == GroupFor.Children).Select(p => p.CaseFile).ToListAsync(ct))
            .Concat(await db.Attendances.AsNoTracking().Where(a => attendances.Contains(a.Id)).Select(a => a.CaseFile).ToListAsync(ct)).ToList();
        return [.. files.Select((file, n) => ($"Groups of a file, {n + 1}", $"/{db.Session.Address}/files/{file}/groups"))];
    }
}
