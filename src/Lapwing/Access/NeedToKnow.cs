using Lapwing.Data;

namespace Lapwing.Access;

/// <summary>What stands between one member and one file, gathered for <see cref="NeedToKnow.Decide"/>.</summary>
/// <param name="Circles">The circles of the file that name one of the member's teams.</param>
/// <param name="Walled">There is a wall between the member and anyone in the file, suspected ones included.</param>
/// <param name="Seals">The grants of the file's seals to one of the member's teams.</param>
public sealed record Standing(IReadOnlyList<Circle> Circles, bool Walled, IReadOnlyList<SealGrant> Seals)
{
    public static Standing None { get; } = new([], false, []);

    /// <summary>The circles of files on the other side of the same matter that name one of the member's teams.</summary>
    public IReadOnlyList<Circle> Opposite { get; init; } = [];

    /// <summary>Whether a restricted file names the member; nothing when the file is not restricted.</summary>
    public bool? Named { get; init; }

    /// <summary>The member's own entry in an emergency, if there is one.</summary>
    public EmergencyUse? Emergency { get; init; }
}

/// <summary>Yes or no, with the reason code that the audit trail keeps.</summary>
public sealed record Decision(bool Allowed, string Code)
{
    public static Decision Yes(string code) => new(true, code);
    public static Decision No(string code) => new(false, code);
}

/// <summary>Why somebody may look past every circle. Each use is an entry in the audit trail.</summary>
public enum UnrestrictedReason { Figures, DuplicateCheck, OutcomeToReferrer, Import, Generation, AuditVerification, Backup, SubjectAccess, SendGuard, FamilyFiles, ConflictCheck, EmergencyEntry, LookBack, Handover, PlaceHolds, Crossing }

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
        if (file.Named == false)
            return Decision.No("restricted");
        if (!file.Circles.Any(c => IsIn(viewer, c, depth, now) && !Sides.IsBarred(c, file.Opposite.Where(o => IsIn(viewer, o, Depth.Work, now)))))
            return file.Emergency is { } entry && entry.Runs(now) && depth <= Depth.Work ? InEmergency(entry, part) : Decision.No("circle");
        if (part is { } seal && !file.Seals.Any(s => s.Seal == seal && now < s.Until && viewer.Teams.Contains(s.Team) && (s.Worker is null || s.Worker == viewer.Member))
            && !(seal == Seal.Whereabouts && file.Emergency is { } also && also.Runs(now) && also.WhereaboutsAllowed))
            return Decision.No("seal");
        return Decision.Yes(part is null ? "circle" : "circle+seal");
    }

    /// <summary>Whoever entered in an emergency opens no seal; the address only with a second person's yes.</summary>
    private static Decision InEmergency(EmergencyUse entry, Seal? part) =>
        part is null ? Decision.Yes("emergency")
        : part == Seal.Whereabouts && entry.WhereaboutsAllowed ? Decision.Yes("emergency+seal") : Decision.No("seal");

    private static bool IsIn(Viewer viewer, Circle circle, Depth depth, DateTime now) =>
        circle.From <= now && now < circle.Until && circle.Depth >= depth && viewer.Teams.Contains(circle.Team) && (circle.Worker is null || circle.Worker == viewer.Member);

    /// <summary>The key cupboard: the same viewer, seeing every file, for one of the stated reasons and nothing else.
    /// Its callers are listed in a test.</summary>
    public static Viewer Unrestricted(Viewer viewer, UnrestrictedReason reason) =>
        viewer with { SeesAll = true, Name = $"{viewer.Name} [{reason}]" };
}
