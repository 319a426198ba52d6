using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Lapwing.Design.TagHelpers;

/// <summary>
/// What a page's property says to its field: name, id, values and error. What was typed wins over what the model holds,
/// so nothing that somebody wrote is lost when it could not be understood.
/// </summary>
internal sealed record Binding(string Name, string Id, IReadOnlyList<string> Values, string? Error)
{
    public string? Value => Values.Count > 0 ? Values[0] : null;

    public static Binding Of(ViewContext view, ModelExpression? model, string? name)
    {
        var full = model is null ? name ?? "" : NameAndId.Full(view, name ?? model.Name);
        var entry = view.ViewData.ModelState.TryGetValue(full, out var found) ? found : null;
        return new Binding(full, NameAndId.IdOf(full), Attempted(entry) ?? [.. Texts(model?.Model)], ErrorOf(entry));
    }

    public static string? ErrorOf(ModelStateEntry? entry)
    {
        if (entry is null || entry.Errors.Count == 0) return null;
        var message = entry.Errors[0].ErrorMessage;
        return message.Length > 0 ? message : "Check this answer";
    }

    public static string TextOf(object? value) => value switch
    {
        null => "",
        bool yes => yes ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.CurrentCulture),
        _ => value.ToString() ?? "",
    };

    private static string[]? Attempted(ModelStateEntry? entry) => entry?.RawValue switch
    {
        string[] several => several,
        string one => [one],
        _ => entry?.AttemptedValue is { } attempted ? [attempted] : null,
    };

    private static IEnumerable<string> Texts(object? model) => model switch
    {
        null => [],
        string text => [text],
        IEnumerable several => several.Cast<object?>().Select(TextOf),
        _ => [TextOf(model)],
    };
}

/// <summary>How a bound name becomes an id, the same for a field and for the link that leads to it.</summary>
internal static class NameAndId
{
    private const string FirstPart = ".Day";

    public static string Full(ViewContext view, string name) => view.ViewData.TemplateInfo.GetFullHtmlFieldName(name);

    /// <summary>The first box of a date carries the id of the date, as the first radio carries the id of its group.</summary>
    public static string IdOf(string name) =>
        TagBuilder.CreateSanitizedId(name.EndsWith(FirstPart, StringComparison.Ordinal) ? name[..^FirstPart.Length] : name, "_");
}
