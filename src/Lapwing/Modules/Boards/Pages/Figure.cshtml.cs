using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Boards.Documents;
using Lapwing.Modules.Figures;
using Lapwing.Modules.Figures.Snapshots;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Boards.Pages;

/// <summary>From a number in a paper to its definition, its cell, and those of its records that this viewer may know. The look is in the read log.</summary>
[Permit(Permission.TraceNumbers)]
public sealed class FigureModel(Here here, PartnershipDb db, Typesetter typesetter, FiguresDoor door) : PageModel
{
    private Paper paper = null!;

    public UsedFigure Used { get; private set; } = null!;
    public string Period { get; private set; } = "";
    public string CutOff { get; private set; } = "";
    public string Policy { get; private set; } = "";
    public Changed? Changed { get; private set; }
    public TracedRecords Records { get; private set; } = TracedRecords.None;

    /// <summary>Those that came after the figures were frozen.</summary>
    public TracedRecords Late { get; private set; } = TracedRecords.None;
    public string BackUrl => ReadModel.Url(here.Address, paper.Id);

    public static new string Url(string partnership, Id<Paper> paper, string code) => $"{PaperModel.Url(partnership, paper)}/figures/{Uri.EscapeDataString(code)}";

    public static string Explain(Changed changed) => changed switch
    {
        Figures.Snapshots.Changed.Added => "Records of this quarter were added after the figures were frozen.",
        Figures.Snapshots.Changed.TakenBack => "Records were taken back or corrected after the figures were frozen.",
        _ => "Records were added, and others taken back or corrected, after the figures were frozen.",
    };

    public async Task<IActionResult> OnGetAsync(string paper, string figure, CancellationToken ct)
    {
        if (await OpenPaper.FindAsync(db, paper, ct) is not { } open)
            return NotFound();
        this.paper = open.Paper;
        var figures = await typesetter.FiguresAsync(db, here.Partnership!, open.Paper, ct);
        if (figures.Find(figure) is not { From: { Measure: { } measure } from } used)
            return NotFound();
        var snapshot = await Typesetter.SnapshotAsync(db, open.Paper, ct);
        (Used, Period, Policy) = (used, from.Quarter.Months, $"{Typesetter.AudienceTitle(open.Paper.Audience)}: {figures.Policy.Name.ToLowerInvariant()}");
        var act = here.Act("figure.trace", $"trace of {used.From.Code}");
        await db.WriteReadAsync(act, null, open.Paper.Id.Value, "figures", ct);
        IReadOnlyList<Guid> records;
        if (snapshot is null)
        {
            CutOff = $"{Spoken.Moment(here.Viewer.Now)}, live";
            records = await door.RecordsAsync(here.Address, here.Viewer, from.Quarter, measure, from.Breakdown, from.Category, here.Viewer.Now, ct);
        }
        else
        {
            CutOff = $"Known by {Spoken.Moment(snapshot.KnownAt)}";
            records = from.Quarter == open.Paper.Period ? snapshot.RecordsOf(measure, from.Breakdown, from.Category)
                : await door.RecordsAsync(here.Address, here.Viewer, from.Quarter, measure, from.Breakdown, from.Category, snapshot.KnownAt, ct);
            if (from.Quarter == open.Paper.Period)
            {
                var restatement = await door.RestateAsync(here.Address, here.Viewer, snapshot, ct);
                Changed = restatement.Of(measure, from.Breakdown, from.Category);
                Late = await TracedRecords.OfAsync(db, restatement.Added(measure, from.Breakdown, from.Category), ct);
            }
        }
        Records = await TracedRecords.OfAsync(db, records, ct);
        return Page();
    }
}
