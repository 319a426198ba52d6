using System.Diagnostics;
using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Referrals.Intake;
using Lapwing.Web;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Bench;

/// <summary>Recording a complete referral over HTTP (form post, durable commit, facts, audit, encryption): at least a quarter of the rate of an endpoint in the
/// same process that inserts and commits one row in the same database.</summary>
internal static class Recording
{
    private const int Warm = 1_500, Least = 4; // so many that what is measured is compiled for good
    private const string Bare = "/bare";
    private static readonly (int Connections, int Times)[] Runs = [(1, 1_000), (16, 3_000), (64, 3_000)];

    /// <summary>The endpoint that stands beside: nothing but one row and its commit.</summary>
    public static void Map(WebApplication app, Site site) => app.MapPost(Bare, async () =>
    {
        await using var db = await site.OpenAllAsync();
        using var turn = await db.Session.Gate.EnterAsync(default);
        await db.Database.ExecuteSqlAsync($"INSERT INTO bench_bare (said) VALUES ('one row')");
        return Results.Redirect(Bare);
    }).WithMetadata(new PermitAttribute(Permission.Public)).DisableAntiforgery();

    public static async Task MeasureAsync(Site site, Report report)
    {
        await using (var db = await site.OpenAllAsync())
            await db.Database.ExecuteSqlAsync($"CREATE TABLE IF NOT EXISTS bench_bare (said text NOT NULL)");
        foreach (var (connections, times) in Runs.Where(run => site.Options.Connections.Count == 0 || site.Options.Connections.Contains(run.Connections)))
        {
            var drafts = await DraftsAsync(site, Warm + times);
            using var visitor = await Visitor.SignInAsync(site, "frontdoor", connections);
            await visitor.GetAsync(ReferModel.Url(Site.Partnership));
            var bare = await RateAsync(connections, times, _ => visitor.PostAsync(Bare, [], HttpStatusCode.Redirect));
            var whole = await RateAsync(connections, times, n => visitor.PostAsync(MemberJourneyModel.Url(Site.Partnership, drafts[n], JourneyModel.Check), [], HttpStatusCode.Redirect));
            await CheckAsync(site, drafts);
            report.Add(new("recording", $"a complete referral on {connections} connections", site.Engine, $"{whole.ASecond:N0} a second", $"a quarter of {bare.ASecond:N0}", bare.ASecond / Least / whole.ASecond,
                $"{whole.Processor:N2} ms processor, beside {bare.Processor:N2}"));
        }
    }

    /// <summary>How many a second when so many are under way at any time, and the time of this process's processors that one takes, its caller's included:
    /// it says more than the rate does where others use the machine.</summary>
    private static async Task<(double ASecond, double Processor)> RateAsync(int connections, int times, Func<int, Task> act)
    {
        await DoAsync(0, Warm);
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await DoAsync(Warm, Warm + times);
        return (times / watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / times);

        Task DoAsync(int from, int to)
        {
            var next = from - 1;
            return Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
            {
                for (int n; (n = Interlocked.Increment(ref next)) < to;)
                    await act(n);
            }));
        }
    }

    /// <summary>Whatever the page answered: each draft must be a referral now.</summary>
    private static async Task CheckAsync(Site site, IReadOnlyList<Id<IntakeDraft>> drafts)
    {
        await using var db = await site.OpenAllAsync();
        if (await db.IntakeDrafts.CountAsync(draft => drafts.Contains(draft.Id) && draft.SentAt == null) is > 0 and var left)
            throw new InvalidOperationException($"{left} drafts were not sent.");
    }

    /// <summary>Finished drafts, ready to be sent.</summary>
    private static async Task<IReadOnlyList<Id<IntakeDraft>>> DraftsAsync(Site site, int count)
    {
        await using var all = await site.OpenAllAsync();
        var member = await all.Members.AsNoTracking().SingleAsync(m => m.Name == "Frances Doorley");
        var act = new Act(Site.Viewer with { Member = member.Id }, Site.Viewer.Now, "draft.start", "Benchmark");
        var (made, batch) = (new Made((ulong)await all.Referrals.CountAsync()), all.NewBatch());
        var areas = (await all.Areas.AsNoTracking().ToListAsync()).Select(area => new Design.Option($"{area.Number}", area.Name)).ToList();
        var today = Time.LondonTime.DateOf(Site.Viewer.Now);
        // Some of the invented people give answers that the form asks more about.
        var drafts = Enumerable.Range(0, count * 2).Select(made.Referral).Where(answers => Journey.FirstOpen(new(Voice.Professional, today, answers, areas)) is null).Take(count)
            .Select(answers => IntakeDraft.Start(act, all.Session.Keys, WayIn.Member, null, null, answers, days: 7)).ToList();
        drafts.ForEach(batch.Add);
        await all.SaveAsync(act, batch);
        return [.. drafts.Select(draft => draft.Id)];
    }
}
