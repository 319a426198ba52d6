using Lapwing.Data;
using Lapwing.Modules.Directory;

namespace Lapwing.Access;

/// <summary>How far into a file a team may see. <c>Locate</c>: that a file exists and whom to ring.
/// <c>Outcome</c>: a referrer's view, status only. <c>Work</c>: a service, the file without sealed parts. <c>Lead</c>: also its circle and seals.</summary>
public enum Depth { Locate, Outcome, Work, Lead }

/// <summary>A team's place in a file's circle: for a purpose and with an end. No end, no circle.
/// Given only by workflow (referral, acceptance, hearing, handover).</summary>
public sealed class Circle
{
    private Circle() { }

    public const int PurposeLimit = 200;

    public Id<Circle> Id { get; private set; }
    public Id<CaseFile> File { get; private set; }
    public Id<Team> Team { get; private set; }
    public Depth Depth { get; private set; }
    public string Purpose { get; private set; } = "";
    public DateTime From { get; private set; }
    public DateTime Until { get; private set; }
    public Guid GivenBy { get; private set; }

    internal static Circle Give(Act act, Id<CaseFile> file, Id<Team> team, Depth depth, string purpose, DateTime until)
    {
        if (until <= act.At)
            throw new RuleBroken("circle-end", "Access to a file needs an end date in the future.");
        return new()
        {
            Id = Id<Circle>.New(), File = file, Team = team, Depth = depth, Purpose = purpose,
            From = act.At, Until = until, GivenBy = act.Who.Member.Value,
        };
    }

    internal void EndNow(Act act) => Until = act.At;

    /// <summary>Takes the team further in, or keeps it longer, for what it is there for now; never shortens what it had.</summary>
    internal void Extend(Act act, Depth depth, string purpose, DateTime until)
    {
        Purpose = until >= Until ? purpose : Purpose;
        Depth = depth > Depth ? depth : Depth;
        Until = until > Until ? until : Until;
        GivenBy = act.Who.Member.Value;
    }
}

/// <summary>A wall hides a file from one member entirely; it beats everything, break-glass and administrators included.</summary>
public sealed class Wall
{
    private Wall() { }

    public const int ReasonLimit = 200;

    public Id<Wall> Id { get; private set; }
    public Id<CaseFile> File { get; private set; }
    public Id<Member> Member { get; private set; }
    public string Reason { get; private set; } = "";
    public DateTime From { get; private set; }
    public Guid RaisedBy { get; private set; }

    /// <param name="reason">A code such as "named by the survivor", never a name.</param>
    public static Wall Raise(Act act, Id<CaseFile> file, Id<Member> member, string reason) => new()
    {
        Id = Id<Wall>.New(), File = file, Member = member, Reason = reason, From = act.At, RaisedBy = act.Who.Member.Value,
    };
}

/// <summary>The five parts of a file that are sealed even from its own circle until somebody is put on the list.</summary>
public enum Seal { Whereabouts, MaracPaper, ConfidentialFromChild, Health, LegalDisclosure }

/// <summary>A sealed part is a separate record, never a masked column.</summary>
public interface ISealedRecord : ICaseRecord
{
    Seal Seal { get; }
}

/// <summary>Puts a team on the list of one seal of one file, for a purpose and until an end.</summary>
public sealed class SealGrant
{
    private SealGrant() { }

    public Id<SealGrant> Id { get; private set; }
    public Id<CaseFile> File { get; private set; }
    public Id<Team> Team { get; private set; }
    public Seal Seal { get; private set; }
    public string Purpose { get; private set; } = "";
    public DateTime Until { get; private set; }
    public Guid GivenBy { get; private set; }

    internal static SealGrant Give(Act act, Id<CaseFile> file, Id<Team> team, Seal seal, string purpose, DateTime until) => new()
    {
        Id = Id<SealGrant>.New(), File = file, Team = team, Seal = seal, Purpose = purpose, Until = until, GivenBy = act.Who.Member.Value,
    };

    internal void EndNow(Act act) => Until = act.At;

    internal void Extend(Act act, string purpose, DateTime until) =>
        (Purpose, Until, GivenBy) = until > Until ? (purpose, until, act.Who.Member.Value) : (Purpose, Until, GivenBy);
}
