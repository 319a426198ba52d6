using Lapwing.Design;

namespace Lapwing.Modules.Directory;

/// <summary>How the kinds of agency are printed.</summary>
public static class AgencyKinds
{
    public static string Title(AgencyKind kind) => kind switch
    {
        AgencyKind.ChildrensSocialCare => "Children's social care",
        AgencyKind.AdultSocialCare => "Adult social care",
        AgencyKind.VoluntarySector => "Voluntary sector",
        _ => kind.ToString(),
    };

    public static IReadOnlyList<Option> Options { get; } = [.. Enum.GetValues<AgencyKind>().Select(kind => new Option(kind.ToString(), Title(kind)))];
}
