using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accommodation.Seeking;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation;

/// <summary>What safe accommodation has to tell of a file: that it was sought, when somebody moved in and on, sanctuary works, and the homelessness duty. Never where, and in what kind of
/// place: that a file may be read does not mean that its seal may be opened.</summary>
internal static class FileTimelineOfAccommodation
{
    public static readonly (TimelineKind, TimelineSource)[] Sources = [(TimelineKind.Accommodation, SoughtAsync), (TimelineKind.Accommodation, WorksAsync)];

    /// <summary>More than one file ever has: they are read whole, because each tells of several moments.</summary>
    private const int Most = 200;

    private static async Task<IReadOnlyList<TimelineEntry>> SoughtAsync(PartnershipDb db, TimelineAsk ask, CancellationToken ct)
    {
        var (entries, url) = (new List<TimelineEntry>(), SafetyModel.Url(ask.Partnership, ask.File));
        foreach (var r in await db.SafeRequests.AsNoTracking().Where(r => r.CaseFile == ask.File).OrderByDescending(r => r.AskedAt).Take(Most).ToListAsync(ct))
        {
            entries.Add(new(r.AskedAt, TimelineKind.Accommodation, r.Id.Value, "Safe accommodation is sought", r.AskedBy, r.Person) { Url = url });
            if (r is { State: RequestState.Ended, EndedAt: { } ended })
                entries.Add(new(ended, TimelineKind.Accommodation, r.Id.Value, "Safe accommodation is sought no more", null, r.Person) { Url = url });
        }
        foreach (var s in await db.SafeStays.AsNoTracking().Where(s => s.CaseFile == ask.File).OrderByDescending(s => s.MovedInOn).Take(Most).ToListAsync(ct))
        {
            entries.Add(new(LondonTime.StartOfDay(s.MovedInOn), TimelineKind.Accommodation, s.Id.Value, "Moved into safe accommodation", null, s.Person) { Url = url });
            if (s.MovedOnOn is { } on)
                entries.Add(new(LondonTime.StartOfDay(on), TimelineKind.Accommodation, s.Id.Value, $"Moved on from safe accommodation{(s.EndReason is { } why ? $": {Spoken.InSentence(why.Title())}" : "")}", null, s.Person) { Url = url });
        }
        foreach (var d in await db.HousingDuties.AsNoTracking().Where(d => d.CaseFile == ask.File).OrderByDescending(d => d.RecordedAt).Take(Most).ToListAsync(ct))
            entries.Add(new(LondonTime.StartOfDay(d.On), TimelineKind.Accommodation, d.Id.Value, $"Homelessness: {Spoken.InSentence(d.By.Title())}", d.RecordedBy, d.Person) { Url = url, WrittenAt = d.RecordedAt });
        return ask.Of(entries);
    }

    private static async Task<IReadOnlyList<TimelineEntry>> WorksAsync(PartnershipDb db, TimelineAsk ask, CancellationToken ct)
    {
        var entries = new List<TimelineEntry>();
        foreach (var w in await db.SanctuaryWorks.AsNoTracking().Where(w => w.CaseFile == ask.File).OrderByDescending(w => w.AskedOn).Take(Most).ToListAsync(ct))
            foreach (var (on, what) in new[] { (w.AskedOn, "were asked for"), (w.SurveyedOn, "were surveyed"), (w.AgreedOn, "were agreed"), (w.FittedOn, "were fitted"), (w.ReviewedOn, "were reviewed"), (w.EndedOn, "ended") })
                if (on is { } day)
                    entries.Add(new(LondonTime.StartOfDay(day), TimelineKind.Accommodation, w.Id.Value, $"Sanctuary works {what}", null, w.Person) { Url = Sanctuary.SanctuaryModel.Url(ask.Partnership, ask.File, w.Id) });
        return ask.Of(entries);
    }
}
