using Lapwing.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Web;

/// <summary>What is shown for an answer without a page of its own. "Not there" and "not yours" are the same page.</summary>
[Permit(Permission.Public)]
[IgnoreAntiforgeryToken]
public sealed class StatusModel : PageModel
{
    public string Heading { get; private set; } = "";
    public string Words { get; private set; } = "";

    public void OnGet(int code) => Say(code);

    public void OnPost(int code) => Say(code);

    private void Say(int code) => (Heading, Words) = code switch
    {
        403 => ("Your job does not include this", "If you think it should, ask your partnership's administrator."),
        400 or 405 => ("That did not work", "The page you sent was too old or not complete. Go back, load the page again and try once more."),
        413 => ("That file is too large", "The largest file that can be sent is 256 MB."),
        _ => ("Page not found", "If you typed the address, check it is correct. If somebody gave you the link, it may no longer be for you."),
    };
}
