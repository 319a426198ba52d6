using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Children;
using Lapwing.Modules.People.Family;
using Lapwing.Modules.Referrals.Intake;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.ChildFiles;

/// <summary>Why the worker's own team stays with the child. A code, because it stands in the circle for everybody in it to read.</summary>
public enum WhyOurTeam { SupportsBoth, ChildAsked, CannotWait }

/// <summary>Gives a child of a file a file of their own in the same matter: a referral of the child at the front door, with their own risk, plan, worker and count.
/// The parent's file keeps nothing of it. A child who was named when a parent was referred has a file already and nobody referred them: then the referral goes into that file.</summary>
[Permit(Permission.WorkCases)]
public sealed class OwnFileModel(Here here, PartnershipDb db, Once once, Partnerships partnerships) : PageModel, IShowAgain
{
    public const int MostMonths = 12;

    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [FromRoute(Name = "person")]
    public Id<Person> ChildId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The own team that stays with the child beside the front door; none by itself.</summary>
    [BindProperty]
    public Id<Team>? Team { get; set; }

    [BindProperty]
    public WhyOurTeam? Why { get; set; }

    [BindProperty]
    public int? Months { get; set; } = 6;

    public string Name { get; private set; } = "";
    public ChildConsent? Consent { get; private set; }

    /// <summary>The child's file, where there is one that this viewer may open.</summary>
    public Id<CaseFile>? Mine { get; private set; }
    public IReadOnlyList<Option> Teams { get; private set; } = [];

    /// <summary>This file is the child's own, and nobody has referred them yet.</summary>
    public bool IsOwn { get; private set; }
    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<CaseFile> file, Id<Person> child) => PersonModel.OwnFileUrl(partnership, file, child);

    public static string Title(WhyOurTeam why) => why switch
    {
        WhyOurTeam.SupportsBoth => "The same team supports parent and child",
        WhyOurTeam.ChildAsked => "The child asked for the same team",
        _ => "Safety work with the child that cannot wait",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        return Name.Length == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ChildAsync(ct) is not { } child)
            return NotFound();
        Check();
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var file = await db.CaseFiles.AsNoTracking().SingleAsync(f => f.Id == Id, ct);
        var key = await db.KeyOfAsync(Id, ct);
        var details = child.Details(key);
        IsOwn = await IsUnreferredAsync(db, file, child, ct);
        await MayOpenAsync(file, child, details, ct);
        var (sending, desk) = (new Sending(here, partnerships), await FrontDesk.ReadAsync(db, ct));
        var answers = Answers(details, (await ConsentAsync(ct))!, key);
        var (reference, isRepeat) = await sending.LookAsync(db, desk.PeopleOf(answers).Subject, null, desk.Settings.RepeatMonths, ct);
        var act = here.Act("child.open-file", "a child gets a file of their own");
        if (IsOwn)
        {
            var (own, secret) = desk.ReceiveInto(act, key, child, answers, await SenderAsync(ct), reference, isRepeat);
            db.Add(own);
            var there = await once.SaveAsync(act, Triage.ReferralModel.Url(here.Address, own.Id), ct);
            TempData["Done"] = Told(own.Reference, secret);
            return Redirect(there);
        }
        var received = desk.Receive(act, answers, await SenderAsync(ct), reference, isRepeat, matter: file.Matter);
        db.AddRange(received.Entities);
        if (Team is { } team)
            db.Add(received.File.Admit(act, team, Depth.Work, Title(Why!.Value), act.At.AddMonths(Months!.Value)));
        var shown = await once.SaveAsync(act, PeopleModel.Url(here.Address, Id), ct);
        TempData["Done"] = Told(received.Referral.Reference, received.Code);
        return Redirect(shown);
    }

    private static string Told(string reference, OutcomeCode code) => $"The front door has the referral {reference}. To ask what became of it you need this code too, which is shown once: {code.Reveal()}";

    /// <summary>Whether this is the child's own file and holds no referral: it was opened because they were named when somebody else was referred.</summary>
    internal static async Task<bool> IsUnreferredAsync(PartnershipDb db, CaseFile file, Person child, CancellationToken ct) =>
        file.Side == Side.Child && child.Role == RoleInFile.Subject && !await db.Referrals.AnyAsync(r => r.CaseFile == file.Id, ct);

    /// <exception cref="RuleBroken">Nobody agreed for the child, the child has a file, or the front door must be asked first.</exception>
    private async Task MayOpenAsync(CaseFile file, Person child, PersonDetails details, CancellationToken ct)
    {
        if (IsOwn)
        {
            if (await ConsentAsync(ct) is not { Agreed: true })
                throw new RuleBroken("consent-first", "First record who agrees to support for the child.");
            return;
        }
        if (file.Side == Side.Child || (child.Role != RoleInFile.Child && !(details.AgeOn(LondonTime.DateOf(here.Viewer.Now)) < ConsentRoutes.Adult)))
            throw new RuleBroken("not-a-child", "Only a child of another person's file is given a file of their own.");
        if (await ConsentAsync(ct) is not { Agreed: true } consent)
            throw new RuleBroken("consent-first", "First record who agrees to support for the child.");
        if (file.Side == Side.PersonCausingHarm && (Team is not null || consent.Route != ConsentRoute.Safeguarding))
            throw new RuleBroken("harm-side", "From the file of a person causing harm a child is referred to the front door alone, to be safeguarded.");
        var known = new KnownChild(here, db, partnerships);
        if (await known.MineAsync(Id, details, ct) is not null)
            throw new RuleBroken("has-file", "This child has a file of their own. Open it from this page.");
        // The front door may get a second file for one child and puts the two together. A team must not: it would work beside those who know the child.
        if (await known.IsElsewhereAsync(Id, details, ct) && Team is not null)
            throw new RuleBroken("ask-front-door", $"This child may be known already. Ask {await Ask.FrontDoorAsync(db, ct)} before your team begins with them.");
    }

    private IntakeAnswers Answers(PersonDetails child, ChildConsent consent, FileKey key) => new()
    {
        Who = WhoIsReferred.Child, SafeContact = SafeContact.ThroughReferrer(),
        Subject = new() { GivenName = child.GivenName, FamilyName = child.FamilyName, BornOn = child.BornOn, Age = child.AgeOn(LondonTime.DateOf(here.Viewer.Now)) },
        Characteristics = child.Characteristics, Account = Reason!.Trim(), ReferrerName = here.Viewer.Name,
        Basis = consent.Route == ConsentRoute.Safeguarding ? ConsentBasis.ChildAtRisk : ConsentBasis.Consent,
        BasisNote = $"{consent.Route.Title()}\n{key.Reveal(consent.Reasons)}",
    };

    private async Task<Sender> SenderAsync(CancellationToken ct)
    {
        var kind = await db.Agencies.AsNoTracking().Where(a => a.Id == here.Viewer.Agency).Select(a => (AgencyKind?)a.Kind).SingleOrDefaultAsync(ct);
        return new(kind is { } known ? Sender.SourceOf(known) : ReferralSource.Other, here.Viewer.Agency, here.Viewer.Teams);
    }

    private void Check()
    {
        if (string.IsNullOrWhiteSpace(Reason))
            ModelState.AddModelError(nameof(Reason), "Say why the child needs support, and what worries you");
        else if (Reason.ReplaceLineEndings("\n").Length > Referral.TextLimit)
            ModelState.AddModelError(nameof(Reason), "The reason must be 10,000 characters or fewer");
        if (Team is not { } team || IsOwn)
            return;
        if (!here.Viewer.Teams.Contains(team))
            ModelState.AddModelError(nameof(Team), "Choose a team of yours");
        if (Why is null)
            ModelState.AddModelError(nameof(Why), "Choose why your team stays with the child");
        if (Months is not (>= 1 and <= MostMonths))
            ModelState.AddModelError(nameof(Months), $"The number of months must be from 1 to {MostMonths}");
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear(); // what was refused is not saved by the way
        if (await ChildAsync(ct) is not { } child)
            return;
        var key = await db.KeyOfAsync(Id, ct);
        var isHarmSide = await db.CaseFiles.AnyAsync(f => f.Id == Id && f.Side == Side.PersonCausingHarm, ct);
        Name = child.DisplayName(key);
        Consent = await ConsentAsync(ct);
        IsOwn = await IsUnreferredAsync(db, await db.CaseFiles.AsNoTracking().SingleAsync(f => f.Id == Id, ct), child, ct);
        Mine = IsOwn ? null : await new KnownChild(here, db, partnerships).MineAsync(Id, child.Details(key), ct);
        var mine = here.Viewer.Teams.ToArray();
        Teams = isHarmSide || IsOwn ? [] : [.. (await db.Teams.AsNoTracking().Where(t => mine.Contains(t.Id) && !t.IsFrontDoor).OrderBy(t => t.Name).ToListAsync(ct)).Select(t => new Option(t.Id.ToString(), t.Name))];
    }

    private Task<ChildConsent?> ConsentAsync(CancellationToken ct) =>
        db.ChildConsents.AsNoTracking().Where(c => c.CaseFile == Id && c.Child == ChildId).OrderByDescending(c => c.DecidedAt).ThenByDescending(c => c.Id).FirstOrDefaultAsync(ct);

    private Task<Person?> ChildAsync(CancellationToken ct) => db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == ChildId && p.CaseFile == Id, ct);
}
