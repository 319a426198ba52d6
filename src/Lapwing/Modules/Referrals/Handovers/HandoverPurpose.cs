namespace Lapwing.Modules.Referrals.Handovers;

/// <summary>What a handover is for. Coded, so that no name can stand in it.</summary>
public enum HandoverPurpose
{
    /// <summary>A place in a programme that several boroughs share, such as Drive.</summary>
    SharedPlace,

    /// <summary>The family moves to the area of another partnership.</summary>
    FamilyMoves,

    /// <summary>A case that a MARAC heard moves to the MARAC of another area (SafeLives, MARAC-to-MARAC referral process).</summary>
    MaracToMarac,

    /// <summary>A pilot or service that crosses boroughs.</summary>
    CrossBoroughService,

    /// <summary>Support there is nearer to what the person needs.</summary>
    Support,
}

/// <summary>How the words are printed.</summary>
public static class HandoverPurposes
{
    public static string Title(this HandoverPurpose purpose) => purpose switch
    {
        HandoverPurpose.SharedPlace => "A place in a shared programme, such as Drive",
        HandoverPurpose.FamilyMoves => "The person moves to their area",
        HandoverPurpose.MaracToMarac => "Transfer from MARAC to MARAC",
        HandoverPurpose.CrossBoroughService => "A service or pilot across boroughs",
        HandoverPurpose.Support => "Support that they can give",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, null),
    };
}

/// <summary>Why a handover was taken back.</summary>
public enum HandoverRecall { ConsentWithdrawn, NoLongerNeeded, WrongPartnership, NotSafe }

/// <summary>How the words are printed.</summary>
public static class HandoverRecalls
{
    public static string Title(this HandoverRecall reason) => reason switch
    {
        HandoverRecall.ConsentWithdrawn => "The person withdrew their agreement",
        HandoverRecall.NoLongerNeeded => "It is no longer needed",
        HandoverRecall.WrongPartnership => "It went to the wrong partnership",
        HandoverRecall.NotSafe => "It is not safe any more",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}

/// <summary>The parts of a file that a worker may put into a package. It is an allow-list: what is not here never leaves, above all nothing that is sealed, no address,
/// no note, nobody else of the family. How to make contact safely always goes along: a referral without it is not received anywhere.</summary>
[Flags]
public enum HandoverPart { None = 0, Subject = 1, Numbers = 2, Risk = 4 }
