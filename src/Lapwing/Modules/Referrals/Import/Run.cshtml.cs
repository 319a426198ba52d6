using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Jobs;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Import;

/// <summary>One import: how far it is, what would become of its rows, and the button that takes them.</summary>
[Permit(Permission.ImportReferrals)]
public sealed class RunModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    private const int Shown = 50;
    private const string Again = "3";

    [BindProperty(SupportsGet = true, Name = "run")]
    public string Id { get; set; } = "";

    public string Name { get; private set; } = "";
    public string State { get; private set; } = "";
    public string Telling { get; private set; } = "";
    public string Doing { get; private set; } = "";
    public string Message { get; private set; } = "";
    public string Kind { get; private set; } = "";
    public string MappingName { get; private set; } = "";
    public bool IsWorking { get; private set; }
    public bool IsChecked { get; private set; }
    public bool ShowsCounts { get; private set; }
    public int Progress { get; private set; }
    public int Rows { get; private set; }
    public int Received { get; private set; }
    public int Rejected { get; private set; }
    public int Duplicate { get; private set; }
    internal IReadOnlyList<Rejection> Rejections { get; private set; } = [];
    public string BackUrl => UploadModel.Url(here.Address);
    public string HereUrl => $"{UploadModel.Url(here.Address)}/{Id}";
    public string RejectsUrl => $"{HereUrl}/rejects";

    public static new string Url(string partnership, Id<ImportRun> run) => $"{UploadModel.Url(partnership)}/{run}";

    internal static string Words(ImportState state) => state switch
    {
        ImportState.Uploaded => "Being checked",
        ImportState.Checked => "Checked",
        ImportState.Running => "Being received",
        ImportState.Done => "Done",
        _ => "Refused",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } run)
            return NotFound();
        await ShowAsync(run, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } run)
            return NotFound();
        var act = here.Act("import.start", "Importing what an agency already has");
        if (run.State != ImportState.Checked)
            throw new RuleBroken("import-state", "Somebody has already decided about this import. This is how it stands now.");
        run.Start(act);
        await db.Set<ImportReject>().Where(r => r.Run == run.Id).ExecuteDeleteAsync(ct);
        db.Jobs.Add(QueuedJob.Ask(nameof(ImportReferrals), run.Id.Value, here.Viewer.Member.Value, act.At));
        await db.SaveAsync(act, ct);
        return Redirect(HereUrl);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await FindAsync(ct) is { } run)
            await ShowAsync(run, ct);
    }

    private async Task<ImportRun?> FindAsync(CancellationToken ct) =>
        Id<ImportRun>.TryParse(Id, null, out var id) ? await db.Set<ImportRun>().SingleOrDefaultAsync(r => r.Id == id, ct) : null;

    private async Task ShowAsync(ImportRun run, CancellationToken ct)
    {
        using var key = run.Key(db.Session.Keys);
        var job = await db.Jobs.AsNoTracking().Where(j => j.About == run.Id.Value).OrderByDescending(j => j.AskedAt).FirstOrDefaultAsync(ct);
        (Name, State, Message, Kind, MappingName) = (key.Reveal(run.FileName), Words(run.State), run.Message, run.Kind, run.MappingName);
        (Rows, Received, Rejected, Duplicate) = (run.Rows, run.Received, run.Rejected, run.Duplicate);
        (IsChecked, ShowsCounts) = (run.State == ImportState.Checked, run.State is ImportState.Checked or ImportState.Running or ImportState.Done);
        IsWorking = run.State is ImportState.Uploaded or ImportState.Running && job is not { State: JobState.Failed };
        Progress = run.State == ImportState.Running ? run.Progress : job?.Progress ?? 0;
        Doing = run.State == ImportState.Uploaded ? "Checking the file" : "Receiving its rows";
        Telling = run.State switch
        {
            ImportState.Checked => "Nothing has been taken yet. Look at the counts and the rejected rows, then receive the good ones.",
            ImportState.Done => "Every row is accounted for: rows in are those received, those rejected and those received before.",
            _ when job is { State: JobState.Failed } => $"It stopped: {job.Message}",
            _ => "",
        };
        await foreach (var rejection in StoredRejections.OfAsync(db, run.Id, ct))
        {
            Rejections = [.. Rejections, rejection];
            if (Rejections.Count == Shown)
                break;
        }
        if (IsWorking)
            Response.Headers["Refresh"] = Again;
    }
}
