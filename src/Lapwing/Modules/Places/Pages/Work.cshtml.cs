using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Facts;
using Lapwing.Modules.Places.Work;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Places.Pages;

/// <summary>The work in its strands: what was done with the person, and what with others about them.</summary>
[Permit(Permission.WorkCases)]
public sealed class PlaceWorkModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    private const int PageSize = 50;

    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [BindProperty(Name = "number", SupportsGet = true)]
    public int Number { get; set; } = 1;

    [BindProperty]
    public Strand? Strand { get; set; }

    [BindProperty]
    public bool? IsDirect { get; set; }

    [BindProperty, Display(Name = "The day")]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public Guid? Once { get; set; }

    public int Pages { get; private set; }
    public bool HasBegun { get; private set; }
    public FileKey Key { get; private set; } = null!;
    public IReadOnlyList<ProgrammeContact> Contacts { get; private set; } = [];
    public IReadOnlyList<Option> Strands { get; } = [.. Enum.GetValues<Strand>().Select(s => new Option(s.ToString(), s.Title()))];
    public string Partnership => here.Address;

    private IReadOnlyDictionary<(Strand, bool), int> counts = new Dictionary<(Strand, bool), int>();

    public string UrlOf(int number) => Url(here.Address, Id) + (number > 1 ? $"?number={number}" : "");

    public static new string Url(string partnership, Id<CaseFile> file) => FilePlaceModel.Url(partnership, file) + "/work";

    public int CountOf(Strand strand, bool isDirect) => counts.GetValueOrDefault((strand, isDirect));

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        On = Time.LondonTime.DateOf(here.Viewer.Now);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        if (Strand is null || !Enum.IsDefined(Strand.Value))
            ModelState.AddModelError(nameof(Strand), "Choose a strand");
        if (IsDirect is null)
            ModelState.AddModelError(nameof(IsDirect), "Say with whom");
        if (On is null && ModelState.GetFieldValidationState(nameof(On)) != ModelValidationState.Invalid)
            ModelState.AddModelError(nameof(On), "Enter the day");
        if (Note?.Length > ProgrammeContact.NoteLimit)
            ModelState.AddModelError(nameof(Note), "The note must be 10,000 characters or fewer");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var moves = await Moves.TakeAsync(db, Id, ct) ?? throw new RuleBroken("no-request", "Nobody has asked for a place for this person.");
        if (!here.Viewer.Teams.Contains(moves.Pool.Team))
            throw new RuleBroken("place-team", "Only the team that works with the person does this.");
        var act = here.Act("place.work", "recording work with a person causing harm");
        var contact = ProgrammeContact.Record(act, await db.KeyOfAsync(Id, ct), moves.Turn, Strand!.Value, IsDirect!.Value, On!.Value, Note);
        db.Add(contact);
        act.Record(Fact.Of(FactKind.ProgrammeContact, contact.On, act.At, moves.Request.Id.Value, moves.Request.PersonToken, Id, new FactCodes(moves.Request.FactCodes) { Reason = contact.Code }));
        var url = await once.SaveAsync(act, Once, Url(here.Address, Id), ct);
        TempData["Done"] = "The work is recorded.";
        return Redirect(url);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Key = await db.KeyOfAsync(Id, ct);
        if (await Moves.TakeAsync(db, Id, ct) is not { } open)
            return;
        HasBegun = open.Turn.StartedAt is not null;
        db.ChangeTracker.Clear();
        var request = open.Request.Id;
        var all = db.ProgrammeContacts.AsNoTracking().Where(c => c.Request == request);
        counts = (await all.GroupBy(c => new { c.Strand, c.IsDirect }).Select(g => new { g.Key.Strand, g.Key.IsDirect, Count = g.Count() }).ToListAsync(ct)).ToDictionary(c => (c.Strand, c.IsDirect), c => c.Count);
        Pages = (counts.Values.Sum() + PageSize - 1) / PageSize;
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        Contacts = await all.OrderByDescending(c => c.On).ThenByDescending(c => c.At).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }
}
