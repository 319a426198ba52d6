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
            "/exit", "/fault", "/handovers", "/health", "/invitation/{code}", "/sign-in", "/sign-in#Code", "/status/{code:int}",
            "/{partnership}/get-help", "/{partnership}/get-help/resume", "/{partnership}/outcome", "/{partnership}/refer/resume", "/{partnership}/refer/with/{code}",
        ],
        [ItsBrowser] = ["/{partnership}/get-help/{draft}/{question}", "/{partnership}/refer/as-agency/{draft}/{question}"],
        [SignedIn] = ["/", "/account", "/account/authenticator", "/account/password", "/sign-out"],
        [EveryJob] =
        [
            "/{partnership}", "/{partnership}/services",
            // Numbers that give no place away, and a pathway that is about services.
            "/{partnership}/accommodation/places", "/{partnership}/accommodation/pathway",
            // Whoever works here may know somebody.
            "/{partnership}/people-i-know", "/{partnership}/people-i-know#Self", "/{partnership}/people-i-know#Remove",
        ],
        // Whoever works with people may refer one.
        ["FCMRP"] = ["/{partnership}/refer", "/{partnership}/refer/{draft}/{question}", "/{partnership}/shared"],
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
            "/{partnership}/assessments/{assessment}", "/{partnership}/files/{file}", "/{partnership}/files/{file}/contact", "/{partnership}/files/{file}/contact/address",
            "/{partnership}/files/{file}/contact/addresses", "/{partnership}/files/{file}/contact/addresses#Open", "/{partnership}/files/{file}/contact/change",
            "/{partnership}/files/{file}/contact/incident", "/{partnership}/files/{file}/contact/letter", "/{partnership}/files/{file}/contact/letter#Print",
            "/{partnership}/files/{file}/contact/log", "/{partnership}/files/{file}/contact/message", "/{partnership}/files/{file}/contact/method",
            "/{partnership}/files/{file}/people", "/{partnership}/files/{file}/people/person/{person?}", "/{partnership}/files/{file}/people/person/{person}/consent",
            "/{partnership}/files/{file}/people/person/{person}/own-file", "/{partnership}/files/{file}/people/relationships/{relationship?}",
            "/{partnership}/files/{file}/people/households/{household?}", "/{partnership}/files/{file}/people/households/{household?}#Come",
            "/{partnership}/files/{file}/people/households/{household?}#Leave", "/{partnership}/files/{file}/orders", "/{partnership}/files/{file}/orders/edit/{order?}",
            "/{partnership}/files/{file}/orders/{order}", "/{partnership}/files/{file}/access", "/{partnership}/files/{file}/access#Address",
            "/{partnership}/files/{file}/access#Recall", "/{partnership}/files/{file}/access#Withdraw", "/{partnership}/files/{file}/access/share",
            "/{partnership}/files/{file}/handover", "/{partnership}/files/{file}/handover#Recall", "/{partnership}/files/{file}/handover/new",
            "/{partnership}/files/{file}/access/wall", "/{partnership}/emergency/looked", "/{partnership}/files/{file}/risk", "/{partnership}/files/{file}/risk/assess",
            "/{partnership}/files/{file}/risk/received", "/{partnership}/files/{file}/risk/changed", "/{partnership}/files/{file}/risk/marac",
            "/{partnership}/files/{file}/risk/incidents/add", "/{partnership}/files/{file}/risk/incidents/{incident}",
            "/{partnership}/files/{file}/risk/incidents/{incident}#TakeBack", "/{partnership}/files/{file}/risk/roles", "/{partnership}/files/{file}/risk/roles#Withdraw",
            "/{partnership}/files/{file}/risk/roles#End", "/{partnership}/files/{file}/risk/roles/say", "/{partnership}/files/{file}/risk/roles/screen",
            "/{partnership}/files/{file}/risk/roles/action", "/{partnership}/reassess", "/{partnership}/counter-allegations", "/{partnership}/files/{file}/people/same",
            "/{partnership}/files/{file}/people/same#Decide", "/{partnership}/files/{file}/people/same#End", "/{partnership}/files/{file}/people/same#Keep",
            "/{partnership}/same",
            "/{partnership}/referrals/{referral}", "/{partnership}/referrals/{referral}/assess", "/{partnership}/referrals/{referral}/contact", "/{partnership}/search",
            "/{partnership}/support", "/{partnership}/support/{episode}", "/{partnership}/support/{episode}#Accept", "/{partnership}/support/{episode}/about",
            "/{partnership}/support/{episode}#Again", "/{partnership}/support/{episode}#ConfirmEnd", "/{partnership}/support/{episode}#RefuseEnd",
            "/{partnership}/files/{file}/timeline", "/{partnership}/files/{file}/timeline/write", "/{partnership}/files/{file}/timeline/write#Draft", "/{partnership}/files/{file}/timeline/notes/{note}",
            "/{partnership}/files/{file}/plan", "/{partnership}/files/{file}/plan#Submit", "/{partnership}/files/{file}/plan#Approve", "/{partnership}/files/{file}/plan#SendBack",
            "/{partnership}/files/{file}/plan/write", "/{partnership}/files/{file}/plan/versions", "/{partnership}/files/{file}/plan/task",
            "/{partnership}/files/{file}/plan/tasks/{task}", "/{partnership}/files/{file}/plan/tasks/{task}#Finish", "/{partnership}/files/{file}/plan/tasks/{task}#Drop",
            "/{partnership}/files/{file}/documents", "/{partnership}/files/{file}/documents/add", "/{partnership}/files/{file}/documents/{document}",
            "/{partnership}/places/{pool}/requests", "/{partnership}/files/{file}/place", "/{partnership}/files/{file}/place#Offer", "/{partnership}/files/{file}/place#Accept",
            "/{partnership}/files/{file}/place#Start", "/{partnership}/files/{file}/place#Return", "/{partnership}/files/{file}/place#End", "/{partnership}/files/{file}/place#Contest",
            "/{partnership}/files/{file}/place/ask", "/{partnership}/files/{file}/place/workers", "/{partnership}/files/{file}/place/work", "/{partnership}/files/{file}/place/exchange",
            "/{partnership}/files/{file}/place/outcomes", "/{partnership}/files/{file}/place/outcomes#Before", "/{partnership}/files/{file}/place/outcomes#After",
            "/{partnership}/accommodation", "/{partnership}/accommodation#Vacancies", "/{partnership}/accommodation#Offer", "/{partnership}/accommodation#Refuse",
            "/{partnership}/accommodation/units/{unit}/address", "/{partnership}/accommodation/units/{unit}/address#Open", "/{partnership}/accommodation/enquiries",
            "/{partnership}/accommodation/enquiry", "/{partnership}/accommodation/enquiries/{enquiry}", "/{partnership}/accommodation/enquiries/{enquiry}#Hold",
            "/{partnership}/accommodation/enquiries/{enquiry}#Away", "/{partnership}/accommodation/enquiries/{enquiry}#Refer", "/{partnership}/accommodation/enquiries/{enquiry}#Withdraw", "/{partnership}/accommodation/enquiries/{enquiry}#Release",
            "/{partnership}/files/{file}/accommodation", "/{partnership}/files/{file}/accommodation#Accept", "/{partnership}/files/{file}/accommodation#TakeOver", "/{partnership}/files/{file}/accommodation#Decline",
            "/{partnership}/files/{file}/accommodation#Release", "/{partnership}/files/{file}/accommodation#Support", "/{partnership}/files/{file}/accommodation/ask",
            "/{partnership}/files/{file}/accommodation/look", "/{partnership}/files/{file}/accommodation/away", "/{partnership}/files/{file}/accommodation/move-in",
            "/{partnership}/files/{file}/accommodation/stays/{stay}/move-on", "/{partnership}/files/{file}/accommodation/duty", "/{partnership}/files/{file}/accommodation/sanctuary/{works?}",
            "/{partnership}/files/{file}/outcomes", "/{partnership}/files/{file}/outcomes/{episode}/severity", "/{partnership}/work",
            "/{partnership}/groups", "/{partnership}/groups/programmes/{programme}", "/{partnership}/groups/cohorts/{cohort}", "/{partnership}/groups/cohorts/{cohort}#End",
            "/{partnership}/groups/cohorts/{cohort}#Places", "/{partnership}/groups/cohorts/{cohort}/add", "/{partnership}/groups/cohorts/{cohort}/sessions/{session}",
            "/{partnership}/groups/cohorts/{cohort}/sessions/{session}#Lead", "/{partnership}/files/{file}/groups", "/{partnership}/files/{file}/groups/ask/{waiting?}",
            "/{partnership}/files/{file}/groups/waiting/{waiting}#Assess", "/{partnership}/files/{file}/groups/waiting/{waiting}#End", "/{partnership}/files/{file}/groups/waiting/{waiting}",
            "/{partnership}/files/{file}/groups/places/{place}", "/{partnership}/files/{file}/groups/places/{place}/change", "/{partnership}/files/{file}/groups/places/{place}/change#Move",
            "/{partnership}/files/{file}/groups/places/{place}/change#Drop", "/{partnership}/files/{file}/groups/places/{place}/feedback", "/{partnership}/files/{file}/groups/places/{place}/therapy",
            "/{partnership}/support/{episode}/decline", "/{partnership}/support/{episode}/end", "/{partnership}/support/{episode}/outcomes", "/{partnership}/support/{episode}/worker",
        ],
        // Shared places: numbers for whoever works here but the administrator; requests in the circle of the file; the panel decides, the programme keeps the terms.
        ["FCMRPLNG"] = ["/{partnership}/places", "/{partnership}/places/{pool}"],
        // Case workers and managers enter in an emergency; a manager or the guardian says yes to an address; the guardian judges.
        ["CM"] = ["/{partnership}/emergency"],
        ["MG"] = ["/{partnership}/emergency/reviews", "/{partnership}/emergency/reviews#Allow"],
        // A manager's: the load and supervision of a team, who takes over, unsafe contact that happened, and who is decided to be the primary victim.
        ["M"] =
        [
            "/{partnership}/accommodation/units/{unit}", "/{partnership}/accommodation/units/{unit}#Close",
            "/{partnership}/support/take-over", "/{partnership}/files/{file}/timeline/supervision", "/{partnership}/work/team", "/{partnership}/unsafe-contacts",
            "/{partnership}/files/{file}/risk/roles/decide", "/{partnership}/files/{file}/risk/roles/decide#Reverse",
            "/{partnership}/groups/edit/{programme?}", "/{partnership}/groups/programmes/{programme}/facilitators/{facilitator?}", "/{partnership}/groups/programmes/{programme}/plan",
        ],
        ["FM"] =
        [
            "/{partnership}/places/{pool}/contested", "/{partnership}/files/{file}/place/decide", "/{partnership}/files/{file}/place/decide#Settle",
            "/{partnership}/files/{file}/access/restrict", "/{partnership}/files/{file}/access/restrict#Widen",
            "/{partnership}/import", "/{partnership}/import/fields", "/{partnership}/import/mapping/{mapping?}", "/{partnership}/import/mappings",
            "/{partnership}/import/{run}", "/{partnership}/import/{run}/rejects",
        ],
        // Numbers: whoever works on cases, and those who see numbers only.
        ["FCMLNG"] =
        [
            "/{partnership}/figures", "/{partnership}/figures/measures", "/{partnership}/figures/returns/safe-accommodation", "/{partnership}/figures/returns/safe-accommodation#Csv", "/{partnership}/figures/{quarter}/{measure}", "/{partnership}/papers/{paper}/figures/{figure}",
        ],
        // Papers: managers, analysts and guardians read them, programme leads write them, a second lead or the guardian approves.
        ["MLNG"] =
        [
            "/{partnership}/papers", "/{partnership}/papers/{paper}", "/{partnership}/papers/{paper}/read", "/{partnership}/papers/{paper}/export/{format}",
            "/{partnership}/papers/{paper}/restatement",
        ],
        ["L"] =
        [
            "/{partnership}/places/{pool}/terms", "/{partnership}/places/{pool}/standards",
            "/{partnership}/papers/new", "/{partnership}/papers/{paper}/freeze", "/{partnership}/papers/{paper}/marking", "/{partnership}/papers/{paper}/sections/{section}",
            "/{partnership}/papers/{paper}/sections/{section}#Up", "/{partnership}/papers/{paper}/sections/{section}#Down", "/{partnership}/papers/{paper}/sections/{section}#Remove",
        ],
        ["LG"] = ["/{partnership}/papers/{paper}/approve", "/{partnership}/papers/{paper}/reopen"],
        ["LA"] =
        [
            "/{partnership}/directory", "/{partnership}/directory/agencies/{agency}", "/{partnership}/directory/agencies/{agency}/links",
            "/{partnership}/directory/agencies/{agency}/links#End", "/{partnership}/directory/areas/{area}", "/{partnership}/directory/services/{service}",
            "/{partnership}/directory/services/{service}/stage", "/{partnership}/directory/teams/{team}", "/{partnership}/directory/teams/{team}#FrontDoor",
            "/{partnership}/settings", "/{partnership}/settings/clocks", "/{partnership}/settings/contact", "/{partnership}/settings/disclosure",
            "/{partnership}/settings/disclosure/{audience}", "/{partnership}/settings/papers", "/{partnership}/settings/risk", "/{partnership}/settings/risk/load",
            "/{partnership}/settings/accommodation", "/{partnership}/accommodation/pathway/{step}", "/{partnership}/accommodation/pathway/{step}#SignOff",
            "/{partnership}/settings/orders", "/{partnership}/settings/access", "/{partnership}/settings/casework", "/{partnership}/settings/casework/load",
            "/{partnership}/settings/groups",
        ],
        ["A"] = ["/{partnership}/partners", "/{partnership}/partners#Confirm", "/{partnership}/partners#Refuse", "/{partnership}/partners#End", "/{partnership}/partners/add", "/{partnership}/partners/inbox", "/{partnership}/members", "/{partnership}/members/add", "/{partnership}/members/{member}", "/{partnership}/members/{member}#End", "/{partnership}/members/{member}#Link"],
        // The second person is another administrator or a manager.
        ["MA"] = ["/{partnership}/members/grants", "/{partnership}/members/grants#Refuse"],
        ["G"] =
        [
            "/{partnership}/audit", "/{partnership}/subject-access", "/{partnership}/subject-access/new", "/{partnership}/subject-access/{request}", "/{partnership}/subject-access/{request}#Approve",
            "/{partnership}/subject-access/{request}#Document", "/{partnership}/subject-access/{request}#Extend", "/{partnership}/subject-access/{request}#Prepare", "/{partnership}/subject-access/{request}#Sent",
            "/{partnership}/walls", "/{partnership}/walls#Confirm", "/{partnership}/walls#Dismiss", "/{partnership}/walls#Keep", "/{partnership}/walls#Lift",
            "/{partnership}/walls#Propose", "/{partnership}/walls/declared", "/{partnership}/restricted", "/{partnership}/unusual", "/{partnership}/emergency/reviews#Judge",
        ],
    };

    private static readonly Dictionary<string, string> ByPlace = Lines.SelectMany(line => line.Value.Select(place => (place, line.Key))).ToDictionary();

    public static IReadOnlyCollection<string> Places => ByPlace.Keys;

    /// <summary>Whose it is, or null when nobody has said.</summary>
    public static string? Of(Entrance entrance) => ByPlace.GetValueOrDefault(entrance.Place);
}
