using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Modules.Risk;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Support;

/// <summary>What the front door has to tell of a file: referrals received and decided, assessments, and what became of each support.</summary>
internal static class FileTimelineOfReferrals
{
    public static readonly (TimelineKind, TimelineSource)[] Sources =
        [(TimelineKind.Referral, ReferralsAsync), (TimelineKind.Assessment, AssessmentsAsync), (TimelineKind.Support, EpisodesAsync), (TimelineKind.Referral, Handovers.FileTimelineOfHandovers.ReadAsync)];

    /// <summary>More referrals or supports than one file ever has: they are read whole, because each tells of several moments.</summary>
    private const int Most = 200;

    private static async Task<IReadOnlyList<TimelineEntry>> ReferralsAsync(PartnershipDb db, TimelineAsk ask, CancellationToken ct)
    {
        var entries = new List<TimelineEntry>();
        foreach (var r in await db.Referrals.AsNoTracking().Where(r => r.CaseFile == ask.File && (ask.About == null || r.Subject == ask.About)).OrderByDescending(r => r.ReceivedAt).Take(Most).ToListAsync(ct))
        {
            var url = ReferralModel.Url(ask.Partnership, r.Id);
            entries.Add(new(r.ReceivedAt, TimelineKind.Referral, r.Id.Value, $"Referral {r.Reference} received from {Spoken.InSentence(r.Source.Title())}", null, r.Subject) { Url = url });
            if (r is { DecidedAt: { } decided, DeclineReason: { } why })
                entries.Add(new(decided, TimelineKind.Referral, r.Id.Value, $"Referral {r.Reference} declined: {why.Title().ToLowerInvariant()}", null, r.Subject) { Url = url, Words = r.DecisionNote });
            else if (r.DecidedAt is { } taken)
                entries.Add(new(taken, TimelineKind.Referral, r.Id.Value, $"Referral {r.Reference} decided", null, r.Subject) { Url = url });
        }
        return ask.Of(entries);
    }

    private static async Task<IReadOnlyList<TimelineEntry>> AssessmentsAsync(PartnershipDb db, TimelineAsk ask, CancellationToken ct) =>
        [.. (await db.RiskAssessments.AsNoTracking().Where(a => a.CaseFile == ask.File && a.At <= ask.NotAfter && a.At >= ask.NotBefore
                && (ask.By == null || a.By == ask.By) && (ask.About == null || a.Person == ask.About))
            .OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(ask.Most).Select(a => new { a.Id, a.At, a.By, a.Person, a.Level, a.Score, a.SupersededBy }).ToListAsync(ct))
            .Select(a => new TimelineEntry(a.At, TimelineKind.Assessment, a.Id.Value, $"Risk assessed: {a.Level.Title().ToLowerInvariant()}", a.By, a.Person)
            {
                Url = AssessmentModel.Url(ask.Partnership, a.Id), More = $"Score {a.Score}." + (a.SupersededBy is null ? "" : " Superseded by a later assessment."),
            })];

    private static async Task<IReadOnlyList<TimelineEntry>> EpisodesAsync(PartnershipDb db, TimelineAsk ask, CancellationToken ct)
    {
        var entries = new List<TimelineEntry>();
        var episodes = await db.SupportEpisodes.AsNoTracking().Where(e => e.CaseFile == ask.File && (ask.About == null || e.Person == ask.About)).OrderByDescending(e => e.OfferedAt).Take(Most)
            .Join(db.Services, e => e.Service, s => s.Id, (e, s) => new { Episode = e, s.Name }).ToListAsync(ct);
        foreach (var (e, service) in episodes.Select(both => (both.Episode, both.Name)))
        {
            void Add(DateTime? at, string title, Lapwing.Access.Protected? words = null)
            {
                if (at is { } moment)
                    entries.Add(new(moment, TimelineKind.Support, e.Id.Value, title, null, e.Person) { Url = EpisodeModel.Url(ask.Partnership, e.Id), Words = words });
            }
            Add(e.OfferedAt, e.Follows is null ? $"Offered to {service}" : $"Support by {service} taken up again");
            Add(e.Follows is null ? e.AnsweredAt : null, e.Status == EpisodeStatus.NotTaken ? $"{service} did not take it" : $"{service} accepted", e.Status == EpisodeStatus.NotTaken ? e.Note : null);
            Add(e.OpenedAt, $"{service} began support");
            if (e is { EndedAt: not null, EndReason: { } reason })
                Add(e.EndedAt, $"{service} ended support: {reason.Title().ToLowerInvariant()}", e.Note);
        }
        var names = episodes.ToDictionary(both => both.Episode.Id, both => (both.Name, both.Episode.Person));
        foreach (var r in await db.RefusedEnds.AsNoTracking().Where(r => r.CaseFile == ask.File).OrderByDescending(r => r.At).Take(Most).ToListAsync(ct))
            if (names.TryGetValue(r.Episode, out var of))
                entries.AddRange([
                    new(r.AskedAt, TimelineKind.Support, r.Id.Value, $"The end of {of.Name} was asked for: {r.Reason.Title().ToLowerInvariant()}", r.AskedBy, of.Person) { Url = EpisodeModel.Url(ask.Partnership, r.Episode), Words = r.Note },
                    new(r.At, TimelineKind.Support, r.Id.Value, $"{of.Name} goes on: a manager did not confirm its end", r.By, of.Person) { Url = EpisodeModel.Url(ask.Partnership, r.Episode), Words = r.Why },
                ]);
        return ask.Of(entries);
    }
}
