using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Boards.Pages;

/// <summary>Makes a draft for a quarter and an audience, from a template or from the text of the last paper.</summary>
[Permit(Permission.WritePapers)]
public sealed class NewPaperModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    private const string Last = "last";

    /// <summary>How many quarters back a paper can be made for: five years.</summary>
    private const int QuartersBack = 20;

    [BindProperty, Required(ErrorMessage = "Choose the quarter")]
    public string? Quarter { get; set; }

    [BindProperty, Required(ErrorMessage = "Choose for whom it is")]
    public string? Audience { get; set; }

    [BindProperty, Required(ErrorMessage = "Choose what to begin with")]
    public string? From { get; set; }

    public IReadOnlyList<Option> Quarters { get; private set; } = [];
    public IReadOnlyList<Option> Beginnings { get; private set; } = [];
    public string Partnership => here.Address;

    public static IReadOnlyList<Option> Audiences { get; } =
    [
        new("board", "The board", "Small numbers are withheld as the partnership's policy for boards says."),
        new("public", "The public", "Stricter: larger numbers are withheld too, and the rest is rounded."),
    ];

    public static new string Url(string partnership) => $"/{partnership}/papers/new";

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        (Quarter, Audience, From) = (Time.Quarter.Of(here.Viewer.Now).Previous.Code, "board", Beginnings[0].Value);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        if (Quarter is not null && !Time.Quarter.TryParse(Quarter, out _))
            ModelState.AddModelError(nameof(Quarter), "Choose the quarter");
        if (Audience is not null && Audiences.All(a => a.Value != Audience))
            ModelState.AddModelError(nameof(Audience), "Choose for whom it is");
        if (From is not null && Beginnings.All(b => b.Value != From))
            ModelState.AddModelError(nameof(From), "Choose what to begin with");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var quarter = Time.Quarter.Parse(Quarter!);
        var settings = await PaperSettings.ReadAsync(db, ct);
        var act = here.Act("paper.make", "making a quarterly paper");
        var edition = (await OpenPaper.NewestAsync(db, quarter, Audience!, ct))?.Paper.Edition ?? 0;
        var (title, marking, sections, from) = await BeginAsync(settings, ct);
        var (open, made) = OpenPaper.Make(act, Paper.Draft(act, quarter, Audience!, edition + 1, title, marking), sections, from);
        db.Add(open.Paper);
        db.AddRange(open.Sections);
        db.Add(made);
        var shown = await once.SaveAsync(act, PaperModel.Url(here.Address, open.Paper.Id), ct);
        TempData["Done"] = "The draft is made. Write its sections, then freeze its figures.";
        return Redirect(shown);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Quarters = [.. Time.Quarter.Of(here.Viewer.Now).Last(QuartersBack).Reverse().Select(q => new Option(q.Code, $"{q.Title} ({q.Months})"))];
        var last = await LastAsync(ct);
        Beginnings = [.. PaperTemplate.For(here.Address).Select(t => new Option(t.Code, t.Name, $"{t.Sections.Count} sections")),
            .. last is null ? [] : new[] { new Option(Last, "The text of the last paper", $"{last.Title}, {last.Period.Title}") }];
    }

    private async Task<Paper?> LastAsync(CancellationToken ct) =>
        await db.Papers.AsNoTracking().OrderByDescending(p => p.MadeAt).FirstOrDefaultAsync(ct);

    private async Task<(string Title, string Marking, IEnumerable<(string, string)> Sections, string From)> BeginAsync(PaperSettings settings, CancellationToken ct)
    {
        if (From == Last && await LastAsync(ct) is { } last)
        {
            var sections = await db.PaperSections.AsNoTracking().Where(s => s.Paper == last.Id).OrderBy(s => s.Position).ToListAsync(ct);
            return (last.Title, settings.ForAudience(Audience!, last.Marking), sections.Select(s => (s.Heading, s.Text)), $"From {last.Title}, {last.Period.Title}");
        }
        var template = PaperTemplate.All.Single(t => t.Code == From);
        return (template.Title, settings.ForAudience(Audience!, template.Marking), template.SectionsFor(Audience!).Select(s => (s.Heading, s.Body)), $"From the template {template.Name}");
    }
}
