using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Boards.Documents;
using Lapwing.Modules.Figures.Snapshots;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Boards;

/// <summary>How far a paper is.</summary>
public enum PaperState
{
    /// <summary>Its figures are live, and so is its text.</summary>
    Draft,

    /// <summary>Its figures stand for good; its text can still be edited.</summary>
    Frozen,

    /// <summary>Somebody else than its writers approved it; nothing of it can be changed.</summary>
    Approved,
}

/// <summary>A quarterly update for one audience, on its way from a draft to the paper that the board is given.</summary>
public sealed class Paper
{
    private Paper() { }

    public const int TitleLimit = 200, ReasonLimit = 1_000;

    public Id<Paper> Id { get; private set; }

    /// <summary>The quarter's code.</summary>
    public string Quarter { get; private set; } = "";
    public string Audience { get; private set; } = "";

    /// <summary>1, and one more for each later version for the same quarter and audience.</summary>
    public int Edition { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>Code of the marking that stands on every page.</summary>
    public string Marking { get; private set; } = "";
    public Id<Member> MarkedBy { get; private set; }
    public PaperState State { get; private set; }
    public Id<Snapshot>? Snapshot { get; private set; }
    public DateTime MadeAt { get; private set; }
    public Id<Member> MadeBy { get; private set; }
    public DateTime? ApprovedAt { get; private set; }
    public Id<Member>? ApprovedBy { get; private set; }
    public int Version { get; private set; }

    public Quarter Period => Time.Quarter.Parse(Quarter);

    public bool TextCanChange => State != PaperState.Approved;

    public static Paper Draft(Act act, Quarter quarter, string audience, int edition, string title, string marking) => new()
    {
        Id = Id<Paper>.New(), Quarter = quarter.Code, Audience = audience, Edition = edition, Title = title, Marking = marking, MarkedBy = act.Who.Member,
        MadeAt = act.At, MadeBy = act.Who.Member,
    };

    public PaperStep Rename(Act act, string title)
    {
        DemandOpenText();
        Title = title;
        return PaperStep.Of(act, this, PaperDeed.Titled, title);
    }

    /// <summary>Its figures stand from now on.</summary>
    /// <exception cref="RuleBroken">They stand already, or the snapshot is of other figures.</exception>
    public PaperStep Freeze(Act act, Snapshot snapshot)
    {
        if (State != PaperState.Draft)
            throw new RuleBroken("frozen", "The figures of this paper are frozen already.");
        if (snapshot.Quarter != Quarter || snapshot.Audience != Audience)
            throw new ArgumentException("The snapshot is of another quarter or audience.", nameof(snapshot));
        (State, Snapshot) = (PaperState.Frozen, snapshot.Id);
        return PaperStep.Of(act, this, PaperDeed.Frozen, $"As known on {Spoken.Moment(snapshot.KnownAt)}");
    }

    /// <summary>The second person's yes: whoever made, marked, froze or wrote any of it cannot give it.</summary>
    /// <param name="hands">Everybody who had a hand in it.</param>
    /// <exception cref="RuleBroken">The figures are not frozen, or the approver had a hand in it.</exception>
    public PaperStep Approve(Act act, IEnumerable<Id<Member>> hands)
    {
        if (State == PaperState.Draft)
            throw new RuleBroken("not-frozen", "Freeze the figures first: nobody can approve numbers that still change.");
        if (State == PaperState.Approved)
            throw new RuleBroken("approved", "This paper is approved already.");
        if (act.Who.Member == MadeBy || hands.Contains(act.Who.Member))
            throw new RuleBroken("own-paper", "You had a hand in this paper. Somebody else must approve it.");
        (State, ApprovedAt, ApprovedBy) = (PaperState.Approved, act.At, act.Who.Member);
        return PaperStep.Of(act, this, PaperDeed.Approved, "");
    }

    /// <summary>Takes the approval back, so that the text can be mended. The figures stay frozen.</summary>
    public PaperStep Reopen(Act act, string reason)
    {
        if (State != PaperState.Approved)
            throw new RuleBroken("not-approved", "This paper is not approved.");
        (State, ApprovedAt, ApprovedBy) = (PaperState.Frozen, null, null);
        return PaperStep.Of(act, this, PaperDeed.Reopened, reason);
    }

    /// <summary>Changes the marking. To lower it takes a second person (two-person rule for lowering a marking, permission model).</summary>
    /// <param name="settings">Where the markings stand in order, the strictest first.</param>
    /// <exception cref="RuleBroken">There is no such marking, or whoever marked it would lower it.</exception>
    public PaperStep Mark(Act act, string marking, string reason, PaperSettings settings)
    {
        DemandOpenText();
        var lower = settings.PlaceOf(marking) > settings.PlaceOf(Marking);
        if (lower && act.Who.Member == MarkedBy)
            throw new RuleBroken("lower-marking", "You set this marking. Ask a colleague to lower it: it takes two people.");
        (Marking, MarkedBy) = (marking, act.Who.Member);
        return PaperStep.Of(act, this, PaperDeed.Marked, $"{settings[marking].Label}: {reason}");
    }

    internal void DemandOpenText()
    {
        if (!TextCanChange)
            throw new RuleBroken("approved", "This paper is approved. Take the approval back before you change it.");
    }
}

internal sealed class PaperMapping : IEntityTypeConfiguration<Paper>
{
    public void Configure(EntityTypeBuilder<Paper> paper)
    {
        paper.Property(p => p.Quarter).HasMaxLength(10);
        paper.Property(p => p.Audience).HasMaxLength(40);
        paper.Property(p => p.Title).HasMaxLength(Paper.TitleLimit);
        paper.Property(p => p.Marking).HasMaxLength(PaperSettings.CodeLimit);
        paper.HasIndex(p => new { p.Quarter, p.Audience, p.Edition }).IsUnique();
    }
}
