using Google.OrTools.LinearSolver;
using Column = Google.OrTools.LinearSolver.Variable;

namespace Lapwing.Modules.Figures.Disclosure.Solving;

/// <summary>
/// A linear programme over numbers that hang together: how far can they move away from the truth so that a reader notices nothing? Numbers
/// outside the block stay as they are, so that a movement found here is a filling of the whole system. A number moves freely within what the
/// reader must reckon with; beyond that, if the block may spend, it moves at a price, which is paid by withholding it.
/// </summary>
internal sealed class Block : IDisposable
{
    /// <summary>Outweighs any sum of costs, so that a protected number moves as far as it is asked to whenever that is possible.</summary>
    private const double Urgency = 1e5;

    /// <summary>Farther than any number ever has to move, where a reader sees no limit.</summary>
    private const int Far = 10_000;

    private readonly LinkedSystem _system;
    private readonly IReadOnlyList<Variable> _movable;
    private readonly bool _spends;
    private readonly bool _whole;
    private readonly Solver _solver;
    private readonly Column[] _free;
    private readonly Column?[] _up;
    private readonly Column?[] _down;
    private readonly Dictionary<int, int> _place = [];
    private Block? _inWholeNumbers;

    public Block(LinkedSystem system, Reader reader, IReadOnlyList<Variable> movable, bool spends, bool wholeNumbers = false)
    {
        (_system, Reader, _movable, _spends, _whole) = (system, reader, movable, spends, wholeNumbers);
        _solver = Solver.CreateSolver(wholeNumbers ? "SAT" : "GLOP");
        // Without preprocessing the next question starts from the last answer, which makes asking again two to four times as fast.
        _solver.SetSolverSpecificParametersAsString(wholeNumbers ? "num_workers:1 random_seed:1 max_deterministic_time:0.5" : "use_preprocessing:false");
        _free = new Column[movable.Count];
        _up = new Column?[movable.Count];
        _down = new Column?[movable.Count];
        var rows = new Dictionary<int, Constraint>();
        for (var i = 0; i < movable.Count; i++)
        {
            var variable = movable[i];
            _place[variable.Index] = i;
            _free[i] = _solver.MakeVar(-Far, Far, wholeNumbers, "");
            if (spends && reader.Reckons(variable.Index) != reader.ReckonsIfWithheld(variable.Index))
            {
                _up[i] = _solver.MakeVar(0, Far, wholeNumbers, "");
                _down[i] = _solver.MakeVar(0, Far, wholeNumbers, "");
            }
            foreach (var at in variable.Equations)
            {
                if (!rows.TryGetValue(at, out var row))
                    rows[at] = row = Row(system.Equations[at]);
                var sign = system.Equations[at].Total == variable.Index ? 1 : -1;
                row.SetCoefficient(_free[i], sign);
                if (_up[i] is null)
                    continue;
                row.SetCoefficient(_up[i], sign);
                row.SetCoefficient(_down[i], -sign);
            }
        }
        _solver.Objective().SetMinimization();
    }

    public Reader Reader { get; }

    public bool Covers(Goal goal) => _place.ContainsKey(goal.Variable.Index);

    /// <summary>Moves many numbers in one direction, free of charge.</summary>
    public Witness? Sweep(IReadOnlyList<Goal> goals, bool up)
    {
        SetRoom();
        foreach (var goal in goals)
        {
            var at = _place[goal.Variable.Index];
            _free[at].SetUb(Math.Min(_free[at].Ub(), Reader.Width));
            _solver.Objective().SetCoefficient(_free[at], up ? -1 : 1);
        }
        return Solve() ?? InWholeNumbers?.Sweep(goals, up);
    }

    /// <summary>Moves one number as near to a target as it can go, at least cost.</summary>
    public Witness? Aim(Goal goal, int target)
    {
        SetRoom();
        var at = _place[goal.Variable.Index];
        var (now, then) = (Reader.Reckons(goal.Variable.Index), Reader.ReckonsIfWithheld(goal.Variable.Index));
        var count = goal.Variable.Count;
        var falls = target < count;
        if (falls)
            _free[at].SetBounds(Math.Max(now.Low, target) - count, 0);
        else
            _free[at].SetBounds(0, Math.Min(now.High, target) - count);
        _solver.Objective().SetCoefficient(_free[at], falls ? Urgency : -Urgency);
        if (_up[at] is { } rises && _down[at] is { } sinks)
        {
            rises.SetUb(falls ? 0 : Math.Max(0, Math.Min(then.High, target) - now.High));
            sinks.SetUb(falls ? Math.Max(0, now.Low - Math.Max(then.Low, target)) : 0);
            _solver.Objective().SetCoefficient(rises, Reader.Price(goal.Variable) - Urgency);
            _solver.Objective().SetCoefficient(sinks, Reader.Price(goal.Variable) - Urgency);
        }
        return Solve() ?? InWholeNumbers?.Aim(goal, target);
    }

    /// <summary>Whether the reader's equations leave less than the policy's width, people split or not. In doubt it says no, so that nothing is released in doubt.</summary>
    public bool Narrows(Goal goal)
    {
        var limits = new double[2];
        for (var side = 0; side < 2; side++)
        {
            SetRoom();
            _solver.Objective().SetCoefficient(_free[_place[goal.Variable.Index]], side == 0 ? 1 : -1);
            if (_solver.Solve() != Solver.ResultStatus.OPTIMAL)
                return false;
            limits[side] = _solver.Objective().Value();
        }
        return Math.Floor(-limits[1] + 1e-6) - Math.Ceiling(limits[0] - 1e-6) + 1 < Reader.Width;
    }

    public void Dispose()
    {
        _inWholeNumbers?.Dispose();
        _solver.Dispose();
    }

    private Block? InWholeNumbers => _whole ? null : _inWholeNumbers ??= new Block(_system, Reader, _movable, _spends, wholeNumbers: true);

    private Constraint Row(Equation equation)
    {
        long difference = _system.Variables[equation.Total].Count;
        foreach (var part in equation.Parts)
            difference -= _system.Variables[part].Count;
        return _solver.MakeConstraint(equation.Low - difference, equation.High >= Bounds.Unbounded ? double.PositiveInfinity : equation.High - difference, "");
    }

    private void SetRoom()
    {
        _solver.Objective().Clear();
        for (var i = 0; i < _movable.Count; i++)
        {
            var variable = _movable[i];
            var (now, then) = (Reader.Reckons(variable.Index), Reader.ReckonsIfWithheld(variable.Index));
            _free[i].SetBounds(now.Low - variable.Count, Above(now.High, variable.Count));
            if (_up[i] is not { } up || _down[i] is not { } down)
                continue;
            up.SetUb(Above(then.High, now.High));
            down.SetUb(Math.Max(0, now.Low - then.Low));
            _solver.Objective().SetCoefficient(up, Reader.Price(variable));
            _solver.Objective().SetCoefficient(down, Reader.Price(variable));
        }
    }

    private static double Above(int high, int from) => high < Bounds.Unbounded ? Math.Max(0, high - from) : from < Bounds.Unbounded ? Far : 0;

    /// <summary>The movement found, in whole numbers and checked against every equation; null if there is none or the programme split a person.</summary>
    private Witness? Solve()
    {
        if (_solver.Solve() is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE))
            return null;
        var changed = new Dictionary<int, int>();
        for (var i = 0; i < _movable.Count; i++)
        {
            var moved = _free[i].SolutionValue() + (_up[i]?.SolutionValue() ?? 0) - (_down[i]?.SolutionValue() ?? 0);
            var whole = Math.Round(moved);
            if (Math.Abs(moved - whole) > 1e-5)
                return null;
            if (whole != 0)
                changed[_movable[i].Index] = _movable[i].Count + (int)whole;
        }
        var witness = new Witness(changed);
        return witness.Convinces(_system, _spends ? Reader.ReckonsIfWithheld : Reader.Reckons) ? witness : null;
    }
}
