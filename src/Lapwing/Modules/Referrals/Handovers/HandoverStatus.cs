namespace Lapwing.Modules.Referrals.Handovers;

/// <summary>How far a handover is at the receiving partnership. It is all that flows back: no name, no words. Partnerships of other installations read these names too:
/// never rename one, only add.</summary>
public enum HandoverStatus { Received, Accepted, Deferred, Declined, PlaceOffered, PlaceStarted, Ended, Withdrawn, Refused, Expired }

/// <summary>How the words are printed, and what each decides.</summary>
public static class HandoverStatuses
{
    public static string Title(this HandoverStatus status) => status switch
    {
        HandoverStatus.Received => "At their front door",
        HandoverStatus.Accepted => "They have accepted it",
        HandoverStatus.Deferred => "They decide later",
        HandoverStatus.Declined => "They have declined it",
        HandoverStatus.PlaceOffered => "A place is offered",
        HandoverStatus.PlaceStarted => "A place has started",
        HandoverStatus.Ended => "It has ended there",
        HandoverStatus.Withdrawn => "Taken back by us",
        HandoverStatus.Refused => "Refused when it arrived",
        HandoverStatus.Expired => "Its time ran out undecided",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>What a status says about how the handover came out; null while it is open. Whoever gets a place, or has had one, was accepted.</summary>
    public static HandoverStatus? Outcome(this HandoverStatus status) => status switch
    {
        HandoverStatus.Accepted or HandoverStatus.PlaceOffered or HandoverStatus.PlaceStarted or HandoverStatus.Ended => HandoverStatus.Accepted,
        HandoverStatus.Declined or HandoverStatus.Withdrawn or HandoverStatus.Refused or HandoverStatus.Expired => status,
        _ => null,
    };
}
