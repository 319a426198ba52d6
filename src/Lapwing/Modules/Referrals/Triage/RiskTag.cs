using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Referrals.Triage;

/// <summary>The colour beside a level; the word is always there, because a colour alone says nothing to many.</summary>
public static class RiskTag
{
    public static string ColourOf(RiskLevel level) => level switch
    {
        RiskLevel.High => "red",
        RiskLevel.Medium => "orange",
        RiskLevel.Standard => "blue",
        _ => "purple",
    };
}
