using System.Globalization;
using System.Text;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lapwing.Tests.Access;

/// <summary>What is typed about a person is nowhere in the clear: not in the databases' files, not in what they write ahead, not in a backup.
/// The name of a job, which is no secret and stands in the trail of every act, is found in each of these places, so the search can find.</summary>
public sealed class PlantedTests
{
    private const string NoSecret = "Front door";

    [Fact]
    public async Task Nothing_typed_about_a_person_is_in_the_files_of_sqlite_what_it_writes_ahead_or_a_backup()
    {
        await using var desk = await Desk.StartAsync(EngineKind.Sqlite);
        await PlantAsync(desk);
        var (folder, copy) = (desk.App.Installation.DataFolder, Directory.CreateTempSubdirectory("lapwing-copy-").FullName);
        try
        {
            var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToList();
            var ahead = files.Single(file => file.EndsWith("testing.db-wal", StringComparison.Ordinal));
            Assert.True(new FileInfo(ahead).Length > 100_000, "What is written ahead should be looked at while it is there.");
            await using (var source = new SqliteConnection($"Data Source={Path.Combine(folder, "testing.db")};Pooling=False"))
            await using (var target = new SqliteConnection($"Data Source={Path.Combine(copy, "backup.db")};Pooling=False"))
            {
                await source.OpenAsync();
                await target.OpenAsync();
                source.BackupDatabase(target);
                await using var vacuum = source.CreateCommand();
                vacuum.CommandText = $"VACUUM INTO '{Path.Combine(copy, "vacuum.db")}'";
                await vacuum.ExecuteNonQueryAsync();
            }
            files.AddRange(Directory.EnumerateFiles(copy));
            foreach (var file in files)
                AssertClean(Path.GetFileName(file), await ReadAsync(file));
            foreach (var file in new[] { "testing.db-wal", "backup.db", "vacuum.db" })
                Assert.True(Holds(await ReadAsync(files.Single(f => f.EndsWith(file, StringComparison.Ordinal))), NoSecret), $"The search finds nothing in {file}.");
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    [Fact]
    public async Task Nothing_typed_about_a_person_is_in_a_dump_the_files_or_the_log_of_postgres()
    {
        await using var desk = await Desk.StartAsync(EngineKind.Postgres);
        await using var connection = new NpgsqlConnection(desk.App.Installation.Postgres);
        await connection.OpenAsync();
        var before = await AskAsync(connection, "SELECT pg_walfile_name(pg_current_wal_lsn())");
        await PlantAsync(desk);
        var dump = new MemoryStream();
        foreach (var table in await ListAsync(connection, "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname IN ('house', 'p_testing')"))
            await DumpAsync(connection, table, dump);
        AssertClean("a dump", dump.ToArray());
        Assert.True(Holds(dump.ToArray(), NoSecret), "The search finds nothing in the dump.");

        await using (var checkpoint = new NpgsqlCommand("CHECKPOINT", connection))
            await checkpoint.ExecuteNonQueryAsync();
        var home = await AskAsync(connection, "SHOW data_directory");
        var files = await ListAsync(connection, "SELECT pg_relation_filepath(c.oid) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('house', 'p_testing', 'pg_toast') AND pg_relation_filepath(c.oid) IS NOT NULL");
        var found = false;
        foreach (var file in files.Select(file => Path.Combine(home, file)).Where(File.Exists))
        {
            var bytes = await ReadAsync(file);
            AssertClean(file, bytes);
            found |= Holds(bytes, NoSecret);
        }
        Assert.True(found, "The search finds nothing in the files.");
        var after = await AskAsync(connection, "SELECT pg_walfile_name(pg_current_wal_lsn())");
        var log = Directory.EnumerateFiles(Path.Combine(home, "pg_wal")).Where(file => string.CompareOrdinal(Path.GetFileName(file), before) >= 0 && string.CompareOrdinal(Path.GetFileName(file), after) <= 0).ToList();
        Assert.NotEmpty(log);
        foreach (var file in log)
            AssertClean(file, await ReadAsync(file));
    }

    private static async Task PlantAsync(Desk desk)
    {
        var plantation = new Plantation(desk);
        await plantation.PlantAsync();
        Assert.True(plantation.Planted > 50, $"Only {plantation.Planted} boxes were filled.");
    }

    private static void AssertClean(string place, byte[] bytes)
    {
        foreach (var word in new[] { Plantation.Stem, Plantation.Telephone, Plantation.Telephone.Replace(" ", "", StringComparison.Ordinal) })
            Assert.False(Holds(bytes, word), $"\"{word}\" is in {place}.");
    }

    /// <summary>In any case of letters, as UTF-8 and UTF-16, as hexadecimal digits, and as base64 wherever it may begin.</summary>
    private static bool Holds(byte[] bytes, string word)
    {
        var lower = Array.ConvertAll(bytes, b => b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b);
        var small = word.ToLowerInvariant();
        if (lower.AsSpan().IndexOf(Encoding.UTF8.GetBytes(small)) >= 0 || lower.AsSpan().IndexOf(Encoding.Unicode.GetBytes(small)) >= 0)
            return true;
        string[] cases = [word, small, word.ToUpperInvariant()];
        return cases.Any(form => lower.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(form)))) >= 0
            || Enumerable.Range(0, 3).Any(offset => bytes.AsSpan().IndexOf(Base64(form, offset)) >= 0));
    }

    /// <summary>The characters that do not depend on what stands before and behind.</summary>
    private static byte[] Base64(string word, int offset)
    {
        var text = Convert.ToBase64String([.. new byte[offset], .. Encoding.UTF8.GetBytes(word)]);
        return Encoding.ASCII.GetBytes(text[(offset == 0 ? 0 : offset + 1)..^4]);
    }

    private static async Task<byte[]> ReadAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes);
        return bytes;
    }

    /// <summary>Every value of a table as a dump holds it: once as it is stored, once as text.</summary>
    private static async Task DumpAsync(NpgsqlConnection connection, string table, Stream into)
    {
        await using (var stored = await connection.BeginRawBinaryCopyAsync($"COPY {table} TO STDOUT (FORMAT BINARY)"))
            await stored.CopyToAsync(into);
        using var text = await connection.BeginTextExportAsync($"COPY {table} TO STDOUT");
        into.Write(Encoding.UTF8.GetBytes(await text.ReadToEndAsync()));
    }

    private static async Task<string> AskAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture)!;
    }

    private static async Task<List<string>> ListAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var list = new List<string>();
        while (await reader.ReadAsync())
            list.Add(reader.GetString(0));
        return list;
    }
}
