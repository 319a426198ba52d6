using Lapwing.Access;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Data;

/// <summary>How often the directory, the settings and the terms by which members are recognised have changed in a partnership. The number turns in the very transaction that changes them, so whoever
/// kept something of them under an older number, in whatever process, sees by one look that it must be read again (<see cref="Kept"/>).</summary>
public sealed class Edition
{
    private Edition() { }

    public int Id { get; private set; }
    public long Number { get; private set; }

    /// <summary>Saving one of these turns the number.</summary>
    private static readonly HashSet<Type> Counted =
        [typeof(Agency), typeof(AgencyLink), typeof(Area), typeof(Team), typeof(Service), typeof(StageChange), typeof(StoredSettings), typeof(Member), typeof(TeamMembership), typeof(ConflictTerm)];

    internal static bool Turns(Type entity) => Counted.Contains(entity);

    internal static Task TurnAsync(PartnershipDb db, CancellationToken ct) => db.Database.ExecuteSqlAsync($"UPDATE editions SET number = number + 1", ct);

    /// <summary>The number as it stands; null in a database that counts none yet.</summary>
    internal static Task<long?> ReadAsync(PartnershipDb db, CancellationToken ct) =>
        db.Editions.AsNoTracking().Select(edition => (long?)edition.Number).SingleOrDefaultAsync(ct);

    /// <summary>Begins to count.</summary>
    internal static async Task EnsureAsync(PartnershipDb db, CancellationToken ct)
    {
        if (await ReadAsync(db, ct) is null)
            await db.Database.ExecuteSqlAsync($"INSERT INTO editions (id, number) VALUES (1, 1)", ct);
    }
}

internal sealed class EditionMapping : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> edition) => edition.Property(e => e.Id).ValueGeneratedNever();
}
