using Microsoft.AspNetCore.Html;

namespace Lapwing.Design.Components;

/// <summary>Several lines of text with a limit that is counted as one types.</summary>
public sealed record CharacterCount : Field
{
    public string? Value { get; init; }
    public int? Rows { get; init; }
    public bool? Spellcheck { get; init; }
    public int? Maxlength { get; init; }
    public int? Maxwords { get; init; }
    public int? Threshold { get; init; }
    public string? CountType { get; init; }
    public string? TextareaDescriptionText { get; init; }
    public Phrase? CountMessage { get; init; }

    public override IHtmlContent Render()
    {
        var countType = string.IsNullOrEmpty(CountType) ? When(Maxwords is not null, "words") : CountType;
        var limit = Maxwords ?? Maxlength;
        var words = Or(TextareaDescriptionText, $"You can enter up to %{{count}} {(countType == "words" ? "words" : "characters")}");
        var message = new Hint
        {
            Text = limit is null ? null : words.Replace("%{count}", $"{limit}", StringComparison.Ordinal),
            Classes = Join("govuk-character-count__message", CountMessage?.Classes),
        };
        var attributes = new Dictionary<string, string?> { ["data-module"] = "govuk-character-count" };
        Put("data-maxlength", Number(Maxlength));
        Put("data-maxwords", Number(Maxwords));
        Put("data-threshold", Number(Threshold));
        Put("data-count-type", countType);
        Put("data-i18n.textarea-description.other", limit is null ? TextareaDescriptionText : null);
        foreach (var (name, value) in FormGroup?.Attributes ?? new Dictionary<string, string?>()) attributes[name] = value;

        return new Textarea
        {
            Id = ControlId, Name = Name, Value = Value, Rows = Rows, Spellcheck = Spellcheck, Disabled = Disabled,
            Label = Label, Hint = Hint, ErrorMessage = ErrorMessage, Attributes = Attributes,
            Classes = Join("govuk-js-character-count", Classes), DescribedBy = ControlId + "-info",
            FormGroup = new FormGroup
            {
                Classes = Join("govuk-character-count", FormGroup?.Classes), Attributes = attributes, BeforeInput = FormGroup?.BeforeInput,
                AfterInput = new Phrase { Html = message.Render(ControlId + "-info") + FormGroup?.AfterInput?.Inner },
            },
        }.Render();

        void Put(string name, string? value)
        {
            if (value is not null) attributes[name] = value;
        }
    }
}
