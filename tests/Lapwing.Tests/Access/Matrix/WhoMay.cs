namespace Lapwing.Tests.Access.Matrix;

/// <summary>Whose job each page and each button is, written down from the permission model ("Nine jobs") and never asked of the product:
/// the matrix holds one against the other. A page without a line here fails by its name; give it the line that the model gives it.
/// F front door, C case worker, M team manager, R MARAC coordinator, P partner representative, L programme lead, N analyst, G guardian, A administrator.</summary>
internal static class WhoMay
{
    /// <summary>Signed in or not.</summary>
    public const string Anyone = "anyone";

    /// <summary>Whatever the job, and without one.</summary>
    public const string SignedIn = "signed in";

    /// <summary>Only the browser that began it; for everybody else it is not there.</summary>
    public const string ItsBrowser = "its browser";

    private const string EveryJob = "FCMRPLNGA";

    private static readonly Dictionary<string, string[]> Lines = new()
    {
        [Anyone] =
        [
            "/exit", "/fault", "/health", "/invitation/{code}", "/sign-in", "/sign-in#Code", "/status/{code:int}",
            "/{partnership}/get-help", "/{partnership}/get-help/resume", "/{partnership}/outcome", "/{partnership}/refer/resume", "/{partnership}/refer/with/{code}",
        ],
        [ItsBrowser] = ["/{partnership}/get-help/{draft}/{question}", "/{partnership}/refer/as-agency/{draft}/{question}"],
        [SignedIn] = ["/", "/account", "/account/authenticator", "/account/password", "/sign-out"],
        [EveryJob] = ["/{partnership}", "/{partnership}/services"],
        // Whoever works with people may refer one.
        ["FCMRP"] = ["/{partnership}/refer", "/{partnership}/refer/{draft}/{question}"],
        // The front door takes referrals and decides where they go.
        ["F"] =
        [
            "/{partnership}/worklist", "/{partnership}/referrals/{referral}/decline", "/{partnership}/referrals/{referral}/route",
            "/{partnership}/referrals/{referral}/route#Again", "/{partnership}/referrals/{referral}/route#TakeBack",
            "/{partnership}/referrals/{referral}#Claim", "/{partnership}/referrals/{referral}#Release", "/{partnership}/referrals/{referral}#TakeOver",
        ],
        // Case work, in the circle of the file.
        ["FCM"] =
        [
            "/{partnership}/assessments/{assessment}", "/{partnership}/files/{file}", "/{partnership}/files/{file}#Whereabouts",
            "/{partnership}/files/{file}/people/same", "/{partnership}/files/{file}/people/same#Decide", "/{partnership}/files/{file}/people/same#End",
            "/{partnership}/files/{file}/people/same#Keep", "/{partnership}/same",
            "/{partnership}/referrals/{referral}", "/{partnership}/referrals/{referral}/assess", "/{partnership}/referrals/{referral}/contact", "/{partnership}/search",
            "/{partnership}/support", "/{partnership}/support/{episode}", "/{partnership}/support/{episode}#Accept", "/{partnership}/support/{episode}/about",
            "/{partnership}/support/{episode}/decline", "/{partnership}/support/{episode}/end", "/{partnership}/support/{episode}/outcomes", "/{partnership}/support/{episode}/worker",
        ],
        ["FM"] =
        [
            "/{partnership}/import", "/{partnership}/import/fields", "/{partnership}/import/mapping/{mapping?}", "/{partnership}/import/mappings",
            "/{partnership}/import/{run}", "/{partnership}/import/{run}/rejects",
        ],
        // Numbers: whoever works on cases, and those who see numbers only.
        ["FCMLNG"] =
        [
            "/{partnership}/figures", "/{partnership}/figures/measures", "/{partnership}/figures/{quarter}/{measure}", "/{partnership}/papers/{paper}/figures/{figure}",
        ],
        // Papers: managers, analysts and guardians read them, programme leads write them, a second lead or the guardian approves.
        ["MLNG"] =
        [
            "/{partnership}/papers", "/{partnership}/papers/{paper}", "/{partnership}/papers/{paper}/read", "/{partnership}/papers/{paper}/export/{format}",
            "/{partnership}/papers/{paper}/restatement",
        ],
        ["L"] =
        [
            "/{partnership}/papers/new", "/{partnership}/papers/{paper}/freeze", "/{partnership}/papers/{paper}/marking", "/{partnership}/papers/{paper}/sections/{section}",
            "/{partnership}/papers/{paper}/sections/{section}#Up", "/{partnership}/papers/{paper}/sections/{section}#Down", "/{partnership}/papers/{paper}/sections/{section}#Remove",
        ],
        ["LG"] = ["/{partnership}/papers/{paper}/approve", "/{partnership}/papers/{paper}/reopen"],
        ["LA"] =
        [
            "/{partnership}/directory", "/{partnership}/directory/agencies/{agency}", "/{partnership}/directory/agencies/{agency}/links",
            "/{partnership}/directory/agencies/{agency}/links#End", "/{partnership}/directory/areas/{area}", "/{partnership}/directory/services/{service}",
            "/{partnership}/directory/services/{service}/stage", "/{partnership}/directory/teams/{team}", "/{partnership}/directory/teams/{team}#FrontDoor",
            "/{partnership}/settings", "/{partnership}/settings/clocks", "/{partnership}/settings/disclosure", "/{partnership}/settings/disclosure/{audience}", "/{partnership}/settings/papers", "/{partnership}/settings/risk", "/{partnership}/settings/risk/load",
        ],
        ["A"] = ["/{partnership}/members", "/{partnership}/members/add", "/{partnership}/members/{member}", "/{partnership}/members/{member}#End", "/{partnership}/members/{member}#Link"],
        // The second person is another administrator or a manager.
        ["MA"] = ["/{partnership}/members/grants", "/{partnership}/members/grants#Refuse"],
        ["G"] = ["/{partnership}/audit"],
    };

    private static readonly Dictionary<string, string> ByPlace = Lines.SelectMany(line => line.Value.Select(place => (place, line.Key))).ToDictionary();

    public static IReadOnlyCollection<string> Places => ByPlace.Keys;

    /// <summary>Whose it is, or null when nobody has said.</summary>
    public static string? Of(Entrance entrance) => ByPlace.GetValueOrDefault(entrance.Place);
}
