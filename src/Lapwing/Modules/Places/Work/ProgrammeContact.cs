using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Places.Work;

/// <summary>The three strands of the work. Source: domain facts b4 [S29][S31]: disrupt (criminal justice, housing, agencies), support needs, behaviour change.</summary>
public enum Strand { Disrupt, SupportNeeds, Change }

/// <summary>One piece of work in a strand: with the person (direct), or about them with others (indirect). It is never edited.</summary>
public sealed class ProgrammeContact : ICaseRecord
{
    private ProgrammeContact() { }

    public const int NoteLimit = 10_000;

    public Id<ProgrammeContact> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<PlaceRequest> Request { get; private set; }
    public Strand Strand { get; private set; }
    public bool IsDirect { get; private set; }
    public DateOnly On { get; private set; }
    public Protected? Note { get; private set; }
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }
    public int Version { get; private set; }

    /// <exception cref="RuleBroken">The work has not begun, the day lies outside of it, or somebody else works with the person.</exception>
    public static ProgrammeContact Record(Act act, FileKey key, PlaceTurn turn, Strand strand, bool isDirect, DateOnly on, string? note)
    {
        if (turn.StartedAt is not { } started)
            throw new RuleBroken("work-not-begun", "The place has not started, so there is no work to record yet.");
        if (on < Time.LondonTime.DateOf(started) || on > Time.LondonTime.DateOf(turn.EndedAt ?? act.At))
            throw new RuleBroken("work-day", "The day must lie between the start of the place and today, or its end.");
        return new() { Id = Id<ProgrammeContact>.New(), CaseFile = key.File, Request = turn.Request, Strand = strand, IsDirect = isDirect, On = on, Note = key.SealIfAny(note), At = act.At, By = act.Who.Member };
    }

    /// <summary>How the fact names it: strand by strand, direct before indirect.</summary>
    public int Code => (int)Strand * 2 + (IsDirect ? 1 : 2);
}

internal sealed class ProgrammeContactMapping : IEntityTypeConfiguration<ProgrammeContact>
{
    public void Configure(EntityTypeBuilder<ProgrammeContact> contact)
    {
        contact.Ignore(c => c.Code);
        contact.HasIndex(c => new { c.CaseFile, c.On });
    }
}
