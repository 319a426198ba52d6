using System.Collections.Concurrent;
using Lapwing.Access;
using Lapwing.Settings;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Data;

/// <summary>The partnerships of this installation: finding, founding and opening them. A partnership opens only with its key.</summary>
public sealed class Partnerships(Installation installation, Engine engine, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Lock> locks = new();

    /// <summary>What stays open for a partnership while the program runs.</summary>
    private sealed record Lock(Partnership Partnership, PartnershipKeys Keys, BlindIndex Index, WriteGate Gate, Kept Kept);

    public async Task<IReadOnlyList<Partnership>> AllAsync(CancellationToken ct = default)
    {
        await using var house = engine.OpenHouse();
        return await house.Partnerships.AsNoTracking().OrderBy(p => p.Name).ToListAsync(ct);
    }

    public async Task<Partnership?> FindAsync(string address, CancellationToken ct = default) => (await UnlockAsync(address, ct))?.Partnership;

    /// <summary>Opens a partnership's database for one viewer.</summary>
    /// <exception cref="KeyProblem">Its key is missing or wrong.</exception>
    /// <exception cref="RuleBroken">There is no such partnership.</exception>
    public async Task<PartnershipDb> OpenAsync(string address, Viewer viewer, CancellationToken ct = default)
    {
        var opened = await UnlockAsync(address, ct)
            ?? throw new RuleBroken("no-partnership", $"There is no partnership called \"{address}\". Its address name is lower case with hyphens, such as barnet.");
        return engine.Open(new(address, viewer, opened.Keys, opened.Index, opened.Gate) { Kept = opened.Kept });
    }

    /// <summary>Who an account is in this partnership at this instant.</summary>
    internal Task<AtTheDoor?> AtTheDoorAsync(string address, Guid account, DateTime now, CancellationToken ct) => engine.AtTheDoorAsync(address, account, now, ct);

    public Task<PartnershipDb> OpenAsSystemAsync(string address, string name, CancellationToken ct = default) =>
        OpenAsync(address, Viewer.System(name, time.GetUtcNow().UtcDateTime), ct);

    /// <summary>Makes a new partnership: its key in the key file, its database, its row in the house. Does nothing when it is there.</summary>
    public async Task<Partnership> FoundAsync(string address, string name, bool isDemonstration, CancellationToken ct = default)
    {
        await using var house = engine.OpenHouse();
        var partnership = await house.Partnerships.SingleOrDefaultAsync(p => p.Address == address, ct);
        if (partnership is null)
        {
            var keys = Keyring.Open(installation).Create(address, time.GetUtcNow().UtcDateTime);
            partnership = Partnership.Found(address, name, keys.KeyCheck, isDemonstration);
            house.Partnerships.Add(partnership);
            await house.SaveChangesAsync(ct);
        }
        await MigrateAsync(address, ct);
        return partnership;
    }

    /// <summary>Brings one partnership's database to this version.</summary>
    public async Task MigrateAsync(string address, CancellationToken ct = default)
    {
        await engine.PrepareAsync(address, ct);
        await using var db = await OpenAsSystemAsync(address, "migration", ct);
        await Engine.MigrateAsync(db, ct);
        await Fence.PutUpAsync(db, ct);
        await Trail.EnsureLanesAsync(db, ct);
        await Edition.EnsureAsync(db, ct);
    }

    private async Task<Lock?> UnlockAsync(string address, CancellationToken ct)
    {
        if (locks.TryGetValue(address, out var opened))
            return opened;
        await using var house = engine.OpenHouse();
        var partnership = await house.Partnerships.AsNoTracking().SingleOrDefaultAsync(p => p.Address == address, ct);
        if (partnership is null)
            return null;
        var keys = Keyring.Open(installation).KeysOf(address, partnership.KeyCheck);
        return locks.GetOrAdd(address, new Lock(partnership, keys, new BlindIndex(keys) { Shelves = new(() => engine.LastShelf(address)) }, new WriteGate(!engine.IsPostgres), new Kept()));
    }
}
