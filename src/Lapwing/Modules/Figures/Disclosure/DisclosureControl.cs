using Lapwing.Modules.Figures.Disclosure.Solving;

namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>
/// The only maker of what may be shown. A count from 1 to one less than the policy's threshold (from 0 where zeros are hidden) is protected.
/// A release is safe when, for every kind of reader it has, each protected count could be any of at least
/// <see cref="DisclosurePolicy.Width"/> whole numbers from least to greatest, given every display of this and of all earlier releases that the
/// reader holds, every sum, and the rules themselves. A reader is the audience, or anyone who besides holds releases made under a more open
/// policy; what that more open policy allows is then no secret.
/// </summary>
public sealed partial class DisclosureControl
{
    private readonly Release _release;
    private readonly LinkedSystem _system;
    private readonly Decisions _decisions;
    private readonly HashSet<string> _silenced = new(StringComparer.Ordinal);
    private bool _figuresSilenced;
    private IReadOnlyList<DisclosureProof> _proofs = [];

    private DisclosureControl(Release release)
    {
        _release = release;
        _system = LinkedSystem.Of(release);
        _decisions = new Decisions(_system, release.Policy);
    }

    /// <summary>Protects a release and proves it.</summary>
    public static Disclosed Protect(Release release) => Protect(release, complementary: true);

    /// <summary>The same without complementary cells, which only the test of the test may ask for: it shows that the attack bites.</summary>
    internal static Disclosed Protect(Release release, bool complementary)
    {
        var control = new DisclosureControl(release);
        if (complementary && release.Policy.Threshold > 1)
            control.Suppress();
        return control.Render();
    }

    private void Suppress()
    {
        var readers = Reader.Of(_system, _release.Policy, _decisions);
        using var suppression = new Suppression(_system, _decisions, readers);
        while (suppression.Run() is { } stuck)
            Silence(stuck, suppression, readers);
        suppression.Tidy();
        var goals = readers.SelectMany(r => r.Goals).ToList();
        foreach (var goal in goals.Where(g => !g.KnownBefore))
        {
            if (!goal.IsMet || !goal.Lowest.Convinces(_system, goal.Reader.Reckons) || !goal.Highest.Convinces(_system, goal.Reader.Reckons))
                throw new InvalidOperationException($"Disclosure control could not prove that {goal.Variable.Key} is protected.");
        }
        _proofs = [.. goals.Select(g => new DisclosureProof(g.Variable.Key, g.Reader.Threshold, g.Reader.Zero, g.Low, g.High, g.Reader.Width, g.KnownBefore))];
    }

    /// <summary>
    /// Withholds a whole table, the nearest to the number first, when single cells do not suffice; if no table of this release is to blame the
    /// number was told before and the proof says so.
    /// </summary>
    private void Silence(Goal stuck, Suppression suppression, IReadOnlyList<Reader> readers)
    {
        var before = _system.Variables.Select(v => _decisions[v]).ToList();
        foreach (var variable in _system.Variables)
            Decide(variable, Decision.Silent, readers);
        stuck.KnownBefore = suppression.IsKnownBefore(stuck);
        foreach (var variable in _system.Variables)
            Decide(variable, before[variable.Index], readers);
        if (stuck.KnownBefore)
            return;
        foreach (var variable in NextToSilence(stuck))
        {
            if (--variable.Displays == 0)
                Decide(variable, Decision.Silent, readers);
        }
        suppression.Forget();
    }

    /// <summary>The numbers of the table to withhold next, or, when all tables are withheld, those of the figures.</summary>
    private IEnumerable<Variable> NextToSilence(Goal stuck)
    {
        var table = _release.Tallies.Where(t => t.AboutPeople && !_silenced.Contains(t.Code))
            .OrderByDescending(t => t.Cells.Any(c => c.Key.Text == stuck.Variable.Key))
            .ThenByDescending(t => stuck.Variable.Tables.Contains(_system.TableOf(t.Code)))
            .ThenBy(t => t.Cells.Count).FirstOrDefault();
        if (table is not null)
        {
            _silenced.Add(table.Code);
            return table.Cells.Select(c => _system[c.Key]);
        }
        if (_figuresSilenced)
            throw new InvalidOperationException($"Disclosure control could not protect {stuck.Variable.Key}, even by withholding everything.");
        _figuresSilenced = true;
        return _release.Figures.SelectMany(f => f.Against is { } against ? (Variable[])[_system[f.Of], _system[against]] : [_system[f.Of]]);
    }

    private void Decide(Variable variable, Decision decision, IReadOnlyList<Reader> readers)
    {
        _decisions[variable] = decision;
        foreach (var reader in readers)
            reader.Refresh(variable);
    }
}
