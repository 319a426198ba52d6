namespace Lapwing.Modules.Accommodation;

/// <summary>One condition of the law for what may be called safe accommodation.</summary>
/// <param name="Refuses">Whether it stands against this unit.</param>
public sealed record RelevanceRule(string Code, string Source, string Reason, Func<UnitTerms, bool> Refuses);

/// <summary>What is relevant accommodation, and what is not (the Domestic Abuse Support (Relevant Accommodation and Housing Benefit and Universal Credit Sanctuary
/// Schemes) (Amendment) Regulations 2021, SI 2021/991, reg. 2). A household that is put into a bed and breakfast has not been given safe accommodation, whatever it is called.</summary>
public static class RelevantAccommodation
{
    public static IReadOnlyList<RelevanceRule> Rules { get; } =
    [
        new("bed-and-breakfast", "SI 2021/991, reg. 2(2)(c)",
            "A bed and breakfast or a hotel is not safe accommodation in law. Find another place, and record the household's request and that it was turned away if there is none.",
            unit => unit.Premises == Premises.BedAndBreakfast),
        new("shared-elsewhere", "SI 2021/991, reg. 2(5), “bed and breakfast accommodation”",
            "A room that is not self-contained, with a toilet, washing or cooking shared between households, counts as bed and breakfast unless a housing authority, a non-profit registered provider or a voluntary organisation owns or manages the building.",
            unit => unit.Premises == Premises.SharedElsewhere),
        new("provider", "SI 2021/991, reg. 2(2)(a)",
            "Safe accommodation is provided by a local housing authority, a private registered provider of social housing, or a registered charity whose objects include support to victims of domestic abuse.",
            unit => unit.Standing == ProviderStanding.Other),
        new("dispersed-self-contained", "SI 2021/991, reg. 2(5), “dispersed accommodation”",
            "Dispersed accommodation is self-contained. A shared house is a refuge, specialist or second stage accommodation.",
            unit => unit is { Type: UnitType.Dispersed, Premises: Premises.SharedInOwnBuilding }),
    ];

    /// <summary>The rules that stand against this unit; nothing when it may be offered as safe accommodation.</summary>
    public static IReadOnlyList<RelevanceRule> Against(UnitTerms unit) => [.. Rules.Where(rule => rule.Refuses(unit))];
}
