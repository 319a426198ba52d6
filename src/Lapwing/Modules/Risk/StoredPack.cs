using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Risk;

/// <summary>A version of a questionnaire that this partnership loaded, under its own licence. Never changed: a correction is a new version.</summary>
public sealed class StoredPack
{
    private StoredPack() { }

    public Id<StoredPack> Id { get; private set; }
    public string Code { get; private set; } = "";

    /// <summary>The pack's own version, not that of this row.</summary>
    public int Edition { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>The file as it was loaded.</summary>
    public string Json { get; private set; } = "";
    public DateTime LoadedAt { get; private set; }
    public Id<Member> LoadedBy { get; private set; }
    public int Version { get; private set; }

    public static StoredPack Load(Act act, Questionnaire pack, string json) => new()
    {
        Id = Id<StoredPack>.New(), Code = pack.Code, Edition = pack.Version, Title = pack.Title, Json = json, LoadedAt = act.At, LoadedBy = act.Who.Member,
    };
}

internal sealed class StoredPackMapping : IEntityTypeConfiguration<StoredPack>
{
    public void Configure(EntityTypeBuilder<StoredPack> pack)
    {
        pack.Property(p => p.Code).HasMaxLength(40);
        pack.Property(p => p.Title).HasMaxLength(Questionnaire.TextLength);
        pack.HasIndex(p => new { p.Code, p.Edition }).IsUnique();
    }
}
