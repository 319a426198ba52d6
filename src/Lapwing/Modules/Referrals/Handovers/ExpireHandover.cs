using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Handovers;

/// <summary>Closes the referral of a handover that nobody decided on until its end, and tells the sender.</summary>
public sealed class ExpireHandover(Partnerships partnerships, TimeProvider time) : IJob
{
    internal static QueuedJob For(HandoverArrival arrival, Act act) => QueuedJob.Ask(nameof(ExpireHandover), arrival.Id.Value, act.Who.Member.Value, act.At, arrival.Until);

    public async Task<string> RunAsync(string partnership, Guid about, Func<int, string, Task> report, CancellationToken ct)
    {
        await using var db = await new Inbox(partnerships, time).OpenAsync(partnership, ct);
        var act = new Act(db.Viewer, db.Viewer.Now, "handover.expire", "The time of a handover ran out");
        if (await db.HandoverArrivals.SingleOrDefaultAsync(a => a.Id == new Id<HandoverArrival>(about), ct) is not { } arrival)
            return "It is not there any more.";
        if (act.At < arrival.Until)
        {
            db.Jobs.Add(For(arrival, act)); // a clock went back
            await db.SaveAsync(act, ct);
            return "It is not over yet.";
        }
        if (!await Closing.CloseAsync(db, act, arrival, HandoverStatus.Expired, ct))
            return "It was decided in time.";
        await db.SaveAsync(act, ct);
        return "Closed, because its time ran out.";
    }
}
