using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Places.Pages;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Places;

/// <summary>What shared places have to tell of a file: that one was asked for, what the panel said, what became of it, the work of each strand, and what was told across the sides.</summary>
internal static class FileTimelineOfPlaces
{
    public static readonly (TimelineKind, TimelineSource)[] Sources = [(TimelineKind.Place, RequestsAsync), (TimelineKind.Place, ContactsAsync), (TimelineKind.Place, ExchangesAsync)];

    /// <summary>More requests and decisions than one file ever has: they are read whole, because each tells of several moments.</summary>
    private const int Most = 200;

    private static async Task<IReadOnlyList<TimelineEntry>> RequestsAsync(PartnershipDb db, TimelineAsk ask, CancellationToken ct)
    {
        if (ask.About is not null)
            return [];
        var (entries, url) = (new List<TimelineEntry>(), FilePlaceModel.Url(ask.Partnership, ask.File));
        void Add(DateTime? at, Guid record, string title, Id<Member>? by, Protected? words = null)
        {
            if (at is { } moment)
                entries.Add(new(moment, TimelineKind.Place, record, title, by, null) { Url = url, Words = words });
        }
        var requests = await db.PlaceRequests.AsNoTracking().Where(r => r.CaseFile == ask.File).OrderByDescending(r => r.AskedAt).Take(Most)
            .Join(db.PlacePools, r => r.Pool, p => p.Id, (r, p) => new { Request = r, p.Name }).ToListAsync(ct);
        foreach (var r in requests)
            Add(r.Request.AskedAt, r.Request.Id.Value, $"A place of {r.Name} was asked for", r.Request.AskedBy, r.Request.Why);
        foreach (var d in requests.Count == 0 ? [] : await db.PanelDecisions.AsNoTracking().Where(d => d.CaseFile == ask.File).OrderByDescending(d => d.At).Take(Most).ToListAsync(ct))
        {
            Add(d.At, d.Id.Value, $"The panel decided: {Spoken.InSentence(d.Answer.Title())}", d.By, d.Reason);
            Add(d.ContestedAt, d.Id.Value, "The panel's decision was contested", d.ContestedBy, d.ContestReason);
            Add(d.SettledAt, d.Id.Value, d.Result == ContestResult.Upheld ? "The contested decision was upheld" : "The contested decision is to be taken again", d.SettledBy, d.SettledReason);
        }
        var ids = requests.Select(r => r.Request.Id).ToArray();
        foreach (var t in ids.Length == 0 ? [] : await db.PlaceTurns.AsNoTracking().Where(t => ids.Contains(t.Request)).ToListAsync(ct))
        {
            Add(t.OfferedAt, t.Id.Value, "A place was offered", null);
            Add(t.AcceptedAt, t.Id.Value, "The place was accepted", null);
            Add(t.StartedAt, t.Id.Value, "The work began", t.CaseManager);
            Add(t.EndedAt, t.Id.Value, t is { State: TurnState.Ended, Outcome: { } outcome } ? $"The work ended: {Spoken.InSentence(outcome.Title())}"
                : t.ReturnedFor is { } why ? $"The place went back: {Spoken.InSentence(why.Title())}" : "The request ended", null);
        }
        return ask.Of(entries);
    }

    private static async Task<IReadOnlyList<TimelineEntry>> ContactsAsync(PartnershipDb db, TimelineAsk ask, CancellationToken ct) => ask.About is not null ? [] :
        [.. (await db.ProgrammeContacts.AsNoTracking().Where(c => c.CaseFile == ask.File && c.At <= ask.NotAfter && c.At >= ask.NotBefore && (ask.By == null || c.By == ask.By))
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(ask.Most).ToListAsync(ct))
            .Select(c => new TimelineEntry(c.At, TimelineKind.Place, c.Id.Value, $"{c.Strand.Title()}: {(c.IsDirect ? "direct" : "indirect")} contact on {Spoken.Day(c.On)}", c.By, null)
                { Words = c.Note, Url = PlaceWorkModel.Url(ask.Partnership, ask.File) })];

    private static async Task<IReadOnlyList<TimelineEntry>> ExchangesAsync(PartnershipDb db, TimelineAsk ask, CancellationToken ct) => ask.About is not null ? [] :
        [.. (await db.SideExchanges.AsNoTracking().Where(x => x.CaseFile == ask.File && x.At <= ask.NotAfter && x.At >= ask.NotBefore && (ask.By == null || x.By == ask.By))
            .OrderByDescending(x => x.At).ThenByDescending(x => x.Id).Take(ask.Most).ToListAsync(ct))
            .Select(x => new TimelineEntry(x.At, TimelineKind.Place, x.Id.Value, $"{x.State switch { Work.ExchangeState.Sent => "Told the other side", Work.ExchangeState.Received => "Heard from the other side", _ => "Not told to the other side" }}: {Spoken.InSentence(x.Purpose.Title())}", x.By, null)
                { Words = x.Words, Url = ExchangeModel.Url(ask.Partnership, ask.File) })];
}
