using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.People.Family;

/// <summary>Adds somebody to a file, or keeps what is known of them. What they are called from now on is what finds them.</summary>
[Permit(Permission.WorkCases)]
public sealed class PersonModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [FromRoute(Name = "person")]
    public Id<Person>? PersonId { get; set; }

    [BindProperty]
    public PersonForm Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public bool IsNew => PersonId is null;

    /// <summary>Whom a file is about is not chosen.</summary>
    public bool AsksRole { get; private set; } = true;
    public AssertionStatus? StatusNow { get; private set; }
    public string Partnership => here.Address;

    public static string AddUrl(string partnership, Id<CaseFile> file) => PeopleModel.Url(partnership, file) + "/person";

    public static new string Url(string partnership, Id<CaseFile> file, Id<Person> person) => $"{AddUrl(partnership, file)}/{person}";

    /// <summary>Where a child gets a file of their own: a referral, and so a page of that module.</summary>
    public static string OwnFileUrl(string partnership, Id<CaseFile> file, Id<Person> person) => $"{Url(partnership, file, person)}/own-file";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (IsNew)
            return Page();
        if (await FindAsync(db.People.AsNoTracking(), ct) is not { } person)
            return NotFound();
        Input = PersonForm.Of(person.Details(await db.KeyOfAsync(Id, ct)));
        Version = person.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var person = await FindAsync(db.People, ct);
        if (person is null && !IsNew)
            return NotFound();
        var today = LondonTime.DateOf(here.Viewer.Now);
        Input.Check(ModelState, AsksRole, StatusNow, today);
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        if (person is not null && person.Version != Version)
            throw new RuleBroken(PartnershipDb.ChangedMeanwhile, "A colleague changed this person while you were working on it. What they kept stands beside what you typed.");
        var key = await db.KeyOfAsync(Id, ct);
        var before = person?.Details(key);
        var recordedOn = person is null ? today : LondonTime.DateOf(await db.CaseFiles.Where(f => f.Id == Id).Select(f => f.OpenedAt).SingleAsync(ct));
        var details = Input.Details(AsksRole ? Input.Role!.Value : RoleInFile.Subject, before, recordedOn, today);
        var act = here.Act(person is null ? "person.add" : "person.edit", "keeping what is known of a person");
        if (person is null)
        {
            person = Person.Add(act, key, details);
            db.People.Add(person);
        }
        else
        {
            person.Edit(act, key, details);
        }
        await SearchUpkeep.FollowAsync(db, key, person, before, details, ct);
        await PersonFollowers.FollowAsync(db, act, person, before, ct);
        var shown = await once.SaveAsync(act, PeopleModel.Url(here.Address, Id), ct);
        TempData["Done"] = before is null ? "The person is in the file." : "Saved.";
        return Redirect(shown);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear(); // what was refused is not saved by the way
        if (IsNew || await FindAsync(db.People.AsNoTracking(), ct) is not { } person)
            return;
        if (person.Version != Version)
            Differences = Input.Against(person.Details(await db.KeyOfAsync(Id, ct)));
        Version = person.Version;
    }

    /// <summary>The person of this address, if they belong to this file.</summary>
    private async Task<Person?> FindAsync(IQueryable<Person> people, CancellationToken ct)
    {
        var person = PersonId is { } id ? await people.SingleOrDefaultAsync(p => p.Id == id && p.CaseFile == Id, ct) : null;
        AsksRole = person?.Role != RoleInFile.Subject;
        StatusNow = person?.RoleStatus;
        return person;
    }
}
