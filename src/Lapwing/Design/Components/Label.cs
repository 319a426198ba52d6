namespace Lapwing.Design.Components;

/// <summary>The label of one field, which can be the heading of the page.</summary>
public sealed record Label : Phrase
{
    public bool IsPageHeading { get; init; }
    public string? For { get; init; }

    public Element? Render(string? field)
    {
        if (IsEmpty) return null;
        var label = new Element("label").Class("govuk-label", Classes).With(Attributes).SetIfAny("for", field).Say(this);
        return IsPageHeading ? new Element("h1").Class("govuk-label-wrapper").Add(label) : label;
    }
}

/// <summary>A sentence of help under a label or legend.</summary>
public sealed record Hint : Phrase
{
    public string? Id { get; init; }

    public Element Render(string? id) => new Element("div").SetIfAny("id", id).Class("govuk-hint", Classes).With(Attributes).Say(this);
}

/// <summary>What is wrong with a field and how to put it right.</summary>
public sealed record ErrorMessage : Phrase
{
    public string? Id { get; init; }
    public string? VisuallyHiddenText { get; init; } = "Error";

    public Element Render(string? id)
    {
        var message = new Element("p").SetIfAny("id", id).Class("govuk-error-message", Classes).With(Attributes);
        if (string.IsNullOrEmpty(VisuallyHiddenText)) return message.Say(this);
        return message.Add(new Element("span").Class("govuk-visually-hidden").Text(VisuallyHiddenText + ":")).Raw(" ").Say(this);
    }
}

/// <summary>The question that a group of fields answers.</summary>
public sealed record Legend : Phrase
{
    public bool IsPageHeading { get; init; }
}
