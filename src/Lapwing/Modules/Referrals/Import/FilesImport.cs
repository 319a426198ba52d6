using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Import;

/// <summary>What became of one file of the command line.</summary>
internal sealed record FileOutcome(string Name, string Kind, ImportCount Count, IReadOnlyList<string> Unused, double Seconds, string? Refusal, Id<ImportRun>? Run, IReadOnlyList<Rejection> Rejections);

/// <summary>Imports files one after the other as the system, for the command line. A file that cannot be used does not keep the next from coming in.</summary>
internal static class FilesImport
{
    public static async Task<IReadOnlyList<FileOutcome>> RunAsync(
        ReferralImport import, string partnership, IReadOnlyList<FileInfo> files, ImportMap map, bool dryRun, FileInfo? rejects, TextWriter say, CancellationToken ct)
    {
        await using var db = await import.OpenAsync(partnership, Viewer.System("import", Storage.Whole(TimeProvider.System.GetUtcNow().UtcDateTime)), ct);
        var outcomes = new List<FileOutcome>();
        foreach (var file in files)
        {
            await say.WriteLineAsync($"{file.Name} …".AsMemory(), ct);
            outcomes.Add(await OneAsync(import, db, file, map, dryRun, say, ct));
        }
        if (rejects is not null)
            await WriteRejectsAsync(db, outcomes, rejects, ct);
        return outcomes;
    }

    private static async Task<FileOutcome> OneAsync(ReferralImport import, PartnershipDb db, FileInfo file, ImportMap map, bool dryRun, TextWriter say, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
            await using (stream)
            {
                var found = await ImportFile.InspectAsync(stream, ct);
                using var rows = ReferralImport.Rows(stream, found, map);
                Task Report(int percent) => say.WriteLineAsync($"  {percent,3} %");
                if (dryRun)
                {
                    var would = await import.CheckAsync(db, rows, map, await ReferralImport.SourceAsync(db, found, file.Name, ct), null, ct);
                    return new(file.Name, found.Kind, would.Count, would.Unused, watch.Elapsed.TotalSeconds, null, null, would.Rejections);
                }
                var run = await import.BeginAsync(db, found, file.Name, map, ct);
                if (run.LastLine > 0)
                    await say.WriteLineAsync($"  An earlier run was stopped after line {run.LastLine}; going on from there.".AsMemory(), ct);
                var result = await import.TakeAsync(db, run, rows, map, Report, ct);
                return new(file.Name, found.Kind, result.Count, result.Unused, watch.Elapsed.TotalSeconds, null, run.Id, []);
            }
        }
        catch (RuleBroken refused) when (refused.Code is not "no-front-door")
        {
            db.ChangeTracker.Clear();
            return new(file.Name, "", default, [], watch.Elapsed.TotalSeconds, refused.Message, null, []);
        }
    }

    private static async Task WriteRejectsAsync(PartnershipDb db, List<FileOutcome> outcomes, FileInfo to, CancellationToken ct)
    {
        await using var file = new FileStream(to.FullName, FileMode.Create, FileAccess.Write);
        await RejectFile.WriteAsync(file, AllAsync(db, outcomes, ct), outcomes.Count > 1, ct);
    }

    private static async IAsyncEnumerable<(string?, Rejection)> AllAsync(PartnershipDb db, List<FileOutcome> outcomes, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var outcome in outcomes)
        {
            foreach (var rejection in outcome.Rejections)
                yield return (outcome.Name, rejection);
            if (outcome.Run is { } run)
                await foreach (var rejection in StoredRejections.OfAsync(db, run, ct))
                    yield return (outcome.Name, rejection);
        }
    }
}

/// <summary>The rejected rows of a run, opened with its key.</summary>
internal static class StoredRejections
{
    public static async IAsyncEnumerable<Rejection> OfAsync(PartnershipDb db, Id<ImportRun> id, [EnumeratorCancellation] CancellationToken ct)
    {
        var run = await db.Set<ImportRun>().AsNoTracking().SingleAsync(r => r.Id == id, ct);
        using var key = run.Key(db.Session.Keys);
        await foreach (var reject in db.Set<ImportReject>().AsNoTracking().Where(r => r.Run == id).OrderBy(r => r.Line).AsAsyncEnumerable().WithCancellation(ct))
            yield return reject.Open(key);
    }
}
