using System.Globalization;
using Google.OrTools.LinearSolver;
using Lapwing.Modules.Figures.Disclosure;

namespace Lapwing.Tests.Modules.Figures.Disclosure;

/// <summary>
/// Somebody with a solver and the printed papers. It reads only headings and display strings, knows the printed rules, and works out for any
/// number the least and greatest whole number that all the papers allow. It shares no code with the product's own proof.
/// </summary>
internal sealed class Attacker
{
    private readonly Dictionary<string, (double Least, double Most)> _numbers = [];
    private readonly List<(string[] Parts, string Total)> _sums = [];
    private readonly List<(string Part, string Whole, double Low, double High, double Slack)> _shares = [];

    /// <summary>Reads a printed table: what it counts, the coordinates in its caption, and its cells.</summary>
    public void Read(DisclosedTable paper, DisclosurePolicy rules, string measure, params (string Dimension, string Category)[] caption)
    {
        var sizes = paper.Axes.Select(a => a.Headings.Count).ToArray();
        var blank = paper.Cells.All(c => c.Display == rules.WithheldText);
        for (var cell = 0; cell < paper.Cells.Count; cell++)
        {
            var at = Places(cell, sizes);
            var name = Name(paper, at, measure, caption);
            Learn(name, blank ? (0, double.PositiveInfinity) : Meaning(paper.Cells[cell].Display, rules));
            for (var axis = 0; axis < sizes.Length; axis++)
            {
                if (Below(paper.Axes[axis], at[axis]) is { Length: > 0 } parts)
                    _sums.Add(([.. parts.Select(p => Name(paper, [.. at[..axis], p, .. at[(axis + 1)..]], measure, caption))], name));
            }
        }
    }

    /// <summary>Reads a count in a sentence.</summary>
    public void Read(string display, DisclosurePolicy rules, string name) => Learn(name, Meaning(display, rules));

    /// <summary>
    /// Reads "47%" of something whose denominator is named in the sentence. Where counts are rounded the percentage is known to be worked out
    /// from the rounded counts, each of which is off by at most half the base.
    /// </summary>
    public void ReadPercentage(string display, string part, string whole, int rounded)
    {
        if (!display.EndsWith('%'))
            return;
        Learn(double.Parse(display[..^1], CultureInfo.InvariantCulture), part, whole, rounded);
    }

    /// <summary>Reads "-4%" of something against what it was before.</summary>
    public void ReadChange(string display, string later, string earlier, int rounded)
    {
        if (display.EndsWith('%'))
            Learn(100 + double.Parse(display[..^1], CultureInfo.InvariantCulture), later, earlier, rounded);
    }

    /// <summary>Knows that some numbers add up to another.</summary>
    public void Know(string total, params string[] parts)
    {
        foreach (var name in parts.Append(total))
            Learn(name, (0, double.PositiveInfinity));
        _sums.Add((parts, total));
    }

    public bool Knows(string name) => _numbers.ContainsKey(name);

    /// <summary>The least and greatest whole number that the papers allow, for each of the numbers named. What no sum or share ties together through an unknown
    /// number cannot concern each other, so each such part is a programme of its own.</summary>
    public IEnumerable<(string Name, int Least, int Most)> Narrow(IEnumerable<string> targets)
    {
        var parts = Parts();
        foreach (var group in targets.GroupBy(t => parts.GetValueOrDefault(t)).ToList())
        {
            if (group.Key is null)
            {
                foreach (var known in group)
                    yield return (known, (int)_numbers[known].Least, (int)_numbers[known].Most);
                continue;
            }
            foreach (var narrowed in Narrow(group.ToList(), group.Key))
                yield return narrowed;
        }
    }

    private IEnumerable<(string Name, int Least, int Most)> Narrow(IReadOnlyList<string> targets, HashSet<string> within)
    {
        using var solver = Solver.CreateSolver("SCIP");
        // Far enough to see that a number is wide open; an unbounded programme would tell nothing.
        const int Far = 100_000;
        var variables = new Dictionary<string, Variable>();
        Variable Of(string name) => variables.TryGetValue(name, out var known) ? known : variables[name] = solver.MakeIntVar(_numbers[name].Least, Math.Min(Far, _numbers[name].Most), "");
        foreach (var target in targets)
            Of(target);
        foreach (var (parts, total) in _sums.Where(s => within.Contains(s.Total) || s.Parts.Any(within.Contains)))
        {
            var row = solver.MakeConstraint(0, 0, "");
            row.SetCoefficient(Of(total), -1);
            foreach (var part in parts)
                row.SetCoefficient(Of(part), 1);
        }
        foreach (var (part, whole, low, high, slack) in _shares.Where(s => within.Contains(s.Part) || within.Contains(s.Whole)))
        {
            var atLeast = solver.MakeConstraint(-slack, double.PositiveInfinity, "");
            atLeast.SetCoefficient(Of(part), 1);
            atLeast.SetCoefficient(Of(whole), -low);
            var atMost = solver.MakeConstraint(double.NegativeInfinity, slack, "");
            atMost.SetCoefficient(Of(part), 1);
            atMost.SetCoefficient(Of(whole), -high);
        }
        foreach (var target in targets)
            yield return (target, Solve(solver, variables[target], maximise: false), Solve(solver, variables[target], maximise: true));
    }

    /// <summary>The unknown numbers that hang together, by name.</summary>
    private Dictionary<string, HashSet<string>> Parts()
    {
        var found = _numbers.Where(n => n.Value.Least < n.Value.Most).ToDictionary(n => n.Key, n => new HashSet<string> { n.Key });
        foreach (var tied in _sums.Select(s => s.Parts.Append(s.Total)).Concat(_shares.Select(s => (IEnumerable<string>)[s.Part, s.Whole])))
        {
            var sets = tied.Where(found.ContainsKey).Select(name => found[name]).Distinct().OrderByDescending(set => set.Count).ToList();
            foreach (var set in sets.Skip(1))
            {
                sets[0].UnionWith(set);
                foreach (var name in set)
                    found[name] = sets[0];
            }
        }
        return found;
    }

    /// <summary>The name that two papers give to the same number.</summary>
    public static string Called(string measure, params IEnumerable<(string Dimension, string Category)> coordinates) =>
        measure + " of " + string.Join(", ", coordinates.Select(c => $"{c.Dimension} {c.Category}").Order(StringComparer.Ordinal));

    private static int Solve(Solver solver, Variable variable, bool maximise)
    {
        solver.Objective().Clear();
        solver.Objective().SetCoefficient(variable, 1);
        solver.Objective().SetOptimizationDirection(maximise);
        Assert.Equal(Solver.ResultStatus.OPTIMAL, solver.Solve());
        return (int)Math.Round(variable.SolutionValue());
    }

    private static (double, double) Meaning(string display, DisclosurePolicy rules)
    {
        var zeroShown = rules.Zero == ZeroRule.Shown;
        if (display == rules.WithheldText)
            return (zeroShown ? 1 : 0, double.PositiveInfinity);
        if (display == $"fewer than {rules.Threshold}")
            return (zeroShown ? 1 : 0, rules.Threshold - 1);
        var number = int.Parse(display, NumberStyles.AllowThousands, CultureInfo.GetCultureInfo("en-GB"));
        if (rules.RoundingBase == 1 || number == 0)
            return (number, number);
        var half = rules.RoundingBase / 2.0;
        return (Math.Max(rules.Threshold, Math.Ceiling(number - half)), Math.Ceiling(number + half) - 1);
    }

    private void Learn(string name, (double Least, double Most) meaning)
    {
        var (least, most) = _numbers.GetValueOrDefault(name, (0, double.PositiveInfinity));
        _numbers[name] = (Math.Max(least, meaning.Least), Math.Min(most, meaning.Most));
    }

    private void Learn(double share, string part, string whole, int rounded)
    {
        Learn(part, (0, double.PositiveInfinity));
        Learn(whole, (0, double.PositiveInfinity));
        _shares.Add((part, whole, (share - 0.5) / 100, (share + 0.5) / 100, rounded / 2 * (1 + (share + 0.5) / 100)));
    }

    private static int[] Places(int cell, int[] sizes)
    {
        var at = new int[sizes.Length];
        for (var axis = sizes.Length - 1; axis >= 0; axis--)
            (cell, at[axis]) = Math.DivRem(cell, sizes[axis]);
        return at;
    }

    private static string Name(DisclosedTable paper, int[] at, string measure, (string, string)[] caption) =>
        Called(measure, caption.Concat(at.Select((place, axis) => (paper.Axes[axis].Code, paper.Axes[axis].Headings[place].Category)).Where(c => c.Category is not null)!));

    /// <summary>What a printed line is made of: for a total all lines that are not indented, otherwise the lines indented one step below it.</summary>
    private static int[] Below(DisclosedAxis axis, int line)
    {
        var lines = axis.Headings;
        if (lines[line].Category is null)
            return [.. Enumerable.Range(0, lines.Count).Where(l => l != line && lines[l].Depth == 0)];
        return [.. Enumerable.Range(line + 1, lines.Count - line - 1).TakeWhile(l => lines[l].Depth > lines[line].Depth).Where(l => lines[l].Depth == lines[line].Depth + 1)];
    }
}
