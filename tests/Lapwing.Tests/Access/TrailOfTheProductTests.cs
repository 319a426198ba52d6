using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lapwing.Tests.Access;

/// <summary>The audit trail as the product writes it, verified against a database that somebody with full rights has changed.</summary>
public sealed class TrailOfTheProductTests
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_trail_that_nobody_touched_is_sound_and_covers_every_row(EngineKind engine)
    {
        await using var app = await ArrangeAsync(engine);
        var verdict = await VerifyAsync(app);
        Assert.True(verdict.Sound, verdict.Text);
        Assert.True(verdict.RowsRead > 10);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite, "UPDATE referrals SET risk = 'Standard', priority = 3")]
    [InlineData(EngineKind.Postgres, "UPDATE referrals SET risk = 'Standard', priority = 3")]
    [InlineData(EngineKind.Sqlite, "DELETE FROM walls WHERE 1=1; DELETE FROM circles")]
    [InlineData(EngineKind.Postgres, "DELETE FROM circles")]
    public async Task A_business_row_changed_by_hand_is_named(EngineKind engine, string sql)
    {
        await using var app = await ArrangeAsync(engine);
        await TamperAsync(app, sql);
        var verdict = await VerifyAsync(app);
        Assert.False(verdict.Sound);
        Assert.NotEmpty(verdict.Rows);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite, "UPDATE audit_entries SET purpose = 'nothing to see' WHERE seq = 1")]
    [InlineData(EngineKind.Postgres, "UPDATE audit_entries SET purpose = 'nothing to see' WHERE seq = 1")]
    [InlineData(EngineKind.Sqlite, "DELETE FROM audit_entries WHERE seq = 1")]
    [InlineData(EngineKind.Postgres, "DELETE FROM audit_entries WHERE seq = 1")]
    public async Task An_entry_that_was_altered_or_removed_is_located(EngineKind engine, string sql)
    {
        await using var app = await ArrangeAsync(engine);
        await TamperAsync(app, sql);
        var first = (await VerifyAsync(app)).First;
        Assert.NotNull(first);
        Assert.NotNull(first.Lane);
        Assert.Equal(1, first.Seq);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_trail_cut_from_its_end_with_its_heads_is_found_by_the_witness(EngineKind engine)
    {
        await using var app = await ArrangeAsync(engine);
        var checkpoints = app.Services.GetRequiredService<Checkpoints>();
        await checkpoints.TakeAsync("testing", default);
        Assert.True((await VerifyAsync(app)).Sound);
        await TamperAsync(app, "DELETE FROM audit_entries; UPDATE lane_heads SET seq = 0, h = (SELECT h FROM lane_heads WHERE seq = 0 LIMIT 1); DELETE FROM checkpoints");
        Assert.False((await VerifyAsync(app)).Sound);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Every_kind_of_row_has_a_number_of_its_own_in_the_trail(EngineKind engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await using var db = await app.OpenAllAsync();
        var kinds = db.Model.GetEntityTypes().Select(type => type.ClrType).ToList();
        Assert.Empty(Wrong(kinds, Rows.Numbers));

        // The twin: a kind that got no number, and one that took another's.
        Assert.Equal([typeof(Circle)], Wrong(kinds, Rows.Numbers.Where(row => row.Key != typeof(Circle)).ToDictionary()));
        Assert.Equal([typeof(Wall), typeof(Circle)], Wrong(kinds, Rows.Numbers.ToDictionary(row => row.Key, row => row.Key == typeof(Wall) ? Rows.Numbers[typeof(Circle)] : row.Value)).OrderByDescending(type => type.Name));
    }

    private static List<Type> Wrong(IEnumerable<Type> kinds, IReadOnlyDictionary<Type, ushort> numbers) =>
        [.. kinds.Where(kind => !numbers.ContainsKey(kind) && !Rows.Unaudited.Contains(kind)), .. numbers.GroupBy(row => row.Value).Where(same => same.Count() > 1).SelectMany(same => same).Select(row => row.Key)];

    private static async Task<TestApp> ArrangeAsync(EngineKind engine)
    {
        var app = await TestApp.StartAsync(engine);
        var data = await TestData.ArrangeAsync(app);
        await data.ReferAsync(app, risk: RiskLevel.High);
        return app;
    }

    private static async Task<AuditVerdict> VerifyAsync(TestApp app)
    {
        await using var db = await app.OpenAllAsync();
        return await Evidence.VerifyAsync(db, app.Services.GetRequiredService<Checkpoints>().WitnessOf(db), default);
    }

    /// <summary>Somebody with every right in the database, who has taken down the fence before.</summary>
    private static async Task TamperAsync(TestApp app, string sql)
    {
        await using var db = await app.OpenAllAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = app.Installation.UsesPostgres
            ? "DROP TRIGGER only_added_to ON audit_entries; DROP TRIGGER only_added_to ON checkpoints"
            : "DROP TRIGGER audit_entries_not_changed; DROP TRIGGER audit_entries_not_removed; DROP TRIGGER checkpoints_not_removed";
        await command.ExecuteNonQueryAsync();
        command.CommandText = sql;
        Assert.True(await command.ExecuteNonQueryAsync() > 0);
    }
}
