using Microsoft.AspNetCore.Html;

namespace Lapwing.Design.Components;

/// <summary>Leads to the page before.</summary>
public sealed record BackLink : PhraseComponent
{
    public string? Href { get; init; }

    public override IHtmlContent Render() =>
        new Element("a").Set("href", Or(Href, "#")).Class("govuk-back-link", Classes).With(Attributes)
            .Raw(string.IsNullOrEmpty(Html) ? Element.Encode(Or(Text, "Back")) : Html);
}

/// <summary>Lets a keyboard jump over what every page repeats.</summary>
public sealed record SkipLink : PhraseComponent
{
    public string? Href { get; init; }

    public override IHtmlContent Render() =>
        new Element("a").Set("href", Or(Href, "#content")).Class("govuk-skip-link", Classes).With(Attributes).Set("data-module", "govuk-skip-link").Say(Body);
}

/// <summary>One step of the way from the start.</summary>
public sealed record Crumb : Phrase
{
    public string? Href { get; init; }
}

/// <summary>The way from the start to this page.</summary>
public sealed record Breadcrumbs : Component
{
    public IReadOnlyList<Crumb> Items { get; init; } = [];
    public bool CollapseOnMobile { get; init; }
    public string? LabelText { get; init; }

    public override IHtmlContent Render() =>
        new Element("nav").Class("govuk-breadcrumbs", Classes, When(CollapseOnMobile, "govuk-breadcrumbs--collapse-on-mobile")).With(Attributes)
            .Set("aria-label", LabelText ?? "Breadcrumb").Add(
                new Element("ol").Class("govuk-breadcrumbs__list").AddAll(Items.Select(Step)));

    private static Element Step(Crumb crumb)
    {
        var step = new Element("li").Class("govuk-breadcrumbs__list-item");
        return string.IsNullOrEmpty(crumb.Href)
            ? step.Set("aria-current", "page").Say(crumb)
            : step.Add(new Element("a").Class("govuk-breadcrumbs__link").Set("href", crumb.Href).With(crumb.Attributes).Say(crumb));
    }
}
