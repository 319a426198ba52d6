using System.Globalization;
using Lapwing.Design;

namespace Lapwing.Modules.Accommodation.Seeking;

/// <summary>How long a place is kept, as a choice of a few.</summary>
public static class HoldHours
{
    private static readonly int[] Choices = [1, 2, 4, 8, 24, 48, 72];

    public static IReadOnlyList<Option> Options(AccommodationSettings settings) =>
        [.. Choices.Append(settings.HoldHours).Distinct().Order().Select(h => new Option(h.ToString(CultureInfo.InvariantCulture), h == 1 ? "1 hour" : $"{h} hours"))];

    public static bool IsOne(int? hours, AccommodationSettings settings) => hours is { } chosen && (Choices.Contains(chosen) || chosen == settings.HoldHours);
}
