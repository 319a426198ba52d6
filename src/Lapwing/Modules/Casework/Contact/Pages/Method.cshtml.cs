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

/// <summary>Adds a number or an e-mail address, or writes down what the person says now about one that the file holds. Saving it is confirming it.</summary>
[Permit(Permission.WorkCases)]
public sealed class MethodModel(Here here, PartnershipDb db, Once once, SendGuard guard) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    /// <summary>The one to change; none to add one.</summary>
    [BindProperty(SupportsGet = true, Name = "method")]
    public Id<ContactMethod>? Id { get; set; }

    [BindProperty] public int Version { get; set; }
    [BindProperty] public Id<Person>? Person { get; set; }
    [BindProperty] public ContactKind? Kind { get; set; }
    [BindProperty] public string? Value { get; set; }

    /// <summary>yes, no, or not asked.</summary>
    [BindProperty] public string? Safe { get; set; }
    [BindProperty] public string[] Ways { get; set; } = [];
    [BindProperty] public string? Times { get; set; }
    [BindProperty] public bool Withhold { get; set; }
    [BindProperty] public string? WhoMayAnswer { get; set; }
    [BindProperty] public string? CodePhrase { get; set; }
    [BindProperty] public bool NoLongerUsed { get; set; }

    public IReadOnlyList<Option> People { get; private set; } = [];
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public string BackUrl => ContactModel.Url(here.Address, CaseFile);
    public bool IsNew => Id is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        if (Id is null)
            return Page();
        if (await db.ContactMethods.AsNoTracking().SingleOrDefaultAsync(m => m.Id == Id && m.CaseFile == CaseFile, ct) is not { } method)
            return NotFound();
        var key = await db.KeyOfAsync(CaseFile, ct);
        var safety = method.SafetyOf(key);
        (Version, Person, Kind, Value) = (method.Version, method.Person, method.Kind, key.Reveal(method.Value));
        Safe = method.IsSafe switch { true => "yes", false => "no", null => "not-asked" };
        Ways = [.. new[] { ("ring", safety.MayRing), ("voicemail", safety.MayLeaveVoicemail), ("text", safety.MayText), ("email", safety.MayEmail) }.Where(w => w.Item2).Select(w => w.Item1)];
        (Times, Withhold, WhoMayAnswer, CodePhrase) = (safety.Times?.ToString(), safety.WithholdNumber, safety.WhoMayAnswer, safety.CodePhrase);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var method = Id is null ? null : await db.ContactMethods.SingleOrDefaultAsync(m => m.Id == Id && m.CaseFile == CaseFile, ct);
        if (Id is not null && method is null)
            return NotFound();
        Kind = method?.Kind ?? Kind;
        var safety = await CheckAsync(method, ct);
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act(method is null ? "contact-method.add" : "contact-method.confirm", "how this person can be reached safely");
        var key = await db.KeyOfAsync(CaseFile, ct);
        if (method is null || db.Session.Index.ContactKey(method.Kind, Value!) != method.ValueKey)
            await SearchUpkeep.FollowAsync(db, key, method?.Person ?? Person!.Value, Kind!.Value, method is null ? null : key.Reveal(method.Value), Value!, ct);
        if (method is null)
            db.ContactMethods.Add(method = ContactMethod.Add(act, key, db.Session.Index, Person!.Value, Kind!.Value, Value!, Safe == "not-asked" ? null : safety));
        else
            Change(act, key, method, safety!);
        var shown = await once.SaveAsync(act, BackUrl, ct);
        var isShared = Safe == "no" && await guard.MarkUnsafeAsync(act, method.Id, ct);
        TempData["Done"] = isShared ? "Saved. It is marked as not safe for everybody who shares it." : "Saved.";
        return Redirect(shown);
    }

    private void Change(Act act, FileKey key, ContactMethod method, MethodSafety safety)
    {
        db.Expect(method, Version);
        if (db.Session.Index.ContactKey(method.Kind, Value!) != method.ValueKey)
            method.Correct(act, key, db.Session.Index, Value!);
        if (Safe != "not-asked")
            method.Confirm(act, key, safety);
        if (NoLongerUsed)
            method.End(act);
    }

    private async Task<MethodSafety?> CheckAsync(ContactMethod? method, CancellationToken ct)
    {
        if (method is null && !await db.People.AnyAsync(p => p.CaseFile == CaseFile && p.Id == Person, ct))
            ModelState.AddModelError(nameof(Person), "Choose whose it is");
        if (Kind is null)
            ModelState.AddModelError(nameof(Kind), "Choose what it is");
        if (string.IsNullOrWhiteSpace(Value) || Value.Length > ContactMethod.ValueLimit || Kind == ContactKind.Telephone && SearchTerms.Phone(Value) is null
            || Kind == ContactKind.Email && !System.Net.Mail.MailAddress.TryCreate(Value.Trim(), out _))
            ModelState.AddModelError(nameof(Value), Kind == ContactKind.Email ? "Enter an e-mail address, like name@example.com" : "Enter a telephone number, like 020 7946 0000");
        if (Safe is not ("yes" or "no" or "not-asked"))
            ModelState.AddModelError(nameof(Safe), "Say whether it is safe, or that nobody asked");
        var times = string.IsNullOrWhiteSpace(Times) ? null : WeeklyHours.TryParse(Times, null, out var hours) ? hours : Wrong();
        var safety = Safe != "yes" ? MethodSafety.Nothing : new MethodSafety
        {
            MayRing = Ways.Contains("ring"), MayLeaveVoicemail = Ways.Contains("voicemail"), MayText = Ways.Contains("text"), MayEmail = Ways.Contains("email"), Times = times,
            WithholdNumber = Withhold, WhoMayAnswer = Tidy(WhoMayAnswer), CodePhrase = Tidy(CodePhrase),
        };
        if (Safe == "yes" && !safety.HasAWay)
            ModelState.AddModelError(nameof(Ways), "Choose at least one way that is safe with it");
        foreach (var (member, message) in Kind is { } kind ? safety.Problems(kind) : [])
            ModelState.AddModelError(member is nameof(MethodSafety.MayRing) or nameof(MethodSafety.MayLeaveVoicemail) ? nameof(Ways) : member, message);
        return safety;

        WeeklyHours? Wrong()
        {
            ModelState.AddModelError(nameof(Times), "Write the times like Mon-Fri 09:00-15:00, Sat 10:00-12:00");
            return null;
        }

        static string? Tidy(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var key = await db.KeyOfAsync(CaseFile, ct);
        People = [.. (await db.People.AsNoTracking().Where(p => p.CaseFile == CaseFile).OrderBy(p => p.Id).Take(100).ToListAsync(ct)).Select(p => new Option(p.Id.ToString(), p.DisplayName(key)))];
        if (Id is null || Version == 0 || await db.ContactMethods.AsNoTracking().SingleOrDefaultAsync(m => m.Id == Id && m.CaseFile == CaseFile, ct) is not { } kept || kept.Version == Version)
            return;
        var safety = kept.SafetyOf(key);
        Differences = Answers.Between(("Number or address", key.Reveal(kept.Value), Value), ("Is it safe?", kept.IsSafe switch { true => "yes", false => "no", null => "not-asked" }, Safe),
            ("Times", safety.Times?.ToString(), Times), ("Who may answer", safety.WhoMayAnswer, WhoMayAnswer), ("Code phrase", safety.CodePhrase, CodePhrase));
        Version = kept.Version;
        ModelState.Remove(nameof(Version));
    }
}
