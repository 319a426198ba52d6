using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Boards;

/// <summary>What can be done to a paper.</summary>
public enum PaperDeed { Made, Titled, SectionAdded, SectionWritten, SectionMoved, SectionRemoved, Marked, Frozen, Approved, Reopened }

/// <summary>Something that was done to a paper, by whom and why.</summary>
public sealed class PaperStep
{
    private PaperStep() { }

    public Id<PaperStep> Id { get; private set; }
    public Id<Paper> Paper { get; private set; }
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }
    public PaperDeed Deed { get; private set; }
    public string Note { get; private set; } = "";

    /// <summary>Whether this made the doer one of the paper's hands, who cannot approve it.</summary>
    public bool IsWriting => Deed is not (PaperDeed.Approved or PaperDeed.Reopened);

    internal static PaperStep Of(Act act, Paper paper, PaperDeed deed, string note) =>
        new() { Id = Id<PaperStep>.New(), Paper = paper.Id, At = act.At, By = act.Who.Member, Deed = deed, Note = note };
}

public static class PaperDeeds
{
    public static string Title(this PaperDeed deed) => deed switch
    {
        PaperDeed.Made => "Made",
        PaperDeed.Titled => "Title changed",
        PaperDeed.SectionAdded => "Section added",
        PaperDeed.SectionWritten => "Section written",
        PaperDeed.SectionMoved => "Section moved",
        PaperDeed.SectionRemoved => "Section removed",
        PaperDeed.Marked => "Marking changed",
        PaperDeed.Frozen => "Figures frozen",
        PaperDeed.Approved => "Approved",
        _ => "Approval taken back",
    };
}

internal sealed class PaperStepMapping : IEntityTypeConfiguration<PaperStep>
{
    public void Configure(EntityTypeBuilder<PaperStep> step)
    {
        step.Property(s => s.Note).HasMaxLength(Boards.Paper.ReasonLimit);
        step.HasIndex(s => new { s.Paper, s.At });
    }
}
