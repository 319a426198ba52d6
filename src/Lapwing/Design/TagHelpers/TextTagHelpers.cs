using Lapwing.Design.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.Design.TagHelpers;

/// <summary>A tag whose inside becomes the body of a component.</summary>
public abstract class BodyTagHelper : TagHelper
{
    public string? Id { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var html = await output.InnerHtmlAsync();
        output.Become(Make(html, output.PassedClass(), output.Passed()));
    }

    private protected abstract IHtmlContent Make(string html, string? classes, IReadOnlyDictionary<string, string?>? attributes);
}

/// <summary><c>&lt;govuk-details summary="What is a MARAC?"&gt;…&lt;/govuk-details&gt;</c></summary>
[HtmlTargetElement("govuk-details")]
public sealed class DetailsTagHelper : BodyTagHelper
{
    public string? Summary { get; set; }
    public bool Open { get; set; }

    private protected override IHtmlContent Make(string html, string? classes, IReadOnlyDictionary<string, string?>? attributes) =>
        new Details { Id = Id, SummaryText = Summary, Open = Open, Html = html, Classes = classes, Attributes = attributes }.Render();
}

/// <summary><c>&lt;govuk-inset-text&gt;…&lt;/govuk-inset-text&gt;</c></summary>
[HtmlTargetElement("govuk-inset-text")]
public sealed class InsetTextTagHelper : BodyTagHelper
{
    private protected override IHtmlContent Make(string html, string? classes, IReadOnlyDictionary<string, string?>? attributes) =>
        new InsetText { Id = Id, Html = html, Classes = classes, Attributes = attributes }.Render();
}

/// <summary><c>&lt;govuk-warning-text&gt;Do not ring the landline.&lt;/govuk-warning-text&gt;</c></summary>
[HtmlTargetElement("govuk-warning-text")]
public sealed class WarningTextTagHelper : BodyTagHelper
{
    private protected override IHtmlContent Make(string html, string? classes, IReadOnlyDictionary<string, string?>? attributes) =>
        new WarningText { Html = html, Classes = classes, Attributes = attributes }.Render();
}

/// <summary><c>&lt;govuk-tag colour="green"&gt;Accepted&lt;/govuk-tag&gt;</c>: grey, green, teal, blue, purple, magenta, red, orange or yellow.</summary>
[HtmlTargetElement("govuk-tag")]
public sealed class TagTagHelper : BodyTagHelper
{
    public string? Colour { get; set; }

    private protected override IHtmlContent Make(string html, string? classes, IReadOnlyDictionary<string, string?>? attributes) =>
        new Tag { Html = html, Classes = Outputs.Joined(Colour is null ? null : $"govuk-tag--{Colour}", classes), Attributes = attributes }.Render();
}

/// <summary><c>&lt;govuk-notification-banner type="success"&gt;Referral accepted&lt;/govuk-notification-banner&gt;</c>; a single line reads as its heading.</summary>
[HtmlTargetElement("govuk-notification-banner")]
public sealed class NotificationBannerTagHelper : BodyTagHelper
{
    public string? Type { get; set; }
    public string? Title { get; set; }
    public string? TitleId { get; set; }

    private protected override IHtmlContent Make(string html, string? classes, IReadOnlyDictionary<string, string?>? attributes) =>
        new NotificationBanner
        {
            Type = Type, TitleText = Title, TitleId = TitleId, Classes = classes, Attributes = attributes,
            Html = html.Contains('<', StringComparison.Ordinal) ? html : new Element("p").Class("govuk-notification-banner__heading").Raw(html).ToString(),
        }.Render();
}

/// <summary><c>&lt;govuk-panel title="Referral sent"&gt;Your reference is R-7K2M-9Q&lt;/govuk-panel&gt;</c>; with <c>interruption</c>, a card that makes one stop and think.</summary>
[HtmlTargetElement("govuk-panel")]
public sealed class PanelTagHelper : BodyTagHelper
{
    public string? Title { get; set; }
    public int? HeadingLevel { get; set; }
    public bool Interruption { get; set; }

    private protected override IHtmlContent Make(string html, string? classes, IReadOnlyDictionary<string, string?>? attributes) =>
        new Panel { TitleText = Title, HeadingLevel = HeadingLevel, Html = html, Attributes = attributes, Classes = Outputs.Joined(Interruption ? "govuk-panel--interruption" : null, classes) }.Render();
}

/// <summary>A group under a legend: <c>&lt;govuk-fieldset legend="Where do you live?" legend-size="l" heading&gt;…&lt;/govuk-fieldset&gt;</c>.</summary>
[HtmlTargetElement("govuk-fieldset")]
public sealed class FieldsetTagHelper : BodyTagHelper
{
    public string? Legend { get; set; }
    public string? LegendSize { get; set; }
    public bool Heading { get; set; }
    public string? DescribedBy { get; set; }

    private protected override IHtmlContent Make(string html, string? classes, IReadOnlyDictionary<string, string?>? attributes) =>
        new Fieldset
        {
            Html = html, Classes = classes, Attributes = attributes, DescribedBy = DescribedBy,
            Legend = new Legend { Text = Legend, IsPageHeading = Heading, Classes = LegendSize is null ? null : $"govuk-fieldset__legend--{LegendSize}" },
        }.Render();
}

/// <summary><c>&lt;govuk-phase-banner tag="Demonstration"&gt;Everybody in here is made up&lt;/govuk-phase-banner&gt;</c></summary>
[HtmlTargetElement("govuk-phase-banner")]
public sealed class PhaseBannerTagHelper : BodyTagHelper
{
    public string? Tag { get; set; }

    private protected override IHtmlContent Make(string html, string? classes, IReadOnlyDictionary<string, string?>? attributes) =>
        new PhaseBanner { Html = html, Tag = new Phrase { Text = Tag }, Classes = classes, Attributes = attributes }.Render();
}

/// <summary><c>&lt;govuk-back-link href="…"&gt;Back&lt;/govuk-back-link&gt;</c></summary>
[HtmlTargetElement("govuk-back-link")]
public sealed class BackLinkTagHelper : BodyTagHelper
{
    public string? Href { get; set; }

    private protected override IHtmlContent Make(string html, string? classes, IReadOnlyDictionary<string, string?>? attributes) =>
        new BackLink { Href = Href, Html = html, Classes = classes, Attributes = attributes }.Render();
}

/// <summary><c>&lt;govuk-skip-link href="#main-content"&gt;Skip to main content&lt;/govuk-skip-link&gt;</c></summary>
[HtmlTargetElement("govuk-skip-link")]
public sealed class SkipLinkTagHelper : BodyTagHelper
{
    public string? Href { get; set; }

    private protected override IHtmlContent Make(string html, string? classes, IReadOnlyDictionary<string, string?>? attributes) =>
        new SkipLink { Href = Href, Html = html, Classes = classes, Attributes = attributes }.Render();
}

/// <summary><c>&lt;govuk-exit-this-page href="/exit" /&gt;</c>; the exit layout prints it on every page for survivors.</summary>
[HtmlTargetElement("govuk-exit-this-page")]
public sealed class ExitThisPageTagHelper : BodyTagHelper
{
    public string? Href { get; set; }

    private protected override IHtmlContent Make(string html, string? classes, IReadOnlyDictionary<string, string?>? attributes) =>
        new ExitThisPage { Id = Id, RedirectUrl = Href, Html = html, Classes = classes, Attributes = attributes }.Render();
}

/// <summary><c>&lt;moj-badge colour="red"&gt;High&lt;/moj-badge&gt;</c>: red, orange, green, blue, bright-purple, grey or black.</summary>
[HtmlTargetElement("moj-badge")]
public sealed class BadgeTagHelper : BodyTagHelper
{
    public string? Colour { get; set; }

    private protected override IHtmlContent Make(string html, string? classes, IReadOnlyDictionary<string, string?>? attributes) =>
        new Badge { Html = html, Classes = Outputs.Joined(Colour is null ? null : $"moj-badge--{Colour}", classes), Attributes = attributes }.Render();
}

/// <summary>Whose record this is; what stands inside are the actions at the right: <c>&lt;moj-identity-bar title="R-7K2M-9Q"&gt;…&lt;/moj-identity-bar&gt;</c>.</summary>
[HtmlTargetElement("moj-identity-bar")]
public sealed class IdentityBarTagHelper : BodyTagHelper
{
    public string? Title { get; set; }

    private protected override IHtmlContent Make(string html, string? classes, IReadOnlyDictionary<string, string?>? attributes) =>
        new IdentityBar { Title = Outputs.Words(Title), Actions = Outputs.Words(null, html), Classes = classes, Attributes = attributes }.Render();
}

/// <summary><c>&lt;moj-notification-badge count="3" hidden-text="tasks are late" /&gt;</c></summary>
[HtmlTargetElement("moj-notification-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NotificationBadgeTagHelper : BodyTagHelper
{
    public int Count { get; set; }
    public string? HiddenText { get; set; }

    private protected override IHtmlContent Make(string html, string? classes, IReadOnlyDictionary<string, string?>? attributes) =>
        new NotificationBadge { Count = Count, VisuallyHiddenText = HiddenText, Classes = classes, Attributes = attributes }.Render();
}
