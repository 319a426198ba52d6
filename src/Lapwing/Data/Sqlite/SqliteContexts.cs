using Lapwing.Access;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Data.Sqlite;

/// <summary>The house on SQLite.</summary>
public sealed class SqliteHouseDb(DbContextOptions<SqliteHouseDb> options) : HouseDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Storage.Sqlite(configurationBuilder);
}

/// <summary>A partnership on SQLite.</summary>
public sealed class SqlitePartnershipDb(DbContextOptions<SqlitePartnershipDb> options, PartnershipSession session) : PartnershipDb(options, session)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Storage.Sqlite(configurationBuilder);

    internal override PartnershipDb BesideAs(Viewer viewer) => new SqlitePartnershipDb(options, Session with { Viewer = viewer });
}
