using Lapwing.Data;
using Lapwing.Modules.Referrals.Handovers.Pages;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Handovers;

/// <summary>What handovers have to tell of a file: that it was handed over or came, that it was taken back, and everything that the other partnership said.</summary>
internal static class FileTimelineOfHandovers
{
    /// <summary>More than one file ever has.</summary>
    private const int Most = 200;

    public static async Task<IReadOnlyList<TimelineEntry>> ReadAsync(PartnershipDb db, TimelineAsk ask, CancellationToken ct)
    {
        var entries = new List<TimelineEntry>();
        var url = HandoversModel.Url(ask.Partnership, ask.File);
        var names = await db.Partners.AsNoTracking().Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        string Name(Id<Partner> id) => names.GetValueOrDefault(id, "a former partner");
        var handovers = await db.Handovers.AsNoTracking().Where(h => h.CaseFile == ask.File).OrderByDescending(h => h.At).Take(Most).ToListAsync(ct);
        foreach (var h in handovers)
        {
            entries.Add(new(h.At, TimelineKind.Referral, h.Id.Value, $"Handed over to {Name(h.Partner)}: {Spoken.InSentence(h.Purpose.Title())}", h.By, h.Subject) { Url = url });
            if (h is { RecalledAt: { } recalled, RecallReason: { } why })
                entries.Add(new(recalled, TimelineKind.Referral, h.Id.Value, $"Handover to {Name(h.Partner)} taken back: {Spoken.InSentence(why.Title())}", null, h.Subject) { Url = url });
            if (h is { State: HandoverState.NotDelivered, OutcomeAt: { } ended })
                entries.Add(new(ended, TimelineKind.Referral, h.Id.Value, $"Handover to {Name(h.Partner)} did not arrive: {Spoken.InSentence(HandoverProblem.Title(h.Problem))}", null, h.Subject) { Url = url });
        }
        if (handovers.Count > 0)
            foreach (var n in await db.HandoverNews.AsNoTracking().Where(n => n.CaseFile == ask.File).OrderByDescending(n => n.At).Take(Most).ToListAsync(ct))
                if (handovers.FirstOrDefault(h => h.Id == n.Handover) is { } h)
                    entries.Add(new(n.At, TimelineKind.Referral, n.Id.Value, $"{Name(h.Partner)}: {Spoken.InSentence(n.Status.Title())}", null, h.Subject) { Url = url, WrittenAt = n.HeardAt });
        if (await db.HandoverArrivals.AsNoTracking().SingleOrDefaultAsync(a => a.CaseFile == ask.File, ct) is { } arrival)
            entries.Add(new(arrival.At, TimelineKind.Referral, arrival.Id.Value, $"Came by handover from {Name(arrival.Partner)}: {Spoken.InSentence(arrival.Purpose.Title())}", null, null) { Url = url });
        return ask.Of(entries);
    }
}
