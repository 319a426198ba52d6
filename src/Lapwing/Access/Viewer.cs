using Lapwing.Data;
using Lapwing.Modules.Directory;

namespace Lapwing.Access;

/// <summary>Who is looking, as of this instant: computed from dated membership on each request and never cached
/// beyond it. No partnership database opens without one.</summary>
public sealed record Viewer(
    Id<Member> Member, string Name, Id<Agency>? Agency, Job Jobs, IReadOnlyList<Id<Team>> Teams, DateTime Now, string Node)
{
    /// <summary>What this viewer may see regardless of circles; set only by <see cref="NeedToKnow.Unrestricted"/>.</summary>
    internal bool SeesAll { get; init; }

    /// <summary>The files that this member is in now by an emergency, each for its own minutes.</summary>
    public IReadOnlyList<Id<CaseFile>> Emergencies { get; init; } = [];

    /// <summary>Those of them whose address a second person has allowed to be opened.</summary>
    public IReadOnlyList<Id<CaseFile>> EmergencyAddresses { get; init; } = [];

    /// <summary>A named system member, for jobs and the public front door: it may open files but sees none.</summary>
    public static Viewer System(string name, DateTime now) =>
        new(new(NameToGuid(name)), name, null, Job.None, [], now, Environment.MachineName);

    public static Viewer Nobody(DateTime now) => System("nobody", now);

    public bool May(Permission permission) => Jobs.Allows(permission);

    /// <summary>The most specific job, for the audit trail.</summary>
    public string ActingAs => Jobs == Job.None ? Name : string.Join(", ", Access.Jobs.Each(Jobs).Select(Access.Jobs.Title));

    private static Guid NameToGuid(string name) =>
        new(global::System.Security.Cryptography.SHA256.HashData(global::System.Text.Encoding.UTF8.GetBytes("system:" + name)).AsSpan(0, 16));
}
