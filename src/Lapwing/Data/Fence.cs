using System.Data;
using Lapwing.Access;
using Lapwing.Facts;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Data;

/// <summary>A second fence around what is only ever added to: the trail, its checkpoints, the coded facts. The database itself refuses to change or remove
/// such a row, also when the program were to ask for it. Who has every right in the database can take the fence down; the keyed chain finds what they did then.</summary>
internal static class Fence
{
    public static readonly IReadOnlyList<Type> OnlyAddedTo = [typeof(AuditEntry), typeof(StoredCheckpoint), typeof(Fact)];

    /// <summary>Puts up what is missing of it: after a migration that made a table anew, or in a database of an earlier version.</summary>
    public static async Task PutUpAsync(PartnershipDb db, CancellationToken ct)
    {
        var tables = OnlyAddedTo.Select(type => db.Model.FindEntityType(type)!.GetTableName()!).ToList();
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            if (!db.Database.ProviderName!.EndsWith("PostgreSQL", StringComparison.Ordinal))
                await RunAsync(db, string.Concat(tables.Select(Sqlite)), ct);
            else if ((long)(await RunAsync(db, "SELECT count(*) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = 'only_added_to' AND c.relnamespace = current_schema()::regnamespace", ct))! < tables.Count)
                await RunAsync(db, Refusal + string.Concat(tables.Select(Postgres)), ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<object?> RunAsync(PartnershipDb db, string sql, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(ct);
    }

    private static string Sqlite(string table) => $"""
        CREATE TRIGGER IF NOT EXISTS {table}_not_changed BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END;
        CREATE TRIGGER IF NOT EXISTS {table}_not_removed BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END;

        """;

    private const string Refusal = """
        CREATE OR REPLACE FUNCTION only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME; END $$;

        """;

    private static string Postgres(string table) => $"""
        CREATE OR REPLACE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();

        """;
}
