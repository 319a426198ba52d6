using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Casework.Measuring;

/// <summary>A version of the outcomes that this partnership loaded. Never changed: a correction is a new version.</summary>
public sealed class StoredOutcomePack
{
    private StoredOutcomePack() { }

    public Id<StoredOutcomePack> Id { get; private set; }
    public string Code { get; private set; } = "";

    /// <summary>The pack's own version, not that of this row.</summary>
    public int Edition { get; private set; }
    public string Title { get; private set; } = "";
    public string Json { get; private set; } = "";
    public DateTime LoadedAt { get; private set; }
    public Id<Member> LoadedBy { get; private set; }
    public int Version { get; private set; }

    public string Name => NameOf(Code, Edition);

    public static string NameOf(string code, int edition) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{code}/{edition}");

    public static StoredOutcomePack Load(Act act, OutcomePack pack, string json) => new()
    {
        Id = Id<StoredOutcomePack>.New(), Code = pack.Code, Edition = pack.Version, Title = pack.Title, Json = json, LoadedAt = act.At, LoadedBy = act.Who.Member,
    };
}

internal sealed class StoredOutcomePackMapping : IEntityTypeConfiguration<StoredOutcomePack>
{
    public void Configure(EntityTypeBuilder<StoredOutcomePack> pack)
    {
        pack.Ignore(p => p.Name);
        pack.Property(p => p.Code).HasMaxLength(40);
        pack.Property(p => p.Title).HasMaxLength(OutcomePack.TextLength);
        pack.HasIndex(p => new { p.Code, p.Edition }).IsUnique();
    }
}
