namespace Lapwing.Modules.Figures.Disclosure.Solving;

/// <summary>
/// What the release says of each number, and what a reader learns from that. A reader is taken to know the rules: that a true zero would be
/// shown, that a small number is marked small, and even which of the withheld numbers are large.
/// </summary>
internal sealed class Decisions
{
    private readonly DisclosurePolicy _policy;
    private readonly Decision[] _current;

    public Decisions(LinkedSystem system, DisclosurePolicy policy)
    {
        _policy = policy;
        _current = [.. system.Variables.Select(ByItself)];
    }

    public Decision this[Variable variable]
    {
        get => _current[variable.Index];
        set => _current[variable.Index] = value;
    }

    /// <summary>What would be said of a number if there were no others.</summary>
    public Decision ByItself(Variable variable) => variable switch
    {
        { Displays: 0 } or { Carried: not null } => Decision.Silent,
        { AboutPeople: true } when _policy.Protects(variable.Count) => Decision.Small,
        _ => Decision.Open,
    };

    /// <summary>What a reader learns from the present decision.</summary>
    public Bounds Told(Variable variable) => Told(variable, this[variable]);

    /// <summary>What a reader would learn if the number were withheld, where that is possible: true zeros and counts of things are always shown.</summary>
    public Bounds ToldIfWithheld(Variable variable) => this[variable] is Decision.Open or Decision.Small && variable.AboutPeople && (variable.Count > 0 || _policy.Zero == ZeroRule.Hidden)
        ? Told(variable, Decision.Withheld) : Told(variable);

    private Bounds Told(Variable variable, Decision decision) => decision switch
    {
        Decision.Small => new Bounds(_policy.Least, _policy.Threshold - 1),
        Decision.Withheld => new Bounds(_policy.Protects(variable.Count) ? _policy.Least : _policy.Threshold, Bounds.Unbounded),
        Decision.Open when variable.AboutPeople && variable.Count > 0 && _policy.RoundingBase > 1 => Rounded(_policy.Round(variable.Count)),
        Decision.Open => Bounds.Exactly(variable.Count),
        _ => Bounds.Anything,
    };

    /// <summary>All counts that are displayed as the given multiple of the rounding base, halves having gone up.</summary>
    private Bounds Rounded(int display) =>
        new(Math.Max(_policy.Threshold, display - _policy.RoundingBase / 2), display + (_policy.RoundingBase - 1) / 2);
}
