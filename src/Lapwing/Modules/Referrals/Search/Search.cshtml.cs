using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Referrals.Search;

/// <summary>Finds a person among those whom the viewer may know. Everything is posted, so that no name stands in an address or a history.
/// Whom the viewer may not know is not found, not counted and not hinted at.</summary>
[Permit(Permission.WorkCases)]
public sealed class SearchModel(Here here, PartnershipDb db) : PageModel
{
    public const int PageSize = 25;

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Day, month and year as typed.</summary>
    [BindProperty]
    public string? Born { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public int Number { get; set; } = 1;

    public Found? Found { get; private set; }
    public string Partnership => here.Address;
    public int Pages => Found is null ? 0 : (Found.Hits.Count + PageSize - 1) / PageSize;
    public IEnumerable<Hit> Shown => Found?.Hits.Skip((Number - 1) * PageSize).Take(PageSize) ?? [];

    public static new string Url(string partnership) => $"/{partnership}/search";

    public string UrlOf(Hit hit) => hit.Referral is { } referral ? ReferralModel.Url(here.Address, referral) : Lapwing.Modules.People.Family.PeopleModel.Url(here.Address, hit.File);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var wanted = new Wanted(Name, BornOn(), Phone, Reference);
        Check(wanted);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        // Written down before anything is shown: by what was searched, never for whom.
        await db.WriteReadAsync(here.Act("search", wanted.Kinds), null, null, "circle", ct);
        Found = await new Finder(db).FindAsync(wanted, ct);
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        return Page();
    }

    private void Check(Wanted wanted)
    {
        if (wanted.IsEmpty && string.IsNullOrWhiteSpace(Born))
            ModelState.AddModelError(nameof(Name), "Enter a name, a birth date, a telephone number or a reference");
        if (Name?.Length > Person.NameLimit)
            ModelState.AddModelError(nameof(Name), $"A name must be {Person.NameLimit} characters or fewer");
        if (!string.IsNullOrWhiteSpace(Born) && (wanted.Born is not { } born || !Age.IsPossible(born, LondonTime.DateOf(here.Viewer.Now))))
            ModelState.AddModelError(nameof(Born), "Enter a real date of birth, like 27 3 1984");
        if (!string.IsNullOrWhiteSpace(Phone) && SearchTerms.Phone(Phone) is null)
            ModelState.AddModelError(nameof(Phone), "Enter a telephone number, like 020 7946 0000");
        if (!string.IsNullOrWhiteSpace(Reference) && !Referrals.Reference.TryParse(Reference, out _))
            ModelState.AddModelError(nameof(Reference), "Enter a reference like R-7K2M-9Q. It never contains the letters I, L, O, S or U, or the digits 0 and 1");
    }

    private static readonly string[] DateForms = ["d M yyyy", "d MMM yyyy", "d MMMM yyyy", "yyyy-MM-dd"];

    private DateOnly? BornOn() => DateOnly.TryParseExact(Born?.Trim().Replace('/', ' ').Replace('.', ' '), DateForms, CultureInfo.InvariantCulture,
        DateTimeStyles.AllowInnerWhite, out var born) ? born : null;
}
