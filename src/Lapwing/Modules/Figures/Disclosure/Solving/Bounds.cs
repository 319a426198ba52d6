namespace Lapwing.Modules.Figures.Disclosure.Solving;

/// <summary>The whole numbers that a reader must reckon with, from least to greatest.</summary>
internal readonly record struct Bounds(int Low, int High)
{
    /// <summary>Stands for no upper limit; far above any count of people.</summary>
    public const int Unbounded = 1_000_000_000;

    public static Bounds Anything { get; } = new(0, Unbounded);

    public bool IsPoint => Low == High;
    public bool Contains(int value) => value >= Low && value <= High;
    public Bounds And(Bounds other) => new(Math.Max(Low, other.Low), Math.Min(High, other.High));
    public static Bounds Exactly(int value) => new(value, value);
}
