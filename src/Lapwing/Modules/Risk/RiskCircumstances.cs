namespace Lapwing.Modules.Risk;

/// <summary>What is known beside the answers.</summary>
/// <param name="VictimAge">The victim's age in years; null when it is not known. Under 16 goes to children's safeguarding and never to MARAC.</param>
/// <param name="IncidentsInTwelveMonths">Domestic abuse incidents in the last twelve months, from any agency, this one included.</param>
/// <param name="RepeatWithinTwelveMonths">A further incident by the same person within twelve months of the last MARAC referral.</param>
public sealed record RiskCircumstances(int? VictimAge = null, int IncidentsInTwelveMonths = 0, bool RepeatWithinTwelveMonths = false);
