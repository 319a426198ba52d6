using Microsoft.AspNetCore.Html;

namespace Lapwing.Design.Components;

/// <summary>One part of an accordion.</summary>
public sealed record AccordionSection
{
    public Phrase? Heading { get; init; }
    public Phrase? Summary { get; init; }
    public Phrase? Content { get; init; }
    public bool Expanded { get; init; }
}

/// <summary>A long page in parts that open one by one.</summary>
public sealed record Accordion : Component
{
    public int? HeadingLevel { get; init; }
    public bool? RememberExpanded { get; init; }
    public IReadOnlyList<AccordionSection> Items { get; init; } = [];

    public override IHtmlContent Render() =>
        new Element("div").Class("govuk-accordion", Classes).Set("data-module", "govuk-accordion").Set("id", Id)
            .Set("data-remember-expanded", RememberExpanded is { } remember ? (remember ? "true" : "false") : null).With(Attributes)
            .AddAll(Items.Select((section, i) => Section(section, i + 1)));

    private Element Section(AccordionSection section, int position) =>
        new Element("div").Class("govuk-accordion__section", When(section.Expanded, "govuk-accordion__section--expanded")).Add(
            new Element("div").Class("govuk-accordion__section-header").Add(
                new Element($"h{HeadingLevel ?? 2}").Class("govuk-accordion__section-heading").Add(
                    new Element("span").Class("govuk-accordion__section-button").Set("id", $"{Id}-heading-{position}").Say(section.Heading)),
                section.Summary is null or { IsEmpty: true } ? null :
                    new Element("div").Class("govuk-accordion__section-summary", "govuk-body").Set("id", $"{Id}-summary-{position}").Say(section.Summary)),
            new Element("div").Set("id", $"{Id}-content-{position}").Class("govuk-accordion__section-content").Add(Paragraph(section.Content)));

    /// <summary>HTML as it is; plain text as a paragraph.</summary>
    internal static IHtmlContent? Paragraph(Phrase? content) => content switch
    {
        null or { IsEmpty: true } => null,
        { Html: { Length: > 0 } } => new HtmlString(content.Inner),
        _ => new Element("p").Class("govuk-body").Say(content),
    };
}

/// <summary>One tab and what is behind it.</summary>
public sealed record Tab
{
    public string? Id { get; init; }
    public string? Label { get; init; }
    public Phrase? Panel { get; init; }
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

/// <summary>Views of which one is seen at a time; without scripts, all of them, one after another.</summary>
public sealed record Tabs : Component
{
    public string? IdPrefix { get; init; }
    public string? Title { get; init; }
    public IReadOnlyList<Tab> Items { get; init; } = [];

    public override IHtmlContent Render() =>
        new Element("div").SetIfAny("id", Id).Class("govuk-tabs", Classes).With(Attributes).Set("data-module", "govuk-tabs").Add(
            new Element("h2").Class("govuk-tabs__title").Text(Title ?? "Contents"),
            Items.Count == 0 ? null : new Element("ul").Class("govuk-tabs__list").AddAll(Items.Select((tab, i) =>
                new Element("li").Class("govuk-tabs__list-item", When(i == 0, "govuk-tabs__list-item--selected")).Add(
                    new Element("a").Class("govuk-tabs__tab").Set("href", "#" + PanelId(tab, i)).With(tab.Attributes).Text(tab.Label)))))
            .AddAll(Items.Select((tab, i) => new Element("div").Class("govuk-tabs__panel", When(i > 0, "govuk-tabs__panel--hidden"))
                .Set("id", PanelId(tab, i)).With(tab.Panel?.Attributes).Add(Accordion.Paragraph(tab.Panel))));

    private string PanelId(Tab tab, int i) => Or(tab.Id, $"{IdPrefix}-{i + 1}");
}

/// <summary>How far one task is.</summary>
public sealed record TaskStatus : Phrase
{
    public Phrase? Tag { get; init; }
}

/// <summary>One task.</summary>
public sealed record TaskItem
{
    public Phrase? Title { get; init; }
    public Phrase? Hint { get; init; }
    public string? Href { get; init; }
    public TaskStatus? Status { get; init; }
    public string? Classes { get; init; }
}

/// <summary>Tasks that belong together and how far each is.</summary>
public sealed record TaskList : Component
{
    public string? IdPrefix { get; init; }
    public IReadOnlyList<TaskItem> Items { get; init; } = [];

    public override IHtmlContent Render() =>
        new Element("ul").Class("govuk-task-list", Classes).With(Attributes).AddAll(Items.Select((task, i) => Item(task, $"{Or(IdPrefix, "task-list")}-{i + 1}")));

    private static Element Item(TaskItem task, string id)
    {
        var (linked, hintId, statusId) = (!string.IsNullOrEmpty(task.Href), id + "-hint", id + "-status");
        var status = new Element("div").Class("govuk-task-list__status", task.Status?.Classes).Set("id", statusId);
        return new Element("li").Class("govuk-task-list__item", When(linked, "govuk-task-list__item--with-link"), task.Classes).Add(
            new Element("div").Class("govuk-task-list__name-and-hint").Add(
                linked
                    ? new Element("a").Class("govuk-link", "govuk-task-list__link", task.Title?.Classes).Set("href", task.Href)
                        .Set("aria-describedby", Join(When(task.Hint is not null, hintId), statusId)).Say(task.Title)
                    : new Element("div").Class(task.Title?.Classes).Say(task.Title),
                task.Hint is null ? null : new Element("div").Set("id", hintId).Class("govuk-task-list__hint").Say(task.Hint)),
            task.Status?.Tag is { } tag ? status.Add(new Tag { Text = tag.Text, Html = tag.Html, Classes = tag.Classes, Attributes = tag.Attributes }.Render()) : status.Say(task.Status));
    }
}
