using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Lapwing.Design.Components;

/// <summary>Something that happened, when, and by whom.</summary>
public sealed record TimelineEvent : Phrase
{
    public string? Title { get; init; }
    public string? By { get; init; }

    /// <summary>The moment for machines, and the words in which a reader is told it.</summary>
    public string? Timestamp { get; init; }
    public string? When { get; init; }
}

/// <summary>What happened, newest first.</summary>
public sealed record Timeline : Component
{
    public int? HeadingLevel { get; init; }
    public IReadOnlyList<TimelineEvent> Items { get; init; } = [];

    public override IHtmlContent Render() =>
        new Element("div").Class("moj-timeline", Classes).With(Attributes).AddAll(Items.Select(e =>
            new Element("div").Class("moj-timeline__item", e.Classes).With(e.Attributes).Add(
                new Element("div").Class("moj-timeline__header").Add(
                    new Element($"h{HeadingLevel ?? 2}").Class("moj-timeline__title").Text(e.Title),
                    new HtmlString(" "),
                    string.IsNullOrEmpty(e.By) ? null : new Element("p").Class("moj-timeline__byline").Text("by " + e.By)),
                string.IsNullOrEmpty(e.When) ? null : new Element("p").Class("moj-timeline__date").Add(
                    new Element("time").Set("datetime", e.Timestamp).Text(e.When)),
                e.IsEmpty ? null : new Element("div").Class("moj-timeline__description").Say(e))));
}

/// <summary>A short mark, such as a risk level.</summary>
public sealed record Badge : PhraseComponent
{
    public override IHtmlContent Render() => new Element("span").Class("moj-badge", Classes).With(Attributes).Say(Body);
}

/// <summary>How many things wait; nothing at all when none does.</summary>
public sealed record NotificationBadge : Component
{
    public int Count { get; init; }
    public string? VisuallyHiddenText { get; init; }

    public override IHtmlContent Render()
    {
        if (Count <= 0) return HtmlString.Empty;
        var (seen, said) = Count >= 99 ? ("99+", "99 or more") : ($"{Count}", Count.ToString(CultureInfo.InvariantCulture));
        return new Element("span").Class("moj-notification-badge", Classes).With(Attributes).Add(
            new Element("span").Set("aria-hidden", "true").Text(seen),
            new Element("span").Class("govuk-visually-hidden").Text($"({Join(said, VisuallyHiddenText)})"));
    }
}

/// <summary>The places within one record.</summary>
public sealed record SubNavigation : Component
{
    public string? Label { get; init; }
    public IReadOnlyList<NavigationItem> Items { get; init; } = [];

    public override IHtmlContent Render() =>
        new Element("nav").Class("moj-sub-navigation", Classes).Set("aria-label", Or(Label, "Secondary navigation region")).With(Attributes).Add(
            new Element("ul").Class("moj-sub-navigation__list").AddAll(Items.Select(item =>
                new Element("li").Class("moj-sub-navigation__item", item.Classes).Add(
                    new Element("a").Class("moj-sub-navigation__link").Set("aria-current", When(item.Active || item.Current, "page"))
                        .Set("href", item.Href).With(item.Attributes).Say(item)))));
}

/// <summary>The places beside a page, when there are more than fit in a row.</summary>
public sealed record SideNavigation : Component
{
    public string? Label { get; init; }
    public IReadOnlyList<NavigationItem> Items { get; init; } = [];

    public override IHtmlContent Render() =>
        new Element("nav").Class("moj-side-navigation", Classes).Set("aria-label", Or(Label, "Side navigation")).With(Attributes).Add(
            new Element("ul").Class("moj-side-navigation__list").AddAll(Items.Select(item =>
                new Element("li").Class("moj-side-navigation__item", When(item.Active || item.Current, "moj-side-navigation__item--active")).Add(
                    new Element("a").Set("href", item.Href).Set("aria-current", When(item.Active || item.Current, "location")).With(item.Attributes).Say(item)))));
}

/// <summary>Whose record this is, on every page of it.</summary>
public sealed record IdentityBar : Component
{
    public Phrase? Title { get; init; }

    /// <summary>Links or buttons at the right.</summary>
    public Phrase? Actions { get; init; }

    public override IHtmlContent Render() =>
        new Element("div").Class("moj-identity-bar", Classes).With(Attributes).Add(
            new Element("div").Class("moj-identity-bar__container").Add(
                new Element("div").Class("moj-identity-bar__details").Add(
                    Title is null ? null : new Element("span").Class("moj-identity-bar__title").Say(Title)),
                Actions is null or { IsEmpty: true } ? null : new Element("div").Class("moj-identity-bar__actions").Add(
                    new Element("div").Class("moj-identity-bar__menu").Say(Actions))));
}
