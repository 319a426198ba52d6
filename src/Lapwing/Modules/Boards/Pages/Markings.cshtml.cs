using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Boards.Documents;
using Lapwing.Modules.Directory;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Boards.Pages;

/// <summary>The labels that papers carry, with their handling rules. A marking that a paper carries cannot be removed.</summary>
[Permit(Permission.EditDirectory)]
public sealed class MarkingsModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    public sealed class Line
    {
        /// <summary>Empty for a new one; kept when a label is reworded, because papers refer to it.</summary>
        public string? Code { get; set; }
        public string? Label { get; set; }
        public string? Rules { get; set; }
    }

    [BindProperty]
    public List<Line> Input { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    /// <summary>How many of the lines are kept already.</summary>
    public int Kept { get; private set; }
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public string BackUrl => $"/{here.Address}/settings";

    public static new string Url(string partnership) => $"/{partnership}/settings/papers";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var stored = await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == PaperSettings.Concern, ct);
        var now = stored?.Read<PaperSettings>() ?? new();
        Input = [.. now.Markings.Select(m => new Line { Code = m.Code, Label = m.Label, Rules = string.Join("\n", m.Rules) }), new()];
        (Kept, Version) = (now.Markings.Count, stored?.Version ?? 0);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var stored = await db.Settings.SingleOrDefaultAsync(s => s.Concern == PaperSettings.Concern, ct);
        var now = stored?.Read<PaperSettings>() ?? new();
        var wanted = new PaperSettings { Markings = [.. Input.Take(PaperSettings.MostMarkings + 1).Where(l => !string.IsNullOrWhiteSpace(l.Label)).Select(MarkingOf)] };
        foreach (var problem in wanted.Problems())
            ModelState.AddModelError("", problem);
        var gone = now.Markings.Select(m => m.Code).Except(wanted.Markings.Select(m => m.Code)).ToArray();
        foreach (var code in await db.Papers.Where(p => gone.Contains(p.Marking)).Select(p => p.Marking).Distinct().ToListAsync(ct))
            ModelState.AddModelError("", $"A paper is marked {now[code].Label}. Keep that marking, or reword it");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("settings.papers", "changing how papers are marked");
        if (stored is null)
        {
            db.Settings.Add(StoredSettings.Keep(act, PaperSettings.Concern, wanted));
        }
        else
        {
            stored.Change(act, wanted);
            db.Expect(stored, Version);
        }
        await db.SaveAsync(act, ct);
        TempData["Done"] = "The markings are saved";
        return Redirect(BackUrl);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var stored = await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == PaperSettings.Concern, ct);
        var now = stored?.Read<PaperSettings>() ?? new();
        if ((stored?.Version ?? 0) != Version)
            Differences = Web.Answers.Between(("Markings", Said(now.Markings), Said(Input.Where(l => l.Label is not null).Select(MarkingOf))));
        (Kept, Version) = (now.Markings.Count, stored?.Version ?? 0);
    }

    private static string Said(IEnumerable<Marking> markings) => string.Join("; ", markings.Select(m => $"{m.Label} ({string.Join(" ", m.Rules)})"));

    private static Marking MarkingOf(Line line) => new(
        string.IsNullOrWhiteSpace(line.Code) ? CodeOf(line.Label!) : line.Code, line.Label!.Trim(),
        [.. (line.Rules ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]);

    private static string CodeOf(string label) => string.Join('-', string.Concat(label.Trim().ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
