using Lapwing.Access;

namespace Lapwing.Tests.Access.Matrix;

/// <summary>How a file stands to the team that everybody of the matrix is in.</summary>
/// <param name="Circle">The team's depth in its circle, or null when it is in none.</param>
/// <param name="Seal">Whether the team is on the list of the sealed address: never, now, or no longer.</param>
internal sealed record Situation(string Name, Depth? Circle = null, bool IsEnded = false, bool IsWalled = false, string Seal = "never", bool IsElsewhere = false, bool IsThere = true)
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
        new("walled", Depth.Lead, IsWalled: true, Seal: "now"),
        new("elsewhere", Depth.Lead, Seal: "now", IsElsewhere: true),
        NotThere,
    ];

    /// <summary>Circle and wall, in the words of the model: in the circle today, for work, and no wall.</summary>
    public bool IsSeenBy(Role role) =>
        IsThere && role.Is("FCM") && role.IsElsewhere == IsElsewhere && Circle is Depth.Work or Depth.Lead && !IsEnded && !IsWalled;

    /// <summary>The sealed address too.</summary>
    public bool IsUnsealedFor(Role role) => IsSeenBy(role) && Seal == "now";

    // Words that stand nowhere else, so that each can be looked for in everything that comes back.
    public string GivenName => "Zq" + Name + "given";
    public string Address => "Zq" + Name + "address";
    public string Account => "Zq" + Name + "account";

    public override string ToString() => Name;
}
