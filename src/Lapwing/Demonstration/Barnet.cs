using Lapwing.Access;
using Lapwing.Modules.Directory;

namespace Lapwing.Demonstration;

/// <summary>What the Family Services Q1 2022/23 report to the Safer Communities Partnership Board says is there, and the teams that this needs.</summary>
internal static class Barnet
{
    public const string Address = "barnet";

    // The perpetrator programme is run with two neighbours, so their residents can be referred too.
    private static readonly PlannedArea Home = new("Barnet", "E09000003", "North West"), Brent = new("Brent", "E09000005", "North West"),
        Enfield = new("Enfield", "E09000010", "North Area");

    public static PlannedPartnership Plan { get; } = new(Address, "Barnet", [Home, Brent, Enfield], Agencies, Teams, DemonstrationServices.Barnet, GivenBy, Members);

    private static PlannedAgency[] Agencies =>
    [
        new("council", "London Borough of Barnet", AgencyKind.Council),
        new("children", "Barnet Family Services", AgencyKind.ChildrensSocialCare),
        new("adults", "Barnet Adult Social Care", AgencyKind.AdultSocialCare),
        new("housing", "Barnet Homes", AgencyKind.Housing),
        new("police", "Metropolitan Police, North West Command Unit", AgencyKind.Police),
        new("health", "NHS North Central London Integrated Care Board", AgencyKind.Health),
        new("solace", "Solace Women's Aid", AgencyKind.VoluntarySector),
        new("ava", "AVA (Against Violence and Abuse)", AgencyKind.VoluntarySector),
        new("rise", "RISE Mutual", AgencyKind.VoluntarySector),
        new("probation", "London Probation Service", AgencyKind.Probation),
        new("college", "Barnet and Southgate College", AgencyKind.Education),
        new("schools", "Barnet schools", AgencyKind.Education),
    ];

    private static PlannedTeam[] Teams =>
    [
        new("front", "council", "Domestic abuse front door", "020 7946 0200", IsFrontDoor: true),
        new("mash", "children", "Multi-Agency Safeguarding Hub (MASH)", "020 7946 0201"),
        new("coda", "children", "CODA group work", "020 7946 0202"),
        new("hub", "council", "Victim hub", "020 7946 0203"),
        new("conflict", "children", "Reducing parental conflict", "020 7946 0204"),
        new("adults", "adults", "Adult safeguarding", "020 7946 0205"),
        new("housing", "housing", "Housing options", "020 7946 0206"),
        new("police", "police", "Public protection, North West", "020 7946 0207"),
        new("health", "health", "Safeguarding, North Central London", "020 7946 0208"),
        new("idva", "solace", "Solace independent advocacy", "020 7946 0209"),
        new("outreach", "solace", "Solace advocacy and support", "020 7946 0210"),
        new("perpetrator", "rise", "Perpetrator programme, Barnet, Brent and Enfield", "020 7946 0211"),
        new("probation", "probation", "Barnet probation", "020 7946 0212"),
        new("programme", "council", "VAWG strategy", "020 7946 0213"),
    ];

    private static PlannedService[] GivenBy =>
    [
        new(1, "council", "front"),
        new(2, "children", "mash"),
        new(3, "solace", "idva"),
        new(4, "solace", "outreach"),
        new(5, "children", "coda"),
        new(6, "council", "hub"),
        new(7, "children", "conflict"),
        new(8, "rise", "perpetrator"),
        new(9, "housing", "housing"),
    ];

    private static PlannedMember[] Members =>
    [
        new("frontdoor", "Fabian Doorey", Job.FrontDoor, "council", "front"),
        new("frontdoor2", "Tilda Latchmere", Job.FrontDoor, "council", "front"),
        new("caseworker", "Corin Workman-Hale", Job.CaseWorker, "solace", "idva"),
        new("manager", "Maud Teamsley", Job.TeamManager | Job.CaseWorker, "solace", "idva", "outreach"),
        new("outreach", "Orla Outwood", Job.CaseWorker, "solace", "outreach"),
        new("hub", "Hubert Navvy", Job.CaseWorker | Job.TeamManager, "council", "hub"),
        new("coda", "Codie Groupe", Job.CaseWorker | Job.TeamManager, "children", "coda"),
        new("conflict", "Connie Calmer", Job.CaseWorker | Job.TeamManager, "children", "conflict"),
        new("mash", "Masha Hubble", Job.CaseWorker | Job.TeamManager, "children", "mash"),
        new("housing", "Holden Keyes", Job.CaseWorker | Job.TeamManager, "housing", "housing"),
        new("perpetrator", "Perrin Standish", Job.CaseWorker | Job.TeamManager, "rise", "perpetrator"),
        new("marac", "Mara Agendale", Job.MaracCoordinator, "police", "police"),
        new("partner", "Patrice Partington", Job.PartnerRepresentative, "health", "health"),
        new("programme", "Priya Leadley", Job.ProgrammeLead, "council", "programme"),
        new("programme2", "Peregrine Consent", Job.ProgrammeLead, "council", "programme"),
        new("analyst", "Anatole Figgins", Job.Analyst, "council", "programme"),
        new("guardian", "Guy Wardle", Job.Guardian, "council"),
        new("guardian2", "Grania Secondly", Job.Guardian, "council"),
        new("administrator", "Adele Settler", Job.Administrator, "council"),
        new("administrator2", "Adair Seconde", Job.Administrator, "council"),
        new("coda2", "Godwin Songhurst", Job.CaseWorker, "children", "coda"),
        new("coda3", "Odalys Renwick", Job.CaseWorker, "children", "coda"),
    ];
}
