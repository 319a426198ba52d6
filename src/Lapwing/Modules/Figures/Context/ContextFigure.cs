using Lapwing.Time;

namespace Lapwing.Modules.Figures.Context;

/// <summary>One quarter of a <see cref="ContextSeries"/> beside the same quarter a year before.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Value">The sum of its three months.</param>
/// <param name="YearBefore">The same a year before; null when the series does not reach back.</param>
public sealed record ContextFigure(Quarter Quarter, long Value, long? YearBefore)
{
    /// <summary>The change since a year before; null when it is not known.</summary>
    public long? Change => Value - YearBefore;

    /// <summary>The change in per cent of the year before; null when it is not known or the base is nought.</summary>
    public decimal? PercentChange => YearBefore is > 0 ? 100m * (Value - YearBefore.Value) / YearBefore.Value : null;
}
