using Microsoft.AspNetCore.Html;

namespace Lapwing.Design.Components;

/// <summary>What may surround the control inside its group.</summary>
public sealed record FormGroup
{
    public string? Classes { get; init; }
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
    public Phrase? BeforeInput { get; init; }
    public Phrase? AfterInput { get; init; }
    public Phrase? BeforeInputs { get; init; }
    public Phrase? AfterInputs { get; init; }
}

/// <summary>Label, hint, error and the ids that tie them to the control: the part that every form field shares.</summary>
public abstract record Field : Component
{
    public string? Name { get; init; }
    public Label? Label { get; init; }
    public Hint? Hint { get; init; }
    public ErrorMessage? ErrorMessage { get; init; }
    public FormGroup? FormGroup { get; init; }
    public string? DescribedBy { get; init; }
    public bool Disabled { get; init; }

    private protected string ControlId => Or(Id, Name ?? "");

    private protected string? ErrorClass(string name) => When(ErrorMessage is not null, name);

    private protected string? Described(string id, string? already) =>
        Join(already, When(Hint is not null, id + "-hint"), When(ErrorMessage is not null, id + "-error"));

    private protected IHtmlContent?[] HintAndError(string id) => [Hint?.Render(id + "-hint"), ErrorMessage?.Render(id + "-error")];

    private protected Element Group() =>
        new Element("div").Class("govuk-form-group", ErrorClass("govuk-form-group--error"), FormGroup?.Classes).With(FormGroup?.Attributes);

    /// <summary>The usual group: label, hint, error, then the control.</summary>
    private protected Element Group(Element control) =>
        Group().Add(Label?.Render(ControlId)).Add(HintAndError(ControlId)).Say(FormGroup?.BeforeInput).Add(control).Say(FormGroup?.AfterInput);

    /// <summary>A group of controls under a legend; without a fieldset the controls stand alone.</summary>
    private protected Element Group(Fieldset? fieldset, string id, string? role, Element controls)
    {
        var content = new HtmlContentBuilder();
        foreach (var part in HintAndError(id)) if (part is not null) content.AppendHtml(part);
        content.AppendHtml(controls);
        if (fieldset is null) return Group().Add(content);
        return Group().Add((fieldset with { Role = role, DescribedBy = Described(id, fieldset.DescribedBy) }).Around(content));
    }
}
