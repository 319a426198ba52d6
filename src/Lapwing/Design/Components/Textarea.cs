using Microsoft.AspNetCore.Html;

namespace Lapwing.Design.Components;

/// <summary>Several lines of text.</summary>
public sealed record Textarea : Field
{
    public string? Value { get; init; }
    public int? Rows { get; init; }
    public bool? Spellcheck { get; init; }
    public string? Autocomplete { get; init; }

    public override IHtmlContent Render() => Group(
        new Element("textarea").Class("govuk-textarea", ErrorClass("govuk-textarea--error"), Classes)
            .Set("id", ControlId).Set("name", Name).Set("rows", $"{Rows ?? 5}")
            .Set("spellcheck", Spellcheck is { } check ? (check ? "true" : "false") : null)
            .Flag("disabled", Disabled).Set("aria-describedby", Described(ControlId, DescribedBy))
            .SetIfAny("autocomplete", Autocomplete).With(Attributes)
            // A browser drops one line break after the start tag: without this one, an answer that begins with a blank line would lose it.
            .Raw(Value is ['\n' or '\r', ..] ? "\n" : null).Text(Value));
}
