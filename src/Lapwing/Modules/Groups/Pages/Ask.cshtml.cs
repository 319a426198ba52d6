using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Modules.People;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Groups.Pages;

/// <summary>Asks for a place in a programme's groups, or says better what its criteria ask. Asking lets the team that gives the programme into the file.</summary>
[Permit(Permission.WorkCases)]
public sealed class AskModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")] public Id<CaseFile> CaseFile { get; set; }
    [FromRoute(Name = "waiting")] public Id<WaitingEntry>? Id { get; set; }

    [BindProperty] public Id<GroupProgramme>? Programme { get; set; }
    [BindProperty] public bool Agreed { get; set; }
    [BindProperty] public string? Why { get; set; }
    [BindProperty] public bool? IsImpacted { get; set; }
    [BindProperty, Display(Name = "The day from which they are safe")] public DateOnly? SafeSince { get; set; }
    [BindProperty] public bool? LivesApart { get; set; }
    [BindProperty] public bool? IsAtRisk { get; set; }
    [BindProperty] public bool? SchoolAgrees { get; set; }
    [BindProperty] public Id<ContactMethod>? School { get; set; }
    [BindProperty] public Id<Member>? Keyworker { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public Guid? Once { get; set; }

    public IReadOnlyList<Option> Programmes { get; private set; } = [];
    public IReadOnlyList<Option> Keyworkers { get; private set; } = [];
    public IReadOnlyList<Option> Contacts { get; private set; } = [];
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public Side Side { get; private set; }
    public bool IsNew => Id is null;
    public bool IsChild => Side == Side.Child;
    public string BackUrl => Id is { } id ? WaitingModel.Url(here.Address, CaseFile, id) : FileGroupsModel.Url(here.Address, CaseFile);

    public static new string Url(string partnership, Id<CaseFile> file, Id<WaitingEntry>? waiting) => $"{FileGroupsModel.Url(partnership, file)}/ask/{waiting}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Id is { } id)
        {
            var entry = await db.WaitingEntries.AsNoTracking().SingleAsync(e => e.Id == id, ct);
            Take(entry.Answers(await db.KeyOfAsync(CaseFile, ct)));
            Version = entry.Version;
        }
        else
        {
            Keyworker = here.Viewer.Member;
        }
        await ShowAgainAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        await ShowAgainAsync(ct);
        Check();
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var (key, answers) = (await db.KeyOfAsync(CaseFile, ct), new WaitingAnswers(Why, IsImpacted, SafeSince, LivesApart, IsAtRisk, IsChild ? SchoolAgrees : null, IsChild ? School : null, Keyworker));
        return Redirect(Id is { } id ? await AnswerAsync(id, key, answers, ct) : await AskAsync(key, answers, ct));
    }

    private async Task<string> AskAsync(FileKey key, WaitingAnswers answers, CancellationToken ct)
    {
        var act = here.Act("group.ask", "asking for a place in a group");
        var programme = await db.GroupProgrammes.SingleAsync(p => p.Id == Programme, ct);
        var person = await db.People.AsNoTracking().Where(p => p.CaseFile == CaseFile && p.Role == RoleInFile.Subject).OrderBy(p => p.Id).FirstAsync(ct);
        if (await db.WaitingEntries.AnyAsync(e => e.Person == person.Id && e.Programme == programme.Id && e.Status == WaitingStatus.Waiting, ct))
            throw new RuleBroken("waits-already", "They wait for this programme already.");
        if (await db.GroupPlaces.Join(db.Cohorts, p => p.Cohort, c => c.Id, (p, c) => new { p.Person, p.Status, c.Programme }).AnyAsync(p => p.Person == person.Id && p.Programme == programme.Id && p.Status == PlaceStatus.Placed, ct))
            throw new RuleBroken("has-place", "They are in a group of this programme already.");
        var support = await db.SupportEpisodes.AsNoTracking().Where(e => e.CaseFile == CaseFile && e.Person == person.Id).OrderByDescending(e => e.OfferedAt).FirstOrDefaultAsync(ct);
        var entry = WaitingEntry.Ask(act, key, programme, Side, person, answers, support);
        db.Add(entry);
        if (!here.Viewer.Teams.Contains(programme.Team))
            await Circles.GiveAsync(db, act, CaseFile, programme.Team, Depth.Work, "Place in a group", act.At.AddYears(1), ct);
        var url = await once.SaveAsync(act, Once, WaitingModel.Url(here.Address, CaseFile, entry.Id), ct);
        TempData["Done"] = "They are on the waiting list. What is still missing stands below.";
        return url;
    }

    private async Task<string> AnswerAsync(Id<WaitingEntry> id, FileKey key, WaitingAnswers answers, CancellationToken ct)
    {
        var act = here.Act("group.answer", "saying what the criteria of a group ask");
        var entry = await db.WaitingEntries.SingleAsync(e => e.Id == id, ct);
        entry.Answer(act, key, answers);
        db.Expect(entry, Version);
        return await once.SaveAsync(act, Once, BackUrl, ct);
    }

    private void Check()
    {
        var today = LondonTime.DateOf(here.Viewer.Now);
        if (IsNew && (Programme is null || Programmes.All(p => p.Value != Programme.ToString())))
            ModelState.AddModelError(nameof(Programme), "Choose a programme");
        if (IsNew && !Agreed)
            ModelState.AddModelError(nameof(Agreed), "They, or whoever decides for the child, must have agreed before another team is let into the file");
        if (Why?.Length > WaitingEntry.WhyLimit)
            ModelState.AddModelError(nameof(Why), "What the group is for must be 5,000 characters or fewer");
        if (SafeSince > today)
            ModelState.AddModelError(nameof(SafeSince), "The day from which they are safe cannot be in the future");
        else if (SafeSince < today.AddYears(-Age.Oldest))
            ModelState.AddModelError(nameof(SafeSince), "The day from which they are safe is too long ago");
        if (Keyworker is not null && Keyworkers.All(k => k.Value != Keyworker.ToString()))
            ModelState.AddModelError(nameof(Keyworker), "Choose somebody who works with this file");
        if (School is not null && Contacts.All(c => c.Value != School.ToString()))
            ModelState.AddModelError(nameof(School), "Choose a number or address of this file");
    }

    private void Take(WaitingAnswers a) =>
        (Why, IsImpacted, SafeSince, LivesApart, IsAtRisk, SchoolAgrees, School, Keyworker) = (a.Why, a.IsImpacted, a.SafeSince, a.LivesApart, a.IsAtRisk, a.SchoolAgrees, a.School, a.Keyworker);

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Side = await db.CaseFiles.Where(f => f.Id == CaseFile).Select(f => f.Side).SingleAsync(ct);
        var programmes = await db.GroupProgrammes.AsNoTracking().Where(p => p.IsActive).OrderBy(p => p.Name).Take(100).Join(db.Teams, p => p.Team, t => t.Id, (p, t) => new { Programme = p, t.Name }).ToListAsync(ct);
        Programmes = [.. programmes.Where(p => IsChild || p.Programme.IsPaired).Select(p => new Option(p.Programme.Id.ToString(), p.Programme.Name, $"Given by {p.Name}, who are let into this file for a year"))];
        Keyworkers = await FileWorkers.OptionsAsync(db, CaseFile, ct);
        var key = await db.KeyOfAsync(CaseFile, ct);
        Contacts = [.. (await db.ContactMethods.AsNoTracking().Where(m => m.CaseFile == CaseFile && m.EndedAt == null).OrderBy(m => m.Id).Take(100).ToListAsync(ct)).Select(m => new Option(m.Id.ToString(), $"{m.Kind.Title()} {m.Hint(key)}"))];
        if (Id is not { } id || await db.WaitingEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } now || now.Version == Version || Version == 0)
            return;
        var kept = now.Answers(key);
        Differences = Answers.Between(("What the group is for", kept.Why, Why), ("Affected", $"{kept.IsImpacted}", $"{IsImpacted}"), ("Safe since", $"{kept.SafeSince:O}", $"{SafeSince:O}"), ("Lives apart", $"{kept.LivesApart}", $"{LivesApart}"),
            ("At risk", $"{kept.IsAtRisk}", $"{IsAtRisk}"), ("The school agrees", $"{kept.SchoolAgrees}", $"{SchoolAgrees}"), ("Keyworker", NameOf(kept.Keyworker), NameOf(Keyworker)));
        Version = now.Version;
    }

    private string NameOf(Id<Member>? member) => Keyworkers.FirstOrDefault(k => k.Value == member?.ToString())?.Label ?? "";
}
