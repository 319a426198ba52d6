namespace Lapwing.Modules.Groups;

/// <summary>Who sits in a group: the children, or their mothers and carers in the parallel group on the same themes.</summary>
public enum GroupFor { Children, Carers }

/// <summary>The tiers of a children's offer (Phoenix): advice, wellbeing, therapeutic. A programme without tiers has none.</summary>
public enum GroupTier { None, Advice, Wellbeing, Therapeutic }

/// <summary>What became of somebody who waits.</summary>
public enum WaitingStatus { Waiting, Placed, DeclinedPlace, Withdrawn }

/// <summary>What became of a place in a group.</summary>
public enum PlaceStatus { Placed, Completed, Left }

/// <summary>Why somebody left before the end. A code is stored: only add.</summary>
public enum LeavingReason { TheyChose, NotSafe, SchoolOrWork, MovedAway, NotSuitable, TooFewSessions, PairEnded, Other }

/// <summary>Whether somebody came to a session.</summary>
public enum Presence { Came, AbsentTold, Absent }

/// <summary>What became of the notice to a child's school.</summary>
public enum SchoolNotice { NotNeeded, NotAgreed, NoContact, NotSetUp, NotSafe, Asked }

/// <summary>Before the first session, and after the last.</summary>
public enum FeedbackPoint { Before, After }

/// <summary>How the words are printed.</summary>
public static class GroupWords
{
    public static string Title(this GroupFor who) => who == GroupFor.Children ? "Children" : "Mothers and carers";

    public static string Group(this GroupFor who) => who == GroupFor.Children ? "children's group" : "group for mothers and carers";

    public static string Title(this GroupTier tier) => tier switch
    {
        GroupTier.Advice => "Information, advice and guidance",
        GroupTier.Wellbeing => "Wellbeing",
        GroupTier.Therapeutic => "Therapeutic",
        _ => "No tier",
    };

    public static string Title(this WaitingStatus status) => status switch
    {
        WaitingStatus.Waiting => "Waits for a place",
        WaitingStatus.Placed => "Has a place",
        WaitingStatus.DeclinedPlace => "Did not take the place that was offered",
        _ => "Does not wait any more",
    };

    public static string Title(this PlaceStatus status) => status switch { PlaceStatus.Placed => "In the group", PlaceStatus.Completed => "Completed", _ => "Left" };

    public static string Title(this LeavingReason reason) => reason switch
    {
        LeavingReason.TheyChose => "They chose to leave",
        LeavingReason.NotSafe => "It was not safe any more",
        LeavingReason.SchoolOrWork => "School or work",
        LeavingReason.MovedAway => "Moved away",
        LeavingReason.NotSuitable => "The group was not right for them",
        LeavingReason.TooFewSessions => "Came to too few sessions",
        LeavingReason.PairEnded => "The other of the pair left",
        _ => "Another reason",
    };

    public static string Title(this Presence presence) => presence switch { Presence.Came => "Came", Presence.AbsentTold => "Absent, and told us before", _ => "Absent" };

    /// <summary>What the register says of the notice.</summary>
    public static string Title(this SchoolNotice notice) => notice switch
    {
        SchoolNotice.NotNeeded => "No school to tell.",
        SchoolNotice.NotAgreed => "The school was not told: it has not agreed to the group.",
        SchoolNotice.NoContact => "The school was not told: no contact of the school is named.",
        SchoolNotice.NotSetUp => "The school was not told: messages are not set up. Ring the school if that is safe.",
        SchoolNotice.NotSafe => "The school was not told: the guard says that it is not safe.",
        _ => "A neutral notice to the school is on its way; the guard looks once more when it is sent.",
    };
}
