using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.People;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Support;

/// <summary>Completes what was not asked at referral. The figures follow: the referral's fact is restated in the same save.</summary>
[Permit(Permission.WorkCases)]
public sealed class AboutModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    [FromRoute(Name = "episode")]
    public Id<SupportEpisode> Id { get; set; }

    /// <summary>The person's version, not the episode's: a colleague may be completing the same answers.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Gender { get; set; }

    [BindProperty]
    public string? Ethnicity { get; set; }

    [BindProperty]
    public string? Disability { get; set; }

    [BindProperty]
    public string? SexualOrientation { get; set; }

    public OpenEpisode Case { get; private set; } = null!;
    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<SupportEpisode> episode) => EpisodeModel.Url(partnership, episode) + "/about";

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        var person = Case.Open.Person;
        (Gender, Ethnicity, Disability, SexualOrientation) = (person.Gender, person.Ethnicity, person.Disability, person.SexualOrientation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Check(nameof(Gender), Gender, Demographics.Gender);
        Check(nameof(Ethnicity), Ethnicity, Demographics.Ethnicity);
        Check(nameof(Disability), Disability, Demographics.Disability);
        Check(nameof(SexualOrientation), SexualOrientation, Demographics.SexualOrientation);
        if (!ModelState.IsValid)
        {
            await ShowAgainAsync(ct);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        Case = await OpenEpisode.TakeAsync(db, Id, ct);
        Case.MustBeMineAndAsSeen(here.Viewer, Case.Episode.Version);
        var person = await db.People.SingleAsync(p => p.Id == Case.Episode.Person, ct);
        if (person.Version != Version)
            throw new RuleBroken(PartnershipDb.ChangedMeanwhile, "A colleague changed these answers while you were working on them. What they have now stands beside each question.");
        var act = here.Act("person.describe", "completing what was not asked at referral");
        person.Describe(act, new(Gender, Ethnicity, Disability, SexualOrientation));
        Case.Open.Referral.Recode(act, person);
        await db.SaveAsync(act, ct);
        return Redirect(EpisodeModel.Url(here.Address, Id));
    }

    private void Check(string member, string? code, CodeList list)
    {
        if (code is not null && !list.TryFind(code, out _))
            ModelState.AddModelError(member, "Choose one of the answers");
    }

    public async Task ShowAgainAsync(CancellationToken ct) => Case = await OpenEpisode.ReadAsync(db, Id, ct);
}
