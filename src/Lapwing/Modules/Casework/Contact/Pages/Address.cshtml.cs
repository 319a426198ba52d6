using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.People;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Contact.Pages;

/// <summary>Adds an address, which is a move, or writes down what the person says now about one that is held. The address itself is typed once and shows only where it is opened on purpose.</summary>
[Permit(Permission.WorkCases)]
public sealed class AddressModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    /// <summary>The one to confirm or end; none to add one.</summary>
    [BindProperty(SupportsGet = true, Name = "place")]
    public Id<Whereabouts>? Place { get; set; }

    [BindProperty] public int Version { get; set; }
    [BindProperty] public Id<Person>? Person { get; set; }
    [BindProperty] public string? Address { get; set; }
    [BindProperty] public PlaceKind? Kind { get; set; }
    [BindProperty] public string? From { get; set; }
    [BindProperty] public string? Until { get; set; }
    [BindProperty] public string? Write { get; set; }
    [BindProperty] public string? Visit { get; set; }
    [BindProperty] public string? Known { get; set; }

    public IReadOnlyList<Option> People { get; private set; } = [];
    public Whereabouts? Held { get; private set; }
    public string BackUrl => ContactModel.Url(here.Address, CaseFile);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        if (Place is not null && Held is null)
            return NotFound();
        if (Held is { } held)
            (Version, Write, Visit, Known, Until) = (held.Version, Answer(held.MayWrite), Answer(held.MayVisit), held.IsKnownToOther ? "yes" : "no", held.Until is { } end ? Day(end) : null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var held = Place is null ? null : await db.Whereabouts.SingleOrDefaultAsync(w => w.Id == Place && w.CaseFile == CaseFile, ct);
        if (Place is not null && held is null)
            return NotFound();
        foreach (var (member, value) in new[] { (nameof(Write), Write), (nameof(Visit), Visit) })
            if (value is not ("yes" or "no" or "not-asked"))
                ModelState.AddModelError(member, "Say whether it is safe, or that nobody asked");
        if (Known is not ("yes" or "no"))
            ModelState.AddModelError(nameof(Known), "Say whether the other party knows it. When nobody is sure, say yes");
        if (held is null)
            await CheckNewAsync(ct);
        else if (!string.IsNullOrWhiteSpace(Until) && (Read(Until) is not { } end || end > Today))
            ModelState.AddModelError(nameof(Until), "Enter the day on which they left, today or earlier");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        return held is null ? await AddAsync(ct) : await ConfirmAsync(held, ct);
    }

    private async Task<IActionResult> AddAsync(CancellationToken ct)
    {
        var act = here.Act("whereabouts.record", "where this person is");
        var (key, since) = (await db.KeyOfAsync(CaseFile, ct), Read(From)!.Value);
        var place = Whereabouts.Record(act, key, db.Session.Index, Person!.Value, Address!, Kind!.Value, since == Today ? act.At : LondonTime.StartOfDay(since));
        place.Confirm(act, Bool(Write), Bool(Visit), Known == "yes");
        db.Whereabouts.Add(place);
        string? codeName = null;
        if (Kind != PlaceKind.LettersOnly)
        {
            // Those that this team may not see end by themselves in what counts: nothing there is confirmed since the move.
            foreach (var before in await db.Whereabouts.Where(w => w.CaseFile == CaseFile && w.Person == Person && w.Until == null && w.From < place.From && w.Kind != PlaceKind.LettersOnly).ToListAsync(ct))
                before.End(act, place.From);
            codeName = Kind == PlaceKind.Refuge ? CodeNames.Draw() : null;
            db.SafetyChanges.Add(SafetyChange.Record(act, CaseFile, Person.Value, SafetyChangeKind.Moved, since, codeName));
        }
        var mayOpen = await Circles.UnsealFirstAsync(db, act, CaseFile, Seal.Whereabouts, "Recorded the address", ct);
        var shown = await once.SaveAsync(act, BackUrl, ct);
        TempData["Done"] = "The address is sealed." + (codeName is null ? "" : $" Everybody speaks of this place as {codeName}.")
            + (mayOpen ? "" : " Your team is not on the list of those who may open it.") + " Confirm every number and e-mail address again before you use it.";
        return Redirect(shown);
    }

    private async Task<IActionResult> ConfirmAsync(Whereabouts held, CancellationToken ct)
    {
        var act = here.Act("whereabouts.confirm", "what is safe at an address");
        db.Expect(held, Version);
        held.Confirm(act, Bool(Write), Bool(Visit), Known == "yes");
        if (Read(Until) is { } end)
            held.End(act, end == Today ? act.At : LondonTime.StartOfDay(end.AddDays(1)));
        var shown = await once.SaveAsync(act, BackUrl, ct);
        TempData["Done"] = "Saved.";
        return Redirect(shown);
    }

    private async Task CheckNewAsync(CancellationToken ct)
    {
        if (!await db.People.AnyAsync(p => p.CaseFile == CaseFile && p.Id == Person, ct))
            ModelState.AddModelError(nameof(Person), "Choose who lives there");
        if (string.IsNullOrWhiteSpace(Address) || Address.Length > Whereabouts.AddressLimit)
            ModelState.AddModelError(nameof(Address), $"Enter the address, in {Whereabouts.AddressLimit} characters or fewer");
        if (Kind is null || !Enum.IsDefined(Kind.Value))
            ModelState.AddModelError(nameof(Kind), "Choose what it is");
        if (Read(From) is not { } since || since > Today)
            ModelState.AddModelError(nameof(From), "Enter the day since when, today or earlier");
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var key = await db.KeyOfAsync(CaseFile, ct);
        People = [.. (await db.People.AsNoTracking().Where(p => p.CaseFile == CaseFile).OrderBy(p => p.Id).Take(100).ToListAsync(ct)).Select(p => new Option(p.Id.ToString(), p.DisplayName(key)))];
        Held = Place is null ? null : await db.Whereabouts.AsNoTracking().SingleOrDefaultAsync(w => w.Id == Place && w.CaseFile == CaseFile, ct);
        if (Held is not null && Version != 0 && Held.Version != Version)
        {
            Differences = Answers.Between(("Letters", Answer(Held.MayWrite), Write), ("Visits", Answer(Held.MayVisit), Visit), ("Known to the other party", Held.IsKnownToOther ? "yes" : "no", Known),
                ("They left", Held.Until is { } end ? Day(end) : "", Until));
            Version = Held.Version;
            ModelState.Remove(nameof(Version));
        }
    }

    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    private DateOnly Today => LondonTime.DateOf(here.Viewer.Now);

    private static string Day(DateTime utc) => LondonTime.DateOf(utc.AddTicks(-1)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Read(string? day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;

    private static bool? Bool(string? answer) => answer switch { "yes" => true, "no" => false, _ => null };

    private static string Answer(bool? answer) => answer switch { true => "yes", false => "no", null => "not-asked" };
}
