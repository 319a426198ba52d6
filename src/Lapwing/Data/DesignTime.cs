using Lapwing.Access;
using Lapwing.Data.Postgres;
using Lapwing.Data.Sqlite;
using Lapwing.Settings;
using Microsoft.EntityFrameworkCore.Design;

namespace Lapwing.Data;

/// <summary>Lets the migration tool build each context without an installation.</summary>
internal static class DesignTime
{
    private static Engine Engine(string? postgres) =>
        new(new Installation { DataFolder = Path.GetTempPath(), Postgres = postgres });

    private const string NoServer = "Host=localhost;Database=none";

    private static PartnershipSession Session() => new("design", Viewer.Nobody(DateTime.UnixEpoch), null!, null!, new WriteGate(false));

    internal sealed class SqliteHouse : IDesignTimeDbContextFactory<SqliteHouseDb>
    {
        public SqliteHouseDb CreateDbContext(string[] args) => (SqliteHouseDb)Engine(null).OpenHouse();
    }

    internal sealed class PostgresHouse : IDesignTimeDbContextFactory<PostgresHouseDb>
    {
        public PostgresHouseDb CreateDbContext(string[] args) => (PostgresHouseDb)Engine(NoServer).OpenHouse();
    }

    internal sealed class SqlitePartnership : IDesignTimeDbContextFactory<SqlitePartnershipDb>
    {
        public SqlitePartnershipDb CreateDbContext(string[] args) => (SqlitePartnershipDb)Engine(null).Open(Session());
    }

    internal sealed class PostgresPartnership : IDesignTimeDbContextFactory<PostgresPartnershipDb>
    {
        public PostgresPartnershipDb CreateDbContext(string[] args) => (PostgresPartnershipDb)Engine(NoServer).Open(Session());
    }
}
