using Microsoft.AspNetCore.Html;

namespace Lapwing.Design.Components;

/// <summary>What can be done with a row or a card.</summary>
public sealed record SummaryAction : Phrase
{
    public string? Href { get; init; }
    public string? VisuallyHiddenText { get; init; }
}

/// <summary>The actions of a row or a card.</summary>
public sealed record SummaryActions
{
    public IReadOnlyList<SummaryAction> Items { get; init; } = [];
    public string? Classes { get; init; }
}

/// <summary>A fact: what it is called and what it is.</summary>
public sealed record SummaryRow
{
    public Phrase? Key { get; init; }
    public Phrase? Value { get; init; }
    public SummaryActions? Actions { get; init; }
    public string? Classes { get; init; }
}

/// <summary>The name on a card.</summary>
public sealed record CardTitle : Phrase
{
    public int? HeadingLevel { get; init; }
}

/// <summary>A frame with a name around a summary list.</summary>
public sealed record SummaryCard
{
    public CardTitle? Title { get; init; }
    public SummaryActions? Actions { get; init; }
    public string? Classes { get; init; }
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

/// <summary>Facts about one thing.</summary>
public sealed record SummaryList : Component
{
    public IReadOnlyList<SummaryRow> Rows { get; init; } = [];
    public SummaryCard? Card { get; init; }

    public override IHtmlContent Render()
    {
        var anyActions = Rows.Any(r => r.Actions?.Items.Count > 0);
        var list = new Element("dl").Class("govuk-summary-list", Classes).With(Attributes).AddAll(Rows.Select(r => Row(r, anyActions)));
        if (Card is null) return list;
        return new Element("div").Class("govuk-summary-card", Card.Classes).With(Card.Attributes).Add(
            new Element("div").Class("govuk-summary-card__title-wrapper").Add(
                Card.Title is null ? null : new Element($"h{Card.Title.HeadingLevel ?? 2}").Class("govuk-summary-card__title", Card.Title.Classes).Say(Card.Title),
                ActionList(Card.Actions, "div", "govuk-summary-card__actions", "govuk-summary-card__action", null)),
            new Element("div").Class("govuk-summary-card__content").Add(list));
    }

    private Element Row(SummaryRow row, bool anyActions) =>
        new Element("div").Class("govuk-summary-list__row", When(anyActions && row.Actions is null, "govuk-summary-list__row--no-actions"), row.Classes).Add(
            new Element("dt").Class("govuk-summary-list__key", row.Key?.Classes).Say(row.Key),
            new Element("dd").Class("govuk-summary-list__value", row.Value?.Classes).Say(row.Value),
            ActionList(row.Actions, "dd", "govuk-summary-list__actions", "govuk-summary-list__actions-list-item", "govuk-summary-list__actions-list"));

    /// <summary>One action stands by itself; several become a list, which in a card is the wrapper itself.</summary>
    private Element? ActionList(SummaryActions? actions, string wrapper, string name, string itemName, string? listName)
    {
        if (actions is null || actions.Items.Count == 0) return null;
        if (actions.Items.Count == 1) return new Element(wrapper).Class(name, actions.Classes).Add(Link(actions.Items[0]));
        var items = actions.Items.Select(a => new Element("li").Class(itemName).Add(Link(a)));
        return listName is null
            ? new Element("ul").Class(name, actions.Classes).AddAll(items)
            : new Element(wrapper).Class(name, actions.Classes).Add(new Element("ul").Class(listName).AddAll(items));
    }

    private Element Link(SummaryAction action)
    {
        var hidden = Element.Encode(string.IsNullOrEmpty(action.VisuallyHiddenText) ? "" : " " + action.VisuallyHiddenText)
            + (Card?.Title is { } title ? $" ({title.Inner})" : "");
        return new Element("a").Class("govuk-link", action.Classes).Set("href", action.Href ?? "").With(action.Attributes).Say(action)
            .Add(hidden.Length == 0 ? null : new Element("span").Class("govuk-visually-hidden").Raw(hidden));
    }
}
