using Microsoft.AspNetCore.Html;

namespace Lapwing.Design.Components;

/// <summary>A button, or a link that looks like one.</summary>
public sealed record Button : PhraseComponent
{
    public string? Type { get; init; }
    public string? Name { get; init; }
    public string? Value { get; init; }
    public string? Href { get; init; }
    public bool Disabled { get; init; }
    public bool? PreventDoubleClick { get; init; }
    public bool IsStartButton { get; init; }

    private const string StartIcon =
        """<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>""";

    public override IHtmlContent Render()
    {
        var button = string.IsNullOrEmpty(Href)
            ? new Element("button").Set("type", Or(Type, "submit")).SetIfAny("value", Value).SetIfAny("name", Name)
                .Flag("disabled", Disabled).Set("aria-disabled", When(Disabled, "true"))
                .Set("data-prevent-double-click", PreventDoubleClick is { } prevent ? (prevent ? "true" : "false") : null)
            : new Element("a").Set("href", Href).Set("role", "button").Set("draggable", "false");
        button.Class("govuk-button", Classes, When(IsStartButton, "govuk-button--start")).Set("data-module", "govuk-button").With(Attributes).SetIfAny("id", Id);
        // A start button is a flex box, which would eat the spaces between elements.
        if (IsStartButton && !string.IsNullOrEmpty(Html)) button.Add(new Element("span").Say(Body)); else button.Say(Body);
        return button.Raw(When(IsStartButton, " " + StartIcon));
    }
}
