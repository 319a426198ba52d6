using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Contact.Pages;

/// <summary>One incident that waits for a manager.</summary>
public sealed record IncidentLine(UnsafeContact Incident, string Url, string Channel, string What, string By);

/// <summary>Contact that was not safe and happened, in the files that this manager may know: what was done about it is said here.</summary>
[Permit(Permission.ManageTeam)]
public sealed class UnsafeContactsModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    private const int Most = 50;

    [BindProperty] public Id<UnsafeContact>? Incident { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Done { get; set; }

    public IReadOnlyList<IncidentLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        await db.WriteReadAsync(here.Act("list", "unsafe contacts"), null, null, "circle", ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var incident = Incident is null ? null : await db.UnsafeContacts.SingleOrDefaultAsync(u => u.Id == Incident, ct);
        if (incident is null)
            ModelState.AddModelError("", "Choose what you have dealt with");
        if (string.IsNullOrWhiteSpace(Done))
            ModelState.AddModelError(nameof(Done), "Say what was done");
        else if (Done.Length > UnsafeContact.WordsLimit)
            ModelState.AddModelError(nameof(Done), "What was done must be 10,000 characters or fewer");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("unsafe-contact.deal", "what was done about unsafe contact");
        incident!.DealWith(act, await db.KeyOfAsync(incident.CaseFile, ct), Done!);
        db.Expect(incident, Version);
        await db.SaveAsync(act, ct);
        TempData["Done"] = "Saved. It does not stand above the file any more.";
        return Redirect($"/{here.Address}/unsafe-contacts");
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var open = await db.UnsafeContacts.AsNoTracking().Where(u => u.DealtWithAt == null).OrderBy(u => u.At).Take(Most).ToListAsync(ct);
        var keys = await db.KeysOfAsync(open.Select(u => u.CaseFile), ct);
        var by = open.Select(u => u.By).Distinct().ToArray();
        var names = await db.Members.AsNoTracking().Where(m => by.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        Lines = [.. open.Where(u => keys.ContainsKey(u.CaseFile)).Select(u => new IncidentLine(u, ContactModel.Url(here.Address, u.CaseFile), u.Channel.Title(),
            keys[u.CaseFile].Reveal(u.What), names.GetValueOrDefault(u.By, "A former member")))];
    }
}
