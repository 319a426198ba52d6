using Lapwing.Data;

namespace Lapwing.Access;

/// <summary>Why there is a wall, as a code: never a name.</summary>
public static class WallReason
{
    /// <summary>The member may be somebody in the file.</summary>
    public const string Self = "self";
    /// <summary>Somebody in the file is a person to whom the member said to be connected.</summary>
    public const string Knows = "knows";
    /// <summary>The survivor said that this member must not know.</summary>
    public const string Named = "named";
    /// <summary>The member said so of this file.</summary>
    public const string Declared = "declared";

    public static string Title(string code) => code switch
    {
        Self => "May be a person in the file",
        Knows => "Connected to a person in the file",
        Named => "Named by the survivor",
        Declared => "Said so themselves",
        _ => "Another reason",
    };
}

/// <summary>A wall hides a file from one member entirely; it beats everything, break-glass and administrators included. One that is only
/// suspected hides just as much, until a guardian has decided: a mistake costs a look at the wrong moment, or a life.
/// Source: permission model, "Walls": reviewed every 90 days; lifting one needs two people.</summary>
public sealed class Wall
{
    private Wall() { }

    public const int ReasonLimit = 200;

    /// <summary>How often somebody looks whether it is still right.</summary>
    public static readonly TimeSpan ReviewAfter = TimeSpan.FromDays(90);

    public Id<Wall> Id { get; private set; }
    public Id<CaseFile> File { get; private set; }
    public Id<Member> Member { get; private set; }
    public string Reason { get; private set; } = "";
    public bool IsSuspected { get; private set; }
    public DateTime From { get; private set; }
    public Guid RaisedBy { get; private set; }
    public DateTime ReviewDue { get; private set; }
    public Id<Member>? LiftProposedBy { get; private set; }
    public DateTime? LiftProposedAt { get; private set; }
    public Id<Member>? LiftedBy { get; private set; }
    public DateTime? LiftedAt { get; private set; }
    public int Version { get; private set; }

    /// <param name="reason">A code such as <see cref="WallReason.Named"/>, never a name.</param>
    public static Wall Raise(Act act, Id<CaseFile> file, Id<Member> member, string reason) => new()
    {
        Id = Id<Wall>.New(), File = file, Member = member, Reason = reason, From = act.At, RaisedBy = act.Who.Member.Value, ReviewDue = act.At + ReviewAfter,
    };

    /// <summary>It may be so: it hides until a guardian has looked, whose first look is due at once.</summary>
    public static Wall Suspect(Act act, Id<CaseFile> file, Id<Member> member, string reason)
    {
        var wall = Raise(act, file, member, reason);
        (wall.IsSuspected, wall.ReviewDue) = (true, act.At);
        return wall;
    }

    /// <summary>The guardian decides that a suspicion is right.</summary>
    public void Confirm(Act act)
    {
        Must(IsSuspected);
        NotByWalled(act);
        (IsSuspected, ReviewDue) = (false, act.At + ReviewAfter);
    }

    /// <summary>The guardian decides that a suspicion was wrong, such as two people of the same name.</summary>
    public void Dismiss(Act act)
    {
        Must(IsSuspected);
        NotByWalled(act);
        (LiftedBy, LiftedAt) = (act.Who.Member, act.At);
    }

    /// <summary>The regular look: it stays.</summary>
    public void Keep(Act act)
    {
        Must(!IsSuspected);
        NotByWalled(act);
        (ReviewDue, LiftProposedBy, LiftProposedAt) = (act.At + ReviewAfter, null, null);
    }

    /// <summary>The first of two people wants it lifted. Until the second agrees it stands.</summary>
    public void ProposeLift(Act act)
    {
        Must(!IsSuspected && LiftProposedBy is null);
        NotByWalled(act);
        (LiftProposedBy, LiftProposedAt) = (act.Who.Member, act.At);
    }

    /// <summary>The second person agrees.</summary>
    public void Lift(Act act)
    {
        Must(!IsSuspected && LiftProposedBy is not null);
        NotByWalled(act);
        if (LiftProposedBy == act.Who.Member)
            throw new RuleBroken("two-people", "You proposed to lift this wall, so somebody else must agree.");
        (LiftedBy, LiftedAt) = (act.Who.Member, act.At);
    }

    private void Must(bool state)
    {
        if (LiftedAt is not null || !state)
            throw new RuleBroken("wall-moved", "Somebody has already decided on this. Look at it again.");
    }

    private void NotByWalled(Act act)
    {
        if (act.Who.Member == Member)
            throw new RuleBroken("own-wall", "This is about you, so somebody else must decide on it.");
    }
}
