using System.Data.Common;
using System.Text.RegularExpressions;
using Lapwing.Access;
using Lapwing.CommandLine;
using Lapwing.Data;
using Lapwing.Tests.Architecture;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lapwing.Tests.Access;

/// <summary>The trail, its checkpoints and the coded facts are only ever added to: the database refuses anything else on the program's own connection.</summary>
public sealed partial class FenceTests
{
    private static readonly string[] Deeds =
    [
        "UPDATE audit_entries SET purpose = 'nothing to see'", "DELETE FROM audit_entries", "UPDATE checkpoints SET text = ''", "DELETE FROM checkpoints",
        "UPDATE facts SET sign = 0", "DELETE FROM facts WHERE sign = 1",
    ];

    public static TheoryData<EngineKind, string> All =>
    [
        .. Enum.GetValues<EngineKind>().SelectMany(engine => Deeds.Select(deed => new TheoryDataRow<EngineKind, string>(engine, deed))),
        new(EngineKind.Sqlite, "REPLACE INTO audit_entries SELECT * FROM audit_entries"), new(EngineKind.Postgres, "TRUNCATE audit_entries"), new(EngineKind.Postgres, "TRUNCATE facts"),
    ];

    [Theory, MemberData(nameof(All))]
    public async Task What_is_only_added_to_is_neither_changed_nor_removed_on_the_programs_connection(EngineKind engine, string deed)
    {
        await using var app = await ArrangeAsync(engine);
        await using var db = await app.OpenAllAsync();
        var refused = await Assert.ThrowsAnyAsync<DbException>(() => RunAsync(db, deed));
        Assert.Contains("only ever added to", refused.Message, StringComparison.Ordinal);
        Assert.True((await VerifyAsync(app.Services)).Sound);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_fence_that_is_missing_is_put_up_at_the_next_start(EngineKind engine)
    {
        await using var app = await ArrangeAsync(engine);
        await using var db = await app.OpenAllAsync();
        await RunAsync(db, engine == EngineKind.Postgres ? "DROP TRIGGER only_added_to ON facts" : "DROP TRIGGER facts_not_changed");
        await RunAsync(db, "UPDATE facts SET sign = 0"); // the twin: without it nothing refuses
        await app.Partnerships.MigrateAsync("testing");
        await Assert.ThrowsAnyAsync<DbException>(() => RunAsync(db, "UPDATE facts SET sign = 0"));
    }

    /// <summary>The rights that the documentation gives, as it gives them.</summary>
    [Fact]
    public async Task With_the_documented_rights_the_program_serves_and_cannot_touch_the_trail_or_its_fence()
    {
        await using var app = await ArrangeAsync(EngineKind.Postgres);
        var role = "app_" + Guid.NewGuid().ToString("N");
        await using var owner = new NpgsqlConnection(app.Installation.Postgres);
        await owner.OpenAsync();
        await RunAsync(owner, $"CREATE ROLE {role} LOGIN");
        try
        {
            var rights = Sql().Match(await File.ReadAllTextAsync(Path.Combine(SourceTests.Root, "docs", "postgresql.md"))).Groups[1].Value;
            await RunAsync(owner, rights.Replace("lapwing_app", role, StringComparison.Ordinal).Replace("p_barnet", "p_testing", StringComparison.Ordinal)
                .Replace("DATABASE lapwing", $"DATABASE {owner.Database}", StringComparison.Ordinal));

            var serving = app.Installation with { Postgres = new NpgsqlConnectionStringBuilder(app.Installation.Postgres) { Username = role }.ConnectionString };
            await using var services = Verbs.Services(serving);
            await Opening.MigrateAsync(services, TextWriter.Null, default);
            var act = app.Act("test.serve");
            await using var db = await services.GetRequiredService<Partnerships>().OpenAsync("testing", act.Who);
            var file = await db.CaseFiles.SingleAsync();
            db.Walls.Add(Wall.Raise(act, file.Id, Id<Member>.New(), "test"));
            await db.SaveAsync(act);
            await db.WriteReadAsync(act, file.Id, null, "circle", default);
            await services.GetRequiredService<Checkpoints>().TakeAsync("testing", default);

            foreach (var deed in Deeds.Append("DELETE FROM lane_heads").Append("TRUNCATE audit_entries"))
                Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(db, deed))).SqlState);
            foreach (var deed in new[] { "DROP TRIGGER only_added_to ON audit_entries", "ALTER TABLE audit_entries DISABLE TRIGGER ALL", "DROP TABLE audit_entries", "SET session_replication_role = replica" })
                Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(db, deed))).SqlState);
            Assert.True((await VerifyAsync(services)).Sound);
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await RunAsync(owner, $"DROP OWNED BY {role}; DROP ROLE {role}");
        }
    }

    private static async Task<TestApp> ArrangeAsync(EngineKind engine)
    {
        var app = await TestApp.StartAsync(engine);
        await (await TestData.ArrangeAsync(app)).ReferAsync(app);
        await app.Services.GetRequiredService<Checkpoints>().TakeAsync("testing", default);
        return app;
    }

    private static async Task<AuditVerdict> VerifyAsync(IServiceProvider services)
    {
        var viewer = NeedToKnow.Unrestricted(Viewer.System("test", new(2023, 6, 6, 9, 0, 0, DateTimeKind.Utc)), UnrestrictedReason.AuditVerification);
        await using var db = await services.GetRequiredService<Partnerships>().OpenAsync("testing", viewer);
        return await Evidence.VerifyAsync(db, services.GetRequiredService<Checkpoints>().WitnessOf(db), default);
    }

    private static async Task RunAsync(PartnershipDb db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        try
        {
            await RunAsync(db.Database.GetDbConnection(), sql);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex("```sql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sql();
}
