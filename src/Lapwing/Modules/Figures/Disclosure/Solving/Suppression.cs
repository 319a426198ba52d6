namespace Lapwing.Modules.Figures.Disclosure.Solving;

/// <summary>
/// Chooses which numbers to withhold so that every protected number stays as uncertain as its policy demands, at little cost, and collects the
/// fillings that prove it. What needs nothing withheld is settled many numbers at a time; then each number that is left is moved at least
/// cost, within its own tables where that suffices; at the end whatever was withheld in vain is shown again.
/// </summary>
internal sealed class Suppression(LinkedSystem system, Decisions decisions, IReadOnlyList<Reader> readers) : IDisposable
{
    private readonly List<Block> _wide = [];

    /// <summary>Settles one protected number after the other; returns the first that no withholding of single numbers protects, or null.</summary>
    public Goal? Run()
    {
        foreach (var reader in readers)
        {
            // Numbers that tables share come first: what moves with them makes their tables uncertain, which helps the rest.
            var groups = reader.Goals.GroupBy(g => string.Join(' ', g.Variable.Tables)).Select(g => g.ToList()).ToLookup(g => g[0].Variable.Tables.Count > 1);
            if (Settle(groups[true].OrderByDescending(g => g[0].Variable.Tables.Count)) is { } shared)
                return shared;
            Sweep(reader.Goals, _ => true);
            if (Settle(groups[false]) is { } alone)
                return alone;
        }
        return null;
    }

    /// <summary>Whether a number is narrowed although, as the decisions now stand, this release says nothing: then the earlier ones have told too much.</summary>
    public bool IsKnownBefore(Goal goal)
    {
        using var block = Around([goal], _ => true, spends: false);
        return block.Narrows(goal);
    }

    /// <summary>Drops the blocks that were kept, because other numbers can move now.</summary>
    public void Forget()
    {
        _wide.ForEach(b => b.Dispose());
        _wide.Clear();
    }

    public void Dispose() => Forget();

    /// <summary>Shows again what need not be withheld, the costliest first.</summary>
    public void Tidy()
    {
        foreach (var variable in system.Variables.Where(v => decisions[v] == Decision.Withheld).OrderByDescending(v => v.Cost).ThenBy(v => v.Index).ToList())
        {
            Decide(variable, decisions.ByItself(variable));
            var held = new List<(Goal Goal, (Witness, Witness) Held)>();
            if (readers.Any(r => IsExposed(variable, r)) || !readers.All(r => HoldsWithout(variable, r, held)))
            {
                Decide(variable, Decision.Withheld);
                held.ForEach(h => h.Goal.Restore(h.Held));
            }
        }
    }

    /// <summary>Settles, free of charge and many at a time, numbers that hang together.</summary>
    private void Sweep(IReadOnlyList<Goal> goals, Func<Variable, bool> within)
    {
        var open = goals.Where(g => !g.IsMet && !g.KnownBefore).ToList();
        if (open.Count < 2)
            return;
        using var block = Around(open, within, spends: false);
        for (var before = open.Count + 1; open.Count > 1 && open.Count < before;)
        {
            before = open.Count;
            Offer(open[0].Reader, block.Sweep(open, up: false));
            Offer(open[0].Reader, block.Sweep(open, up: true));
            open.RemoveAll(g => g.IsMet);
        }
    }

    private static Func<Variable, bool> Within(Goal goal) => v => v.Tables.IsSubsetOf(goal.Variable.Tables);

    private Goal? Settle(IEnumerable<List<Goal>> groups)
    {
        foreach (var group in groups)
        {
            Sweep(group, Within(group[0]));
            if (group.Find(g => !g.IsMet && !g.KnownBefore && !Settle(g)) is { } stuck)
                return stuck;
        }
        return null;
    }

    private bool Settle(Goal goal)
    {
        using (var near = Around([goal], Within(goal), spends: true))
        {
            if (goal.Low > goal.Reader.Least && near.Aim(goal, goal.Reader.Least) is { } least && least[goal.Variable] == goal.Reader.Least)
                Accept(goal, least);
            if (goal.Low == goal.Reader.Least && !goal.IsMet)
                Accept(goal, near.Aim(goal, goal.Low + goal.Reader.Width - 1));
        }
        if (goal.IsMet)
            return true;
        Reach(WideAround(goal), goal);
        return goal.IsMet;
    }

    /// <summary>Looks for a filling in which the number is as small as it can be, and one in which it is as much larger as the policy demands. One of which
    /// nothing was ever said could even be zero, which makes up for values that it cannot take at the other end.</summary>
    private void Reach(Block block, Goal goal)
    {
        if (goal.Low > goal.Reader.Least)
            Accept(goal, block.Aim(goal, goal.Reader.Least));
        if (!goal.IsMet)
            Accept(goal, block.Aim(goal, goal.Low + goal.Reader.Width - 1));
        if (!goal.IsMet && goal.Low > 0)
            Accept(goal, block.Aim(goal, Math.Max(0, goal.High - goal.Reader.Width + 1)));
    }

    private void Accept(Goal goal, Witness? witness)
    {
        foreach (var (index, value) in witness?.Changed ?? new Dictionary<int, int>())
        {
            if (!goal.Reader.Reckons(index).Contains(value))
                Decide(system.Variables[index], Decision.Withheld);
        }
        Offer(goal.Reader, witness);
    }

    private static void Offer(Reader reader, Witness? witness)
    {
        if (witness is null || witness.Changed.Count == 0)
            return;
        foreach (var goal in reader.Goals)
            goal.Offer(witness);
    }

    private bool HoldsWithout(Variable shown, Reader reader, List<(Goal Goal, (Witness, Witness))> held)
    {
        var doubtful = new List<Goal>();
        foreach (var goal in reader.Goals.Where(g => !g.KnownBefore))
        {
            var before = goal.Held();
            if (!goal.Distrust(shown.Index, reader.Reckons(shown.Index)))
                continue;
            held.Add((goal, before));
            if (!goal.IsMet)
                doubtful.Add(goal);
        }
        foreach (var goal in doubtful.Where(g => !g.IsMet))
        {
            using var block = Around([goal], Within(goal), spends: false);
            Reach(block, goal);
            if (!goal.IsMet)
                return false;
        }
        return true;
    }

    /// <summary>A quick look: with this number shown, would one of its sums have a single unknown left, and that one protected?</summary>
    private bool IsExposed(Variable shown, Reader reader) => shown.Equations.Select(e => system.Equations[e]).Any(equation =>
        equation.Low == equation.High && equation.Variables.Where(v => !reader.Reckons(v).IsPoint).ToList() is [var last]
        && system.Variables[last] is { AboutPeople: true } variable && variable.Count >= reader.Least && variable.Count < reader.Threshold);

    private void Decide(Variable variable, Decision decision)
    {
        decisions[variable] = decision;
        foreach (var reader in readers)
            reader.Refresh(variable);
    }

    /// <summary>A block without borders, kept, since it is dear to build and quick to ask again.</summary>
    private Block WideAround(Goal goal)
    {
        var known = _wide.Find(b => b.Reader == goal.Reader && b.Covers(goal));
        if (known is null)
            _wide.Add(known = Around([goal], _ => true, spends: true));
        return known;
    }

    /// <summary>
    /// The block of all numbers within some tables that can move together with the given ones: what is uncertain already and, where money may be
    /// spent, what could be withheld. Everything else stays as it is, which parts the system into pieces that do not concern each other.
    /// </summary>
    private Block Around(List<Goal> start, Func<Variable, bool> within, bool spends)
    {
        var reader = start[0].Reader;
        var found = start.Select(g => g.Variable).ToList();
        var seen = found.Select(v => v.Index).ToHashSet();
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var index in found[i].Equations.SelectMany(e => system.Equations[e].Variables))
            {
                var variable = system.Variables[index];
                var moves = !(spends ? reader.ReckonsIfWithheld(index) : reader.Reckons(index)).IsPoint;
                if (moves && variable.Tied && !seen.Contains(index) && within(variable))
                {
                    seen.Add(index);
                    found.Add(variable);
                }
            }
        }
        return new Block(system, reader, found, spends);
    }
}
