using System.Globalization;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Data;

/// <summary>What keeps an acknowledged record through a power cut holds on every connection to an embedded database, new or used before.</summary>
public sealed class DurableTests
{
    [Fact]
    public async Task Every_connection_waits_for_the_disk_whether_it_is_new_or_comes_from_the_pool()
    {
        await using var app = await TestApp.StartAsync(EngineKind.Sqlite, ct: TestContext.Current.CancellationToken);
        for (var round = 0; round < 3; round++)
        {
            await using var one = await app.OpenAllAsync();
            await using var other = await app.OpenAllAsync();
            foreach (var db in (PartnershipDb[])[one, other])
                await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            foreach (var db in (PartnershipDb[])[one, other])
                Assert.Equal(("wal", "2", "1", "1"), (await AskAsync(db, "journal_mode"), await AskAsync(db, "synchronous"), await AskAsync(db, "recursive_triggers"), await AskAsync(db, "foreign_keys")));
        }
    }

    private static async Task<string?> AskAsync(PartnershipDb db, string pragma)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return Convert.ToString(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
    }
}
