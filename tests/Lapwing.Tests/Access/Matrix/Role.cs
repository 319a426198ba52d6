using Lapwing.Access;

namespace Lapwing.Tests.Access.Matrix;

/// <summary>Who knocks. Everybody with a job is in the same team; the letter is that of the permission model.</summary>
internal sealed record Role(string Name, char? Letter, Job Job = Job.None, bool IsSignedIn = true, bool IsElsewhere = false)
{
    public static readonly Role[] All =
    [
        new("front door", 'F', Job.FrontDoor), new("case worker", 'C', Job.CaseWorker), new("team manager", 'M', Job.TeamManager),
        new("MARAC coordinator", 'R', Job.MaracCoordinator), new("partner representative", 'P', Job.PartnerRepresentative), new("programme lead", 'L', Job.ProgrammeLead),
        new("analyst", 'N', Job.Analyst), new("guardian", 'G', Job.Guardian), new("administrator", 'A', Job.Administrator),
        new("nobody", null, IsSignedIn: false), new("invited without a job", null), new("a member who left", null),
        // The same account twice: where it is a member, and where it is none.
        new("member elsewhere, here", null), new("member elsewhere, at home", 'F', Job.FrontDoor, IsElsewhere: true),
    ];

    public string Partnership => IsElsewhere ? "elsewhere" : "testing";

    public bool Is(string jobs) => Letter is { } letter && jobs.Contains(letter, StringComparison.Ordinal);

    public override string ToString() => Name;
}
