using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lapwing.Modules.People;

/// <summary>
/// A postal address in two canonical forms, by which one that is written in several ways is known as one: its numbers with the postcode, and its numbers with the street.
/// "Flat 2, 12 Made-up St, ZZ1 1AB" and "12 Made-up Street flat 2 zz11ab" agree in the second; a typed address agrees with a shorter one in at least one of them.
/// </summary>
public sealed partial record PlainAddress(string? ByPostcode, string? ByStreet)
{
    private static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal)
    {
        ["street"] = "st", ["road"] = "rd", ["avenue"] = "ave", ["av"] = "ave", ["close"] = "cl", ["lane"] = "ln", ["drive"] = "dr", ["court"] = "ct", ["place"] = "pl",
        ["square"] = "sq", ["terrace"] = "ter", ["gardens"] = "gdns", ["crescent"] = "cres", ["grove"] = "gr", ["mews"] = "mews", ["way"] = "way", ["walk"] = "walk", ["hill"] = "hill",
        ["apartment"] = "flat", ["apt"] = "flat", ["unit"] = "flat", ["room"] = "flat",
    };

    private static readonly HashSet<string> Ways = ["st", "rd", "ave", "cl", "ln", "dr", "ct", "pl", "sq", "ter", "gdns", "cres", "gr", "mews", "way", "walk", "hill"];

    public static PlainAddress Of(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = Plain(address);
        var postcode = PostcodeOf(plain);
        var words = Words().Matches(postcode is null ? plain : Postcode().Replace(plain, " ")).Select(m => Short.GetValueOrDefault(m.Value, m.Value))
            .Where(word => word is not ("flat" or "no" or "number" or "the")).ToList();
        var numbers = words.Where(word => char.IsAsciiDigit(word[0])).ToList();
        var after = numbers.Count == 0 ? 0 : words.FindLastIndex(word => char.IsAsciiDigit(word[0])) + 1;
        var street = new StringBuilder();
        foreach (var word in words.Skip(after < words.Count ? after : 0).Where(word => !char.IsAsciiDigit(word[0])).Take(4))
        {
            if (Ways.Contains(word) && street.Length > 0)
                break;
            street.Append(word);
            if (numbers.Count == 0 && street.Length >= 20)
                break;
        }
        // The order in which a flat and a house number stand is a matter of taste.
        var where = string.Join(' ', numbers.Order(StringComparer.Ordinal));
        return new(postcode is null ? null : $"{(where.Length > 0 ? where : street.ToString())}|{postcode}", street.Length == 0 ? null : $"{where}|{street}");
    }

    /// <summary>The postcode without its space, or null.</summary>
    public static string? PostcodeOf(string text) => Postcode().Match(Plain(text)) is { Success: true } match ? match.Value.Replace(" ", "", StringComparison.Ordinal) : null;

    /// <summary>Small letters without accents.</summary>
    public static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormKD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)).ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Replace("-", " ", StringComparison.Ordinal);

    [GeneratedRegex(@"\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b")]
    private static partial Regex Postcode();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Words();
}
