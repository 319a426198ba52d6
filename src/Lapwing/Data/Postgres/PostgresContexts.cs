using Lapwing.Access;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Data.Postgres;

/// <summary>The house on PostgreSQL.</summary>
public sealed class PostgresHouseDb(DbContextOptions<PostgresHouseDb> options) : HouseDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Storage.Postgres(configurationBuilder);
}

/// <summary>A partnership on PostgreSQL, in its own schema.</summary>
public sealed class PostgresPartnershipDb(DbContextOptions<PostgresPartnershipDb> options, PartnershipSession session) : PartnershipDb(options, session)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Storage.Postgres(configurationBuilder);

    internal override PartnershipDb BesideAs(Viewer viewer) => new PostgresPartnershipDb(options, Session with { Viewer = viewer });
}
