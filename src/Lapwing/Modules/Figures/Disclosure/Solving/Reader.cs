namespace Lapwing.Modules.Figures.Disclosure.Solving;

/// <summary>
/// Somebody who holds this release and every earlier one that is at least as strict as a threshold and zero rule, and may therefore be shown
/// what these allow. The audience itself is one such reader; somebody who also sees on the board what the public does not is another.
/// </summary>
internal sealed class Reader
{
    private readonly LinkedSystem _system;
    private readonly Decisions _decisions;
    private readonly Bounds[] _before;
    private readonly Bounds[] _reckons;
    private readonly Bounds[] _reckonsIfWithheld;

    private Reader(LinkedSystem system, Decisions decisions, int threshold, ZeroRule zero, HashSet<ReleaseLedger> held)
    {
        (_system, _decisions, Threshold, Zero, Held) = (system, decisions, threshold, zero, held);
        _before = [.. system.Variables.Select(v => system.Earlier.Told(v.Key, held))];
        _reckons = new Bounds[_before.Length];
        _reckonsIfWithheld = new Bounds[_before.Length];
        Refresh();
        Goals = [.. system.Variables.Where(v => v.Tied && v.AboutPeople && v.Count >= Least && v.Count < threshold).Select(v => new Goal(v, this))];
    }

    public int Threshold { get; }
    public ZeroRule Zero { get; }
    public int Least => Zero == ZeroRule.Hidden ? 0 : 1;
    public int Width => Threshold - Least;
    public IReadOnlyList<Goal> Goals { get; }
    public HashSet<ReleaseLedger> Held { get; }

    /// <summary>What the reader must reckon with under the present decisions.</summary>
    public Bounds Reckons(int variable) => _reckons[variable];

    /// <summary>And if this number were withheld.</summary>
    public Bounds ReckonsIfWithheld(int variable) => _reckonsIfWithheld[variable];

    /// <summary>What it costs to move a number beyond what the reader reckons with: to say less of one that is marked small costs little beside withholding one that would be shown.</summary>
    public double Price(Variable variable) => _decisions[variable] == Decision.Small ? variable.Cost / 4 : variable.Cost;

    public void Refresh(Variable variable)
    {
        _reckons[variable.Index] = _before[variable.Index].And(_decisions.Told(variable));
        _reckonsIfWithheld[variable.Index] = _before[variable.Index].And(_decisions.ToldIfWithheld(variable));
    }

    public void Refresh() => _system.Variables.ForEach(Refresh);

    /// <summary>Every kind of reader that this release has, the strictest first, leaving out those who hold no more than a stricter one.</summary>
    public static IReadOnlyList<Reader> Of(LinkedSystem system, DisclosurePolicy policy, Decisions decisions)
    {
        var thresholds = system.Earlier.Ledgers.Select(l => l.Threshold).Append(policy.Threshold).Where(t => t > 1 && t <= policy.Threshold).Distinct().OrderDescending();
        var zeros = system.Earlier.Ledgers.Select(l => l.Zero).Append(policy.Zero).Where(z => z <= policy.Zero).Distinct().OrderDescending().ToList();
        var readers = new List<Reader>();
        foreach (var threshold in thresholds)
        {
            foreach (var zero in zeros)
            {
                var held = system.Earlier.Ledgers.Where(l => l.AtLeastAsStrictAs(threshold, zero)).ToHashSet<ReleaseLedger>(ReferenceEqualityComparer.Instance);
                if (!readers.Any(r => r.Held.Count == held.Count && r.Threshold >= threshold && r.Zero >= zero))
                    readers.Add(new Reader(system, decisions, threshold, zero, held));
            }
        }
        return readers;
    }
}
