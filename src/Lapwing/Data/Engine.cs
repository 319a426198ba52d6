using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lapwing.Data.Postgres;
using Lapwing.Data.Sqlite;
using Lapwing.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using SQLitePCL;

namespace Lapwing.Data;

/// <summary>The one place that knows which database engine this installation runs on.</summary>
public sealed class Engine(Installation installation) : IDisposable
{
    private readonly Durable durable = new();
    private readonly ConcurrentDictionary<string, DbContextOptions> ready = new();
    private readonly ConcurrentDictionary<string, string> strings = new();

    public bool IsPostgres => installation.UsesPostgres;

    public HouseDb OpenHouse() => IsPostgres
        ? new PostgresHouseDb(Postgres<PostgresHouseDb>("house"))
        : new SqliteHouseDb(Sqlite<SqliteHouseDb>("house"));

    public PartnershipDb Open(PartnershipSession session) => IsPostgres
        ? new PostgresPartnershipDb(Postgres<PostgresPartnershipDb>(SchemaOf(session.Address)), session)
        : new SqlitePartnershipDb(Sqlite<SqlitePartnershipDb>(session.Address), session);

    /// <summary>Who an account is in a partnership at this instant, on a connection of its own: nobody looks yet through whom a context could be opened.</summary>
    internal async Task<AtTheDoor?> AtTheDoorAsync(string address, Guid account, DateTime now, CancellationToken ct)
    {
        if (IsPostgres)
        {
            await using var server = new NpgsqlConnection(strings.GetOrAdd(SchemaOf(address), PostgresString));
            await server.OpenAsync(ct);
            return await PostgresDoor.AskAsync(server, account, now, ct);
        }
        await using var file = new SqliteConnection(strings.GetOrAdd(address, SqliteString));
        file.Open(); // an embedded database never waits
        durable.Tell(file);
        return SqliteDoor.Ask(file, account, now);
    }

    /// <summary>The last shelf of a partnership's search keys, and how many stand on it. Asked once while a program runs, and the asker waits.</summary>
    internal (int Shelf, int Keys) LastShelf(string address)
    {
        const string question = "SELECT shelf, count(*) FROM search_keys WHERE shelf = (SELECT max(shelf) FROM search_keys) GROUP BY shelf";
        using System.Data.Common.DbConnection connection = IsPostgres
            ? new NpgsqlConnection(strings.GetOrAdd(SchemaOf(address), PostgresString)) : new SqliteConnection(strings.GetOrAdd(address, SqliteString));
        connection.Open();
        if (connection is SqliteConnection file)
            durable.Tell(file);
        using var command = connection.CreateCommand();
        command.CommandText = question;
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt32(0), (int)reader.GetInt64(1)) : (0, 0);
    }

    /// <summary>Closes the connections that wait to be used again.</summary>
    public void Dispose()
    {
        foreach (var each in strings.Values)
        {
            if (IsPostgres) NpgsqlConnection.ClearPool(new NpgsqlConnection(each));
            else SqliteConnection.ClearPool(new SqliteConnection(each));
        }
    }

    /// <summary>Makes the place that a database lives in: the folder, or the schema.</summary>
    public async Task PrepareAsync(string name, CancellationToken ct)
    {
        if (!IsPostgres)
        {
            System.IO.Directory.CreateDirectory(installation.DataFolder);
            return;
        }
        var schema = name == "house" ? name : SchemaOf(name);
        await using var connection = new NpgsqlConnection(strings.GetOrAdd(schema, PostgresString));
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT to_regnamespace('\"{schema}\"') IS NOT NULL";
        if (await command.ExecuteScalarAsync(ct) is true)
            return; // and the role that serves need not be one that may make schemas
        command.CommandText = $"CREATE SCHEMA IF NOT EXISTS \"{schema}\"";
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Brings a database to this version. Where it is there already nothing is asked for that only the owner of the tables may do.</summary>
    public static async Task MigrateAsync(DbContext db, CancellationToken ct)
    {
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
            await db.Database.MigrateAsync(ct);
    }

    private static string SchemaOf(string address) => "p_" + address.Replace('-', '_');

    /// <summary>Made once for each database: putting options together costs more than the shortest query.</summary>
    private DbContextOptions<T> Sqlite<T>(string name) where T : DbContext => (DbContextOptions<T>)ready.GetOrAdd(name, SqliteOptions<T>);

    private DbContextOptions<T> Postgres<T>(string schema) where T : DbContext => (DbContextOptions<T>)ready.GetOrAdd(schema, PostgresOptions<T>);

    /// <summary>A list goes to the database as one value, as on PostgreSQL: with a value for each member of it, the words of every query that asks who may know
    /// (a member's teams are a list) would be put together anew each time, which was more than half of a query.</summary>
    private DbContextOptions<T> SqliteOptions<T>(string name) where T : DbContext =>
        Common(new DbContextOptionsBuilder<T>()).UseSqlite(strings.GetOrAdd(name, SqliteString), sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(durable).Options;

    private string SqliteString(string name) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(installation.DataFolder, name + ".db"), ForeignKeys = true, DefaultTimeout = 30, Pooling = true,
    }.ConnectionString;

    private DbContextOptions<T> PostgresOptions<T>(string schema) where T : DbContext =>
        Common(new DbContextOptionsBuilder<T>()).UseNpgsql(strings.GetOrAdd(schema, PostgresString), npgsql => npgsql.MigrationsHistoryTable("__migrations", schema)).Options;

    /// <summary>A page asks for few rows, often: finding them by index is never dear on solid state, and starting workers or a compiler takes longer than the answer.
    /// Statements are kept parsed, and planned for the values they come with.</summary>
    private string PostgresString(string schema) =>
        new NpgsqlConnectionStringBuilder(installation.Postgres)
        {
            SearchPath = schema, MaxPoolSize = 40, NoResetOnClose = true, MaxAutoPrepare = 200,
            Options = "-c random_page_cost=1.1 -c jit=off -c max_parallel_workers_per_gather=0 -c plan_cache_mode=force_custom_plan",
        }.ConnectionString;

    private static DbContextOptionsBuilder<T> Common<T>(DbContextOptionsBuilder<T> options) where T : DbContext
    {
        options.UseSnakeCaseNamingConvention().ReplaceService<IModelCacheKeyFactory, ModelOfViewer>().ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.ManyServiceProvidersCreatedWarning));
        return options;
    }

    /// <summary>Every SQLite connection writes ahead and waits for the disk at every commit: NORMAL loses acknowledged rows at a power cut.
    /// Replacing a row fires the trigger of its removal only with <c>recursive_triggers</c>. What is written ahead is taken into the database 32 MB at a time.
    /// A connection from the pool was told already.</summary>
    private sealed class Durable : DbConnectionInterceptor
    {
        private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=8000; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA recursive_triggers=ON; PRAGMA mmap_size=1073741824;";

        private readonly ConditionalWeakTable<sqlite3, object> told = [];

        public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData) => Tell((SqliteConnection)connection);

        public void Tell(SqliteConnection connection)
        {
            if (!told.TryAdd(connection.Handle!, this))
                return;
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData); // an embedded database never waits
            return Task.CompletedTask;
        }
    }
}
