using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Boards.Documents;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Boards.Pages;

/// <summary>Writes one section. Every figure that the text refers to must be there, and two people who write at once see each other's change.</summary>
[Permit(Permission.WritePapers)]
public sealed class SectionModel(Here here, PartnershipDb db, Once once, Typesetter typesetter) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true, Name = "paper")]
    public string Route { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "section")]
    public string SectionRoute { get; set; } = "new";

    [BindProperty, Required(ErrorMessage = "Enter the heading"), StringLength(PaperSection.HeadingLimit, ErrorMessage = "The heading must be 200 characters or less")]
    public string? Heading { get; set; }

    [BindProperty, StringLength(PaperSection.TextLimit, ErrorMessage = "The text must be 20,000 characters or less")]
    public string? Text { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Then { get; set; }

    [BindProperty]
    public bool Sure { get; set; }

    public OpenPaper Open { get; private set; } = null!;
    public PaperFigures Figures { get; private set; } = null!;
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public bool IsNew => SectionRoute == "new";
    public bool IsFirst => Section is { Position: 1 };
    public bool IsLast => Section is { } section && section.Position == Open.Sections.Count;
    public string BackUrl => PaperModel.Url(here.Address, Open.Paper.Id);

    private PaperSection? Section => Id<PaperSection>.TryParse(SectionRoute, null, out var id) ? Open.Sections.FirstOrDefault(s => s.Id == id) : null;

    public static new string Url(string partnership, Id<Paper> paper, Id<PaperSection>? section) => $"{PaperModel.Url(partnership, paper)}/sections/{section?.ToString() ?? "new"}";

    public string HandlerUrl(string handler) => $"{Url(here.Address, Open.Paper.Id, Section?.Id)}?handler={handler}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
            return NotFound();
        if (!Open.Paper.TextCanChange)
            return Redirect(BackUrl);
        await ShowAgainAsync(ct);
        (Heading, Text, Version) = (Section?.Heading, Section?.Text, Section?.Version ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
            return NotFound();
        await ShowFiguresAsync(ct);
        var text = (Text ?? "").ReplaceLineEndings("\n").Trim();
        foreach (var problem in PaperText.Read(text, Figures).Problems.Distinct())
            ModelState.AddModelError(nameof(Text), $"{problem} The list below has every code");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act(IsNew ? "paper.section.add" : "paper.section.write", "writing a quarterly paper");
        if (Section is { } section)
        {
            db.Add(section.Write(act, Open.Paper, Heading!.Trim(), text));
            db.Expect(section, Version);
        }
        else
        {
            db.Add(PaperSection.Add(act, Open.Paper, Open.Sections.Count + 1, Heading!.Trim(), text));
            db.Add(PaperStep.Of(act, Open.Paper, PaperDeed.SectionAdded, Heading.Trim()));
        }
        var shown = await once.SaveAsync(act, Then == "read" ? ReadModel.Url(here.Address, Open.Paper.Id) : BackUrl, ct);
        TempData["Done"] = "The section is saved";
        return Redirect(shown);
    }

    public Task<IActionResult> OnPostUpAsync(CancellationToken ct) => MoveAsync(-1, ct);

    public Task<IActionResult> OnPostDownAsync(CancellationToken ct) => MoveAsync(1, ct);

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct) || Section is not { } section)
            return NotFound();
        Open.Paper.DemandOpenText();
        ModelState.Clear();
        if (!Sure)
        {
            (Heading, Text, Version) = (section.Heading, section.Text, section.Version);
            ModelState.AddModelError(nameof(Sure), "Confirm that the section and its text are removed");
            return await this.AgainAsync(ct);
        }
        var act = here.Act("paper.section.remove", "writing a quarterly paper");
        db.Remove(section);
        foreach (var (later, i) in Open.Sections.Where(s => s != section).Select((s, i) => (s, i)))
            later.MoveTo(act, i + 1);
        db.Add(PaperStep.Of(act, Open.Paper, PaperDeed.SectionRemoved, section.Heading));
        await db.SaveAsync(act, ct);
        TempData["Done"] = $"The section {section.Heading} is removed";
        return Redirect(BackUrl);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        await ShowFiguresAsync(ct);
        // What is kept now, not what this request changed in memory.
        if (Section is { } section && await db.PaperSections.AsNoTracking().SingleOrDefaultAsync(s => s.Id == section.Id, ct) is { } kept && kept.Version != Version && Version != 0)
            (Differences, Version) = (Web.Answers.Between(("Heading", kept.Heading, Heading), ("Text", kept.Text, Text)), kept.Version);
    }

    private async Task<IActionResult> MoveAsync(int by, CancellationToken ct)
    {
        if (!await FindAsync(ct) || Section is not { } section)
            return NotFound();
        Open.Paper.DemandOpenText();
        var act = here.Act("paper.section.move", "writing a quarterly paper");
        if (Open.Sections.FirstOrDefault(s => s.Position == section.Position + by) is { } other)
        {
            var place = section.Position;
            section.MoveTo(act, other.Position);
            other.MoveTo(act, place);
            db.Add(PaperStep.Of(act, Open.Paper, PaperDeed.SectionMoved, section.Heading));
            await db.SaveAsync(act, ct);
        }
        return Redirect(BackUrl);
    }

    private async Task ShowFiguresAsync(CancellationToken ct) =>
        Figures ??= await typesetter.FiguresAsync(db, here.Partnership!, Open.Paper, ct);

    private async Task<bool> FindAsync(CancellationToken ct) =>
        await OpenPaper.FindAsync(db, Route, ct) is { } open && (Open = open) is not null && (IsNew || Section is not null);
}
