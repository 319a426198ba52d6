using Lapwing.Design;
using Lapwing.Vocabulary;

namespace Lapwing.Modules.Directory;

/// <summary>Whom a service is for, in words that a referrer understands.</summary>
public static class EligibilityWords
{
    /// <param name="areas">The partnership's areas: their code and name.</param>
    public static IEnumerable<string> Of(ServiceEligibility eligibility, IReadOnlyList<Option> areas)
    {
        yield return eligibility.Pathway == Pathway.FrontDoor ? "Everybody, at every level of risk" : eligibility.Serves.Title();
        if (AgesOf(eligibility) is { } ages)
            yield return ages;
        if (eligibility.SchoolAgeOnly)
            yield return "School age only";
        if (eligibility.RiskLevels.Count > 0)
            yield return $"{Either(eligibility.RiskLevels.Select((level, i) => i == 0 ? level.Title() : level.Title().ToLowerInvariant()))} risk";
        if (eligibility.Areas.Count > 0)
            yield return "Living in " + Either(eligibility.Areas.Select(code => areas.FirstOrDefault(a => a.Value == code)?.Label ?? code));
        if (eligibility.Meets != Needs.None)
            yield return "Needs " + Either(Option.From(Needs.None).Where(o => eligibility.Meets.HasFlag(Enum.Parse<Needs>(o.Value))).Select(o => o.Label.ToLowerInvariant()));
        if (eligibility.MonthsOfSafety is { } months)
            yield return $"In safety for {months} months";
        foreach (var requirement in Requirements.All.Where(r => eligibility.Requires.HasFlag(r)))
            yield return requirement.Title();
    }

    private static string? AgesOf(ServiceEligibility eligibility) => (eligibility.MinimumAge, eligibility.MaximumAge) switch
    {
        ({ } from, { } to) => $"Aged {from} to {to}",
        ({ } from, null) => $"Aged {from} or over",
        (null, { } to) => $"Aged {to} or under",
        _ => null,
    };

    private static string Either(IEnumerable<string> words) => words.ToArray() switch
    {
        [var one] => one,
        [.. var first, var last] => string.Join(", ", first) + " or " + last,
        _ => "",
    };
}
