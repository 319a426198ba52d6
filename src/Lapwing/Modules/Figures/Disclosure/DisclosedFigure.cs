namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>A number in a sentence, a headline or a chart, as it may be shown.</summary>
public sealed class DisclosedFigure
{
    private DisclosedFigure(string code, string title, FigureKind kind, string unit, DisclosedCell cell) => (Code, Title, Kind, Unit, Cell) = (code, title, kind, unit, cell);

    public string Code { get; }
    public string Title { get; }
    public FigureKind Kind { get; }
    public string Unit { get; }
    public DisclosedCell Cell { get; }
    public string Display => Cell.Display;
    public double? Value => Cell.Value;
    public CellStatus Status => Cell.Status;

    public override string ToString() => Display;

    internal static DisclosedFigure Make(DisclosureControl maker, string code, string title, FigureKind kind, string unit, DisclosedCell cell)
    {
        ArgumentNullException.ThrowIfNull(maker);
        return new DisclosedFigure(code, title, kind, unit, cell);
    }
}
