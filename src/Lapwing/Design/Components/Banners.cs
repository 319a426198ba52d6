using Microsoft.AspNetCore.Html;

namespace Lapwing.Design.Components;

/// <summary>Something that is about more than this page; with type "success", that something was done.</summary>
public sealed record NotificationBanner : PhraseComponent
{
    public string? Type { get; init; }
    public string? Role { get; init; }
    public string? TitleText { get; init; }
    public string? TitleHtml { get; init; }
    public string? TitleId { get; init; }
    public int? TitleHeadingLevel { get; init; }
    public bool? DisableAutoFocus { get; init; }

    public override IHtmlContent Render()
    {
        var success = Type == "success";
        var titleId = Or(TitleId, "govuk-notification-banner-title");
        return new Element("div").Class("govuk-notification-banner", When(success, "govuk-notification-banner--success"), Classes)
            .Set("role", Or(Role, success ? "alert" : "region")).Set("aria-labelledby", titleId).Set("data-module", "govuk-notification-banner")
            .Set("data-disable-auto-focus", DisableAutoFocus is { } disable ? (disable ? "true" : "false") : null).With(Attributes).Add(
                new Element("div").Class("govuk-notification-banner__header").Add(
                    new Element($"h{TitleHeadingLevel ?? 2}").Class("govuk-notification-banner__title").Set("id", titleId)
                        .Say(new Phrase { Html = TitleHtml, Text = Or(TitleText, success ? "Success" : "Important") })),
                new Element("div").Class("govuk-notification-banner__content").Add(
                    !string.IsNullOrEmpty(Html) ? new HtmlString(Html.Trim())
                    : string.IsNullOrEmpty(Text) ? null
                    : new Element("p").Class("govuk-notification-banner__heading").Text(Text.Trim())));
    }
}

/// <summary>One thing that can be done from an interruption.</summary>
public sealed record PanelAction
{
    public string? Text { get; init; }
    public string? Href { get; init; }
    public string? Type { get; init; }
    public string? Classes { get; init; }
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

/// <summary>The actions of an interruption.</summary>
public sealed record PanelActions
{
    public IReadOnlyList<PanelAction> Items { get; init; } = [];
    public string? Classes { get; init; }
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

/// <summary>Says that something is done; with the class govuk-panel--interruption, makes one stop and think.</summary>
public sealed record Panel : PhraseComponent
{
    public string? TitleText { get; init; }
    public string? TitleHtml { get; init; }
    public int? HeadingLevel { get; init; }
    public PanelActions? Actions { get; init; }

    public override IHtmlContent Render()
    {
        var interrupts = Classes?.Contains("govuk-panel--interruption", StringComparison.Ordinal) == true;
        return new Element("div").Class("govuk-panel", When(!interrupts, "govuk-panel--confirmation"), Classes).With(Attributes).Add(
            new Element($"h{HeadingLevel ?? 1}").Class("govuk-panel__title").Say(new Phrase { Text = TitleText, Html = TitleHtml }),
            Body.IsEmpty ? null : new Element("div").Class("govuk-panel__body").Say(Body),
            !interrupts || Actions is null ? null : new Element("div").Class("govuk-panel__actions", Actions.Classes).With(Actions.Attributes).Add(
                Actions.Items.Count == 0 ? null : new Element("div").Class("govuk-button-group").AddAll(Actions.Items.Select(Action))));
    }

    private static IHtmlContent Action(PanelAction action) => string.IsNullOrEmpty(action.Href) || action.Type == "button"
        ? new Button
        {
            Text = action.Text, Type = Or(action.Type, "button"), Classes = Join("govuk-button--inverse", action.Classes), Href = action.Href, Attributes = action.Attributes,
        }.Render()
        : new Element("a").Class("govuk-link", "govuk-link--inverse", action.Classes).Set("href", action.Href).With(action.Attributes).Text(action.Text);
}
