using Microsoft.AspNetCore.Html;

namespace Lapwing.Design.Components;

/// <summary>The band at the top with the product's name: never a crown.</summary>
public sealed record GenericHeader : Component
{
    public string? Url { get; init; }
    public string? LogoText { get; init; }
    public string? LogoHtml { get; init; }
    public string? ContainerClasses { get; init; }

    /// <summary>Ours, not published: what stands at the far end, such as who is signed in.</summary>
    public Phrase? End { get; init; }

    public override IHtmlContent Render() =>
        new Element("div").Class("govuk-generic-header", Classes).With(Attributes).Add(
            new Element("div").Class("govuk-generic-header__container", Or(ContainerClasses, "govuk-width-container")).Add(
                new Element("div").Class("govuk-generic-header__logo").Add(
                    new Element("a").Set("href", Or(Url, "/")).Class("govuk-generic-header__homepage-link").Say(new Phrase { Text = LogoText, Html = LogoHtml }))).Say(End));
}

/// <summary>One place of the navigation: current is this very page, active is somewhere inside.</summary>
public sealed record NavigationItem : Phrase
{
    public string? Href { get; init; }
    public bool Current { get; init; }
    public bool Active { get; init; }
}

/// <summary>The name of the service and its main places.</summary>
public sealed record ServiceNavigation : Component
{
    public string? ServiceName { get; init; }
    public string? ServiceUrl { get; init; }
    public string? AriaLabel { get; init; }
    public string? MenuButtonText { get; init; }
    public string? MenuButtonLabel { get; init; }
    public string? NavigationLabel { get; init; }
    public string? NavigationId { get; init; }
    public string? NavigationClasses { get; init; }
    public bool? CollapseNavigationOnMobile { get; init; }
    public IReadOnlyList<NavigationItem> Navigation { get; init; } = [];

    public override IHtmlContent Render()
    {
        var named = !string.IsNullOrEmpty(ServiceName);
        // With a name it is a landmark of its own; without, the nav inside is landmark enough.
        return new Element(named ? "section" : "div").Set("aria-label", When(named, AriaLabel ?? "Service information"))
            .Class("govuk-service-navigation", Classes).Set("data-module", "govuk-service-navigation").With(Attributes).Add(
                new Element("div").Class("govuk-width-container").Add(
                    new Element("div").Class("govuk-service-navigation__container").Add(named ? Name() : null, Navigation.Count > 0 ? Places() : null)));
    }

    private Element Name() => new Element("span").Class("govuk-service-navigation__service-name").Add(string.IsNullOrEmpty(ServiceUrl)
        ? new Element("span").Class("govuk-service-navigation__text").Text(ServiceName)
        : new Element("a").Set("href", ServiceUrl).Class("govuk-service-navigation__link").Text(ServiceName));

    private Element Places()
    {
        var (menu, id) = (Or(MenuButtonText, "Menu"), Or(NavigationId, "navigation"));
        return new Element("nav").Set("aria-label", Or(NavigationLabel, menu)).Class("govuk-service-navigation__wrapper", NavigationClasses).Add(
            !(CollapseNavigationOnMobile ?? Navigation.Count > 1) ? null :
                new Element("button").Set("type", "button").Class("govuk-service-navigation__toggle", "govuk-js-service-navigation-toggle").Set("aria-controls", id)
                    .SetIfAny("aria-label", MenuButtonLabel == menu ? null : MenuButtonLabel).Flag("hidden", true).Set("aria-hidden", "true").Text(menu),
            new Element("ul").Class("govuk-service-navigation__list").Set("id", id).AddAll(Navigation.Select(Place)));
    }

    private static Element Place(NavigationItem item)
    {
        var here = item.Current || item.Active;
        var place = new Element("li").Class("govuk-service-navigation__item", When(here, "govuk-service-navigation__item--active"));
        if (item.IsEmpty) return place;
        var link = string.IsNullOrEmpty(item.Href)
            ? new Element("span").Class("govuk-service-navigation__text")
            : new Element("a").Class("govuk-service-navigation__link").Set("href", item.Href).With(item.Attributes);
        link.Set("aria-current", here ? (item.Current ? "page" : "true") : null);
        // Bold shows where one is to readers who override the colours.
        return place.Add(here ? link.Add(new Element("strong").Class("govuk-service-navigation__active-fallback").Say(item)) : link.Say(item));
    }
}

/// <summary>Takes a survivor away from the page at once: by a press, or by Shift three times within five seconds.</summary>
public sealed record ExitThisPage : PhraseComponent
{
    /// <summary>Somewhere that anybody might be, without a trace of this service in it.</summary>
    public const string NeutralSite = "https://www.bbc.co.uk/weather";

    public string? RedirectUrl { get; init; }
    public string? ActivatedText { get; init; }
    public string? TimedOutText { get; init; }
    public string? PressTwoMoreTimesText { get; init; }
    public string? PressOneMoreTimeText { get; init; }

    public override IHtmlContent Render() =>
        new Element("div").SetIfAny("id", Id).Class("govuk-exit-this-page", Classes).Set("data-module", "govuk-exit-this-page").With(Attributes)
            .SetIfAny("data-i18n.activated", ActivatedText).SetIfAny("data-i18n.timed-out", TimedOutText)
            .SetIfAny("data-i18n.press-two-more-times", PressTwoMoreTimesText).SetIfAny("data-i18n.press-one-more-time", PressOneMoreTimeText)
            .Add(new Button
            {
                Text = Text, Html = Body.IsEmpty ? """<span class="govuk-visually-hidden">Emergency</span> Exit this page""" : Html,
                Classes = "govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button",
                Href = Or(RedirectUrl, NeutralSite), Attributes = new Dictionary<string, string?> { ["rel"] = "nofollow noreferrer" },
            }.Render());
}
