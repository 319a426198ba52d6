using Lapwing.Modules.Directory;
using Lapwing.Modules.People;

namespace Lapwing.Demonstration;

/// <summary>
/// How likely what is among made-up people. The shares are rounded and made up to be plausible for each borough; they are no statistics and must not be
/// quoted. Nine in ten survivors are women, as Barnet's community safety partnership reported for its victims. Gaps are as wide as services report them:
/// sexual orientation is missing far more often than ethnicity.
/// </summary>
internal static class Likelihoods
{
    private const string BarkingAndDagenham = "E09000002";
    private const string Barnet = "E09000003";
    private const string Havering = "E09000016";
    private const string Redbridge = "E09000026";

    /// <summary>In the order of the groups of <see cref="Demographics.Ethnicity"/>.</summary>
    private static readonly Dictionary<string, double[]> EthnicityShares = new(StringComparer.Ordinal)
    {
        [BarkingAndDagenham] = [31, .6, .1, .7, 12, 1.8, .9, .7, 1.1, 5, 8, 10, .6, 3, 3, 16, 2.4, .5, 2.6],
        [Barnet] = [36, 2, .1, .9, 19, .9, .9, 1.5, 2, 8, 1.9, .9, 2.6, 6, 1.2, 5.5, 1, 1.7, 8],
        [Havering] = [66, 1.2, .2, .4, 7, 1.2, .6, .8, 1, 4, 2, 1.6, .7, 1.6, 1.2, 6, 1, .2, 1.3],
        [Redbridge] = [23, .9, .1, .5, 10, 1, .5, 1, 1.4, 16.5, 14, 10.5, 1, 5.5, 3, 4.5, .9, .6, 3.5],
        [string.Empty] = [37, 1.8, .1, .4, 14.7, 1.5, .9, 1.4, 1.9, 7.5, 3.3, 3.7, 1.7, 4.6, 3.9, 7.9, 1.7, 1.6, 4.7],
    };

    private static readonly Dictionary<string, Weighted<string?>> EthnicityByArea = EthnicityShares.ToDictionary(
        a => a.Key, a => new Weighted<string?>([.. Answers(Demographics.Ethnicity).Zip(a.Value), .. Gaps(2.5, 11, a.Value.Sum())]), StringComparer.Ordinal);

    /// <summary>Disability.</summary>
    public static Weighted<string?> Disability { get; } = new([.. Answers(Demographics.Disability).Zip([8.0, 12, 6, 74]), .. Gaps(4, 22, 100)]);

    /// <summary>Sexual orientation.</summary>
    public static Weighted<string?> SexualOrientation { get; } = new([.. Answers(Demographics.SexualOrientation).Zip([94.5, 2.2, 2.5, .8]), .. Gaps(7, 38, 100)]);

    /// <summary>Whether gender is the same as at birth.</summary>
    public static Weighted<string?> GenderIdentity { get; } = new([.. Answers(Demographics.GenderIdentity).Zip([99.1, .9]), .. Gaps(3, 45, 100)]);

    /// <summary>The connection of the person causing harm.</summary>
    public static Weighted<PersonallyConnected> Connection { get; } = new(
    [
        (PersonallyConnected.WereIntimatePartners, 34), (PersonallyConnected.IntimatePartners, 20), (PersonallyConnected.Married, 14),
        (PersonallyConnected.WereMarried, 12), (PersonallyConnected.HarmerIsChild, 6), (PersonallyConnected.HarmerIsParent, 3.5),
        (PersonallyConnected.Siblings, 3), (PersonallyConnected.OtherRelatives, 3), (PersonallyConnected.ParentsOfSameChild, 3),
        (PersonallyConnected.AgreedToMarry, .8), (PersonallyConnected.CivilPartners, .5), (PersonallyConnected.WereCivilPartners, .2),
    ]);

    /// <summary>Ages of adults, in years.</summary>
    public static Weighted<int> AdultAge { get; } = new(Enumerable.Range(16, 75).Select(a => (a, a < 25 ? 10.0 - (25 - a) * .6 : a < 45 ? 11.0 - (a - 25) * .15 : Math.Max(.15, 8 - (a - 45) * .25))));

    /// <summary>Children in a survivor's household.</summary>
    public static Weighted<int> Children { get; } = new([(0, 38), (1, 25), (2, 22), (3, 10), (4, 3.5), (5, 1), (6, .5)]);

    /// <summary>Ethnicity in a borough; one that is not listed has London's shares.</summary>
    public static Weighted<string?> Ethnicity(string area) => EthnicityByArea.GetValueOrDefault(area) ?? EthnicityByArea[string.Empty];

    /// <summary>Gender by the side of the matter.</summary>
    public static Weighted<string> Gender(WhoIsReferred who) => who switch
    {
        WhoIsReferred.AdultVictim => Survivors,
        WhoIsReferred.Child => Young,
        _ => Harmers,
    };

    private static readonly Weighted<string> Survivors = new([("female", 90.3), ("male", 9.3), ("non-binary", .4)]);
    private static readonly Weighted<string> Young = new([("female", 50), ("male", 49.7), ("non-binary", .3)]);
    private static readonly Weighted<string> Harmers = new([("female", 8.6), ("male", 91.2), ("non-binary", .2)]);

    private static IEnumerable<string?> Answers(CodeList list) => list.Answers.Where(a => a.State == Answered.Answered).Select(a => a.Code);

    /// <summary>The two kinds of gap, in per cent of all; half of what is not known was recorded as such and half left blank.</summary>
    private static IEnumerable<(string? Code, double Weight)> Gaps(double preferNotToSay, double notKnown, double answered)
    {
        var whole = answered / (100 - preferNotToSay - notKnown);
        return [(CodeList.PreferNotToSay, preferNotToSay * whole), (CodeList.NotKnown, notKnown * whole / 2), (null, notKnown * whole / 2)];
    }
}
