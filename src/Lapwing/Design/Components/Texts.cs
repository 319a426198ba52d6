using Microsoft.AspNetCore.Html;

namespace Lapwing.Design.Components;

/// <summary>Words that open on demand.</summary>
public sealed record Details : PhraseComponent
{
    public string? SummaryText { get; init; }
    public string? SummaryHtml { get; init; }
    public bool Open { get; init; }

    public override IHtmlContent Render() =>
        new Element("details").SetIfAny("id", Id).Class("govuk-details", Classes).With(Attributes).Flag("open", Open).Add(
            new Element("summary").Class("govuk-details__summary").Add(
                new Element("span").Class("govuk-details__summary-text").Say(new Phrase { Text = SummaryText, Html = SummaryHtml })),
            new Element("div").Class("govuk-details__text").Say(Body));
}

/// <summary>Words set apart from the text around them.</summary>
public sealed record InsetText : PhraseComponent
{
    public override IHtmlContent Render() => new Element("div").SetIfAny("id", Id).Class("govuk-inset-text", Classes).With(Attributes).Say(Body);
}

/// <summary>What happens if one does not heed it.</summary>
public sealed record WarningText : PhraseComponent
{
    public string? IconFallbackText { get; init; }

    public override IHtmlContent Render() =>
        new Element("div").Class("govuk-warning-text", Classes).With(Attributes).Add(
            new Element("span").Class("govuk-warning-text__icon").Set("aria-hidden", "true").Text("!"),
            new Element("strong").Class("govuk-warning-text__text").Add(
                new Element("span").Class("govuk-visually-hidden").Text(Or(IconFallbackText, "Warning"))).Raw(" ").Say(Body));
}

/// <summary>A status in a word or two.</summary>
public sealed record Tag : PhraseComponent
{
    public override IHtmlContent Render() => new Element("strong").Class("govuk-tag", Classes).With(Attributes).Say(Body);
}

/// <summary>Tells in what state the whole service is.</summary>
public sealed record PhaseBanner : PhraseComponent
{
    public Phrase? Tag { get; init; }

    public override IHtmlContent Render() =>
        new Element("div").Class("govuk-phase-banner", "govuk-width-container", Classes).With(Attributes).Add(
            new Element("p").Class("govuk-phase-banner__content").Add(
                new Tag { Text = Tag?.Text, Html = Tag?.Html, Classes = Join("govuk-phase-banner__content__tag", Tag?.Classes) }.Render(),
                new HtmlString(" "),
                new Element("span").Class("govuk-phase-banner__text").Say(Body)));
}
