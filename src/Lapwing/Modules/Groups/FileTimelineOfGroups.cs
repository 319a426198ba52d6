using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Groups.Pages;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Groups;

/// <summary>What groups have to tell of a file: who waited for which, who had a place and how it ended, and who came. Notes of therapy are no part of it: they are sealed from the file.</summary>
internal static class FileTimelineOfGroups
{
    public static readonly (TimelineKind, TimelineSource)[] Sources = [(TimelineKind.Group, PlacesAsync), (TimelineKind.Group, SessionsAsync)];

    /// <summary>More places than one file ever has: they are read whole, because each tells of several moments.</summary>
    private const int Most = 200;

    private static async Task<IReadOnlyList<TimelineEntry>> PlacesAsync(PartnershipDb db, TimelineAsk ask, CancellationToken ct)
    {
        var entries = new List<TimelineEntry>();
        foreach (var (e, programme) in (await db.WaitingEntries.AsNoTracking().Where(e => e.CaseFile == ask.File).OrderByDescending(e => e.AskedAt).Take(Most)
            .Join(db.GroupProgrammes, e => e.Programme, p => p.Id, (e, p) => new { Entry = e, p.Name }).ToListAsync(ct)).Select(both => (both.Entry, both.Name)))
        {
            var url = WaitingModel.Url(ask.Partnership, e.CaseFile, e.Id);
            entries.Add(new(e.AskedAt, TimelineKind.Group, e.Id.Value, $"Waits for a place in {programme}", e.AskedBy, e.Person) { Url = url, Words = e.Why });
            if (e is { Status: WaitingStatus.DeclinedPlace or WaitingStatus.Withdrawn, EndedAt: { } ended })
                entries.Add(new(ended, TimelineKind.Group, e.Id.Value, $"{programme}: {Spoken.InSentence(e.Status.Title())}", null, e.Person) { Url = url, Words = e.EndedWhy });
        }
        foreach (var (p, cohort) in (await db.GroupPlaces.AsNoTracking().Where(p => p.CaseFile == ask.File).OrderByDescending(p => p.PlacedAt).Take(Most)
            .Join(db.Cohorts, p => p.Cohort, c => c.Id, (p, c) => new { Place = p, c.Name }).ToListAsync(ct)).Select(both => (both.Place, both.Name)))
        {
            var url = PlaceModel.Url(ask.Partnership, p.CaseFile, p.Id);
            entries.Add(new(p.PlacedAt, TimelineKind.Group, p.Id.Value, $"Has a place in the group {cohort}", p.PlacedBy, p.Person) { Url = url });
            if (p.EndedAt is { } ended)
                entries.Add(new(ended, TimelineKind.Group, p.Id.Value, p.Left is { } left ? $"Left the group {cohort}: {Spoken.InSentence(left.Title())}" : $"Completed the group {cohort}", null, p.Person) { Url = url, Words = p.LeftWhy });
        }
        return ask.Of(entries);
    }

    private static async Task<IReadOnlyList<TimelineEntry>> SessionsAsync(PartnershipDb db, TimelineAsk ask, CancellationToken ct) =>
        [.. (await db.Attendances.AsNoTracking().Where(a => a.CaseFile == ask.File && a.At <= ask.NotAfter && a.At >= ask.NotBefore && (ask.By == null || a.By == ask.By))
            .Join(db.GroupPlaces.Where(p => ask.About == null || p.Person == ask.About), a => a.Place, p => p.Id, (a, p) => new { Attendance = a, p.Person, p.Cohort })
            .Join(db.Cohorts, a => a.Cohort, c => c.Id, (a, c) => new { a.Attendance, a.Person, c.Name })
            .OrderByDescending(a => a.Attendance.At).ThenByDescending(a => a.Attendance.Id).Take(ask.Most).ToListAsync(ct))
            .Select(a => new TimelineEntry(a.Attendance.At, TimelineKind.Group, a.Attendance.Id.Value, $"Session of {a.Name} on {Spoken.Day(a.Attendance.On)}: {Spoken.InSentence(a.Attendance.Presence.Title())}", a.Attendance.By, a.Person)
            {
                Url = PlaceModel.Url(ask.Partnership, ask.File, a.Attendance.Place), More = a.Attendance.Check is null ? null : "The keyworker was asked for a safety check.",
            })];
}
