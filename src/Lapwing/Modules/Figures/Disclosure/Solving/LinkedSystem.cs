namespace Lapwing.Modules.Figures.Disclosure.Solving;

/// <summary>
/// All numbers of a release, and those of earlier releases that are tied to them, as variables with the equations that every reader knows.
/// Numbers of earlier releases come in only as far as something unknown ties them to something new: what was proved before stays proved.
/// </summary>
internal sealed class LinkedSystem
{
    private readonly Release _release;
    private readonly EarlierReleases _earlier;
    private readonly Dictionary<string, Variable> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Count, bool AboutPeople)> _counted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _tables = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    private LinkedSystem(Release release) => (_release, _earlier) = (release, new EarlierReleases(release.Earlier));

    public List<Variable> Variables { get; } = [];
    public List<Equation> Equations { get; } = [];

    /// <summary>Families of this release, for the ledger.</summary>
    public List<Family> Families { get; } = [];
    public EarlierReleases Earlier => _earlier;

    public Variable this[CellKey key] => _byKey[key.Text];

    public Variable? Find(string key) => _byKey.GetValueOrDefault(key);

    public int TableOf(string code) => _tables.TryGetValue(code, out var table) ? table : _tables[code] = _tables.Count;

    public static LinkedSystem Of(Release release)
    {
        var system = new LinkedSystem(release);
        system.Count();
        system.Relate();
        system.TieToEarlier();
        system.Price();
        return system;
    }

    private void Count()
    {
        foreach (var tally in _release.Tallies)
        {
            foreach (var cell in tally.Cells)
            {
                if (_counted.TryGetValue(cell.Key.Text, out var before) && before.Count != cell.Raw.Value)
                    throw new ArgumentException($"The release counts {cell.Key} twice, differently; '{tally.Code}' disagrees with an earlier table.");
                _counted[cell.Key.Text] = (cell.Raw.Value, tally.AboutPeople || before.AboutPeople);
            }
        }
        foreach (var tally in _release.Tallies)
        {
            foreach (var cell in tally.Cells)
                VariableFor(cell.Key.Text).Displays++;
            Families.AddRange(tally.Families());
        }
        foreach (var figure in _release.Figures)
        {
            VariableFor(figure.Of.Text).Displays++;
            if (figure.Against is { } against)
                VariableFor(against.Text).Displays++;
            if (figure.Kind == FigureKind.Percentage)
                TakeAway(figure.Of.Text, figure.Against!.Value.Text);
        }
    }

    private void Relate()
    {
        foreach (var (total, parts) in _release.Relations)
            Families.Add(new Family($"relation {total}", total.Text, [.. parts.Select(p => p.Text)], FamilyKind.Sum));
        foreach (var (before, after) in _release.Balances)
            Weigh(before, after);
        var byMeasure = _counted.Keys.ToLookup(k => CellKey.Parse(k).Measure, StringComparer.Ordinal);
        foreach (var (total, parts) in _release.Measures)
        {
            foreach (var key in parts.Append(total).SelectMany(m => byMeasure[m]).Select(k => CellKey.Parse(k).ForMeasure(total).Text).Distinct().Where(IsCounted).ToList())
            {
                var keys = parts.Select(p => CellKey.Parse(key).ForMeasure(p).Text).ToList();
                if (keys.All(IsCounted))
                    Families.Add(new Family($"{total} is made up", key, keys, FamilyKind.Sum));
            }
        }
        foreach (var (part, whole) in _release.Subsets)
        {
            foreach (var key in byMeasure[part].Concat(byMeasure[whole]).Select(k => CellKey.Parse(k).ForMeasure(part).Text).Distinct().Where(IsCounted).ToList())
            {
                if (CellKey.Parse(key).ForMeasure(whole).Text is var all && IsCounted(all))
                    TakeAway(key, all);
            }
        }
    }

    /// <summary>Two sums that are equal have one total, which nobody displays.</summary>
    private void Weigh((CellKey Key, int Count)[] before, (CellKey Key, int Count)[] after)
    {
        foreach (var (key, count) in before.Concat(after))
            _counted.TryAdd(key.Text, (count, true));
        var total = $"balance of {string.Join(" and ", before.Select(b => b.Key.Text))}";
        _counted[total] = (before.Sum(b => b.Count), false);
        foreach (var side in (IEnumerable<(CellKey Key, int Count)[]>)[before, after])
            Families.Add(new Family("balance", total, [.. side.Select(part => part.Key.Text)], FamilyKind.Sum));
    }

    /// <summary>What is left of a whole without a part is a number that nobody displays and everybody can work out.</summary>
    private void TakeAway(string part, string whole)
    {
        var rest = $"{whole}~without~{part}";
        if (_counted.ContainsKey(rest))
            return;
        var (one, all) = (VariableFor(part), VariableFor(whole));
        if (one.Count > all.Count)
        {
            if (one.Restated || all.Restated)
                return;
            throw new ArgumentException($"{part} is more than {whole}, of which it should be a part.");
        }
        _counted[rest] = (all.Count - one.Count, one.AboutPeople || all.AboutPeople);
        Families.Add(new Family("part and rest", whole, [part, rest], FamilyKind.Sum));
    }

    private void TieToEarlier()
    {
        foreach (var family in Families)
            Tie(family);
        // Waiting: numbers whose families in earlier releases still have to be looked at. One that this audience was shown
        // exactly is known, so that nothing travels through it.
        var waiting = new Queue<Variable>(Variables.Where(v => v.Carried is null));
        var seen = waiting.Select(v => v.Index).ToHashSet();
        while (waiting.TryDequeue(out var next))
        {
            next.Tied = true;
            if (_earlier.KnownExactly(next.Key, _release.Policy))
                continue;
            var before = Equations.Count;
            foreach (var family in _earlier.FamiliesOf(next.Key))
                Tie(family);
            foreach (var linked in next.Equations.Concat(Enumerable.Range(before, Equations.Count - before)).SelectMany(e => Equations[e].Variables).Distinct())
            {
                if (seen.Add(linked))
                    waiting.Enqueue(Variables[linked]);
            }
        }
    }

    private void Tie(Family family)
    {
        if (!_known.Add($"{family.Kind} {family.Total} {string.Join(' ', family.Parts)}"))
            return;
        var total = VariableFor(family.Total);
        var parts = family.Parts.Select(VariableFor).ToArray();
        var difference = total.Count - parts.Sum(p => (long)p.Count);
        var table = TableOf(family.Table);
        Equations.Add(new Equation(table, total.Index, [.. parts.Select(p => p.Index)], Math.Min(0, difference), family.Kind == FamilyKind.Sum ? Math.Max(0, difference) : Bounds.Unbounded));
        foreach (var variable in parts.Append(total))
        {
            variable.Equations.Add(Equations.Count - 1);
            variable.Tables.Add(table);
        }
    }

    /// <summary>Large numbers cost a little more than small ones, totals much more than their parts, headlines most.</summary>
    private void Price()
    {
        foreach (var variable in Variables)
        {
            var totals = variable.Equations.Count(e => Equations[e].Total == variable.Index);
            variable.Cost = (1 + Math.Log2(1 + variable.Count) / 10) * (1 + 2 * totals + Math.Max(0, variable.Displays - 1) * 0.5);
        }
    }

    private bool IsCounted(string key) => _counted.ContainsKey(key) || _earlier.FirstCount(key) is not null;

    private Variable VariableFor(string key)
    {
        if (_byKey.TryGetValue(key, out var known))
            return known;
        var first = _earlier.FirstCount(key);
        if (!_counted.TryGetValue(key, out var counted) && first is null)
            throw new ArgumentException($"{key} is used but not counted: add its tally to the release.");
        var variable = new Variable(Variables.Count, key, first?.Count ?? counted.Count, first?.AboutPeople == true || counted.AboutPeople)
        {
            Restated = first is not null && _counted.ContainsKey(key) && first.Count != counted.Count,
            Carried = _earlier.ShownBefore(key, _release.Policy),
        };
        Variables.Add(variable);
        return _byKey[key] = variable;
    }
}
