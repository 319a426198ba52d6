using Lapwing.Access;

namespace Lapwing.Tests.Access.Matrix;

/// <summary>How a file stands to the team that everybody of the matrix is in.</summary>
/// <param name="Circle">The team's depth in its circle, or null when it is in none.</param>
/// <param name="IsOtherSide">The file is on the other side of the family on whose first side the team already is.</param>
/// <param name="IsSuspected">There is a wall that no guardian has decided on yet.</param>
/// <param name="IsNamed">Whether the restricted file names everybody of the matrix, or only somebody else; nothing when it is not restricted.</param>
/// <param name="IsEntered">A case worker and a manager have entered it in an emergency.</param>
/// <param name="Seal">Whether the team is on the list of the sealed address: never, now, or no longer.</param>
internal sealed record Situation(string Name, Depth? Circle = null, bool IsEnded = false, bool IsWalled = false, string Seal = "never", bool IsElsewhere = false, bool IsThere = true,
    bool IsOtherSide = false, bool IsSuspected = false, bool? IsNamed = null, bool IsEntered = false)
{
    public static readonly Situation NotThere = new("not there", IsThere: false);

    public static readonly Situation[] All =
    [
        new("lead", Depth.Lead, Seal: "now"),
        new("work", Depth.Work),
        new("workunsealed", Depth.Work, Seal: "now"),
        new("worksealedagain", Depth.Work, Seal: "ended"),
        new("outcome", Depth.Outcome, Seal: "now"),
        new("locate", Depth.Locate, Seal: "now"),
        new("stranger"),
        new("ended", Depth.Lead, IsEnded: true, Seal: "now"),
        new("named", Depth.Work, IsNamed: true),
        new("notnamed", Depth.Lead, IsNamed: false, Seal: "now"),
        new("otherside", Depth.Work, IsOtherSide: true, Seal: "now"),
        new("entered", IsEntered: true, Seal: "now"),
        // Files that are opened later in a matter inherit its walls: these come last.
        new("walled", Depth.Lead, IsWalled: true, Seal: "now"),
        new("suspected", Depth.Lead, IsSuspected: true, Seal: "now"),
        new("elsewhere", Depth.Lead, Seal: "now", IsElsewhere: true),
        NotThere,
    ];

    /// <summary>Circle and wall, in the words of the model: in the circle today, for work, on no other side, and no wall, not even a suspected one; of a restricted
    /// file those named; and who entered in an emergency.</summary>
    public bool IsSeenBy(Role role) =>
        IsThere && role.IsElsewhere == IsElsewhere && !IsWalled && !IsSuspected && IsNamed != false
        && (role.Is("FCM") && Circle is Depth.Work or Depth.Lead && !IsEnded && !IsOtherSide || role.Is("CM") && IsEntered);

    /// <summary>The sealed address too: never by an emergency.</summary>
    public bool IsUnsealedFor(Role role) => IsSeenBy(role) && !IsEntered && Seal == "now";

    // Words that stand nowhere else, so that each can be looked for in everything that comes back.
    public string GivenName => "Zq" + Name + "given";
    public string Address => "Zq" + Name + "address";
    public string Account => "Zq" + Name + "account";

    public override string ToString() => Name;
}
