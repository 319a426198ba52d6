using Lapwing.Data;

namespace Lapwing.Access;

/// <summary>What stands between one member and one file, gathered for <see cref="NeedToKnow.Decide"/>.</summary>
/// <param name="Circles">The circles of the file that name one of the member's teams.</param>
/// <param name="Walled">There is a wall between the member and anyone in the file.</param>
/// <param name="Seals">The grants of the file's seals to one of the member's teams.</param>
public sealed record Standing(IReadOnlyList<Circle> Circles, bool Walled, IReadOnlyList<SealGrant> Seals)
{
    public static Standing None { get; } = new([], false, []);
}

/// <summary>Yes or no, with the reason code that the audit trail keeps.</summary>
public sealed record Decision(bool Allowed, string Code)
{
    public static Decision Yes(string code) => new(true, code);
    public static Decision No(string code) => new(false, code);
}

/// <summary>Why somebody may look past every circle. Each use is an entry in the audit trail.</summary>
public enum UnrestrictedReason { Figures, DuplicateCheck, OutcomeToReferrer, Import, Generation, AuditVerification, Backup, SubjectAccess, SendGuard, FamilyFiles }

/// <summary>The four questions, all of which must be yes, each time, for each record and each sealed part:
/// job, circle, wall, seal. Walls beat everything. Source: permission model, "Four questions".</summary>
public static class NeedToKnow
{
    public static Decision Decide(Viewer viewer, Permission action, Standing file, Depth depth, Seal? part, DateTime now)
    {
        if (file.Walled)
            return Decision.No("wall");
        if (!viewer.May(action))
            return Decision.No("job");
        var circle = file.Circles.Where(c => c.From <= now && now < c.Until && c.Depth >= depth && viewer.Teams.Contains(c.Team))
            .MaxBy(c => c.Depth);
        if (circle is null)
            return Decision.No("circle");
        if (part is { } seal && !file.Seals.Any(s => s.Seal == seal && now < s.Until && viewer.Teams.Contains(s.Team)))
            return Decision.No("seal");
        return Decision.Yes(part is null ? "circle" : "circle+seal");
    }

    /// <summary>The key cupboard: the same viewer, seeing every file, for one of the stated reasons and nothing else.
    /// Its callers are listed in a test.</summary>
    public static Viewer Unrestricted(Viewer viewer, UnrestrictedReason reason) =>
        viewer with { SeesAll = true, Name = $"{viewer.Name} [{reason}]" };
}
