namespace Lapwing.Design.Charts;

/// <summary>Round steps from nought, or from below it, to the largest figure that is shown. Withheld figures have no part in it.</summary>
internal sealed class Scale
{
    private readonly double start, end;

    public Scale(IEnumerable<double?> shown, double start, double end)
    {
        (this.start, this.end) = (start, end);
        var values = shown.OfType<double>().Append(0).ToList();
        var (least, most) = (values.Min(), values.Max());
        Step = StepFor(most - least);
        Least = Math.Floor(least / Step) * Step;
        Most = Math.Max(Math.Ceiling(most / Step) * Step, Least + Step);
    }

    public double Step { get; }
    public double Least { get; }
    public double Most { get; }

    public double Place(double value) => start + (value - Least) / (Most - Least) * (end - start);

    public IEnumerable<double> Ticks => Enumerable.Range(0, (int)Math.Round((Most - Least) / Step) + 1).Select(i => Least + i * Step);

    /// <summary>1, 2 or 5 times a power of ten, for about five steps.</summary>
    private static double StepFor(double range)
    {
        if (range <= 0) return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(range / 5)));
        return new[] { 1.0, 2, 5, 10 }.First(m => m * power * 5 >= range * 0.999) * power;
    }
}
