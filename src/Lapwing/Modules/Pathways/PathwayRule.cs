namespace Lapwing.Modules.Pathways;

/// <summary>One rule of the routing table.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="Condition">Whether a referral and a service fit.</param>
/// <param name="Reason">Why the service is ruled out.</param>
/// <param name="Check">What to check when too little is known.</param>
public sealed record PathwayRule(
    string Code,
    Func<ReferralFacts, ServiceFacts, Fit> Condition,
    Func<ReferralFacts, ServiceFacts, string> Reason,
    string Check = "");
