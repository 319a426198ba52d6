using System.Threading.Channels;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Data.Bulk;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Demonstration;

/// <summary>Makes referrals of any number from a seed, with their lives, and stores them in bulk. The same seed, number and span give the same referrals;
/// ids, references and sealed bytes differ. Batches are made ready on every core while the one before is written.</summary>
internal sealed class Generator(Partnerships partnerships, TimeProvider time)
{
    private const int BatchSize = 2_500;
    private const string Purpose = "Making demonstration or benchmark records";

    /// <param name="until">The end of the span; now when not given.</param>
    /// <param name="duplicates">The share that is of somebody referred before, with the usual errors.</param>
    /// <param name="truth">Is told who is who: the id of each person referred, and the same number for the same person.</param>
    /// <param name="onTheDesk">They are at work right now, each at a step of its own, whatever the hour.</param>
    public async Task<int> RunAsync(string partnership, int count, ulong seed, DateTime from, DateTime? until, IProgress<(int Done, int Of)>? progress, CancellationToken ct, bool onTheDesk = false, double duplicates = 0, TextWriter? truth = null)
    {
        var now = Storage.Whole(time.GetUtcNow().UtcDateTime);
        var viewer = NeedToKnow.Unrestricted(Viewer.System("generation", now), UnrestrictedReason.Generation);
        await using var db = await partnerships.OpenAsync(partnership, viewer, ct);
        var stage = await Stage.ReadAsync(db, seed, count, from, until ?? now, now, onTheDesk, duplicates, ct);
        var people = new SyntheticPeople(seed, LondonTime.DateOf(from));
        var first = await db.Referrals.CountAsync(ct);
        var ready = Channel.CreateBounded<(BulkBatch Batch, int Done)>(1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await using var reading = await partnerships.OpenAsync(partnership, viewer, ct);
        var making = Task.Run(async () =>
        {
            try
            {
                for (var done = 0; done < count; done += BatchSize)
                {
                    var numbers = Math.Min(BatchSize, count - done);
                    await ready.Writer.WriteAsync((await MakeAsync(reading, stage, people, done, numbers, first, truth, stop.Token), done + numbers), stop.Token);
                }
                ready.Writer.Complete();
            }
            catch (Exception fault)
            {
                ready.Writer.Complete(fault);
            }
        }, CancellationToken.None);
        try
        {
            await foreach (var (batch, done) in ready.Reader.ReadAllAsync(ct))
            {
                await db.SaveAsync(new Act(viewer, Storage.Whole(time.GetUtcNow().UtcDateTime), "referral.generate", Purpose), batch, ct);
                progress?.Report((done, count));
            }
        }
        finally
        {
            await stop.CancelAsync();
            await making;
        }
        return count;
    }

    private static async Task<BulkBatch> MakeAsync(PartnershipDb db, Stage stage, SyntheticPeople people, int from, int count, int first, TextWriter? truth, CancellationToken ct)
    {
        var references = await ReferencesAsync(db, first + from, count, ct);
        var batch = db.NewBatch();
        var made = new ReadyRow[count][];
        var subjects = new Id<Person>[count];
        Parallel.For(0, count, new ParallelOptions { CancellationToken = ct }, n =>
        {
            var life = Life.Of(stage, people, from + n, references[n]);
            subjects[n] = life.OfType<Referral>().Single().Subject;
            made[n] = [.. life.Select(batch.Ready)];
        });
        for (var n = 0; n < count && truth is not null; n++)
            await truth.WriteLineAsync($"{subjects[n]},{stage.IdentityOf(from + n)}");
        foreach (var row in made.SelectMany(rows => rows))
            batch.Add(row);
        return batch.Sort();
    }

    /// <summary>References in their scattered order, without those that real referrals drew.</summary>
    private static async Task<Reference[]> ReferencesAsync(PartnershipDb db, int from, int count, CancellationToken ct)
    {
        var wanted = Enumerable.Range(from, count).Select(ordinal => Reference.OfOrdinal(ordinal)).ToArray();
        string[] names = [.. wanted.Select(reference => reference.ToString())];
        var taken = (await db.Referrals.AsNoTracking().Where(r => names.Contains(r.Reference)).Select(r => r.Reference).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        for (var n = 0; n < count && taken.Count > 0; n++)
            while (taken.Contains(wanted[n].ToString()) || await db.Referrals.AnyAsync(r => r.Reference == wanted[n].ToString(), ct))
                wanted[n] = Reference.New();
        return wanted;
    }
}
