using System.Collections.Concurrent;
using Lapwing.CommandLine;
using Lapwing.Data;
using Lapwing.Settings;
using Lapwing.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Lapwing.Tests;

/// <summary>
/// An installation with one partnership that is made once, as the product makes it, and copied for each test: making some two hundred tables anew
/// would take longer than most tests do. The clock stands at <see cref="Start"/>.
/// </summary>
internal static class Mould
{
    /// <summary>Tuesday 6 June 2023, 10:00 London.</summary>
    public static readonly DateTimeOffset Start = new(2023, 6, 6, 9, 0, 0, TimeSpan.Zero);

    private static readonly ConcurrentDictionary<(EngineKind Engine, string Address), Lazy<Task<Copy>>> s_made = new();

    static Mould() => AppDomain.CurrentDomain.ProcessExit += (_, _) => RemoveAsync().GetAwaiter().GetResult();

    /// <summary>A copy with a folder and, on PostgreSQL, a database of its own.</summary>
    public static async Task<Copy> CopyAsync(EngineKind engine, string address, string name)
    {
        var mould = await s_made.GetOrAdd((engine, address), _ => new(() => MakeAsync(engine, address, name))).Value;
        var folder = Directory.CreateTempSubdirectory("lapwing-test-").FullName;
        foreach (var from in Directory.EnumerateFiles(mould.Folder, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(mould.Folder, from));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
        }
        return new(folder, mould.Database is null ? null : await CreateDatabaseAsync($"TEMPLATE {mould.Database}"));
    }

    private static async Task<Copy> MakeAsync(EngineKind engine, string address, string name)
    {
        var made = new Copy(Directory.CreateTempSubdirectory("lapwing-mould-").FullName, engine == EngineKind.Postgres ? await CreateDatabaseAsync("") : null);
        // Closed before it is copied: PostgreSQL copies no database that somebody is connected to.
        await using var app = WebHost.Build(made.Installation, builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FakeTimeProvider(Start))));
        await Opening.MigrateAsync(app.Services, TextWriter.Null, default);
        await app.Services.GetRequiredService<Partnerships>().FoundAsync(address, name, isDemonstration: true);
        return made;
    }

    private static async Task RemoveAsync()
    {
        foreach (var made in s_made.Values.Where(made => made is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
            await (await made.Value).RemoveAsync();
    }

    private static async Task<string> CreateDatabaseAsync(string how)
    {
        var name = "t" + Guid.NewGuid().ToString("N");
        await TellAsync($"CREATE DATABASE {name} {how}");
        return name;
    }

    private static string Server => Environment.GetEnvironmentVariable("LAPWING_TEST_POSTGRES")
        ?? throw new InvalidOperationException("These tests need a PostgreSQL server: run ./test, or set LAPWING_TEST_POSTGRES to a connection string.");

    private static async Task TellAsync(string what)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(what, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Where one test's installation lives.</summary>
    public sealed record Copy(string Folder, string? Database)
    {
        public Installation Installation { get; } = new()
        {
            DataFolder = Path.Combine(Folder, "data"), KeyFile = Path.Combine(Folder, "keys.json"), WitnessFolder = Path.Combine(Folder, "witness"), RunsJobs = false,
            Postgres = Database is null ? null : new NpgsqlConnectionStringBuilder(Server) { Database = Database, Pooling = true }.ConnectionString,
        };

        public async Task RemoveAsync()
        {
            if (Database is not null)
                await TellAsync($"DROP DATABASE {Database} WITH (FORCE)");
            Directory.Delete(Folder, recursive: true);
        }
    }
}
