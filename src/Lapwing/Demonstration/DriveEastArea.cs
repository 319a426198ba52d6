using Lapwing.Access;
using Lapwing.Modules.Directory;

namespace Lapwing.Demonstration;

/// <summary>The consortium that runs Drive for the three boroughs of the East Area command unit: 25 to 30 places a year.</summary>
internal static class DriveEastArea
{
    public const string Address = "drive-east-area";

    public static PlannedPartnership Plan { get; } = new(Address, "Drive in the East Area",
        [BarkingAndDagenham.Area, new("Havering", "E09000016", "East Area"), new("Redbridge", "E09000026", "East Area")], Agencies, Teams, DemonstrationServices.DriveEastArea, GivenBy, Members);

    private static PlannedAgency[] Agencies =>
    [
        new("mopac", "Mayor's Office for Policing and Crime (MOPAC)", AgencyKind.Other),
        new("lbbd", "London Borough of Barking and Dagenham", AgencyKind.Council),
        new("havering", "London Borough of Havering", AgencyKind.Council),
        new("redbridge", "London Borough of Redbridge", AgencyKind.Council),
        new("police", "Metropolitan Police, East Area Command Unit", AgencyKind.Police),
        new("provider", "RISE Mutual", AgencyKind.VoluntarySector),
        new("victims", "Victim Support", AgencyKind.VoluntarySector),
        new("probation", "London Probation Service", AgencyKind.Probation),
    ];

    private static PlannedTeam[] Teams =>
    [
        new("front", "provider", "Drive panel", "020 7946 0300", IsFrontDoor: true),
        new("drive", "provider", "Drive case management", "020 7946 0301"),
        new("idva", "victims", "Drive victim advocacy", "020 7946 0302"),
        new("police", "police", "Public protection, East Area", "020 7946 0303"),
        new("programme", "mopac", "Drive programme", "020 7946 0304"),
        new("barking", "lbbd", "Barking and Dagenham domestic abuse lead", "020 7946 0305"),
        new("havering", "havering", "Havering domestic abuse lead", "020 7946 0306"),
        new("redbridge", "redbridge", "Redbridge domestic abuse lead", "020 7946 0307"),
    ];

    private static PlannedService[] GivenBy =>
    [
        new(1, "provider", "front"),
        new(2, "provider", "drive"),
    ];

    private static PlannedMember[] Members =>
    [
        new("frontdoor", "Floyd Panellis", Job.FrontDoor, "provider", "front"),
        new("panel2", "Priya Sitwell", Job.FrontDoor, "police", "front"),
        new("panel3", "Osric Chairley", Job.FrontDoor, "probation", "front"),
        new("caseworker", "Callum Drivesey", Job.CaseWorker, "provider", "drive"),
        new("manager", "Mirabel Overton", Job.TeamManager | Job.CaseWorker, "provider", "drive"),
        new("victims", "Verity Beside", Job.CaseWorker | Job.TeamManager, "victims", "idva"),
        new("barking", "Bryony Barkwell", Job.CaseWorker, "lbbd", "barking"),
        new("havering", "Havelock Rainmore", Job.CaseWorker, "havering", "havering"),
        new("redbridge", "Redmond Ilfield", Job.CaseWorker, "redbridge", "redbridge"),
        new("marac", "Marlon Agendeau", Job.MaracCoordinator, "police", "police"),
        new("partner", "Paloma Partley", Job.PartnerRepresentative, "police", "police"),
        new("programme", "Paige Leadmore", Job.ProgrammeLead, "mopac", "programme"),
        new("programme2", "Pascal Agreed", Job.ProgrammeLead, "mopac", "programme"),
        new("analyst", "Anouk Figgott", Job.Analyst, "mopac", "programme"),
        new("guardian", "Gideon Wardell", Job.Guardian, "mopac"),
        new("guardian2", "Greer Secondley", Job.Guardian, "mopac"),
        new("administrator", "Adora Settleby", Job.Administrator, "mopac"),
        new("administrator2", "Ainsley Secondo", Job.Administrator, "mopac"),
    ];
}
