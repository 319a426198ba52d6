using Lapwing.Data;
using Lapwing.Modules.Directory;

namespace Lapwing.Access;

/// <summary>How far into a file a team may see. <c>Locate</c>: that a file exists and whom to ring.
/// <c>Outcome</c>: a referrer's view, status only. <c>Work</c>: a service, the file without sealed parts. <c>Lead</c>: also its circle and seals.</summary>
public enum Depth { Locate, Outcome, Work, Lead }

/// <summary>A team's place in a file's circle: for a purpose and with an end. No end, no circle.
/// Given only by workflow (referral, acceptance, sharing, hearing, handover).</summary>
public sealed class Circle
{
    private Circle() { }

    public const int PurposeLimit = 200;

    public Id<Circle> Id { get; private set; }
    public Id<CaseFile> File { get; private set; }

    /// <summary>The file's matter and side, kept beside each place: whether somebody is on both sides is asked for every row that a page shows.
    /// They follow the file when it changes (<see cref="PartnershipDb"/>, saving).</summary>
    public Guid Matter { get; private set; }
    public bool IsHarmSide { get; private set; }

    public Id<Team> Team { get; private set; }

    /// <summary>Only this member of the team, where the file is shared with one worker; nobody in particular is the whole team.</summary>
    public Id<Member>? Worker { get; private set; }
    public Depth Depth { get; private set; }
    public string Purpose { get; private set; } = "";
    public DateTime From { get; private set; }
    public DateTime Until { get; private set; }
    public Guid GivenBy { get; private set; }

    /// <summary>The front door's place while it triages: it alone may be on both sides, and no longer than until a service has accepted (<see cref="Sides"/>).</summary>
    public bool IsTriage { get; private set; }

    /// <summary>The sharing that gave it, which alone recalls it; none when it came by a referral or support.</summary>
    public Id<Sharing>? Sharing { get; private set; }

    internal static Circle Give(Act act, CaseFile file, Id<Team> team, Depth depth, string purpose, DateTime until, bool isTriage = false)
    {
        if (until <= act.At)
            throw new RuleBroken("circle-end", "Access to a file needs an end date in the future.");
        return new()
        {
            Id = Id<Circle>.New(), File = file.Id, Matter = file.Matter, IsHarmSide = file.Side.IsHarmSide(), Team = team, Depth = depth, Purpose = purpose,
            From = act.At, Until = until, GivenBy = act.Who.Member.Value, IsTriage = isTriage,
        };
    }

    internal static Circle Share(Act act, CaseFile file, Sharing sharing, Id<Team> team)
    {
        var circle = Give(act, file, team, sharing.Depth, sharing.Purpose.Title(), sharing.Until);
        (circle.Worker, circle.Sharing) = (sharing.Worker, sharing.Id);
        return circle;
    }

    internal void EndNow(Act act) => Until = act.At;

    /// <summary>Triage is over: from now on the place counts as a role on its side.</summary>
    internal void Settle() => IsTriage = false;

    /// <summary>The file has another matter or side now.</summary>
    internal void Follow(CaseFile file) => (Matter, IsHarmSide) = (file.Matter, file.Side.IsHarmSide());

    /// <summary>Takes the team further in, or keeps it longer, for what it is there for now; never shortens what it had.</summary>
    internal void Extend(Act act, Depth depth, string purpose, DateTime until)
    {
        Purpose = until >= Until ? purpose : Purpose;
        Depth = depth > Depth ? depth : Depth;
        Until = until > Until ? until : Until;
        GivenBy = act.Who.Member.Value;
    }
}
