using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.People;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Contact.Pages;

/// <summary>One address, opened.</summary>
public sealed record AddressLine(Whereabouts Place, string Address, string Person, string? ConfirmedBy);

/// <summary>The sealed addresses of a file: opened on purpose, by a team on the list, for a few minutes. Every opening is written down before anything shows.</summary>
[Permit(Permission.WorkCases)]
public sealed class AddressesModel(Here here, PartnershipDb db) : PageModel
{
    private const int Most = 100;

    /// <summary>So long an opened address stays on the screen; then the page closes itself, also without JavaScript.</summary>
    public static readonly TimeSpan Shown = TimeSpan.FromMinutes(5);

    /// <summary>Why somebody opens an address: codes, because the words stand in the audit trail.</summary>
    public static IReadOnlyList<Option> Purposes { get; } =
    [
        new("safety-plan", "To make or check a safety plan"), new("visit-or-letter", "For a visit or a letter"), new("emergency", "For the police, an ambulance or another emergency"),
        new("housing", "For housing or a move"), new("confirm", "To check with the person that it is right"), new("legal", "For a court or another legal duty"),
    ];

    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [BindProperty] public string? Purpose { get; set; }

    public IReadOnlyList<AddressLine>? Opened { get; private set; }
    public DateTime ShownUntil => here.Viewer.Now + Shown;
    public string BackUrl => ContactModel.Url(here.Address, CaseFile);

    public static new string Url(string partnership, Id<CaseFile> file) => ContactModel.Url(partnership, file) + "/addresses";

    public string ChangeUrl(Whereabouts place) => $"{BackUrl}/address?place={place.Id}";

    public void OnGet() { }

    /// <summary>Opening the sealed part is an act of its own, with its purpose.</summary>
    public async Task<IActionResult> OnPostOpenAsync(CancellationToken ct)
    {
        if (Purposes.FirstOrDefault(p => p.Value == Purpose) is not { } purpose)
        {
            ModelState.AddModelError(nameof(Purpose), "Say why you open it");
            return await this.AgainAsync(ct);
        }
        var sealedParts = await db.Whereabouts.AsNoTracking().Where(w => w.CaseFile == CaseFile).OrderBy(w => w.Until != null).ThenByDescending(w => w.From).Take(Most).ToListAsync(ct);
        if (sealedParts.Count == 0)
            throw new RuleBroken("sealed", "There is no address that your team may open.");
        await db.WriteReadAsync(here.Act("whereabouts.read", purpose.Label), CaseFile, sealedParts[0].Id.Value, here.Viewer.Emergencies.Contains(CaseFile) ? ReadLog.InEmergency : "circle+seal", ct);
        var key = await db.KeyOfAsync(CaseFile, ct);
        var people = (await db.People.AsNoTracking().Where(p => p.CaseFile == CaseFile).Take(Most).ToListAsync(ct)).ToDictionary(p => p.Id, p => p.DisplayName(key));
        var by = sealedParts.Select(w => w.ConfirmedBy).OfType<Id<Member>>().Distinct().ToArray();
        var names = await db.Members.AsNoTracking().Where(m => by.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        Opened = [.. sealedParts.Select(w => new AddressLine(w, key.Reveal(w.Address), people.GetValueOrDefault(w.Person, "Not named"), w.ConfirmedBy is { } who ? names.GetValueOrDefault(who, "the referral") : null))];
        Response.Headers["Refresh"] = string.Create(CultureInfo.InvariantCulture, $"{Shown.TotalSeconds:0}; url={BackUrl}");
        return Page();
    }
}
