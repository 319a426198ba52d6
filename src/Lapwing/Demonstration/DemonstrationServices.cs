using Lapwing.Modules.Directory;

namespace Lapwing.Demonstration;

/// <summary>
/// The services of the demonstration partnerships. Names, stages, whom they serve and that they exist come from the two public papers: "Domestic Abuse Update"
/// of Barking and Dagenham, 2023/24 Q1, and "Family Services Q1 2022/23 Report" of Barnet. Capacities, and providers that the papers do not name, are invented.
/// </summary>
public static class DemonstrationServices
{
    private const string BarkingAndDagenhamCode = "E09000002";
    private const string BarnetCode = "E09000003";
    private const WhoIsReferred Everybody = WhoIsReferred.AdultVictim | WhoIsReferred.Child | WhoIsReferred.PersonCausingHarm;

    private static readonly string[] EastArea = [BarkingAndDagenhamCode, "E09000016", "E09000026"]; // with Havering and Redbridge: one police command unit

    private static readonly ServiceEligibility FrontDoor = new() { Pathway = Pathway.FrontDoor, Serves = Everybody };

    private static readonly ServiceEligibility Safeguarding = new() { Pathway = Pathway.ChildrensSafeguarding, Serves = WhoIsReferred.Child, MaximumAge = 17 };

    private static readonly ServiceEligibility Idva = new()
    {
        Pathway = Pathway.IndependentAdvocacy, Serves = WhoIsReferred.AdultVictim, MinimumAge = 16,
        RiskLevels = [RiskLevel.High], Requires = Requirement.Consent, KeepsWaitingList = true,
    };

    private static readonly ServiceEligibility Outreach = new()
    {
        Pathway = Pathway.Outreach, Serves = WhoIsReferred.AdultVictim, MinimumAge = 16,
        RiskLevels = [RiskLevel.Standard, RiskLevel.Medium], Requires = Requirement.Consent, KeepsWaitingList = true,
    };

    private static readonly ServiceEligibility Drive = new()
    {
        Pathway = Pathway.PerpetratorCaseManagement, Serves = WhoIsReferred.PersonCausingHarm, MinimumAge = 16, Areas = EastArea,
        Requires = Requirement.HighHarmOrSerial | Requirement.VictimSupported, KeepsWaitingList = true,
    };

    /// <summary>Barking and Dagenham, 2023/24.</summary>
    public static IReadOnlyList<DemonstrationService> BarkingAndDagenham { get; } =
    [
        new(1, "Support 2 Safety", "The single front door for domestic abuse: open to every risk level and every referral pathway.",
            "London Borough of Barking and Dagenham", ServiceStage.FormallyLaunched, null, FrontDoor),
        new(2, "Children's social care (MASH)", "The multi-agency safeguarding hub for children.",
            "London Borough of Barking and Dagenham", ServiceStage.FormallyLaunched, null, Safeguarding),
        new(3, "Refuge IDVA service", "Independent domestic violence advisers for people at high risk.", "Refuge", ServiceStage.FormallyLaunched, 80, Idva),
        new(4, "Refuge outreach", "Casework at home and in the community.", "Refuge", ServiceStage.FormallyLaunched, 120, Outreach),
        new(5, "Phoenix: information, advice and guidance", "For children and young people across the borough.", "Phoenix partnership", ServiceStage.Pilot, null,
            new() { Pathway = Pathway.ChildInformation, Serves = WhoIsReferred.Child, MaximumAge = 18 }),
        new(6, "Phoenix: wellbeing", "Wellbeing support for school-age children affected by domestic abuse.", "Phoenix partnership", ServiceStage.Pilot, 40,
            new() { Pathway = Pathway.ChildWellbeing, Serves = WhoIsReferred.Child, SchoolAgeOnly = true, Requires = Requirement.Impacted, KeepsWaitingList = true }),
        new(7, "Phoenix: therapeutic", "Therapy for school-age children affected by domestic abuse.", "Phoenix partnership", ServiceStage.Pilot, 15,
            new()
            {
                Pathway = Pathway.ChildTherapy, Serves = WhoIsReferred.Child, SchoolAgeOnly = true, KeepsWaitingList = true,
                Requires = Requirement.Impacted | Requirement.Consent | Requirement.LivingApart,
            }),
        new(8, "Women's homelessness pathway", "A survivor-led pilot with four boroughs that improves the way from abuse to a safe home.", "AVA", ServiceStage.Pilot, 25,
            new()
            {
                Pathway = Pathway.Housing, Serves = WhoIsReferred.AdultVictim, MinimumAge = 18, Areas = [BarkingAndDagenhamCode],
                Meets = Needs.SafeHousing, Requires = Requirement.Consent, KeepsWaitingList = true,
            }),
        new(9, "Drive", "Intensive case management of people who cause serious harm; first wave in the East Area.", "Drive consortium", ServiceStage.Pilot, 9, Drive),
        new(10, "Cranstoun behaviour change", "Groups for people who want to stop causing harm.", "Cranstoun", ServiceStage.FormallyLaunched, 30,
            new()
            {
                Pathway = Pathway.PerpetratorBehaviourChange, Serves = WhoIsReferred.PersonCausingHarm, MinimumAge = 18,
                Requires = Requirement.Consent | Requirement.VictimSupported, KeepsWaitingList = true,
            }),
    ];

    /// <summary>Barnet, 2022/23.</summary>
    public static IReadOnlyList<DemonstrationService> Barnet { get; } =
    [
        new(1, "Domestic abuse front door", "Triage for everybody.", "London Borough of Barnet", ServiceStage.FormallyLaunched, null, FrontDoor),
        new(2, "Children's social care (MASH)", "The multi-agency safeguarding hub for children.", "London Borough of Barnet", ServiceStage.FormallyLaunched, null, Safeguarding),
        new(3, "Barnet IDVA service", "Independent domestic violence advisers for people at high risk.", "Barnet specialist domestic abuse service", ServiceStage.FormallyLaunched, 70, Idva),
        new(4, "Barnet outreach", "Casework at home and in the community.", "Barnet specialist domestic abuse service", ServiceStage.FormallyLaunched, 110, Outreach),
        new(5, "CODA", "Children Overcoming Domestic Abuse: twelve weekly groups for children, with a group for their mothers beside it.",
            "London Borough of Barnet Family Services", ServiceStage.FormallyLaunched, 24,
            new()
            {
                Pathway = Pathway.ChildGroup, Serves = WhoIsReferred.Child, MinimumAge = 4, MaximumAge = 21, MonthsOfSafety = 6, KeepsWaitingList = true,
                Requires = Requirement.Impacted | Requirement.LivingApart | Requirement.SchoolAgrees | Requirement.Keyworker,
            }),
        new(6, "Victim hub", "One place with a coordinator, a navigator and drop-in appointments; the coordinator is being appointed.",
            "London Borough of Barnet Family Services", ServiceStage.Scoping, null,
            new() { Pathway = Pathway.VictimHub, Serves = WhoIsReferred.AdultVictim, MinimumAge = 16, Areas = [BarnetCode] }),
        new(7, "Reducing parental conflict", "For parents whose conflict is below the threshold of abuse.",
            "London Borough of Barnet Family Services", ServiceStage.FormallyLaunched, 40,
            new()
            {
                Pathway = Pathway.ParentalConflict, Serves = WhoIsReferred.AdultVictim, KeepsWaitingList = true,
                Requires = Requirement.AbuseScreenedOut | Requirement.ChildrenInHousehold | Requirement.Consent,
            }),
        new(8, "Perpetrator programme with Brent and Enfield", "Funded by the Mayor's Office for Policing and Crime.", "Three-borough programme", ServiceStage.FormallyLaunched, 20,
            new()
            {
                Pathway = Pathway.PerpetratorBehaviourChange, Serves = WhoIsReferred.PersonCausingHarm, MinimumAge = 18,
                Areas = [BarnetCode, "E09000005", "E09000010"], Requires = Requirement.VictimSupported, KeepsWaitingList = true,
            }),
        new(9, "Housing options: domestic abuse", "Homelessness, sanctuary and moves for survivors.", "London Borough of Barnet Housing", ServiceStage.FormallyLaunched, null,
            new() { Pathway = Pathway.Housing, Serves = WhoIsReferred.AdultVictim, MinimumAge = 16, Meets = Needs.SafeHousing }),
    ];

    /// <summary>The consortium for Drive in the East Area: Barking and Dagenham, Havering and Redbridge; 25 to 30 places a year are expected.</summary>
    public static IReadOnlyList<DemonstrationService> DriveEastArea { get; } =
    [
        new(1, "Drive panel", "The perpetrator panel that decides referrals from the three boroughs.", "Drive consortium", ServiceStage.Pilot, null, FrontDoor with { Areas = EastArea }),
        new(2, "Drive", "Intensive case management of people who cause serious harm.", "Drive consortium", ServiceStage.Pilot, 28, Drive),
    ];
}
