using System.Globalization;

namespace Lapwing.Modules.People.Linkage;

/// <summary>One reason for or against two records being of one person.</summary>
/// <param name="Words">What agrees or differs.</param>
/// <param name="Weight">In bits: each one up makes it twice as likely, each one down half.</param>
public sealed record Reason(string Words, double Weight)
{
    /// <summary>As it is shown, with its sign.</summary>
    public string Shown => Weight.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);
}

/// <summary>Why two records are held to be of one person: the agreement of each field with its weight, and what they come to.</summary>
/// <param name="GivenWeight">The first name's, in which its rarity counts.</param>
/// <param name="FamilyWeight">The family name's.</param>
public sealed record MatchEvidence(Pattern Agrees, double GivenWeight, double FamilyWeight, double Weight, double Probability, IReadOnlyList<Reason> Reasons)
{
    /// <summary>From here on a weight of a name says that it is rare, and from there down that it is common.</summary>
    private const double Rare = 9, Common = 6.5;

    /// <summary>In whole per cent; certainty is never claimed.</summary>
    public int Percent => Math.Clamp((int)Math.Round(Probability * 100), 0, 99);

    /// <summary>Of a pattern under a model.</summary>
    /// <param name="given">How many bear the first name, and of how many; a rare one tells more.</param>
    /// <param name="family">The same for the family name.</param>
    public static MatchEvidence Of(LinkageModel model, Pattern agrees, (int Bearers, int Of) given, (int Bearers, int Of) family)
    {
        ArgumentNullException.ThrowIfNull(model);
        var givenWeight = Weigh(LinkageField.GivenName, given);
        var familyWeight = Weigh(LinkageField.FamilyName, family);
        return From(model, agrees, givenWeight, familyWeight);

        double Weigh(LinkageField field, (int Bearers, int Of) name) =>
            agrees[field] == Agreement.Same ? model.WeightOfSame(field, name.Bearers, name.Of) : model.WeightOf(field, agrees[field]);
    }

    /// <summary>As a pair was kept.</summary>
    public static MatchEvidence Of(LinkageModel model, LikelyPair pair) => From(model, new(pair.Agrees), pair.GivenWeight / 10d, pair.FamilyWeight / 10d);

    private static MatchEvidence From(LinkageModel model, Pattern agrees, double given, double family)
    {
        var reasons = new List<Reason>();
        foreach (var field in Enum.GetValues<LinkageField>())
        {
            var agreement = agrees[field];
            if (agreement == Agreement.NotKnown)
                continue;
            var weight = field switch { LinkageField.GivenName => given, LinkageField.FamilyName => family, _ => model.WeightOf(field, agreement) };
            var rarity = field <= LinkageField.FamilyName && agreement == Agreement.Same ? weight >= Rare ? ", rare" : weight <= Common ? ", common" : "" : "";
            reasons.Add(new(LinkageFields.Say(field, agreement) + rarity, weight));
        }
        var sum = reasons.Sum(reason => reason.Weight);
        return new(agrees, given, family, sum, model.ProbabilityOf(sum), reasons);
    }

    /// <summary>In one sentence.</summary>
    public string Explain() => $"{string.Join("; ", Reasons.Select(reason => $"{reason.Words}: {reason.Shown}"))}; together {Percent}%";
}
