using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Places;

/// <summary>Gives a place back whose hold ended without an answer. It is asked for in the transaction of the offer, for the moment at which the hold ends; run twice, late or
/// with a clock that jumped it does what is due then and nothing else. It looks past the circle of the file, where its fact belongs.</summary>
public sealed class ReturnLapsedHolds(Partnerships partnerships, TimeProvider time) : IJob
{
    public async Task<string> RunAsync(string partnership, Guid about, Func<int, string, Task> report, CancellationToken ct)
    {
        var now = Storage.Whole(time.GetUtcNow().UtcDateTime);
        var viewer = NeedToKnow.Unrestricted(Viewer.System("returning places", now), UnrestrictedReason.PlaceHolds);
        await using var db = await partnerships.OpenAsync(partnership, viewer, ct);
        return await ReturnAsync(db, new(viewer, now, "place.lapse", "a hold ended without an answer"), new(about), ct);
    }

    internal static async Task<string> ReturnAsync(PartnershipDb db, Act act, Id<PlaceTurn> of, CancellationToken ct)
    {
        if (await db.PlaceTurns.SingleOrDefaultAsync(t => t.Id == of, ct) is not { } turn || !turn.IsLapsed(act.At))
            return "Nothing is due.";
        await Moves.ReturnAsync(db, act, turn, ReturnReason.Lapsed, ct);
        await db.SaveAsync(act, ct);
        return "The place is back in the pool.";
    }
}
