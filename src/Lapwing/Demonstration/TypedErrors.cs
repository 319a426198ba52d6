using Lapwing.Modules.People;
using Lapwing.Modules.People.Linkage;

namespace Lapwing.Demonstration;

/// <summary>A slip with which a name or date is written down.</summary>
public enum TypedError { Variant, Sound, Scan, Dropped, Doubled, WrongKey, ChangedOver, SwappedDate, WrongDigit }

/// <summary>The usual errors in names and dates: other forms of a name, spellings that sound alike, letters that a scanner takes for others (from sdglinkage,
/// MIT licence; see <see cref="ErrorRules"/>), and slips of the keys. The same numbers make the same errors.</summary>
public static class TypedErrors
{
    /// <summary>The errors that a name can have.</summary>
    public static IReadOnlyList<TypedError> OfNames { get; } =
        [TypedError.Variant, TypedError.Sound, TypedError.Scan, TypedError.Dropped, TypedError.Doubled, TypedError.WrongKey, TypedError.ChangedOver];

    private static readonly string[] Keyboard = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <summary>A name with one error; null when this error cannot happen to this name.</summary>
    public static string? In(string name, TypedError error, ref Seeded seeded)
    {
        var plain = name.ToLowerInvariant();
        var wrong = error switch
        {
            TypedError.Variant => NameVariants.Of(plain) is { Count: > 0 } variants ? seeded.Of(variants) : null,
            TypedError.Sound => ByRule(plain, "sound", ref seeded),
            TypedError.Scan => ByRule(plain, "scan", ref seeded),
            TypedError.Dropped => plain.Length < 4 ? null : plain.Remove(1 + seeded.Below(plain.Length - 1), 1),
            TypedError.Doubled => Doubled(plain, ref seeded),
            TypedError.WrongKey => WrongKey(plain, ref seeded),
            TypedError.ChangedOver => ChangedOver(plain, ref seeded),
            _ => throw new ArgumentOutOfRangeException(nameof(error), error, "It is no error of a name."),
        };
        return wrong is null || wrong == plain || wrong.Length < 2 ? null : char.ToUpperInvariant(wrong[0]) + wrong[1..];
    }

    /// <summary>A name with one of the usual errors.</summary>
    public static string InName(string name, ref Seeded seeded)
    {
        for (var tries = 0; tries < 20; tries++)
            if (In(name, seeded.Of(OfNames), ref seeded) is { } wrong)
                return wrong;
        return name;
    }

    /// <summary>A date with day and month changed over or one digit wrong, that is still a date.</summary>
    public static DateOnly InDate(DateOnly date, TypedError error, ref Seeded seeded)
    {
        if (error == TypedError.SwappedDate)
            return SearchTerms.Swapped(date) ?? InDate(date, TypedError.WrongDigit, ref seeded);
        while (true)
        {
            var digits = date.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture).ToCharArray();
            // The century is never in doubt.
            digits[2 + seeded.Below(6)] = (char)('0' + seeded.Below(10));
            if (DateOnly.TryParseExact(digits, "yyyyMMdd", out var wrong) && wrong != date)
                return wrong;
        }
    }

    private static string? ByRule(string name, string kind, ref Seeded seeded)
    {
        var fitting = ErrorRules.All.Where(rule => rule.Kind == kind && rule.PlacesIn(name, rule.From).Any()).ToArray();
        if (fitting.Length == 0)
            return null;
        var chosen = seeded.Of(fitting);
        var at = seeded.Of(chosen.PlacesIn(name, chosen.From).ToArray());
        return name[..at] + chosen.To + name[(at + chosen.From.Length)..];
    }

    private static string? Doubled(string name, ref Seeded seeded)
    {
        var at = seeded.Below(name.Length);
        return at + 1 < name.Length && name[at] == name[at + 1] ? name.Remove(at, 1) : name.Insert(at, name[at].ToString());
    }

    private static string? WrongKey(string name, ref Seeded seeded)
    {
        var at = seeded.Below(name.Length);
        var row = Array.Find(Keyboard, keys => keys.Contains(name[at], StringComparison.Ordinal));
        if (row is null)
            return null;
        var key = row.IndexOf(name[at], StringComparison.Ordinal) + (seeded.Chance(.5) ? 1 : -1);
        return key < 0 || key >= row.Length ? null : name[..at] + row[key] + name[(at + 1)..];
    }

    private static string? ChangedOver(string name, ref Seeded seeded)
    {
        if (name.Length < 3)
            return null;
        var at = seeded.Below(name.Length - 1);
        return name[..at] + name[at + 1] + name[at] + name[(at + 2)..];
    }
}
