using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Triage;

/// <summary>Something that happened to a referral, in words; <paramref name="By"/> is nobody when it came from outside.</summary>
public sealed record HistoryLine(DateTime At, string Title, string? By, string? Words = null, string? Link = null);

/// <summary>What happened to one referral, newest first, gathered from the records themselves.</summary>
public static class History
{
    /// <summary>Older contacts are on the file's own page.</summary>
    public const int MostContacts = 50;

    public static async Task<IReadOnlyList<HistoryLine>> ReadAsync(PartnershipDb db, OpenReferral open, string partnership, CancellationToken ct)
    {
        var (referral, key) = (open.Referral, open.Key);
        var assessments = await db.RiskAssessments.AsNoTracking().Where(a => a.CaseFile == referral.CaseFile).ToListAsync(ct);
        var episodes = await db.SupportEpisodes.AsNoTracking().Where(e => e.Referral == referral.Id.Value).ToListAsync(ct);
        var chosen = await db.Offers.AsNoTracking().Where(o => o.Referral == referral.Id && o.IsChosen).ToListAsync(ct);
        var contacts = await db.ContactEntries.AsNoTracking().Where(c => c.CaseFile == referral.CaseFile).OrderByDescending(c => c.At).Take(MostContacts).ToListAsync(ct);
        var serviceIds = episodes.Select(e => e.Service).Distinct().ToArray();
        var services = await db.Services.AsNoTracking().Where(s => serviceIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        var episodeIds = episodes.Select(e => e.Id).ToArray();
        var refused = await db.RefusedEnds.AsNoTracking().Where(r => r.CaseFile == referral.CaseFile && episodeIds.Contains(r.Episode)).ToListAsync(ct);
        var memberIds = assessments.Select(a => a.By).Concat(chosen.Select(o => o.By)).Concat(contacts.Select(c => c.By)).Concat(refused.SelectMany(r => new[] { r.AskedBy, r.By }))
            .Concat(referral.ClaimedBy is { } claimer ? [claimer] : []).Distinct().ToArray();
        var members = await db.Members.AsNoTracking().Where(m => memberIds.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);

        List<HistoryLine> lines = [new(referral.ReceivedAt, "Received", null, $"From {Time.Spoken.InSentence(referral.Source.Title())}.")];
        if (referral is { ClaimedAt: { } claimed, ClaimedBy: { } by })
            lines.Add(new(claimed, "Claimed for triage", Name(by)));
        lines.AddRange(assessments.Select(a => new HistoryLine(a.At, $"Risk assessed: {a.Level.Title().ToLowerInvariant()}", Name(a.By),
            $"Score {a.Score}." + (a.IsRaisedByJudgement ? " Raised by professional judgement." : "") + (a.SupersededBy is null ? "" : " Superseded by a later assessment."),
            AssessmentModel.Url(partnership, a.Id))));
        lines.AddRange(chosen.Select(o => new HistoryLine(o.At, $"Offered to {Service(o.Service)}", Name(o.By),
            o.WhyDifferent is null ? null : $"The choice differs from the rules: {key.Reveal(o.WhyDifferent)}")));
        lines.AddRange(episodes.Where(e => e.AnsweredAt is not null).Select(e => new HistoryLine(e.AnsweredAt!.Value,
            e.Status == EpisodeStatus.NotTaken ? $"{Service(e.Service)} did not take it" : $"{Service(e.Service)} accepted", null,
            e.NotTakenReason is { } reason ? $"{reason.Title()}. {key.RevealIfAny(e.Note)}".TrimEnd() : null)));
        lines.AddRange(episodes.Where(e => e.OpenedAt is not null).Select(e => new HistoryLine(e.OpenedAt!.Value, $"{Service(e.Service)} began support", null)));
        lines.AddRange(episodes.Where(e => e is { EndedAt: not null, EndReason: not null }).Select(e => new HistoryLine(e.EndedAt!.Value,
            $"{Service(e.Service)} ended support: {e.EndReason!.Value.Title().ToLowerInvariant()}", null, key.RevealIfAny(e.Note))));
        foreach (var r in refused)
        {
            var service = Service(episodes.Single(e => e.Id == r.Episode).Service);
            lines.Add(new(r.AskedAt, $"The end of {service} was asked for: {r.Reason.Title().ToLowerInvariant()}", Name(r.AskedBy), key.RevealIfAny(r.Note)));
            lines.Add(new(r.At, $"{service} goes on: a manager did not confirm its end", Name(r.By), key.Reveal(r.Why)));
        }
        lines.AddRange(contacts.Select(c => new HistoryLine(c.At,
            c.Result == ContactResult.Made ? $"Contact made: {c.Channel.Title().ToLowerInvariant()}" : $"Contact tried: {c.Channel.Title().ToLowerInvariant()}",
            Name(c.By), key.RevealIfAny(c.Note))));
        if (referral is { Status: ReferralStatus.Declined, DecidedAt: { } decided, DeclineReason: { } why })
            lines.Add(new(decided, $"Declined: {why.Title().ToLowerInvariant()}", null, key.RevealIfAny(referral.DecisionNote)));
        return [.. lines.OrderByDescending(l => l.At)];

        string Name(Id<Member> member) => members.GetValueOrDefault(member, "A former member");
        string Service(Id<Service> service) => services.GetValueOrDefault(service, "a service");
    }
}
