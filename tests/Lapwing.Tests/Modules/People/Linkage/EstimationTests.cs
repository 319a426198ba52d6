using CsCheck;
using Lapwing.Modules.People.Linkage;

namespace Lapwing.Tests.Modules.People.Linkage;

public sealed class EstimationTests
{
    private static readonly LinkageField[] Fields = [LinkageField.GivenName, LinkageField.FamilyName, LinkageField.Phone, LinkageField.Gender, LinkageField.Area];

    private static readonly Gen<long[]> Counts = Gen.Select(Gen.Int[0, Pattern.Bound - 1], Gen.Int[1, 10_000]).List[1, 60].Select(seen =>
    {
        var counts = new long[Pattern.Bound];
        foreach (var (packed, count) in seen)
            if (Enumerable.Range(0, Pattern.Fields).All(field => LinkageFields.AgreementsOf((LinkageField)field).Prepend(Agreement.NotKnown).Contains(new Pattern(packed)[(LinkageField)field])))
                counts[packed] += count;
        return counts;
    });

    /// <summary>Patterns of a known model: what the same person's records and different people's agree in.</summary>
    private static long[] Drawn(double[] m, double[] u, double share, int pairs)
    {
        var (counts, state) = (new long[Pattern.Bound], 42UL);
        for (var n = 0; n < pairs; n++)
        {
            var from = Next() < share ? m : u;
            var pattern = new Pattern();
            foreach (var field in Fields)
            {
                var (at, agreement) = (Next(), 1);
                while (agreement < Pattern.Levels - 1 && (at -= from[(int)field * Pattern.Levels + agreement]) > 0)
                    agreement++;
                pattern = pattern.With(field, (Agreement)agreement);
            }
            counts[pattern.Packed]++;
        }
        return counts;

        double Next()
        {
            state = state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407;
            return (state >> 11) * (1.0 / (1UL << 53));
        }
    }

    [Fact]
    public void What_was_put_in_is_learned_again()
    {
        var model = LinkageModel.Starting;
        var learned = Estimation.Same(Drawn(model.M, model.U, .05, 400_000), Fields, model.U);
        Assert.True(learned.HasConverged);
        Assert.Equal(.05, learned.Share, .003);
        foreach (var field in Fields)
            foreach (var agreement in LinkageFields.AgreementsOf(field))
                Assert.Equal(model.M[(int)field * Pattern.Levels + (int)agreement], learned.M[(int)field * Pattern.Levels + (int)agreement], .01);
    }

    [Fact]
    public void The_fit_never_gets_worse_and_shares_stay_shares() => Counts.Sample(counts =>
    {
        var learned = Estimation.Same(counts, Fields, Estimation.Different(counts));
        foreach (var (before, after) in learned.Steps.Zip(learned.Steps.Skip(1)))
            // The pairs that are assumed of each agreement may cost the fit a little, never more than they are.
            if (after.LogLikelihood < before.LogLikelihood - 5)
                return false;
        return learned.M.All(m => m is >= 0 and <= 1) && learned.Share is >= 0 and <= 1
            && Fields.All(field => learned.Steps.Count == 0 || Math.Abs(LinkageFields.AgreementsOf(field).Sum(a => learned.M[(int)field * Pattern.Levels + (int)a]) - 1) < 1e-9);
    }, iter: 300);

    [Fact]
    public void The_same_data_give_the_same_numbers() => Counts.Sample(counts =>
    {
        var u = Estimation.Different(counts);
        return Estimation.Same(counts, Fields, u).M.SequenceEqual(Estimation.Same(counts, Fields, u).M);
    }, iter: 50);

    [Fact]
    public void A_rare_name_tells_more_than_a_common_one_and_none_more_than_ten_bearers_would()
    {
        var model = LinkageModel.Starting;
        double Weight(int bearers) => model.WeightOfSame(LinkageField.FamilyName, bearers, 1_000_000);
        Assert.True(Weight(20) > Weight(13_000));
        Assert.Equal(Weight(1), Weight(LinkageModel.FewestBearers));
    }

    [Fact]
    public void Weights_add_up_to_what_is_shown()
    {
        var agrees = new Pattern().With(LinkageField.GivenName, Agreement.Same).With(LinkageField.FamilyName, Agreement.Same).With(LinkageField.Born, Agreement.Nearly);
        var evidence = MatchEvidence.Of(LinkageModel.Starting, agrees, (40, 1_000_000), (12, 1_000_000));
        Assert.Equal(evidence.Weight, evidence.Reasons.Sum(reason => reason.Weight), 9);
        Assert.Equal(LinkageModel.Starting.ProbabilityOf(evidence.Weight), evidence.Probability, 9);
        Assert.Contains("same family name, rare: +", evidence.Explain(), StringComparison.Ordinal);
        Assert.Contains("birth date differs in one digit: +", evidence.Explain(), StringComparison.Ordinal);
        Assert.EndsWith("%", evidence.Explain(), StringComparison.Ordinal);
    }
}
