namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>A disclosed release as plain data, for a snapshot to store: what was displayed, under which policy, with its proof; no raw count.</summary>
internal sealed record FrozenRelease(DisclosurePolicy Policy, IReadOnlyList<FrozenRelease.Table> Tables, IReadOnlyList<FrozenRelease.Figure> Figures, IReadOnlyList<DisclosureProof> Proofs)
{
    public static FrozenRelease Of(Disclosed disclosed) => new(
        disclosed.Policy,
        [.. disclosed.Tables.Select(t => new Table(t.Code, t.Title, t.Unit, t.Axes, [.. t.Cells.Select(Cell.Of)], t.Notes))],
        [.. disclosed.Figures.Select(f => new Figure(f.Code, f.Title, f.Kind, f.Unit, Cell.Of(f.Cell)))],
        disclosed.Proofs);

    public sealed record Table(string Code, string Title, string Unit, IReadOnlyList<DisclosedAxis> Axes, IReadOnlyList<Cell> Cells, IReadOnlyList<string> Notes);

    public sealed record Figure(string Code, string Title, FigureKind Kind, string Unit, Cell Cell);

    public sealed record Cell(string Display, double? Value, CellStatus Status, bool Restated)
    {
        public static Cell Of(DisclosedCell cell) => new(cell.Display, cell.Value, cell.Status, cell.Restated);
    }
}
