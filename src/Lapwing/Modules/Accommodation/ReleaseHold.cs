using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation;

/// <summary>Gives a place back whose hour has come while nobody agreed. It may run twice, late, or beside somebody who moves the hold on.</summary>
public sealed class ReleaseHold(Partnerships partnerships, TimeProvider time) : IJob
{
    private const int Tries = 20;

    internal static QueuedJob For(UnitClaim claim, Act act) => QueuedJob.Ask(nameof(ReleaseHold), claim.Id.Value, act.Who.Member.Value, act.At, claim.HeldUntil);

    public async Task<string> RunAsync(string partnership, Guid about, Func<int, string, Task> report, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            var now = Storage.Whole(time.GetUtcNow().UtcDateTime);
            await using var db = await partnerships.OpenAsSystemAsync(partnership, "holds that are over", ct);
            if (await db.UnitClaims.SingleOrDefaultAsync(c => c.Id == new Id<UnitClaim>(about), ct) is not { } claim)
                return "It is not there any more.";
            if (!claim.IsOver(now))
                return claim.Runs ? "It was accepted, or runs longer." : "It was dealt with already.";
            var act = new Act(db.Viewer, now, "accommodation.expire", "the time of a hold is over");
            claim.Expire(act, await db.SafeUnits.SingleAsync(u => u.Id == claim.Unit, ct));
            try
            {
                await db.SaveAsync(act, ct);
                return "The place is free again.";
            }
            catch (RuleBroken broken) when (broken.Code == PartnershipDb.ChangedMeanwhile && tries < Tries)
            {
                // Somebody wrote the unit or the hold at the same moment: look again.
            }
        }
    }
}
