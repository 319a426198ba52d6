using System.Text.Json;

namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>Stores what was displayed and reads it back, so that a frozen paper shows for ever what it showed.</summary>
public sealed partial class DisclosureControl
{
    /// <summary>The displays and the proof as text. The ledger is stored apart, since it holds true counts.</summary>
    public static string Freeze(Disclosed disclosed) => JsonSerializer.Serialize(FrozenRelease.Of(disclosed));

    /// <summary>What <see cref="Freeze"/> stored; nothing is worked out again.</summary>
    public static Disclosed Thaw(string frozen)
    {
        var release = JsonSerializer.Deserialize<FrozenRelease>(frozen) ?? throw new JsonException("A frozen release is empty.");
        var control = new DisclosureControl(new ReleaseBuilder(release.Policy).Build());
        return Disclosed.Make(control, release.Policy,
            [.. release.Tables.Select(t => DisclosedTable.Make(control, t.Code, t.Title, t.Unit, t.Axes, [.. t.Cells.Select(control.Thawed)], t.Notes))],
            [.. release.Figures.Select(f => DisclosedFigure.Make(control, f.Code, f.Title, f.Kind, f.Unit, control.Thawed(f.Cell)))],
            release.Proofs, ledger: null);
    }

    private DisclosedCell Thawed(FrozenRelease.Cell cell) => DisclosedCell.Make(this, cell.Display, cell.Value, cell.Status, cell.Restated);
}
