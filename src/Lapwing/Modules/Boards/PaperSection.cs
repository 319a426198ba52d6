using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Boards;

/// <summary>One section of a paper: a heading and its text, with figures in braces. Each has a version of its own, so that two people can write at once.</summary>
public sealed class PaperSection
{
    private PaperSection() { }

    public const int HeadingLimit = 200, TextLimit = 20_000;

    public Id<PaperSection> Id { get; private set; }
    public Id<Paper> Paper { get; private set; }

    /// <summary>Its place in the paper, from 1.</summary>
    public int Position { get; private set; }
    public string Heading { get; private set; } = "";
    public string Text { get; private set; } = "";
    public DateTime EditedAt { get; private set; }

    /// <summary>Who wrote it last.</summary>
    public Id<Member> EditedBy { get; private set; }
    public int Version { get; private set; }

    /// <exception cref="RuleBroken">The paper is approved.</exception>
    public static PaperSection Add(Act act, Paper paper, int position, string heading, string text)
    {
        paper.DemandOpenText();
        return new() { Id = Id<PaperSection>.New(), Paper = paper.Id, Position = position, Heading = heading, Text = text, EditedAt = act.At, EditedBy = act.Who.Member };
    }

    /// <returns>What to keep of it in the paper's history, so that whoever wrote an earlier text is still one of its hands.</returns>
    /// <exception cref="RuleBroken">The paper is approved.</exception>
    public PaperStep Write(Act act, Paper paper, string heading, string text)
    {
        paper.DemandOpenText();
        (Heading, Text, EditedAt, EditedBy) = (heading, text, act.At, act.Who.Member);
        return PaperStep.Of(act, paper, PaperDeed.SectionWritten, heading);
    }

    internal void MoveTo(Act act, int position) => Position = position;
}

internal sealed class PaperSectionMapping : IEntityTypeConfiguration<PaperSection>
{
    public void Configure(EntityTypeBuilder<PaperSection> section)
    {
        section.Property(s => s.Heading).HasMaxLength(PaperSection.HeadingLimit);
        section.Property(s => s.Text).HasMaxLength(PaperSection.TextLimit);
        section.HasIndex(s => new { s.Paper, s.Position });
    }
}
