using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text;

namespace Lapwing.Design;

/// <summary>One answer that can be chosen: what is sent, what is read, and a line of help.</summary>
public sealed record Option(string Value, string Label, string? Hint = null)
{
    /// <summary>The members of an enum, in their order, with the names that they display.</summary>
    public static IReadOnlyList<Option> From<T>(params T[] except) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Except(except).Select(v => From(typeof(T), v.ToString()))];

    public static IReadOnlyList<Option> From(Type enumeration) => [.. Enum.GetNames(enumeration).Select(n => From(enumeration, n))];

    private static Option From(Type enumeration, string name)
    {
        var display = enumeration.GetField(name)?.GetCustomAttribute<DisplayAttribute>();
        return new Option(name, display?.GetName() ?? Spaced(name), display?.GetDescription());
    }

    /// <summary>"HighRisk" reads "High risk".</summary>
    private static string Spaced(string name)
    {
        var words = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]);
            if (startsWord) words.Append(' ');
            var acronym = char.IsUpper(name[i]) && i + 1 < name.Length && char.IsUpper(name[i + 1]);
            words.Append(startsWord && !acronym ? char.ToLowerInvariant(name[i]) : name[i]);
        }
        return words.ToString();
    }
}
