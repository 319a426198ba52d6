using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Boards;

/// <summary>That somebody read a paper or took a copy: the reader log that a marked paper keeps.</summary>
public sealed class PaperReading
{
    private PaperReading() { }

    public Id<PaperReading> Id { get; private set; }
    public Id<Paper> Paper { get; private set; }
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }

    /// <summary>On the page, or as which file.</summary>
    public string How { get; private set; } = "";

    public static PaperReading Of(Act act, Paper paper, string how) =>
        new() { Id = Id<PaperReading>.New(), Paper = paper.Id, At = act.At, By = act.Who.Member, How = how };
}

internal sealed class PaperReadingMapping : IEntityTypeConfiguration<PaperReading>
{
    public void Configure(EntityTypeBuilder<PaperReading> reading)
    {
        reading.Property(r => r.How).HasMaxLength(20);
        reading.HasIndex(r => new { r.Paper, r.At });
    }
}
