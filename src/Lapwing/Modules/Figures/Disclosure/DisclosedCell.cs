namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>What may be shown of one number.</summary>
public sealed class DisclosedCell
{
    private DisclosedCell(string display, double? value, CellStatus status, bool restated) => (Display, Value, Status, Restated) = (display, value, status, restated);

    /// <summary>Text for tables, sentences and alternative text.</summary>
    public string Display { get; }

    /// <summary>Number for charts, as displayed (rounded where the display is); null where the number is not shown.</summary>
    public double? Value { get; }
    public CellStatus Status { get; }

    /// <summary>The records have changed since this number was first released; it stays as it was released.</summary>
    public bool Restated { get; }

    public override string ToString() => Display;

    internal static DisclosedCell Make(DisclosureControl maker, string display, double? value, CellStatus status, bool restated)
    {
        ArgumentNullException.ThrowIfNull(maker);
        return new DisclosedCell(display, value, status, restated);
    }
}
