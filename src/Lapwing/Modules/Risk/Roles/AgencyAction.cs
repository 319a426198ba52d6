using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Risk.Roles;

/// <summary>What an agency does or plans on one side of a matter, as far as it can conflict with the other side.</summary>
public enum ActionKind
{
    SafetyPlanAtHome, RefugeOrMove, OrderApplication, Disclosure, AddressShared, ReturnHome, SharedContact, JointMeeting, Mediation, CouplesWork, JointTenancyLetter, BehaviourChange,
}

/// <summary>An action of an agency for the person of this file, recorded so that the agencies' actions can be held against each other
/// (domain facts b2 [S18]: make agencies' actions not conflict).</summary>
public sealed class AgencyAction : ICaseRecord
{
    private AgencyAction() { }

    public const int NoteLimit = 10_000;

    public Id<AgencyAction> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public ActionKind Kind { get; private set; }
    public Id<Agency>? Agency { get; private set; }

    /// <summary>Planned; otherwise it is done or in place already.</summary>
    public bool IsPlanned { get; private set; }
    public DateOnly On { get; private set; }
    public Protected? Note { get; private set; }
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public int Version { get; private set; }

    /// <param name="isUnresolved">It is unresolved who harms whom.</param>
    /// <exception cref="RuleBroken">It is planned and nobody may do it while that is unresolved.</exception>
    public static AgencyAction Record(Act act, FileKey key, ActionKind kind, Id<Agency>? agency, bool isPlanned, DateOnly on, string? note, bool isUnresolved)
    {
        // What others have done already is recorded as it is; only what is planned can still be prevented.
        if (isPlanned && isUnresolved && ActionRules.Forbidden.FirstOrDefault(f => f.Kind == kind) is { } forbidden)
            throw new RuleBroken("action-forbidden", $"{kind.Title()} is not arranged while it is unresolved who harms whom. {forbidden.Reason}");
        return new() { Id = Id<AgencyAction>.New(), CaseFile = key.File, Kind = kind, Agency = agency, IsPlanned = isPlanned, On = on, Note = key.SealIfAny(note), At = act.At, By = act.Who.Member };
    }

    public void End(Act act)
    {
        if (EndedAt is not null)
            throw new RuleBroken("action-ended", "A colleague has already ended this.");
        EndedAt = act.At;
    }
}

internal sealed class AgencyActionMapping : IEntityTypeConfiguration<AgencyAction>
{
    public void Configure(EntityTypeBuilder<AgencyAction> action) => action.HasIndex(a => a.CaseFile);
}
