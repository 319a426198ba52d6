namespace Lapwing.Modules.People.Orders;

/// <summary>Orders and protections that a court or the police can give (England and Wales).</summary>
public enum OrderKind
{
    /// <summary>Family Law Act 1996, s.42.</summary>
    NonMolestation,

    /// <summary>Family Law Act 1996, ss.33 to 38.</summary>
    Occupation,

    /// <summary>Domestic Abuse Act 2021, ss.22 to 26: a police notice, until a court has decided on an order.</summary>
    DomesticAbuseProtectionNotice,

    /// <summary>Domestic Abuse Act 2021, ss.27 to 49.</summary>
    DomesticAbuseProtectionOrder,

    /// <summary>Crime and Security Act 2010, ss.24 to 33, where the orders of 2021 are not in use yet.</summary>
    DomesticViolenceProtection,

    /// <summary>Sentencing Act 2020, s.360; Protection from Harassment Act 1997, s.5A.</summary>
    Restraining,

    /// <summary>Stalking Protection Act 2019, s.1.</summary>
    StalkingProtection,

    /// <summary>Family Law Act 1996, s.63A.</summary>
    ForcedMarriageProtection,

    /// <summary>Female Genital Mutilation Act 2003, s.5A and sch.2.</summary>
    FemaleGenitalMutilationProtection,

    /// <summary>Children Act 1989, s.8.</summary>
    ProhibitedSteps,

    /// <summary>Children Act 1989, s.8: with whom a child lives and spends time.</summary>
    ChildArrangements,

    /// <summary>Bail Act 1976, s.3; Police and Criminal Evidence Act 1984, ss.37 and 47.</summary>
    BailConditions,

    /// <summary>Criminal Justice Act 2003, s.250: a licence after prison.</summary>
    ReleaseConditions,

    /// <summary>Any other.</summary>
    Other,
}

public static class OrderKinds
{
    public static string Title(this OrderKind kind) => kind switch
    {
        OrderKind.NonMolestation => "Non-molestation order",
        OrderKind.Occupation => "Occupation order",
        OrderKind.DomesticAbuseProtectionNotice => "Domestic abuse protection notice (DAPN)",
        OrderKind.DomesticAbuseProtectionOrder => "Domestic abuse protection order (DAPO)",
        OrderKind.DomesticViolenceProtection => "Domestic violence protection notice or order (DVPN, DVPO)",
        OrderKind.Restraining => "Restraining order",
        OrderKind.StalkingProtection => "Stalking protection order",
        OrderKind.ForcedMarriageProtection => "Forced marriage protection order",
        OrderKind.FemaleGenitalMutilationProtection => "Female genital mutilation protection order",
        OrderKind.ProhibitedSteps => "Prohibited steps order",
        OrderKind.ChildArrangements => "Child arrangements order",
        OrderKind.BailConditions => "Bail conditions",
        OrderKind.ReleaseConditions => "Conditions of release from prison",
        OrderKind.Other => "Another order or undertaking",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Where it stands in law; null for what is none of the listed.</summary>
    public static string? Law(this OrderKind kind) => kind switch
    {
        OrderKind.NonMolestation => "Family Law Act 1996, s.42",
        OrderKind.Occupation => "Family Law Act 1996, ss.33 to 38",
        OrderKind.DomesticAbuseProtectionNotice => "Domestic Abuse Act 2021, ss.22 to 26",
        OrderKind.DomesticAbuseProtectionOrder => "Domestic Abuse Act 2021, ss.27 to 49",
        OrderKind.DomesticViolenceProtection => "Crime and Security Act 2010, ss.24 to 33",
        OrderKind.Restraining => "Sentencing Act 2020, s.360; Protection from Harassment Act 1997, s.5A",
        OrderKind.StalkingProtection => "Stalking Protection Act 2019, s.1",
        OrderKind.ForcedMarriageProtection => "Family Law Act 1996, s.63A",
        OrderKind.FemaleGenitalMutilationProtection => "Female Genital Mutilation Act 2003, s.5A",
        OrderKind.ProhibitedSteps or OrderKind.ChildArrangements => "Children Act 1989, s.8",
        OrderKind.BailConditions => "Bail Act 1976, s.3",
        OrderKind.ReleaseConditions => "Criminal Justice Act 2003, s.250",
        _ => null,
    };
}
