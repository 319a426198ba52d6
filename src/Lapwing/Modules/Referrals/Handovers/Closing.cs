using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Handovers;

/// <summary>Ends the referral of a handover that was taken back, or whose time ran out, while nobody had decided on it.</summary>
internal static class Closing
{
    /// <returns>False when it had been decided.</returns>
    public static async Task<bool> CloseAsync(PartnershipDb db, Act act, HandoverArrival arrival, HandoverStatus why, CancellationToken ct)
    {
        var referral = await db.Referrals.SingleAsync(r => r.Id == arrival.Referral, ct);
        if (arrival.Outcome is not null || referral.Status is ReferralStatus.Accepted or ReferralStatus.Declined)
            return false;
        var key = await db.KeyOfAsync(arrival.CaseFile, ct);
        var words = why == HandoverStatus.Expired ? "The time of the handover ran out." : "The partnership that handed this over took it back.";
        foreach (var episode in await db.SupportEpisodes.Where(e => e.Referral == referral.Id.Value && e.Status == EpisodeStatus.Offered).ToListAsync(ct))
        {
            episode.NotTake(act, key, DeclineReason.TakenBack, words);
            await Circles.EndAsync(db, act, arrival.CaseFile, episode.Team, ct);
        }
        referral.Decline(act, DeclineReason.TakenBack, (await ClockSettings.ReadAsync(db, ct)).MinutesSince(referral.ReceivedAt, act.At), key.Seal(words));
        Handovers.Report(db, act, key, arrival, why);
        return true;
    }
}
