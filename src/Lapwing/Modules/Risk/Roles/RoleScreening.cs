using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Risk.Roles;

/// <summary>Who does what to whom, asked question by question about two people. It shows where the answers point and decides nothing.</summary>
public sealed class RoleScreening : ICaseRecord
{
    private RoleScreening() { }

    public const int NoteLimit = 10_000;

    public Id<RoleScreening> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Person> Other { get; private set; }
    public string Pack { get; private set; } = "";
    public int Edition { get; private set; }

    /// <summary>The answers with their notes, as JSON under seal.</summary>
    public Protected Answers { get; private set; } = null!;

    /// <summary>How many answers point to the person of this file as the one who is harmed, and how many to the other.</summary>
    public int PointToSubject { get; private set; }
    public int PointToOther { get; private set; }
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }
    public int Version { get; private set; }

    public static RoleScreening Complete(Act act, FileKey key, Id<Person> other, ScreeningPack pack, IReadOnlyList<ScreeningAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var (subject, others) = pack.PointsOf(answers);
        return new()
        {
            Id = Id<RoleScreening>.New(), CaseFile = key.File, Other = other, Pack = pack.Code, Edition = pack.Version, Answers = key.Seal(ScreeningPack.Write(answers)),
            PointToSubject = subject, PointToOther = others, At = act.At, By = act.Who.Member,
        };
    }
}

internal sealed class RoleScreeningMapping : IEntityTypeConfiguration<RoleScreening>
{
    public void Configure(EntityTypeBuilder<RoleScreening> screening)
    {
        screening.Property(s => s.Pack).HasMaxLength(60);
        screening.HasIndex(s => s.CaseFile);
    }
}
