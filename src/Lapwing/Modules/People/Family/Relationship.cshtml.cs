using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using System.ComponentModel.DataAnnotations;

namespace Lapwing.Modules.People.Family;

/// <summary>Records how two people of a file are connected and who says so; corrects it, ends it or takes it back. Nothing is deleted.</summary>
[Permit(Permission.WorkCases)]
public sealed class RelationshipModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    public sealed class Lines
    {
        public Id<Person>? One { get; set; }
        public Id<Person>? Other { get; set; }
        public PersonallyConnected? Connection { get; set; }
        public string? From { get; set; }
        public string? Until { get; set; }
        public string? Words { get; set; }
        public AssertionStatus? Status { get; set; }
        public AssertionSource? SaidBy { get; set; }

        [Display(Name = "When it was said")]
        public DateOnly? SaidOn { get; set; }
    }

    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [FromRoute(Name = "relationship")]
    public Id<Relationship>? RelationshipId { get; set; }

    [BindProperty]
    public Lines Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<Option> Choices { get; private set; } = [];
    public string? Between { get; private set; }
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public bool IsNew => RelationshipId is null;
    public string Partnership => here.Address;

    public static string AddUrl(string partnership, Id<CaseFile> file) => PeopleModel.Url(partnership, file) + "/relationships";

    public static new string Url(string partnership, Id<CaseFile> file, Id<Relationship> relationship) => $"{AddUrl(partnership, file)}/{relationship}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!IsNew)
        {
            if (await FindAsync(db.Relationships.AsNoTracking(), ct) is not { } found)
                return NotFound();
            Input = Of(found, await db.KeyOfAsync(Id, ct));
        }
        await ShowAgainAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var relationship = await FindAsync(db.Relationships, ct);
        if (relationship is null && !IsNew)
            return NotFound();
        Check();
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        if (relationship is not null && relationship.Version != Version)
            throw new RuleBroken(PartnershipDb.ChangedMeanwhile, "A colleague changed this while you were working on it. What they kept stands beside what you typed.");
        var key = await db.KeyOfAsync(Id, ct);
        var act = here.Act(relationship is null ? "relationship.add" : "relationship.change", "keeping how people of the file are connected");
        if (relationship is null)
            db.Relationships.Add(Relationship.Assert(act, key, await PersonAsync(Input.One!.Value, ct), await PersonAsync(Input.Other!.Value, ct), Details()));
        else
            relationship.Edit(act, key, Details());
        var shown = await once.SaveAsync(act, PeopleModel.Url(here.Address, Id), ct);
        TempData["Done"] = "Saved.";
        return Redirect(shown);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear(); // what was refused is not saved by the way
        var key = await db.KeyOfAsync(Id, ct);
        Choices = await OptionsOfPeople.ReadAsync(db, key, ct);
        if (IsNew || await FindAsync(db.Relationships.AsNoTracking(), ct) is not { } kept)
            return;
        Between = $"{NameOf(kept.One)} (the first) and {NameOf(kept.Other)} (the second)";
        if (HttpMethods.IsPost(Request.Method) && kept.Version != Version)
            Differences = Answers.Between([.. Rows(Of(kept, key)).Zip(Rows(Input), (now, typed) => (now.Field, now.Text, typed.Text))]);
        Version = kept.Version;
    }

    private string NameOf(Id<Person> person) => Choices.FirstOrDefault(c => c.Value == person.ToString())?.Label ?? "Not named";

    private RelationshipDetails Details() => new(Input.Connection!.Value, Date(Input.From), Date(Input.Until), Input.Words, Input.Status!.Value, Input.SaidBy!.Value,
        Input.SaidOn ?? LondonTime.DateOf(here.Viewer.Now));

    private static PartialDate? Date(string? typed) => PartialDate.TryParse(typed, out var date) ? date : null;

    private void Check()
    {
        if (IsNew && Input.One is null)
            ModelState.AddModelError("Input.One", "Choose the first person");
        if (IsNew && (Input.Other is null || Input.Other == Input.One))
            ModelState.AddModelError("Input.Other", "Choose the second person, another than the first");
        if (Input.Connection is null)
            ModelState.AddModelError("Input.Connection", "Choose how they are connected");
        foreach (var (field, typed) in new[] { ("From", Input.From), ("Until", Input.Until) })
            if (!string.IsNullOrWhiteSpace(typed) && !PartialDate.TryParse(typed, out _))
                ModelState.AddModelError("Input." + field, "Enter a date, a month and year, or a year, like 27 3 2019, March 2019 or 2019");
        if (Date(Input.From) is { } from && Date(Input.Until) is { } until && !from.MayBeBeforeOrOn(until))
            ModelState.AddModelError("Input.Until", "It cannot have ended before it began");
        if (Input.Words?.Length > Relationship.WordsLimit)
            ModelState.AddModelError("Input.Words", $"Their own words must be {Relationship.WordsLimit} characters or fewer");
        if (Input.Status is null)
            ModelState.AddModelError("Input.Status", "Choose how far this was looked into");
        if (Input.SaidBy is null)
            ModelState.AddModelError("Input.SaidBy", "Choose who says so");
        if (Input.SaidOn > LondonTime.DateOf(here.Viewer.Now))
            ModelState.AddModelError("Input.SaidOn", "When it was said must be today or before");
    }

    private static Lines Of(Relationship r, FileKey key)
    {
        var d = r.Details(key);
        return new() { One = r.One, Other = r.Other, Connection = d.Connection, From = d.From?.Words, Until = d.Until?.Words, Words = d.Words, Status = d.Status, SaidBy = d.SaidBy, SaidOn = d.SaidOn };
    }

    private static IEnumerable<(string Field, string Text)> Rows(Lines l) =>
    [
        ("Connection", l.Connection?.Choice() ?? ""), ("Since", l.From ?? ""), ("Until", l.Until ?? ""), ("Their own words", l.Words ?? ""),
        ("How far it was looked into", l.Status?.Title() ?? ""), ("Who says so", l.SaidBy?.Title() ?? ""), ("When it was said", l.SaidOn is { } day ? Spoken.Day(day) : ""),
    ];

    /// <exception cref="RuleBroken">Not somebody of this file.</exception>
    private async Task<Person> PersonAsync(Id<Person> id, CancellationToken ct) => await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.CaseFile == Id, ct)
        ?? throw new RuleBroken("other-file", "Choose people of this file.");

    private async Task<Relationship?> FindAsync(IQueryable<Relationship> all, CancellationToken ct) =>
        RelationshipId is { } id ? await all.SingleOrDefaultAsync(r => r.Id == id && r.CaseFile == Id, ct) : null;
}
