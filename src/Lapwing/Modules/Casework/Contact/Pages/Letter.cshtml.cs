using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Casework.Contact.Out;
using Lapwing.Modules.People;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Contact.Pages;

/// <summary>Writes a letter from a template and prints it. It goes to one address, which the send guard allows, and holds nothing of anybody else's whereabouts.</summary>
[Permit(Permission.WorkCases)]
public sealed class LetterModel(Here here, PartnershipDb db, SendGuard guard) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [BindProperty(SupportsGet = true, Name = "template")]
    public int? Template { get; set; }

    [BindProperty] public Id<Whereabouts>? To { get; set; }
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public Guid Key { get; set; }
    [BindProperty] public Id<Dispatch>? Letter { get; set; }

    public IReadOnlyList<Option> Places { get; private set; } = [];
    public IReadOnlyList<Dispatch> ToPrint { get; private set; } = [];
    public ContactSettings Settings { get; private set; } = new();
    public string BackUrl => ContactModel.Url(here.Address, CaseFile);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        Key = OrderedGuid.Next();
        Text = Template is { } number && number >= 0 && number < Settings.Letters.Count ? Settings.Letters[number].Text : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (To is null || !await db.Whereabouts.AnyAsync(w => w.CaseFile == CaseFile && w.Id == To, ct))
            ModelState.AddModelError(nameof(To), "Choose where it goes");
        if (string.IsNullOrWhiteSpace(Text))
            ModelState.AddModelError(nameof(Text), "Write the letter");
        else if (Text.Length > Dispatch.LetterLimit)
            ModelState.AddModelError(nameof(Text), "The letter must be 10,000 characters or fewer");
        else if (Text.Contains('[', StringComparison.Ordinal))
            ModelState.AddModelError(nameof(Text), "Fill in what stands between [ and ]");
        if (Key == default)
            ModelState.AddModelError("", "Open this page again and write it there");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("letter.write", "a letter to this person");
        await guard.WriteAsync(act, await db.KeyOfAsync(CaseFile, ct), new(ContactChannel.Letter, act.At, Place: To), Text!, Key, ct);
        await db.SaveAsync(act, ct);
        TempData["Done"] = "The letter is ready to be printed.";
        return Redirect(BackUrl + "/letter");
    }

    /// <summary>The guard looks again; the address that it opens is in the read log like any other opening.</summary>
    public async Task<IActionResult> OnPostPrintAsync(CancellationToken ct)
    {
        if (Letter is not { } letter || !await db.Dispatches.AnyAsync(d => d.Id == letter && d.CaseFile == CaseFile, ct))
        {
            ModelState.AddModelError("", "Choose the letter to print");
            return await this.AgainAsync(ct);
        }
        Settings = await ContactSettings.ReadAsync(db, ct);
        var key = await db.KeyOfAsync(CaseFile, ct);
        var act = here.Act("letter.print", "a letter to this person");
        var place = await db.Dispatches.Where(d => d.Id == letter).Select(d => d.Place).SingleAsync(ct);
        var person = await db.Whereabouts.Where(w => w.Id == place).Join(db.People, w => w.Person, p => p.Id, (_, p) => p).AsNoTracking().SingleOrDefaultAsync(ct);
        var docx = await guard.PrintAsync(act, key, letter, new(Settings.LetterSender, person?.DisplayName(key) is { } name && name != "Not named" ? name : ""), ct);
        await db.SaveAsync(act, ct);
        await db.WriteReadAsync(here.Act("whereabouts.read", "For a visit or a letter"), CaseFile, place!.Value.Value, here.Viewer.Emergencies.Contains(CaseFile) ? ReadLog.InEmergency : "circle+seal", ct);
        return base.File(docx, LetterDocx.ContentType, LetterDocx.FileName);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Settings = await ContactSettings.ReadAsync(db, ct);
        var key = await db.KeyOfAsync(CaseFile, ct);
        var people = (await db.People.AsNoTracking().Where(p => p.CaseFile == CaseFile).Take(100).ToListAsync(ct)).ToDictionary(p => p.Id, p => p.DisplayName(key));
        Places = [.. (await db.Whereabouts.AsNoTracking().Where(w => w.CaseFile == CaseFile && w.Until == null).OrderByDescending(w => w.From).Take(100).ToListAsync(ct))
            .Select(w => new Option(w.Id.ToString(), $"{people.GetValueOrDefault(w.Person, "Not named")}: {w.Kind.Title().ToLowerInvariant()}, since {Spoken.Day(w.From)}"))];
        ToPrint = await db.Dispatches.AsNoTracking().Where(d => d.CaseFile == CaseFile && d.Channel == ContactChannel.Letter && d.State == DispatchState.Ready).OrderByDescending(d => d.AskedAt).Take(20).ToListAsync(ct);
    }
}
