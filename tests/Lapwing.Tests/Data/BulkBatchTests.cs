using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Data.Bulk;
using Lapwing.Facts;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Data;

/// <summary>What is written in bulk is what would have been saved one at a time.</summary>
public sealed class BulkBatchTests
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Rows_written_in_bulk_are_those_that_a_save_stores(EngineKind engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await app.Partnerships.FoundAsync("other", "Other", isDemonstration: false);
        var act = app.Act();
        await using var saved = await app.OpenAllAsync("other");
        var entities = Enumerable.Range(0, 20).SelectMany(n => Family(saved, act, n)).ToList();

        await using var bulk = await app.OpenAllAsync();
        var batch = bulk.NewBatch();
        batch.AddRange(entities);
        batch.AddFacts(act.Facts);
        await bulk.SaveAsync(app.Act(), batch);
        saved.AddRange(entities);
        await saved.SaveAsync(act);

        foreach (var table in bulk.Model.GetEntityTypes().Select(type => type.GetTableName()!).Where(name => !name.StartsWith("audit", StringComparison.Ordinal) && name != "lane_heads"))
            Assert.Equal(await RowsOfAsync(saved, table), await RowsOfAsync(bulk, table));
        Assert.Equal(20, await bulk.Referrals.CountAsync());
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Every_row_written_in_bulk_has_its_digest_in_the_trail(EngineKind engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await using (var db = await app.OpenAllAsync())
        {
            var act = app.Act();
            var batch = db.NewBatch();
            for (var n = 0; n < 20; n++)
                batch.AddRange(Family(db, act, n));
            batch.AddFacts(act.Facts);
            await db.SaveAsync(app.Act(), batch);
        }
        await using var fresh = await app.OpenAllAsync();
        var stored = new List<object>();
        stored.AddRange(await fresh.CaseFiles.AsNoTracking().ToListAsync());
        stored.AddRange(await fresh.StoredKeys.AsNoTracking().ToListAsync());
        stored.AddRange(await fresh.Circles.AsNoTracking().ToListAsync());
        stored.AddRange(await fresh.Referrals.AsNoTracking().ToListAsync());
        stored.AddRange(await fresh.Facts.AsNoTracking().ToListAsync());
        Assert.Equal(20 * 5, stored.Count);
        // The stored key has the id of its file: those two are told apart by their kind.
        var rows = (await fresh.AuditEntries.AsNoTracking().ToListAsync()).SelectMany(e => TouchedRow.Unpack(e.Touched)).ToDictionary(row => (row.Type, row.Id));
        foreach (var entity in stored)
        {
            var table = BulkTable.Of(fresh, entity.GetType());
            var now = Rows.Added(fresh.Session.Keys, table, table.Read(entity));
            Assert.Equal(now, rows[(now.Type, now.Id)]);
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_batch_that_fails_leaves_nothing_behind_and_the_next_one_goes_on(EngineKind engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await using var db = await app.OpenAllAsync();
        var act = app.Act();
        var family = Family(db, act, 1).ToList();
        var twice = db.NewBatch();
        twice.AddRange(family);
        twice.AddRange(family);
        await Assert.ThrowsAnyAsync<Exception>(() => db.SaveAsync(app.Act(), twice));
        Assert.Equal(0, await db.CaseFiles.CountAsync());
        Assert.Equal(0, await db.AuditEntries.CountAsync());

        var once = db.NewBatch();
        once.AddRange(family);
        await db.SaveAsync(app.Act(), once);
        Assert.Equal(1, await db.Referrals.CountAsync());
    }

    [Fact]
    public async Task A_batch_cannot_put_anything_into_a_file_that_the_viewer_may_not_see()
    {
        await using var app = await TestApp.StartAsync(EngineKind.Sqlite);
        await using var all = await app.OpenAllAsync();
        var act = app.Act();
        var family = Family(all, act, 1).ToList();
        all.AddRange(family);
        await all.SaveAsync(act);

        await using var nobody = await app.Partnerships.OpenAsSystemAsync("testing", "nobody");
        var batch = nobody.NewBatch();
        batch.Add(family.OfType<Person>().Single());
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => nobody.SaveAsync(new Act(nobody.Viewer, app.Now, "test", "trying"), batch));
        Assert.Equal("not-yours", refused.Code);
    }

    [Fact]
    public async Task A_row_in_bulk_has_the_digest_that_a_tracked_row_has()
    {
        await using var app = await TestApp.StartAsync(EngineKind.Sqlite);
        await using var db = await app.OpenAllAsync();
        var act = app.Act();
        foreach (var entity in Family(db, act, 1).Concat(Family(db, act, 2)).Concat(act.Facts).Where(e => PartnershipDb.IsAudited(e.GetType())))
        {
            var entry = db.Add(entity);
            entry.Property(PartnershipDb.VersionColumn).CurrentValue = 1;
            var table = BulkTable.Of(db, entity.GetType());
            Assert.Equal(Rows.Touched(db.Session.Keys, entry), Rows.Added(db.Session.Keys, table, table.Read(entity)));
        }
    }

    private static IEnumerable<object> Family(PartnershipDb db, Act act, int n)
    {
        var opened = CaseFile.Open(act, db.Session.Keys, Side.Survivor, Id<Team>.New(), act.At.AddYears(1));
        var born = new DateOnly(1980, 1, 1).AddDays(n);
        var person = Person.Record(opened.Key, "Testina", $"Invented-{n}", born, null, new("female", n % 2 == 0 ? "asian-indian" : null));
        var referral = Referral.Receive(act, opened.Key, person, new()
        {
            Reference = Reference.OfOrdinal(n).ToString(), OutcomeCodeHash = [1, 2, (byte)n], Source = ReferralSource.Police, Who = WhoIsReferred.AdultVictim,
            SafeContact = SafeContact.ThroughReferrer(), Basis = ConsentBasis.Consent, Abuse = AbuseKind.Economic | AbuseKind.ControllingOrCoercive,
            Relationship = n % 3 == 0 ? null : PersonallyConnected.Married, ActApplies = n % 2 == 0, TriageDueAt = act.At.AddHours(n), ContactDueAt = act.At.AddHours(n + 1),
            IncidentOn = null, Account = "Ünïcode ✓ " + n.ToString(CultureInfo.InvariantCulture), SubjectKey = n % 2 == 0 ? null : -n,
        });
        return [opened.File, opened.StoredKey, opened.Circle, person, referral, SearchKey.For(0, n - 10L, person.Id, opened.File.Id),
            ContactMethod.Add(act, opened.Key, db.Session.Index, person.Id, ContactKind.Telephone, "020 7946 0999", n % 2 == 0 ? new() { MayRing = true } : null)];
    }

    private static async Task<List<string>> RowsOfAsync(PartnershipDb db, string table)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)}={reader.GetDataTypeName(i)}:" + (reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i)))));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
