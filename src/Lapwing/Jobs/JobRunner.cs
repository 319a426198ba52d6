using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Jobs;

/// <summary>Takes queued jobs of every partnership, one at a time, under a lease.</summary>
public sealed class JobRunner(IServiceProvider services, Partnerships partnerships, TimeProvider time, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Dictionary<(string Partnership, string Kind), DateTime> planned = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var worked = false;
                foreach (var partnership in await partnerships.AllAsync(stoppingToken))
                {
                    await PlanAsync(partnership.Address, stoppingToken);
                    worked |= await RunNextAsync(partnership.Address, stoppingToken);
                }
                if (!worked)
                    await Task.Delay(Pause, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                log.LogError(fault, "The job runner stumbled and goes on");
                await Task.Delay(Pause * 5, time, CancellationToken.None);
            }
        }
    }

    /// <summary>Sees to it that what comes back every night is queued for the night that was last: once, however many programs plan it and however often.</summary>
    public async Task PlanAsync(string address, CancellationToken ct)
    {
        foreach (var nightly in Nightly.All)
        {
            var due = nightly.LastDue(Now);
            if (planned.GetValueOrDefault((address, nightly.Kind)) == due)
                continue;
            await using var db = await partnerships.OpenAsSystemAsync(address, "jobs", ct);
            var job = QueuedJob.OfNight(nightly, due, Now);
            if (!await db.Jobs.AnyAsync(j => j.Id == job.Id, ct))
            {
                db.Jobs.Add(job);
                try
                {
                    await db.KeepJobAsync(ct);
                }
                catch (DbUpdateException)
                {
                    // Another process planned it under the same number; if it was anything else, the next look plans it.
                    continue;
                }
            }
            planned[(address, nightly.Kind)] = due;
        }
    }

    /// <summary>Runs the next due job of one partnership, if there is one.</summary>
    public async Task<bool> RunNextAsync(string address, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        QueuedJob? job;
        await using (var db = await partnerships.OpenAsSystemAsync(address, "jobs", ct))
        {
            job = await db.Jobs.Where(j => (j.State == JobState.Queued && j.RunAfter <= now) || (j.State == JobState.Running && j.LeaseUntil < now))
                .OrderBy(j => j.RunAfter).FirstOrDefaultAsync(ct);
            if (job is null)
                return false;
            job.Take(now);
            if (!await db.KeepJobAsync(ct))
                return true; // another process took it first
        }
        await WorkAsync(address, job.Id, job.Kind, job.About, ct);
        return true;
    }

    private async Task WorkAsync(string address, Id<QueuedJob> id, string kind, Guid about, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var work = scope.ServiceProvider.GetServices<IJob>().SingleOrDefault(j => j.GetType().Name == kind)
            ?? throw new InvalidOperationException($"There is no job called {kind}");
        try
        {
            var result = await work.RunAsync(address, about, (progress, message) => UpdateAsync(address, id, j => j.Report(Now, progress, message), ct), ct);
            await UpdateAsync(address, id, j => j.Finish(result), ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            log.LogError(fault, "Job {Kind} failed", kind);
            var message = fault is Access.RuleBroken ? fault.Message : "Something went wrong. It will be tried again.";
            await UpdateAsync(address, id, j => j.Fail(Now, message), CancellationToken.None);
        }
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task UpdateAsync(string address, Id<QueuedJob> id, Action<QueuedJob> change, CancellationToken ct)
    {
        await using var db = await partnerships.OpenAsSystemAsync(address, "jobs", ct);
        change(await db.Jobs.SingleAsync(j => j.Id == id, ct));
        await db.KeepJobAsync(ct);
    }
}
