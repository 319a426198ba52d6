namespace Lapwing.Modules.Pathways;

/// <summary>What the rules say about one service for one referral.</summary>
/// <param name="Service">The service.</param>
/// <param name="RuledOut">Every reason why it cannot be offered; empty when it is offered.</param>
/// <param name="Offered">Why it is offered; empty when it is ruled out.</param>
/// <param name="ToCheck">What is not known and must be checked before the service can begin.</param>
/// <param name="IsRequired">Whether a <see cref="RequiredRoute"/> asks for it.</param>
public sealed record ServiceDecision(
    ServiceFacts Service,
    IReadOnlyList<RuleReason> RuledOut,
    IReadOnlyList<RuleReason> Offered,
    IReadOnlyList<RuleReason> ToCheck,
    bool IsRequired)
{
    /// <summary>Whether it is offered.</summary>
    public bool IsOffered => RuledOut.Count == 0;

    /// <summary>The codes of the rules that decided, comma separated, to be kept with the choice.</summary>
    public string Codes => string.Join(',', (IsOffered ? Offered.Concat(ToCheck) : RuledOut).Select(r => r.Code));
}
