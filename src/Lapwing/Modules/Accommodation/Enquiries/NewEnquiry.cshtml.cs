using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Accommodation.Enquiries;

/// <summary>Takes an enquiry of somebody who says no name.</summary>
[Permit(Permission.WorkCases)]
public sealed class NewEnquiryModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [BindProperty] public EnquiryFrom? From { get; set; }
    [BindProperty] public NeedsForm Needs { get; set; } = new();
    [BindProperty] public Guid? Once { get; set; }

    public string BackUrl => EnquiriesModel.Url(here.Address);

    public static new string Url(string partnership) => $"/{partnership}/accommodation/enquiry";

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await once.DoneAsync(Once, ct) is { } done)
            return Redirect(done);
        if (From is null || !Enum.IsDefined(From.Value))
            ModelState.AddModelError(nameof(From), "Choose who asks");
        var needs = Needs.Read(ModelState, nameof(Needs));
        if (needs is null || !ModelState.IsValid)
            return await this.AgainAsync(ct);
        if (here.Viewer.Teams.Count == 0)
            throw new RuleBroken("no-team", "An enquiry is taken by somebody of a team.");
        var act = here.Act("accommodation.enquiry", "an enquiry without a name for a safe place");
        var enquiry = SafeEnquiry.Take(act, db.Session.Index, here.Viewer.Teams[0], From!.Value, needs, Needs.Boroughs);
        db.SafeEnquiries.Add(enquiry);
        return Redirect(await once.SaveAsync(act, Once, EnquiryModel.Url(here.Address, enquiry.Id), ct));
    }

    public Task ShowAgainAsync(CancellationToken ct) => Task.CompletedTask;
}
