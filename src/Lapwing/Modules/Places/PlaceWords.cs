using Lapwing.Modules.Places.Work;

namespace Lapwing.Modules.Places;

/// <summary>How the codes of places read.</summary>
public static class PlaceWords
{
    public static string Title(this TurnState state) => state switch
    {
        TurnState.Asked => "Before the panel",
        TurnState.Deferred => "Deferred",
        TurnState.Declined => "Declined",
        TurnState.Transferred => "Transferred",
        TurnState.Eligible => "Eligible",
        TurnState.Waiting => "In the line",
        TurnState.Offered => "Offered",
        TurnState.Accepted => "Accepted",
        TurnState.Started => "Started",
        TurnState.Ended => "Used",
        _ => "Returned",
    };

    public static string ColourOf(TurnState state) => state switch
    {
        TurnState.Asked or TurnState.Deferred => "yellow",
        TurnState.Eligible or TurnState.Waiting => "light-blue",
        TurnState.Offered or TurnState.Accepted => "purple",
        TurnState.Started => "green",
        _ => "grey",
    };

    public static string Title(this PlacePriority priority) => priority.ToString();

    public static string Title(this PanelAnswer answer) => answer switch
    {
        PanelAnswer.Eligible => "Eligible", PanelAnswer.Defer => "Deferred", PanelAnswer.Decline => "Declined", _ => "Transferred",
    };

    public static string Title(this ReturnReason reason) => reason switch
    {
        ReturnReason.Lapsed => "The hold ended without an answer",
        ReturnReason.PersonRefused => "The person refused",
        ReturnReason.NotReady => "Not ready to start",
        ReturnReason.MovedAway => "Moved away",
        ReturnReason.InCustody => "In custody",
        ReturnReason.VictimSafety => "For the safety of the victim",
        _ => "Another reason",
    };

    public static string Title(this PlaceOutcome outcome) => outcome switch
    {
        PlaceOutcome.Completed => "The work was completed",
        PlaceOutcome.Disengaged => "The person stopped taking part",
        PlaceOutcome.InCustody => "The person went into custody",
        PlaceOutcome.MovedAway => "The person moved away",
        PlaceOutcome.SafetyOfVictim => "Ended for the safety of the victim",
        _ => "The person died",
    };

    public static string Title(this RequestSource source) => source switch
    {
        RequestSource.Marac => "MARAC", RequestSource.Police => "Police", RequestSource.Probation => "Probation", RequestSource.ChildrensSocialCare => "Children's social care", _ => "Another",
    };

    public static string Title(this RequestGround ground) => ground switch
    {
        RequestGround.HighHarm => "High risk of serious harm", RequestGround.Serial => "Different victims", RequestGround.Repeat => "The same victim again",
        RequestGround.MultipleNeeds => "Several needs, and resists help", _ => "",
    };

    public static string Of(RequestGround grounds) => string.Join("; ", Enum.GetValues<RequestGround>().Where(g => g != RequestGround.None && grounds.HasFlag(g)).Select(Title)) is { Length: > 0 } words ? words : "None stated";

    public static string Title(this Strand strand) => strand switch { Strand.Disrupt => "Disrupt", Strand.SupportNeeds => "Support needs", _ => "Change" };

    public static string Title(this ExchangePurpose purpose) => purpose switch
    {
        ExchangePurpose.SafetyOfVictim => "The safety of the victim or a child",
        ExchangePurpose.RiskHasChanged => "The risk has changed",
        ExchangePurpose.WorkIsPlanned => "Work is planned that the other side should know of",
        _ => "The work has ended or will end",
    };

    public static string Title(this StandardState state) => state switch { StandardState.Met => "Met", StandardState.PartlyMet => "Partly met", _ => "Not met" };
}
