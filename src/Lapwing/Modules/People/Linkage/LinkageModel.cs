namespace Lapwing.Modules.People.Linkage;

/// <summary>
/// What agreement tells (I. Fellegi and A. Sunter, "A Theory for Record Linkage", Journal of the American Statistical Association 64, 1969): for each field how often
/// it agrees in each way between two records of the same person (m) and of two different people (u). The weight of an agreement is log2(m / u).
/// </summary>
/// <param name="Prior">How likely it is that two records drawn at random are of the same person.</param>
/// <param name="M">By field and agreement, <c>field * <see cref="Pattern.Levels"/> + agreement</c>.</param>
/// <param name="U">The same for different people.</param>
public sealed record LinkageModel(double Prior, double[] M, double[] U)
{
    /// <summary>From here on two records are shown as likely the same person.</summary>
    public const double LikelyFrom = .5;

    /// <summary>Fewer bearers of a name than these count as so many: how rare a name is beyond that is chance, and would tell how many others bear it.</summary>
    public const int FewestBearers = 10;

    /// <summary>Among fewer named people than these it is chance how many bear a name: it is taken as common as names are on average.</summary>
    private const int FewestNamed = 1_000;

    /// <summary>Where a partnership is too small to learn from: rounded from what made-up people with the usual errors taught, softened where life is less tidy than they are.</summary>
    public static LinkageModel Starting { get; } = new(1e-5,
        Table([.02, .03, .1, .05, .01, .79], [.03, .02, .09, .03, .01, .82], [.004, .006, .05, 0, .035, .905], [.24, 0, .01, 0, 0, .75], [.01, 0, 0, 0, 0, .99], [.1, 0, 0, 0, 0, .9]),
        Table([.936, .0057, .0102, .0031, 2.6e-6, .045], [.9927, .0043, .0014, .0004, 2.6e-6, .0012], [.987, .012, .0009, 0, 4.8e-5, 5.5e-5], [.9989, 0, .0009, 0, 0, .0002], [.45, 0, 0, 0, 0, .55], [.97, 0, 0, 0, 0, .03]));

    /// <summary>How often two people drawn at random have the same first name. Where <see cref="U"/> says more, names hang together with the birth date, and each name's
    /// share is raised as much. 0 leaves the shares as they are.</summary>
    public double GivenByChance { get; init; }

    /// <summary>The weight of one field's agreement in bits, without regard to how common the value is. Not known weighs nothing.</summary>
    public double WeightOf(LinkageField field, Agreement agreement)
    {
        var at = (int)field * Pattern.Levels + (int)agreement;
        return agreement == Agreement.NotKnown || M[at] <= 0 || U[at] <= 0 ? 0 : Math.Log2(M[at] / U[at]);
    }

    /// <summary>The weight where both have the same name, which so many of so many bear: a rare one tells more.</summary>
    public double WeightOfSame(LinkageField field, int bearers, int of)
    {
        var m = M[(int)field * Pattern.Levels + (int)Agreement.Same];
        if (of < FewestNamed || m <= 0)
            return WeightOf(field, Agreement.Same);
        var share = Math.Max(bearers, FewestBearers) / (double)of;
        if (field == LinkageField.GivenName && GivenByChance > 0)
            share *= Math.Max(1, U[(int)LinkageField.GivenName * Pattern.Levels + (int)Agreement.Same] / GivenByChance);
        return Math.Log2(m / Math.Min(1, share));
    }

    /// <summary>How likely two records are of the same person, from the sum of their weights.</summary>
    public double ProbabilityOf(double weight) => 1 / (1 + Math.Pow(2, -(weight + Math.Log2(Prior / (1 - Prior)))));

    /// <summary>The sum of weights from which on a pair is at least so likely.</summary>
    public double WeightFor(double probability) => Math.Log2(probability / (1 - probability)) - Math.Log2(Prior / (1 - Prior));

    /// <summary>From rows of the six agreements beside not known.</summary>
    private static double[] Table(params double[][] rows) => [.. rows.SelectMany(row => row.Prepend(0))];
}
