using System.Threading.Channels;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Data.Bulk;
using Lapwing.Modules.Referrals.Intake;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Import;

/// <summary>What became of one file.</summary>
/// <param name="Unused">Columns that nothing was taken from.</param>
/// <param name="Rejections">Only of a run that stores nothing; otherwise they stand in the database.</param>
internal sealed record ImportResult(ImportCount Count, IReadOnlyList<string> Unused, IReadOnlyList<Rejection> Rejections)
{
    public string Message => Unused.Count == 0 ? "" : $"Columns that nothing was taken from: {string.Join(", ", Unused)}.";
}

/// <summary>
/// Reads the rows of a file, receives them through the front desk and stores them batch after batch. A batch is one transaction with its referrals, its
/// rejected rows, its counts and the line up to which it goes, so that nothing is ever half done and a run that was stopped goes on at the next line.
/// </summary>
internal sealed class ReferralImport(Partnerships partnerships, TimeProvider time)
{
    /// <summary>Rows in one transaction: enough that the disk is waited for seldom, few enough that nobody else waits long.</summary>
    public const int BatchSize = 2_000;

    private const string Code = "referral.import", Purpose = "Importing what an agency already has";

    /// <summary>A database for this viewer that looks past circles, because an import recognises people whoever received them before.</summary>
    public Task<PartnershipDb> OpenAsync(string partnership, Viewer viewer, CancellationToken ct) =>
        partnerships.OpenAsync(partnership, NeedToKnow.Unrestricted(viewer, UnrestrictedReason.Import), ct);

    public Act Act(PartnershipDb db) => new(db.Viewer, Storage.Whole(time.GetUtcNow().UtcDateTime), Code, Purpose);

    /// <summary>The run that this file is on: the one that was stopped before its end, or a new one.</summary>
    public async Task<ImportRun> BeginAsync(PartnershipDb db, ImportFile file, string name, ImportMap map, CancellationToken ct)
    {
        var source = await SourceAsync(db, file, name, ct);
        var json = map.ToJson();
        if (await db.Set<ImportRun>().OrderByDescending(r => r.AskedAt)
            .FirstOrDefaultAsync(r => r.FileHash == file.Hash && r.State == ImportState.Running && r.MappingJson == json, ct) is { } stopped)
            return stopped;
        var run = ImportRun.Begin(Act(db), db.Session.Keys, NameKey(db, name), name, file.Hash, file.Kind, map, source);
        db.Add(run);
        return run;
    }

    /// <summary>The source of an earlier run of the same content, whatever it was called, or of the same name, when it was corrected since.</summary>
    public static async Task<Guid?> SourceAsync(PartnershipDb db, ImportFile file, string name, CancellationToken ct)
    {
        var key = NameKey(db, name);
        return await db.Set<ImportRun>().AsNoTracking().Where(r => r.FileHash == file.Hash).OrderBy(r => r.AskedAt).Select(r => (Guid?)r.Source).FirstOrDefaultAsync(ct)
            ?? await db.Set<ImportRun>().AsNoTracking().Where(r => r.NameKey == key).OrderBy(r => r.AskedAt).Select(r => (Guid?)r.Source).FirstOrDefaultAsync(ct);
    }

    public static long NameKey(PartnershipDb db, string name) => db.Session.Index.Term("import-file", Path.GetFileName(name).Trim().ToLowerInvariant());

    public static IRowSource Rows(Stream stream, ImportFile file, ImportMap map) =>
        file.IsWorkbook ? new XlsxRows(stream, map.Sheet) : new CsvRows(stream, file.Encoding!);

    /// <summary>Reads the whole file and stores nothing.</summary>
    public async Task<ImportResult> CheckAsync(PartnershipDb db, IRowSource rows, ImportMap map, Guid? source, Func<int, Task>? report, CancellationToken ct)
    {
        var reader = new RowReader(map, rows.Headings, await AreasAsync(db, ct), Act(db).At);
        var (count, rejections) = (new ImportCount(), new List<Rejection>());
        foreach (var chunk in rows.Rows().Chunk(BatchSize))
        {
            ct.ThrowIfCancellationRequested();
            var sorted = await SortAsync(db, reader, chunk, source, ct);
            count += sorted.Count;
            rejections.AddRange(sorted.Rejections);
            if (report is not null)
                await report((int)(rows.Progress * 99));
        }
        return new(count, reader.Unused, rejections);
    }

    /// <summary>Takes the rows from where the run stands. The next batch is made ready while the last one is written.</summary>
    public async Task<ImportResult> TakeAsync(PartnershipDb db, ImportRun run, IRowSource rows, ImportMap map, Func<int, Task>? report, CancellationToken ct)
    {
        var act = Act(db);
        var reader = new RowReader(map, rows.Headings, await AreasAsync(db, ct), act.At);
        var desk = await FrontDesk.ReadAsync(db, ct);
        run.Start(act);
        await db.SaveAsync(act, ct);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        // Two contexts: one reads for the batch that is made ready, the other writes the one before.
        await using var reading = await partnerships.OpenAsync(db.Session.Address, db.Viewer, ct);
        var ready = Channel.CreateBounded<Prepared>(1);
        var (from, key) = (run.LastLine, run.Key(db.Session.Keys));
        var making = Task.Run(async () =>
        {
            var maker = new BatchMaker(reading, desk, time);
            try
            {
                foreach (var chunk in rows.Rows().SkipWhile(row => row.Line <= from).Chunk(BatchSize))
                {
                    var sorted = await SortAsync(reading, reader, chunk, run.Source, stop.Token);
                    var batch = await maker.MakeAsync(run, key, sorted, stop.Token);
                    await ready.Writer.WriteAsync(new(batch, sorted.Count, chunk[^1].Line, rows.Progress), stop.Token);
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
            await foreach (var prepared in ready.Reader.ReadAllAsync(ct))
            {
                var step = Act(db);
                run.Advance(step, prepared.LastLine, prepared.Count, prepared.Progress);
                await db.SaveAsync(step, prepared.Batch, ct);
                if (report is not null)
                    await report(run.Progress);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await making;
            key.Dispose();
        }
        var result = new ImportResult(run.Count, reader.Unused, []);
        var end = Act(db);
        run.Finish(end, result.Message);
        await db.SaveAsync(end, ct);
        return result;
    }

    /// <summary>Every row of a chunk is one of three: known already, wrong, or good.</summary>
    private static async Task<Sorted> SortAsync(PartnershipDb db, RowReader reader, ImportRow[] chunk, Guid? source, CancellationToken ct)
    {
        var known = new HashSet<(int, long)>();
        if (source is { } its)
        {
            var (first, last) = (chunk[0].Line, chunk[^1].Line);
            foreach (var line in await db.Set<ImportedLine>().AsNoTracking().Where(l => l.Source == its && l.Line >= first && l.Line <= last).ToListAsync(ct))
                known.Add((line.Line, line.Content));
        }
        var sorted = new Sorted();
        foreach (var row in chunk)
        {
            var content = db.Session.Index.Term("import-row", string.Join('\u001f', row.Cells));
            if (known.Contains((row.Line, content)))
            {
                sorted.Duplicates++;
                continue;
            }
            var (draft, rejection) = reader.Read(row);
            if (draft is null)
                sorted.Rejections.Add(rejection!);
            else
                sorted.Good.Add((row.Line, content, draft));
        }
        return sorted;
    }

    private static async Task<IReadOnlyDictionary<string, int>> AreasAsync(PartnershipDb db, CancellationToken ct) =>
        (await db.Areas.AsNoTracking().ToListAsync(ct)).SelectMany(a => new[] { (Word: Words.Bare(a.Name), a.Number), (Word: Words.Bare(a.GssCode), a.Number) })
            .Where(a => a.Word.Length > 0).DistinctBy(a => a.Word).ToDictionary(a => a.Word, a => a.Number, StringComparer.Ordinal);

    private sealed record Prepared(BulkBatch Batch, ImportCount Count, int LastLine, double Progress);
}

/// <summary>The rows of a chunk, sorted.</summary>
internal sealed class Sorted
{
    public List<(int Line, long Content, ImportDraft Draft)> Good { get; } = [];
    public List<Rejection> Rejections { get; } = [];
    public int Duplicates { get; set; }

    public ImportCount Count => new(Good.Count + Rejections.Count + Duplicates, Good.Count, Rejections.Count, Duplicates);
}
