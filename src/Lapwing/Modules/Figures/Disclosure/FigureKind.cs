namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>How a figure is made from the counts that are displayed.</summary>
public enum FigureKind
{
    Count,
    Percentage,

    /// <summary>Change in per cent from an earlier count to a later one.</summary>
    Change,
    Median,
}
