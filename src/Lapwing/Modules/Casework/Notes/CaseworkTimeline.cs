using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Documents;
using Lapwing.Modules.Casework.Measuring;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Modules.People;
using Lapwing.Web;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Notes;

/// <summary>What casework has to tell of a file: notes, contacts, tasks, plans, documents and outcomes.</summary>
internal static class CaseworkTimeline
{
    public static readonly (TimelineKind, TimelineSource)[] Sources =
    [
        (TimelineKind.Note, NotesAsync), (TimelineKind.Contact, ContactsAsync), (TimelineKind.Task, SetAsync), (TimelineKind.Task, DoneAsync), (TimelineKind.Plan, PlansAsync),
        (TimelineKind.Document, (db, ask, ct) => DocumentsAsync(db.Documents, ask, ct)), (TimelineKind.Document, (db, ask, ct) => DocumentsAsync(db.HealthDocuments, ask, ct)),
        (TimelineKind.Document, (db, ask, ct) => DocumentsAsync(db.LegalDocuments, ask, ct)), (TimelineKind.Outcome, OutcomesAsync), (TimelineKind.Outcome, SeverityAsync),
    ];

    private static async Task<IReadOnlyList<TimelineEntry>> NotesAsync(PartnershipDb db, TimelineAsk ask, CancellationToken ct)
    {
        var notes = await db.Notes.AsNoTracking().Where(n => n.CaseFile == ask.File && n.HappenedAt <= ask.NotAfter && n.HappenedAt >= ask.NotBefore
                && (ask.By == null || n.By == ask.By) && (ask.About == null || n.About == ask.About))
            .OrderByDescending(n => n.HappenedAt).ThenByDescending(n => n.Id).Take(ask.Most).ToListAsync(ct);
        var ids = notes.Select(n => (Id<Note>?)n.Id).ToArray();
        var corrected = (await db.Notes.AsNoTracking().Where(n => n.CaseFile == ask.File && ids.Contains(n.Corrects)).Select(n => n.Corrects).ToListAsync(ct)).ToHashSet();
        return [.. notes.Select(n => new TimelineEntry(n.HappenedAt, TimelineKind.Note, n.Id.Value, NoteTyped.TitleOf(n.Kind), n.By, n.About)
        {
            Words = n.Words, Url = NoteModel.Url(ask.Partnership, ask.File, n.Id), WrittenAt = n.SignedAt,
            More = string.Join(" ", new[] { n.IsThirdParty ? "Third-party information." : null, n.Corrects is null ? null : "Corrects an earlier note.", corrected.Contains(n.Id) ? "Corrected by a later note." : null }.OfType<string>()),
        })];
    }

    private static async Task<IReadOnlyList<TimelineEntry>> ContactsAsync(PartnershipDb db, TimelineAsk ask, CancellationToken ct) => ask.About is not null ? [] :
        [.. (await db.ContactEntries.AsNoTracking().Where(c => c.CaseFile == ask.File && c.At <= ask.NotAfter && c.At >= ask.NotBefore && (ask.By == null || c.By == ask.By))
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(ask.Most).ToListAsync(ct))
            .Select(c => new TimelineEntry(c.At, TimelineKind.Contact, c.Id.Value, $"{(c.Result == ContactResult.Made ? "Contact made" : "Contact tried")}: {c.Channel.Title().ToLowerInvariant()}", c.By, null) { Words = c.Note })];

    private static async Task<IReadOnlyList<TimelineEntry>> SetAsync(PartnershipDb db, TimelineAsk ask, CancellationToken ct) => ask.About is not null ? [] :
        [.. (await db.CaseTasks.AsNoTracking().Where(t => t.CaseFile == ask.File && t.SetAt <= ask.NotAfter && t.SetAt >= ask.NotBefore && (ask.By == null || t.SetBy == ask.By))
            .OrderByDescending(t => t.SetAt).ThenByDescending(t => t.Id).Take(ask.Most).ToListAsync(ct))
            .Select(t => new TimelineEntry(t.SetAt, TimelineKind.Task, t.Id.Value, t.Step is null ? "Task set" : "Step of the plan set", t.SetBy, null)
            {
                Words = t.Title, Url = TaskModel.Url(ask.Partnership, ask.File, t.Id), More = $"Due {Time.Spoken.Day(t.DueOn)}.",
            })];

    private static async Task<IReadOnlyList<TimelineEntry>> DoneAsync(PartnershipDb db, TimelineAsk ask, CancellationToken ct) => ask.About is not null ? [] :
        [.. (await db.CaseTasks.AsNoTracking().Where(t => t.CaseFile == ask.File && t.DoneAt != null && t.DoneAt <= ask.NotAfter && t.DoneAt >= ask.NotBefore && (ask.By == null || t.DoneBy == ask.By))
            .OrderByDescending(t => t.DoneAt).ThenByDescending(t => t.Id).Take(ask.Most).ToListAsync(ct))
            .Select(t => new TimelineEntry(t.DoneAt!.Value, TimelineKind.Task, t.Id.Value, t.IsDropped ? "Task dropped" : "Task done", t.DoneBy, null) { Words = t.Title, Url = TaskModel.Url(ask.Partnership, ask.File, t.Id) })];

    private static async Task<IReadOnlyList<TimelineEntry>> PlansAsync(PartnershipDb db, TimelineAsk ask, CancellationToken ct) => ask.About is not null ? [] :
        [.. (await db.PlanEditions.AsNoTracking().Where(e => e.CaseFile == ask.File && e.At <= ask.NotAfter && e.At >= ask.NotBefore && (ask.By == null || e.By == ask.By))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(ask.Most).ToListAsync(ct))
            .Select(e => new TimelineEntry(e.At, TimelineKind.Plan, e.Id.Value, $"{PlanSection.TitleOf(e.Kind)}, version {e.Number}" + (e.IsBeside ? ", kept beside another" : ""), e.By, null) { Url = PlanHistoryModel.Url(ask.Partnership, ask.File, e.Kind) })];

    private static async Task<IReadOnlyList<TimelineEntry>> DocumentsAsync<T>(IQueryable<T> documents, TimelineAsk ask, CancellationToken ct) where T : DocumentRecord => ask.About is not null ? [] :
        [.. (await documents.AsNoTracking().Where(d => d.CaseFile == ask.File && d.At <= ask.NotAfter && d.At >= ask.NotBefore && (ask.By == null || d.By == ask.By))
            .OrderByDescending(d => d.At).ThenByDescending(d => d.Id).Take(ask.Most).ToListAsync(ct))
            .Select(d => new TimelineEntry(d.At, TimelineKind.Document, d.Id.Value, $"Document added ({d.Kind.ToUpperInvariant()})", d.By, null) { Words = d.Title, Url = DocumentsModel.Url(ask.Partnership, ask.File) })];

    private static async Task<IReadOnlyList<TimelineEntry>> OutcomesAsync(PartnershipDb db, TimelineAsk ask, CancellationToken ct) => ask is not { About: null, By: null } ? [] :
        [.. (await db.Outcomes.AsNoTracking().Where(o => o.CaseFile == ask.File && o.At <= ask.NotAfter && o.At >= ask.NotBefore)
            .OrderByDescending(o => o.At).ThenByDescending(o => o.Id).Take(ask.Most).ToListAsync(ct))
            .Select(o => new TimelineEntry(o.At, TimelineKind.Outcome, o.Id.Value, $"{OutcomeArea.TitleOf(o.Area)} {o.Point.Title().ToLowerInvariant()}: {o.Score}", null, null) { Url = FileOutcomesModel.Url(ask.Partnership, ask.File) })];

    private static async Task<IReadOnlyList<TimelineEntry>> SeverityAsync(PartnershipDb db, TimelineAsk ask, CancellationToken ct) => ask.About is not null ? [] :
        [.. (await db.Severities.AsNoTracking().Where(s => s.CaseFile == ask.File && s.At <= ask.NotAfter && s.At >= ask.NotBefore && (ask.By == null || s.By == ask.By))
            .OrderByDescending(s => s.At).ThenByDescending(s => s.Id).Take(ask.Most).ToListAsync(ct))
            .Select(s => new TimelineEntry(s.At, TimelineKind.Outcome, s.Id.Value, $"{SeverityRecord.TitleOf(s.Abuse)} {s.Point.Title().ToLowerInvariant()}: {SeverityRecord.TitleOf(s.Level).ToLowerInvariant()}", s.By, null) { Url = FileOutcomesModel.Url(ask.Partnership, ask.File) })];
}
