using System.Globalization;
using Lapwing.Modules.Figures.Disclosure.Solving;

namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>Turns decisions into what readers see. Percentages, changes and medians are made from counts as displayed, so that they tell nothing that the counts do not.</summary>
public sealed partial class DisclosureControl
{
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en-GB");

    private DisclosurePolicy Policy => _release.Policy;

    private Disclosed Render()
    {
        var tables = _release.Tallies.Select(TableOf).ToList();
        var figures = _release.Tallies.Where(t => t.Dimensions.Count == 0)
            .Select(t => DisclosedFigure.Make(this, t.Code, t.Title, FigureKind.Count, t.Unit, CellFor(t, t.Cells[0].Key)))
            .Concat(_release.Figures.Select(f => DisclosedFigure.Make(this, f.Code, f.Title, f.Kind, f.Kind is FigureKind.Percentage or FigureKind.Change ? "%" : f.Unit, FigureCell(f))));
        return Disclosed.Make(this, Policy, tables, [.. figures], _proofs, Ledger());
    }

    private DisclosedTable TableOf(Tally tally)
    {
        var cells = tally.Cells.Select(c => CellFor(tally, c.Key)).ToList();
        var axes = tally.Dimensions.Select(d => new DisclosedAxis(d.Code, d.Title,
            [.. Enumerable.Range(0, d.Positions).Select(p => new DisclosedHeading(d.CodeAt(p), d.TitleAt(p), d.DepthAt(p)))]));
        return DisclosedTable.Make(this, tally.Code, tally.Title, tally.Unit, [.. axes], cells, [.. Notes(cells)]);
    }

    private IEnumerable<string> Notes(List<DisclosedCell> cells)
    {
        var zero = Policy.Zero == ZeroRule.Hidden ? ", zero included" : ", not zero";
        if (cells.Any(c => c.Status == CellStatus.Primary))
            yield return $"“{Policy.Small}”: a number under {Policy.Threshold}{zero}.";
        if (cells.Any(c => c.Status == CellStatus.Complementary))
            yield return $"“{Policy.WithheldText}”: withheld so that nobody can be identified; it may be a small or a large number.";
        if (cells.Any(c => c.Status == CellStatus.Rounded))
            yield return $"Numbers are rounded to the nearest {Policy.RoundingBase} one by one, so they may not add up.";
        if (cells.Any(c => c.Restated))
            yield return "Some numbers have changed since they were first released; they are shown as first released.";
    }

    private DisclosedCell CellFor(Tally tally, CellKey key) => _silenced.Contains(tally.Code) ? Withheld() : CellOf(_system[key]);

    private DisclosedCell CellOf(Variable variable) => StatusOf(variable) switch
    {
        CellStatus.Primary => DisclosedCell.Make(this, Policy.Small, null, CellStatus.Primary, variable.Restated),
        CellStatus.Complementary => DisclosedCell.Make(this, Policy.WithheldText, null, CellStatus.Complementary, variable.Restated),
        var status => DisclosedCell.Make(this, Displayed(variable).ToString("N0", s_english), Displayed(variable), status, variable.Restated),
    };

    private CellStatus StatusOf(Variable variable) => variable.Carried?.Status ?? _decisions[variable] switch
    {
        Decision.Small => CellStatus.Primary,
        Decision.Open when variable.Count == 0 => CellStatus.Zero,
        Decision.Open when variable.AboutPeople && Policy.RoundingBase > 1 => CellStatus.Rounded,
        Decision.Open => CellStatus.Shown,
        _ => CellStatus.Complementary,
    };

    private int Displayed(Variable variable) => StatusOf(variable) == CellStatus.Rounded ? Policy.Round(variable.Count) : variable.Count;

    private DisclosedCell Withheld() => DisclosedCell.Make(this, Policy.WithheldText, null, CellStatus.Complementary, restated: false);

    private DisclosedCell FigureCell(FigureRequest figure)
    {
        var of = _system[figure.Of];
        var against = figure.Against is { } key ? _system[key] : null;
        var restated = of.Restated || against?.Restated == true;
        if (_figuresSilenced)
            return Withheld();
        if (figure.Kind == FigureKind.Count)
            return CellOf(of);
        if (!IsShown(of) || (against is not null && !IsShown(against)))
            return Withheld();
        var @base = Displayed(against ?? of);
        if (@base < (figure.Kind == FigureKind.Median ? Policy.MedianBase : Policy.PercentageBase))
            return DisclosedCell.Make(this, Policy.LowBaseText, null, CellStatus.LowBase, restated);
        var value = figure.Kind switch
        {
            FigureKind.Percentage => 100.0 * Displayed(of) / @base,
            FigureKind.Change => 100.0 * (Displayed(of) - @base) / @base,
            _ => figure.Median!.Value,
        };
        var decimals = figure.Kind == FigureKind.Median ? 1 : Policy.PercentageDecimals;
        // Adding zero takes the sign from a change that rounds to nothing: nobody says "-0%".
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero) + 0.0;
        var text = rounded.ToString(figure.Kind == FigureKind.Median ? "0.#" : $"F{decimals}", s_english);
        return DisclosedCell.Make(this, figure.Kind == FigureKind.Median ? text : text + "%", rounded, CellStatus.Shown, restated);
    }

    private bool IsShown(Variable variable) => StatusOf(variable) is CellStatus.Shown or CellStatus.Zero or CellStatus.Rounded;

    /// <summary>What this release told, for those that follow.</summary>
    private ReleaseLedger Ledger()
    {
        var cells = new List<LedgerCell>();
        foreach (var variable in _system.Variables.Where(v => v.Carried is null))
        {
            var told = _decisions.Told(variable);
            CellStatus? status = _decisions[variable] == Decision.Silent ? null : StatusOf(variable);
            if (status is not null || _system.Earlier.FirstCount(variable.Key) is null)
                cells.Add(new LedgerCell(variable.Key, variable.Count, variable.AboutPeople, status, told.Low, told.High >= Bounds.Unbounded ? null : told.High));
        }
        return new ReleaseLedger(Policy.Audience, Policy.Threshold, Policy.Zero, Policy.RoundingBase, cells, _system.Families);
    }
}
