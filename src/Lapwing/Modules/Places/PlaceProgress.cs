using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.Referrals.Handovers;
using Lapwing.Time;

namespace Lapwing.Modules.Places;

/// <summary>The one place through which every change of a request's state goes: it records the coded fact, and tells the partnership that handed the file over, where one did.</summary>
internal static class PlaceProgress
{
    /// <param name="file">The file of the person causing harm.</param>
    /// <param name="state">What the request has become.</param>
    /// <param name="reason">The coded reason, from 1; 0 where the kind has none.</param>
    /// <param name="minutes">How long what has just ended took.</param>
    public static Task TellAsync(PartnershipDb db, Act act, Id<CaseFile> file, PlaceRequest request, PlaceTurn turn, TurnState state, int reason = 0, int minutes = 0, CancellationToken ct = default)
    {
        act.Record(Fact.Of(KindOf(state), LondonTime.DateOf(act.At), act.At, request.Id.Value, request.PersonToken, file,
            new FactCodes(request.FactCodes) with { Area = turn.Area, Reason = reason }, minutes));
        return StatusOf(state) is { } status ? Handovers.ReportAsync(db, act, file, status, ct) : Task.CompletedTask;
    }

    /// <summary>What a borough that handed somebody over learns. That a place came back before it was used says nothing yet: the request goes on.</summary>
    private static HandoverStatus? StatusOf(TurnState state) => state switch
    {
        TurnState.Deferred => HandoverStatus.Deferred,
        TurnState.Declined or TurnState.Transferred => HandoverStatus.Declined,
        TurnState.Eligible or TurnState.Waiting => HandoverStatus.Accepted,
        TurnState.Offered or TurnState.Accepted => HandoverStatus.PlaceOffered,
        TurnState.Started => HandoverStatus.PlaceStarted,
        TurnState.Ended => HandoverStatus.Ended,
        _ => null,
    };

    private static FactKind KindOf(TurnState state) => state switch
    {
        TurnState.Asked => FactKind.PlaceAsked,
        TurnState.Offered => FactKind.PlaceOffered,
        TurnState.Accepted => FactKind.PlaceAccepted,
        TurnState.Started => FactKind.PlaceStarted,
        TurnState.Ended => FactKind.PlaceUsed,
        TurnState.Returned => FactKind.PlaceReturned,
        _ => FactKind.PlaceDecided,
    };
}
