using Lapwing.Access;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Directory.Editing;

/// <summary>The settings of the partnership, as far as this version has pages for them.</summary>
[Permit(Permission.EditDirectory)]
public sealed class SettingsModel(Here here, EndpointDataSource endpoints) : PageModel
{
    private static readonly (string Path, string Title, string Does)[] All =
    [
        ("settings/clocks", "Clocks", "Opening hours, and how soon a referral is triaged and the person safely contacted."),
        ("settings/accommodation", "Safe accommodation", "How long a place is held, when a number of vacancies is old, when a sanctuary is looked at again."),
        ("settings/orders", "Orders and protections", "How early a worker is told that an order ends."),
        ("settings/casework", "Casework", "Who confirms that support ends, how large a document may be, and which outcomes are measured."),
        ("settings/groups", "Groups", "The days on which groups do not meet, such as school holidays."),
        ("settings/risk", "Risk bands", "Where medium and high risk begin, when MARAC is recommended, the questionnaires, and how soon somebody is assessed again."),
        ("settings/disclosure", "Disclosure policies", "How small numbers are protected for each audience."),
        ("settings/contact", "Messages and letters", "The neutral line that messages carry, the sender, and the letters."),
        ("settings/access", "Access", "How long files are shared, and what holds when somebody enters one in an emergency."),
        ("settings/papers", "Papers and markings", "The labels that papers carry, such as RESTRICTED, and how each is handled."),
    ];

    public IReadOnlyList<(string Url, string Title, string Does)> Pages { get; private set; } = [];

    public static new string Url(string partnership) => $"/{partnership}/settings";

    public void OnGet()
    {
        var there = Place.PathsOf(endpoints);
        Pages = [.. All.Where(page => there.Contains(page.Path)).Select(page => ($"/{here.Address}/{page.Path}", page.Title, page.Does))];
    }
}
