using Microsoft.AspNetCore.Html;

namespace Lapwing.Design.Components;

/// <summary>One line of text.</summary>
public sealed record Input : Field
{
    public string? Type { get; init; }
    public string? Value { get; init; }
    public bool? Spellcheck { get; init; }
    public string? Autocomplete { get; init; }
    public string? Autocapitalize { get; init; }
    public string? Pattern { get; init; }
    public string? Inputmode { get; init; }
    public Phrase? Prefix { get; init; }
    public Phrase? Suffix { get; init; }
    public Phrase? InputWrapper { get; init; }

    public override IHtmlContent Render()
    {
        var input = new Element("input").Class("govuk-input", Classes, ErrorClass("govuk-input--error"))
            .Set("id", ControlId).Set("name", Name).Set("type", Or(Type, "text"))
            .Set("spellcheck", Spellcheck is { } check ? (check ? "true" : "false") : null)
            .Set("value", Value).Flag("disabled", Disabled)
            .Set("aria-describedby", Described(ControlId, DescribedBy))
            .Set("autocomplete", Autocomplete).Set("autocapitalize", Autocapitalize).Set("pattern", Pattern).Set("inputmode", Inputmode)
            .With(Attributes);

        if (Prefix is null && Suffix is null && FormGroup?.BeforeInput is null && FormGroup?.AfterInput is null) return Group(input);
        return Group().Add(Label?.Render(ControlId)).Add(HintAndError(ControlId)).Add(
            new Element("div").Class("govuk-input__wrapper", InputWrapper?.Classes).With(InputWrapper?.Attributes)
                .Say(FormGroup?.BeforeInput).Add(Affix(Prefix, "prefix"), input, Affix(Suffix, "suffix")).Say(FormGroup?.AfterInput));
    }

    private static Element? Affix(Phrase? affix, string kind) => affix is null || affix.IsEmpty ? null :
        new Element("div").Class("govuk-input__" + kind, affix.Classes).Set("aria-hidden", "true").With(affix.Attributes).Say(affix);
}
