using Microsoft.AspNetCore.Html;

namespace Lapwing.Design.Components;

/// <summary>The way to the page before or after.</summary>
public sealed record PageArrow : Phrase
{
    public string? Href { get; init; }
    public string? LabelText { get; init; }
}

/// <summary>One numbered page, or the gap between numbers.</summary>
public sealed record PageNumber
{
    public string? Number { get; init; }
    public string? Href { get; init; }
    public bool Current { get; init; }
    public bool Ellipsis { get; init; }
    public string? VisuallyHiddenText { get; init; }
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

/// <summary>A long list in pages.</summary>
public sealed record Pagination : Component
{
    public PageArrow? Previous { get; init; }
    public PageArrow? Next { get; init; }
    public IReadOnlyList<PageNumber>? Items { get; init; }
    public string? LandmarkLabel { get; init; }

    private bool IsBlock => Items is null && (Next is not null || Previous is not null);

    public override IHtmlContent Render() =>
        new Element("nav").Class("govuk-pagination", When(IsBlock, "govuk-pagination--block"), Classes).Set("aria-label", Or(LandmarkLabel, "Pagination"))
            .With(Attributes).Add(
                Arrow(Previous, "prev", "Previous"),
                Items is null ? null : new Element("ul").Class("govuk-pagination__list").AddAll(Items.Select(Page)),
                Arrow(Next, "next", "Next"));

    private static Element Page(PageNumber page)
    {
        var item = new Element("li").Class("govuk-pagination__item", When(page.Current, "govuk-pagination__item--current"), When(page.Ellipsis, "govuk-pagination__item--ellipsis"));
        return page.Ellipsis ? item.Raw("&ctdot;") : item.Add(
            new Element("a").Class("govuk-link", "govuk-pagination__link").Set("href", page.Href ?? "")
                .Set("aria-label", page.VisuallyHiddenText ?? "Page " + page.Number).Set("aria-current", When(page.Current, "page"))
                .With(page.Attributes).Text(page.Number));
    }

    private Element? Arrow(PageArrow? arrow, string direction, string words)
    {
        if (arrow is null || string.IsNullOrEmpty(arrow.Href)) return null;
        var (before, labelled) = (IsBlock || direction == "prev", !string.IsNullOrEmpty(arrow.LabelText));
        var title = new Element("span").Class("govuk-pagination__link-title", When(IsBlock && !labelled, "govuk-pagination__link-title--decorated"));
        if (arrow.IsEmpty) title.Text(words).Add(new Element("span").Class("govuk-visually-hidden").Text(" page")); else title.Say(arrow);

        var link = new Element("a").Class("govuk-link", "govuk-pagination__link").Set("href", arrow.Href).Set("rel", direction).With(arrow.Attributes)
            .Raw(before ? Icon(direction) : null).Add(title);
        if (labelled && IsBlock)
        {
            link.Add(new Element("span").Class("govuk-visually-hidden").Text(":"), new Element("span").Class("govuk-pagination__link-label").Text(arrow.LabelText));
        }
        return new Element("div").Class($"govuk-pagination__{direction}").Add(link.Raw(before ? null : Icon(direction)));
    }

    private static string Icon(string direction) =>
        $"""<svg class="govuk-pagination__icon govuk-pagination__icon--{direction}" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="{(direction == "prev"
            ? "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"
            : "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z")}"></path></svg>""";
}
