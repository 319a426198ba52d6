using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.SubjectAccess;

/// <summary>Records that somebody asked for their own data and how they proved who they are.</summary>
[Permit(Permission.AnswerSubjectAccess)]
public sealed class NewModel(Here here, PartnershipDb db, Once once) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter the given name"), StringLength(SubjectAccessRequest.NameLimit, ErrorMessage = "The given name must be 200 characters or fewer")]
    public string? GivenName { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter the family name"), StringLength(SubjectAccessRequest.NameLimit, ErrorMessage = "The family name must be 200 characters or fewer")]
    public string? FamilyName { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter the date of birth")]
    public DateOnly? Born { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter the day on which the request came")]
    public DateOnly? ReceivedOn { get; set; }

    [BindProperty, Required(ErrorMessage = "Say how they proved who they are"), StringLength(SubjectAccessRequest.ProofLimit, ErrorMessage = "How they proved who they are must be 500 characters or fewer")]
    public string? IdentityProof { get; set; }

    public string Partnership => here.Address;

    public static new string Url(string partnership) => RequestsModel.Url(partnership) + "/new";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var today = LondonTime.DateOf(here.Viewer.Now);
        if (ReceivedOn > today)
            ModelState.AddModelError(nameof(ReceivedOn), "The day on which the request came cannot be in the future");
        if (Born > today)
            ModelState.AddModelError(nameof(Born), "The date of birth cannot be in the future");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        var act = here.Act("subject-access.receive", "a request by a person for their own data");
        var request = SubjectAccessRequest.Receive(act, db.Session.Keys, new(GivenName!.Trim(), FamilyName!.Trim(), Born!.Value, IdentityProof!.Trim()), ReceivedOn!.Value);
        db.SubjectAccessRequests.Add(request);
        return Redirect(await once.SaveAsync(act, RequestModel.Url(here.Address, request.Id), ct));
    }
}
