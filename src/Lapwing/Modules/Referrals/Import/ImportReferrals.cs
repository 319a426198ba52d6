using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Jobs;
using Lapwing.Settings;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Import;

/// <summary>Checks an uploaded file, or takes its rows once somebody said so. It may be run again at any moment: it goes on after the last line that is stored.</summary>
public sealed class ImportReferrals(Partnerships partnerships, Installation installation, TimeProvider time) : IJob
{
    public async Task<string> RunAsync(string partnership, Guid about, Func<int, string, Task> report, CancellationToken ct)
    {
        var import = new ReferralImport(partnerships, time);
        await using var db = await import.OpenAsync(partnership, Viewer.System("import", Storage.Whole(time.GetUtcNow().UtcDateTime)), ct);
        if (await db.Set<ImportRun>().SingleOrDefaultAsync(r => r.Id == new Id<ImportRun>(about), ct) is not { State: ImportState.Uploaded or ImportState.Running } run)
            return "There is nothing left to do.";
        var path = Uploads.PathOf(installation, partnership, about);
        if (!File.Exists(path))
            return await RefuseAsync(import, db, run, "The uploaded file is gone. Upload it again: rows that were taken already will be recognised.", ct);
        using var key = run.Key(db.Session.Keys);
        try
        {
            await using var stream = SealedFile.Open(path, key);
            var file = await ImportFile.InspectAsync(stream, ct);
            using var rows = ReferralImport.Rows(stream, file, run.Map());
            return run.State == ImportState.Uploaded
                ? await CheckAsync(import, db, run, key, rows, report, ct)
                : await TakeAsync(import, db, run, rows, report, partnership, ct);
        }
        catch (RuleBroken refused) when (refused.Code != "no-front-door")
        {
            db.ChangeTracker.Clear();
            return await RefuseAsync(import, db, await db.Set<ImportRun>().SingleAsync(r => r.Id == run.Id, ct), refused.Message, ct);
        }
    }

    private static async Task<string> CheckAsync(ReferralImport import, PartnershipDb db, ImportRun run, DataKey key, IRowSource rows, Func<int, string, Task> report, CancellationToken ct)
    {
        var result = await import.CheckAsync(db, rows, run.Map(), run.Source, percent => report(percent, "Checking the file"), ct);
        await db.Set<ImportReject>().Where(r => r.Run == run.Id).ExecuteDeleteAsync(ct);
        var (act, batch) = (import.Act(db), db.NewBatch());
        foreach (var rejection in result.Rejections)
            batch.Add(ImportReject.Of(run, key, rejection));
        run.Check(act, result.Count, result.Message);
        await db.SaveAsync(act, batch, ct);
        return "Checked.";
    }

    private async Task<string> TakeAsync(ReferralImport import, PartnershipDb db, ImportRun run, IRowSource rows, Func<int, string, Task> report, string partnership, CancellationToken ct)
    {
        var result = await import.TakeAsync(db, run, rows, run.Map(), percent => report(percent, "Taking rows"), ct);
        Uploads.Delete(installation, partnership, run.Id);
        return $"{result.Count.Received} of {result.Count.Rows} rows were received.";
    }

    private static async Task<string> RefuseAsync(ReferralImport import, PartnershipDb db, ImportRun run, string why, CancellationToken ct)
    {
        var act = import.Act(db);
        run.Refuse(act, why);
        await db.SaveAsync(act, ct);
        return "The file was refused.";
    }
}
