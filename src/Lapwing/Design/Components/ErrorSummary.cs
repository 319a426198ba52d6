using Microsoft.AspNetCore.Html;

namespace Lapwing.Design.Components;

/// <summary>One thing to put right, and where.</summary>
public sealed record ErrorLink : Phrase
{
    public string? Href { get; init; }
}

/// <summary>All that is to be put right, at the top of the page.</summary>
public sealed record ErrorSummary : Component
{
    public string? TitleText { get; init; }
    public string? TitleHtml { get; init; }
    public string? DescriptionText { get; init; }
    public string? DescriptionHtml { get; init; }
    public bool? DisableAutoFocus { get; init; }
    public IReadOnlyList<ErrorLink> ErrorList { get; init; } = [];

    public override IHtmlContent Render()
    {
        var description = new Phrase { Text = DescriptionText, Html = DescriptionHtml };
        // role="alert" sits in a child, so that moving focus to the summary does not cut the announcement short.
        return new Element("div").Class("govuk-error-summary", Classes)
            .Set("data-disable-auto-focus", DisableAutoFocus is { } disable ? (disable ? "true" : "false") : null)
            .With(Attributes).Set("data-module", "govuk-error-summary").Add(
                new Element("div").Set("role", "alert").Add(
                    new Element("h2").Class("govuk-error-summary__title").Say(new Phrase { Text = TitleText, Html = TitleHtml }),
                    new Element("div").Class("govuk-error-summary__body").Add(
                        description.IsEmpty ? null : new Element("p").Say(description),
                        ErrorList.Count == 0 ? null : new Element("ul").Class("govuk-list", "govuk-error-summary__list").AddAll(ErrorList.Select(Item)))));
    }

    private static Element Item(ErrorLink error)
    {
        var item = new Element("li");
        return string.IsNullOrEmpty(error.Href)
            ? item.Say(error)
            : item.Add(new Element("a").Set("href", error.Href).With(error.Attributes).Say(error));
    }
}
