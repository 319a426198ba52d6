namespace Lapwing.Modules.Referrals;

/// <summary>
/// Who sent a referral. The list follows the agencies of the SafeLives MARAC minutes template and referral form, with the ways in which
/// survivors and the public come by themselves.
/// </summary>
public enum ReferralSource
{
    /// <summary>Police.</summary>
    Police,

    /// <summary>The survivor.</summary>
    Self,

    /// <summary>A relative, friend, neighbour or employer.</summary>
    FamilyOrFriend,

    /// <summary>Multi-agency safeguarding hub.</summary>
    Mash,

    /// <summary>Children's social care.</summary>
    ChildrensSocialCare,

    /// <summary>Adult social care and adult safeguarding.</summary>
    AdultSocialCare,

    /// <summary>General practice and community health.</summary>
    PrimaryCare,

    /// <summary>Hospital, maternity and emergency department.</summary>
    Hospital,

    /// <summary>Mental health services.</summary>
    MentalHealth,

    /// <summary>Drug and alcohol services.</summary>
    DrugAndAlcohol,

    /// <summary>Council housing, homelessness service and registered providers.</summary>
    Housing,

    /// <summary>Nursery, school, college and university.</summary>
    Education,

    /// <summary>Probation.</summary>
    Probation,

    /// <summary>IDVA and other specialist domestic abuse services.</summary>
    SpecialistDomesticAbuse,

    /// <summary>Other voluntary and community organisations.</summary>
    VoluntarySector,

    /// <summary>A third-party reporting centre.</summary>
    ReportingCentre,

    /// <summary>Courts, Cafcass and lawyers.</summary>
    CourtOrLegal,

    /// <summary>Another partnership, by handover.</summary>
    AnotherPartnership,

    /// <summary>None of these.</summary>
    Other,
}

/// <summary>How the words are printed.</summary>
public static class ReferralSources
{
    /// <summary>The words on the page.</summary>
    public static string Title(this ReferralSource source) => source switch
    {
        ReferralSource.Police => "Police",
        ReferralSource.Self => "Self-referral",
        ReferralSource.FamilyOrFriend => "Family, friend, neighbour or employer",
        ReferralSource.Mash => "MASH",
        ReferralSource.ChildrensSocialCare => "Children's social care",
        ReferralSource.AdultSocialCare => "Adult social care",
        ReferralSource.PrimaryCare => "General practice and community health",
        ReferralSource.Hospital => "Hospital",
        ReferralSource.MentalHealth => "Mental health",
        ReferralSource.DrugAndAlcohol => "Drug and alcohol service",
        ReferralSource.Housing => "Housing",
        ReferralSource.Education => "Education",
        ReferralSource.Probation => "Probation",
        ReferralSource.SpecialistDomesticAbuse => "Specialist domestic abuse service",
        ReferralSource.VoluntarySector => "Voluntary sector",
        ReferralSource.ReportingCentre => "Third-party reporting centre",
        ReferralSource.CourtOrLegal => "Court, Cafcass or lawyer",
        ReferralSource.AnotherPartnership => "Another partnership",
        ReferralSource.Other => "Other",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };
}
