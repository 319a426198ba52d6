namespace Lapwing.Modules.People;

/// <summary>
/// How the victim and the person causing harm are, or once were, "personally connected": the categories of the Domestic Abuse Act 2021, s.2(1)(a) to (g),
/// with ex-partners told apart because separation matters to risk.
/// </summary>
public enum PersonallyConnected
{
    /// <summary>None of the categories: a neighbour, colleague or stranger.</summary>
    NotConnected,

    /// <summary>(a) married to each other.</summary>
    Married,

    /// <summary>(a) were married to each other.</summary>
    WereMarried,

    /// <summary>(b) civil partners.</summary>
    CivilPartners,

    /// <summary>(b) were civil partners.</summary>
    WereCivilPartners,

    /// <summary>(c) agreed to marry, whether or not the agreement has ended.</summary>
    AgreedToMarry,

    /// <summary>(d) entered into a civil partnership agreement, whether or not it has ended.</summary>
    AgreedCivilPartnership,

    /// <summary>(e) in an intimate personal relationship.</summary>
    IntimatePartners,

    /// <summary>(e) were in an intimate personal relationship.</summary>
    WereIntimatePartners,

    /// <summary>(f) have, or had at one time, a parental relationship to the same child.</summary>
    ParentsOfSameChild,

    /// <summary>(g) relatives: the person causing harm is a parent or step-parent.</summary>
    HarmerIsParent,

    /// <summary>(g) relatives: the person causing harm is a son, daughter or step-child.</summary>
    HarmerIsChild,

    /// <summary>(g) relatives: brothers or sisters.</summary>
    Siblings,

    /// <summary>(g) other relatives, by blood, marriage or civil partnership (Family Law Act 1996, s.63(1)).</summary>
    OtherRelatives,
}

/// <summary>How the words are printed and grouped.</summary>
public static class PersonallyConnectedWords
{
    /// <summary>The words on the page.</summary>
    public static string Title(this PersonallyConnected connection) => connection switch
    {
        PersonallyConnected.NotConnected => "Not personally connected",
        PersonallyConnected.Married => "Married",
        PersonallyConnected.WereMarried => "Were married",
        PersonallyConnected.CivilPartners => "Civil partners",
        PersonallyConnected.WereCivilPartners => "Were civil partners",
        PersonallyConnected.AgreedToMarry => "Agreed to marry",
        PersonallyConnected.AgreedCivilPartnership => "Agreed a civil partnership",
        PersonallyConnected.IntimatePartners => "Partner or girlfriend or boyfriend",
        PersonallyConnected.WereIntimatePartners => "Former partner or girlfriend or boyfriend",
        PersonallyConnected.ParentsOfSameChild => "Parents of the same child",
        PersonallyConnected.HarmerIsParent => "Parent or step-parent",
        PersonallyConnected.HarmerIsChild => "Son, daughter or step-child",
        PersonallyConnected.Siblings => "Brother or sister",
        PersonallyConnected.OtherRelatives => "Other relative",
        _ => throw new ArgumentOutOfRangeException(nameof(connection), connection, null),
    };

    /// <summary>Whether the two are, or were, a couple (as against relatives).</summary>
    public static bool IsOrWasPartner(this PersonallyConnected connection) =>
        connection is >= PersonallyConnected.Married and <= PersonallyConnected.WereIntimatePartners;

    /// <summary>Whether the relationship is said to have ended.</summary>
    public static bool HasEnded(this PersonallyConnected connection) =>
        connection is PersonallyConnected.WereMarried or PersonallyConnected.WereCivilPartners or PersonallyConnected.WereIntimatePartners;
}
