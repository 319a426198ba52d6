namespace Lapwing.Modules.People.Linkage;

/// <summary>One step of the estimation.</summary>
/// <param name="LogLikelihood">How well the model fits the patterns, as the natural logarithm of their likelihood. It never falls.</param>
/// <param name="Share">The share of pairs that are held to be of the same person.</param>
/// <param name="Change">The most that any number changed.</param>
public readonly record struct EstimationStep(double LogLikelihood, double Share, double Change);

/// <summary>What came of one estimation.</summary>
/// <param name="M">By field and agreement, for the fields that took part; the others are 0.</param>
/// <param name="U">The same for different people: as it was given, but for the fields of which it was learned too.</param>
/// <param name="Share">The share of pairs that are held to be of the same person.</param>
public sealed record Estimated(double[] M, double[] U, double Share, IReadOnlyList<EstimationStep> Steps)
{
    /// <summary>Whether the numbers had settled.</summary>
    public bool HasConverged => Steps.Count > 0 && Steps[^1].Change < Estimation.Settled;
}

/// <summary>
/// Learns what agreement tells from the data itself, without anybody having marked pairs: expectation and maximisation over the patterns of agreement
/// (W. Winkler, "Using the EM Algorithm for Weight Computation in the Fellegi-Sunter Model of Record Linkage", 1988). What different people have in common (u)
/// is counted from pairs drawn at random and held; what the same person's records have in common (m) is learned. The same data give the same numbers.
/// </summary>
public static class Estimation
{
    /// <summary>No number moves more than this: the estimation has converged.</summary>
    public const double Settled = 1e-5;

    private const int MostSteps = 500;

    /// <summary>A pattern that was not seen is not impossible: so many pairs of each agreement are assumed.</summary>
    private const double Assumed = .5;

    /// <summary>The shares of each agreement among pairs drawn at random, which are of different people for all that matters.</summary>
    /// <param name="counts">How often each pattern was seen, by its number.</param>
    public static double[] Different(long[] counts)
    {
        var u = new double[Pattern.Fields * Pattern.Levels];
        for (var packed = 0; packed < counts.Length; packed++)
            if (counts[packed] > 0)
                for (var field = 0; field < Pattern.Fields; field++)
                    u[field * Pattern.Levels + (int)new Pattern(packed)[(LinkageField)field]] += counts[packed];
        Normalise(u);
        return u;
    }

    /// <summary>Learns m and the share of same people from patterns.</summary>
    /// <param name="counts">How often each pattern was seen, by its number.</param>
    /// <param name="fields">The fields that take part: not those by which the pairs were chosen, since these agree by choice.</param>
    /// <param name="u">The shares among different people.</param>
    /// <param name="alsoDifferent">A field of which u is learned from these pairs too, because it hangs together with what they were chosen by.</param>
    public static Estimated Same(long[] counts, IReadOnlyList<LinkageField> fields, double[] u, LinkageField? alsoDifferent = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        u = [.. u];
        var seen = Enumerable.Range(0, counts.Length).Where(packed => counts[packed] > 0).Select(packed => (Pattern: new Pattern(packed), Count: counts[packed])).ToArray();
        var total = seen.Sum(s => (double)s.Count);
        var (m, share, steps) = (Guess(fields), .1, new List<EstimationStep>());
        while (total > 0 && steps.Count < MostSteps && (steps.Count == 0 || steps[^1].Change >= Settled))
        {
            var (next, others, same, logLikelihood) = (new double[m.Length], new double[m.Length], 0d, 0d);
            foreach (var (pattern, count) in seen)
            {
                var (ifSame, ifDifferent) = (share, 1 - share);
                foreach (var field in fields)
                {
                    var agreement = (int)pattern[field];
                    if (agreement == 0)
                        continue;
                    ifSame *= m[(int)field * Pattern.Levels + agreement];
                    ifDifferent *= u[(int)field * Pattern.Levels + agreement];
                }
                var likelihood = ifSame + ifDifferent;
                var expected = likelihood > 0 ? count * ifSame / likelihood : 0;
                logLikelihood += count * Math.Log(Math.Max(likelihood, double.Epsilon));
                same += expected;
                foreach (var field in fields)
                {
                    next[(int)field * Pattern.Levels + (int)pattern[field]] += expected;
                    others[(int)field * Pattern.Levels + (int)pattern[field]] += count - expected;
                }
            }
            Normalise(next);
            for (var i = 0; i < next.Length; i++)
                next[i] = fields.Contains((LinkageField)(i / Pattern.Levels)) ? next[i] : 0;
            var change = Math.Max(Math.Abs(same / total - share), Enumerable.Range(0, m.Length).Max(i => Math.Abs(next[i] - m[i])));
            if (alsoDifferent is { } learnedToo)
            {
                Normalise(others);
                Array.Copy(others, (int)learnedToo * Pattern.Levels, u, (int)learnedToo * Pattern.Levels, Pattern.Levels);
            }
            (m, share) = (next, Math.Clamp(same / total, 1e-9, 1 - 1e-9));
            steps.Add(new(logLikelihood, share, change));
        }
        return new(m, u, share, steps);
    }

    /// <summary>Where the learning begins: the same person's records mostly agree.</summary>
    private static double[] Guess(IReadOnlyList<LinkageField> fields)
    {
        var m = new double[Pattern.Fields * Pattern.Levels];
        foreach (var field in fields)
        {
            var used = LinkageFields.AgreementsOf(field);
            foreach (var agreement in used)
                m[(int)field * Pattern.Levels + (int)agreement] = agreement == Agreement.Same ? .85 : .15 / (used.Count - 1);
        }
        return m;
    }

    /// <summary>Turns counts into shares among the agreements that a field uses; not known takes no part.</summary>
    private static void Normalise(double[] counts)
    {
        for (var field = 0; field < Pattern.Fields; field++)
        {
            var used = LinkageFields.AgreementsOf((LinkageField)field);
            var total = used.Sum(agreement => counts[field * Pattern.Levels + (int)agreement] + Assumed);
            for (var agreement = 0; agreement < Pattern.Levels; agreement++)
                counts[field * Pattern.Levels + agreement] = used.Contains((Agreement)agreement) ? (counts[field * Pattern.Levels + agreement] + Assumed) / total : 0;
        }
    }
}
