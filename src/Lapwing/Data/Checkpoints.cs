using System.Collections.Concurrent;
using Lapwing.Access;
using Lapwing.Settings;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Data;

/// <summary>Signs where the lanes of each partnership's trail stand, and lets the witness keep it outside the database.</summary>
public sealed class Checkpoints(Installation installation, Partnerships partnerships, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, WitnessFile> witnesses = new();

    /// <summary>The witness of a partnership, as this installation keeps it.</summary>
    public WitnessFile WitnessOf(PartnershipDb db) => witnesses.GetOrAdd(db.Session.Address, address =>
    {
        var folder = installation.WitnessFolder ?? Path.Combine(Path.GetDirectoryName(Keyring.Open(installation).Path)!, "witness");
        System.IO.Directory.CreateDirectory(folder);
        var keys = db.Session.Keys;
        return new(Path.Combine(folder, $"{KeyPlace.Installation(installation.DataFolder)}-{address}.checkpoints"), address, id => id == keys.Id ? keys.CheckpointPublicKey : null);
    });

    /// <summary>Takes a checkpoint when the trail has moved: the witness first, then the database's own copy.</summary>
    /// <exception cref="CheckpointRefused">The trail does not extend what the witness saw.</exception>
    public async Task TakeAsync(string address, CancellationToken ct)
    {
        await using var db = await partnerships.OpenAsSystemAsync(address, "checkpoints", ct);
        var witness = WitnessOf(db);
        var heads = await db.LaneHeads.AsNoTracking().ToListAsync(ct);
        if (witness.Line().Next(db.Session.Keys, heads, time.GetUtcNow().UtcDateTime) is not { } next)
            return;
        witness.Append(next);
        await db.KeepCheckpointAsync(StoredCheckpoint.Of(next.Counter, next.Text), ct);
    }
}

/// <summary>Takes a checkpoint of every partnership every few seconds while the program serves or works.</summary>
public sealed class CheckpointRunner(Checkpoints checkpoints, Partnerships partnerships, TimeProvider time, ILogger<CheckpointRunner> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var partnership in await partnerships.AllAsync(stoppingToken))
                    await checkpoints.TakeAsync(partnership.Address, stoppingToken);
                await Task.Delay(Every, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                log.LogCritical(fault, "No checkpoint could be taken: run lapwing audit verify");
                await Task.Delay(Every, time, CancellationToken.None);
            }
        }
    }
}
