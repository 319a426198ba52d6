using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Lapwing.Design;

/// <summary>
/// A component of the design system as a record of its options. <see cref="Render"/> is the only place that knows its HTML,
/// so the published fixtures can be fed to it without a web page.
/// </summary>
public abstract record Component
{
    public string? Id { get; init; }
    public string? Classes { get; init; }
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    public abstract IHtmlContent Render();

    private protected static string Or(string? value, string otherwise) => string.IsNullOrEmpty(value) ? otherwise : value;

    private protected static string? When(bool condition, string value) => condition ? value : null;

    private protected static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private protected static string? Join(params string?[] ids)
    {
        var joined = string.Join(' ', ids.Where(i => !string.IsNullOrEmpty(i)));
        return joined.Length == 0 ? null : joined;
    }
}

/// <summary>A component whose body is a phrase.</summary>
public abstract record PhraseComponent : Component
{
    public string? Text { get; init; }
    public string? Html { get; init; }

    private protected Phrase Body => new() { Text = Text, Html = Html };
}
