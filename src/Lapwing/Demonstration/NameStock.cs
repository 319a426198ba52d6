using System.Globalization;

namespace Lapwing.Demonstration;

/// <summary>
/// First names by sex and birth year and surnames, with their true frequencies in the United Kingdom (from the Office for National Statistics through sdglinkage,
/// MIT licence; see Data/names.txt). Years before 1996 use the names of 1996, years after 2018 those of 2018.
/// </summary>
internal static class NameStock
{
    private const int FirstYear = 1996;
    private const int LastYear = 2018;

    private static readonly Weighted<string>[] Female = FirstNames("female");
    private static readonly Weighted<string>[] Male = FirstNames("male");

    /// <summary>Surnames.</summary>
    public static Weighted<string> Surnames { get; } = new(Lines("Data.surnames.csv").Select(c => (Capitals(c[0]), Number(c[1]))));

    /// <summary>First names of women or men born in a year.</summary>
    public static Weighted<string> FirstNamesOf(bool female, int birthYear) =>
        (female ? Female : Male)[Math.Clamp(birthYear, FirstYear, LastYear) - FirstYear];

    private static Weighted<string>[] FirstNames(string sex) =>
        [.. Lines("Data.first-names.csv").Where(c => c[0] == sex).GroupBy(c => c[1], StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(year => new Weighted<string>(year.Select(c => (Capitals(c[2]), Number(c[3])))))];

    private static IEnumerable<string[]> Lines(string resource)
    {
        using var stream = typeof(NameStock).Assembly.GetManifestResourceStream(typeof(NameStock), resource)
            ?? throw new InvalidOperationException($"The names {resource} are missing from the program.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split(',');
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Capitals(string name) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name);
}
