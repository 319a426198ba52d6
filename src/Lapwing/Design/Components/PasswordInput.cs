using Microsoft.AspNetCore.Html;

namespace Lapwing.Design.Components;

/// <summary>A password that can be shown while typing.</summary>
public sealed record PasswordInput : Field
{
    public string? Value { get; init; }
    public string? Autocomplete { get; init; }
    public Phrase? Button { get; init; }

    public override IHtmlContent Render()
    {
        var attributes = new Dictionary<string, string?> { ["data-module"] = "govuk-password-input" };
        foreach (var (name, value) in FormGroup?.Attributes ?? new Dictionary<string, string?>()) attributes[name] = value;
        // The script takes "hidden" away: without it there is nothing that could show the password.
        var toggle = new Element("button").Set("type", "button")
            .Class("govuk-button", "govuk-button--secondary", "govuk-password-input__toggle", "govuk-js-password-input-toggle", Button?.Classes)
            .Set("data-module", "govuk-button").Set("aria-controls", ControlId).Set("aria-label", "Show password").Flag("hidden", true).Text("Show");
        return new Input
        {
            Id = ControlId, Name = Name, Type = "password", Value = Value, Disabled = Disabled, Spellcheck = false, Autocapitalize = "none",
            Autocomplete = Or(Autocomplete, "current-password"), Label = Label, Hint = Hint, ErrorMessage = ErrorMessage,
            DescribedBy = DescribedBy, Attributes = Attributes,
            Classes = Join("govuk-password-input__input", "govuk-js-password-input-input", Classes),
            InputWrapper = new Phrase { Classes = "govuk-password-input__wrapper" },
            FormGroup = new FormGroup
            {
                Classes = Join("govuk-password-input", FormGroup?.Classes), Attributes = attributes, BeforeInput = FormGroup?.BeforeInput,
                AfterInput = new Phrase { Html = toggle + FormGroup?.AfterInput?.Inner },
            },
        }.Render();
    }
}
