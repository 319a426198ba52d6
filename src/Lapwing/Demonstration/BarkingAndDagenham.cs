using Lapwing.Access;
using Lapwing.Modules.Directory;

namespace Lapwing.Demonstration;

/// <summary>What the RESTRICTED Domestic Abuse Update for 2023/24 Q1 says is there, and the teams that this needs.</summary>
internal static class BarkingAndDagenham
{
    public const string Address = "barking-and-dagenham";
    public static readonly PlannedArea Area = new("Barking and Dagenham", "E09000002", "East Area");

    public static PlannedPartnership Plan { get; } = new(Address, "Barking and Dagenham", [Area], Agencies, Teams, DemonstrationServices.BarkingAndDagenham, GivenBy, Members);

    private static PlannedAgency[] Agencies =>
    [
        new("council", "London Borough of Barking and Dagenham", AgencyKind.Council),
        new("children", "Barking and Dagenham Children's Social Care", AgencyKind.ChildrensSocialCare),
        new("adults", "Barking and Dagenham Adult Social Care", AgencyKind.AdultSocialCare),
        new("housing", "Barking and Dagenham Housing and Community Hubs", AgencyKind.Housing),
        new("police", "Metropolitan Police, East Area Command Unit", AgencyKind.Police),
        new("nelft", "NELFT NHS Foundation Trust", AgencyKind.Health),
        new("icb", "NHS North East London Integrated Care Board", AgencyKind.Health),
        new("refuge", "Refuge", AgencyKind.VoluntarySector),
        new("cranstoun", "Cranstoun", AgencyKind.VoluntarySector),
        new("ava", "AVA (Against Violence and Abuse)", AgencyKind.VoluntarySector),
        new("probation", "London Probation Service", AgencyKind.Probation),
        new("college", "Barking and Dagenham Adult College", AgencyKind.Education),
        new("schools", "Healthy Schools Partnership", AgencyKind.Education),
        new("drive", "Drive in the East Area", AgencyKind.Other),
    ];

    private static PlannedTeam[] Teams =>
    [
        new("front", "council", "Support 2 Safety", "020 7946 0100", IsFrontDoor: true),
        new("phoenix", "council", "Phoenix", "020 7946 0101"),
        new("mash", "children", "Multi-Agency Safeguarding Hub (MASH)", "020 7946 0102"),
        new("adults", "adults", "Adult safeguarding", "020 7946 0103"),
        new("housing", "housing", "Housing options", "020 7946 0104"),
        new("police", "police", "Public protection, East Area", "020 7946 0105"),
        new("nelft", "nelft", "Safeguarding, NELFT", "020 7946 0106"),
        new("idva", "refuge", "Refuge independent advocacy", "020 7946 0107"),
        new("outreach", "refuge", "Refuge outreach", "020 7946 0108"),
        new("perpetrator", "cranstoun", "Cranstoun behaviour change", "020 7946 0109"),
        new("pathway", "ava", "Women's Homelessness Programme", "020 7946 0110"),
        new("probation", "probation", "Barking, Dagenham and Havering probation", "020 7946 0111"),
        new("drive", "drive", "Drive case management", "020 7946 0112"),
        new("programme", "council", "Domestic Abuse Improvement Programme", "020 7946 0113"),
    ];

    private static PlannedService[] GivenBy =>
    [
        new(1, "council", "front"),
        new(2, "children", "mash"),
        new(3, "refuge", "idva"),
        new(4, "refuge", "outreach"),
        new(5, "council", "phoenix"),
        new(6, "council", "phoenix"),
        new(7, "council", "phoenix"),
        new(8, "ava", "pathway"),
        new(9, "drive", "drive"),
        new(10, "cranstoun", "perpetrator"),
    ];

    private static PlannedMember[] Members =>
    [
        new("frontdoor", "Frances Doorley", Job.FrontDoor, "council", "front"),
        new("frontdoor2", "Theo Latchford", Job.FrontDoor, "council", "front"),
        new("caseworker", "Cassia Workington", Job.CaseWorker, "refuge", "idva"),
        new("manager", "Magnus Teamwell", Job.TeamManager | Job.CaseWorker, "refuge", "idva", "outreach"),
        new("outreach", "Olwen Outram", Job.CaseWorker, "refuge", "outreach"),
        new("phoenix", "Fenella Ashby", Job.CaseWorker | Job.TeamManager, "council", "phoenix"),
        new("mash", "Marsha Hubbard", Job.CaseWorker | Job.TeamManager, "children", "mash"),
        new("housing", "Howell Keys", Job.CaseWorker | Job.TeamManager, "housing", "housing"),
        new("pathway", "Avery Pathmore", Job.CaseWorker | Job.TeamManager, "ava", "pathway"),
        new("perpetrator", "Piers Stanton", Job.CaseWorker | Job.TeamManager, "cranstoun", "perpetrator"),
        new("drive", "Drusilla Vance", Job.CaseWorker | Job.TeamManager, "drive", "drive"),
        new("marac", "Marek Agendson", Job.MaracCoordinator, "police", "police"),
        new("partner", "Parveen Partridge", Job.PartnerRepresentative, "nelft", "nelft"),
        new("programme", "Prudence Leadbetter", Job.ProgrammeLead, "council", "programme"),
        new("programme2", "Percival Approver", Job.ProgrammeLead, "council", "programme"),
        new("analyst", "Anneliese Figgis", Job.Analyst, "council", "programme"),
        new("guardian", "Gwendolen Ward", Job.Guardian, "council"),
        new("guardian2", "Gervase Second", Job.Guardian, "council"),
        new("administrator", "Adminah Settle", Job.Administrator, "council"),
        new("administrator2", "Adrian Second", Job.Administrator, "council"),
        new("phoenix2", "Idris Playfair", Job.CaseWorker, "council", "phoenix"),
    ];
}
