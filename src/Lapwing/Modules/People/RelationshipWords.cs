namespace Lapwing.Modules.People;

/// <summary>A relationship as a sentence that reads the same from either side, and what its category means for a picture of the family.</summary>
public static class RelationshipWords
{
    /// <param name="one">The name of the one.</param>
    /// <param name="other">The name of the other.</param>
    public static string Say(this PersonallyConnected connection, string one, string other) => connection switch
    {
        PersonallyConnected.NotConnected => $"{one} and {other} know each other and are not personally connected",
        PersonallyConnected.Married => $"{one} and {other} are married",
        PersonallyConnected.WereMarried => $"{one} and {other} were married",
        PersonallyConnected.CivilPartners => $"{one} and {other} are civil partners",
        PersonallyConnected.WereCivilPartners => $"{one} and {other} were civil partners",
        PersonallyConnected.AgreedToMarry => $"{one} and {other} agreed to marry",
        PersonallyConnected.AgreedCivilPartnership => $"{one} and {other} agreed a civil partnership",
        PersonallyConnected.IntimatePartners => $"{one} and {other} are partners",
        PersonallyConnected.WereIntimatePartners => $"{one} and {other} were partners",
        PersonallyConnected.ParentsOfSameChild => $"{one} and {other} are parents of the same child",
        PersonallyConnected.HarmerIsParent => $"{other} is the parent or step-parent of {one}",
        PersonallyConnected.HarmerIsChild => $"{other} is the son, daughter or step-child of {one}",
        PersonallyConnected.Siblings => $"{one} and {other} are brothers or sisters",
        PersonallyConnected.OtherRelatives => $"{one} and {other} are relatives",
        _ => throw new ArgumentOutOfRangeException(nameof(connection), connection, null),
    };

    /// <summary>The same as a choice on a form, where the two are called the first and the second person.</summary>
    public static string Choice(this PersonallyConnected connection) => connection switch
    {
        PersonallyConnected.HarmerIsParent => "The second is the parent or step-parent of the first",
        PersonallyConnected.HarmerIsChild => "The second is the son, daughter or step-child of the first",
        PersonallyConnected.NotConnected => "They know each other, and are none of these",
        _ => connection.Title(),
    };

    /// <summary>How many generations the other stands below the one.</summary>
    public static int Generations(this PersonallyConnected connection) => connection switch
    {
        PersonallyConnected.HarmerIsParent => -1,
        PersonallyConnected.HarmerIsChild => 1,
        _ => 0,
    };
}
