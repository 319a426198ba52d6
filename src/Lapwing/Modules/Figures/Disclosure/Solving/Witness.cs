namespace Lapwing.Modules.Figures.Disclosure.Solving;

/// <summary>A whole-number filling of the linked system that differs from the true one where it says so.</summary>
internal sealed class Witness(IReadOnlyDictionary<int, int> changed)
{
    public IReadOnlyDictionary<int, int> Changed { get; } = changed;

    public int this[Variable variable] => Changed.TryGetValue(variable.Index, out var value) ? value : variable.Count;

    /// <summary>Whether every equation holds and every changed number is one that the given reader must reckon with.</summary>
    public bool Convinces(LinkedSystem system, Func<int, Bounds> reckons)
    {
        foreach (var (index, value) in Changed)
        {
            if (!reckons(index).Contains(value))
                return false;
            foreach (var at in system.Variables[index].Equations)
            {
                var equation = system.Equations[at];
                long difference = this[system.Variables[equation.Total]];
                foreach (var part in equation.Parts)
                    difference -= this[system.Variables[part]];
                if (difference < equation.Low || difference > equation.High)
                    return false;
            }
        }
        return true;
    }
}
