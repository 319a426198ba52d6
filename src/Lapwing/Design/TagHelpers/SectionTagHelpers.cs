using Lapwing.Design.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.Design.TagHelpers;

/// <summary>Parts that open one by one: <c>&lt;govuk-accordion id="guide"&gt;&lt;govuk-section heading="Who to ring"&gt;…&lt;/govuk-section&gt;&lt;/govuk-accordion&gt;</c>.</summary>
[HtmlTargetElement("govuk-accordion")]
public sealed class AccordionTagHelper : TagHelper
{
    public string Id { get; set; } = "accordion";
    public int? HeadingLevel { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = await context.CollectAsync<AccordionSection>(output);
        // What somebody opened is not remembered: it would stay on a shared computer.
        output.Become(new Accordion
        {
            Id = Id, HeadingLevel = HeadingLevel, Items = items, RememberExpanded = false, Classes = output.PassedClass(), Attributes = output.Passed(),
        }.Render());
    }
}

/// <summary>One part of an accordion.</summary>
[HtmlTargetElement("govuk-section")]
public sealed class AccordionSectionTagHelper : TagHelper
{
    public string? Heading { get; set; }
    public string? Summary { get; set; }
    public bool Expanded { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var html = await output.InnerHtmlAsync();
        context.HandUp(output, new AccordionSection
        {
            Heading = Outputs.Words(Heading), Summary = Outputs.Words(Summary), Expanded = Expanded, Content = new Phrase { Html = html },
        });
    }
}

/// <summary>Views of one thing: <c>&lt;govuk-tabs title="Figures"&gt;&lt;govuk-tab id="now" label="Now"&gt;…&lt;/govuk-tab&gt;&lt;/govuk-tabs&gt;</c>.</summary>
[HtmlTargetElement("govuk-tabs")]
public sealed class TabsTagHelper : TagHelper
{
    public string? Title { get; set; }
    public string IdPrefix { get; set; } = "tab";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = await context.CollectAsync<Tab>(output);
        output.Become(new Tabs { Title = Title, IdPrefix = IdPrefix, Items = items, Classes = output.PassedClass(), Attributes = output.Passed() }.Render());
    }
}

/// <summary>One tab.</summary>
[HtmlTargetElement("govuk-tab")]
public sealed class TabTagHelper : TagHelper
{
    public string? Id { get; set; }
    public string? Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var html = await output.InnerHtmlAsync();
        context.HandUp(output, new Tab { Id = Id, Label = Label, Panel = new Phrase { Html = html } });
    }
}

/// <summary>Tasks and how far each is: <c>&lt;govuk-task-list&gt;&lt;govuk-task href="…" title="Safe contact" status="Completed" /&gt;&lt;/govuk-task-list&gt;</c>.</summary>
[HtmlTargetElement("govuk-task-list")]
public sealed class TaskListTagHelper : TagHelper
{
    public string IdPrefix { get; set; } = "task";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = await context.CollectAsync<TaskItem>(output);
        output.Become(new TaskList { IdPrefix = IdPrefix, Items = items, Classes = output.PassedClass(), Attributes = output.Passed() }.Render());
    }
}

/// <summary>One task; a status with a colour is drawn as a tag.</summary>
[HtmlTargetElement("govuk-task", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TaskTagHelper : TagHelper
{
    public string? Href { get; set; }
    public string? Title { get; set; }
    public string? Hint { get; set; }
    public string? Status { get; set; }
    public string? Colour { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => context.HandUp(output, new TaskItem
    {
        Href = Href, Title = Outputs.Words(Title), Hint = Outputs.Words(Hint),
        Status = Colour is null ? new Components.TaskStatus { Text = Status }
            : new Components.TaskStatus { Tag = new Phrase { Text = Status, Classes = $"govuk-tag--{Colour}" } },
    });
}

/// <summary>What happened: <c>&lt;moj-timeline&gt;&lt;moj-event title="Accepted" by="…" at="event.At" when="6 June 2025 at 2:15pm"&gt;…&lt;/moj-event&gt;&lt;/moj-timeline&gt;</c>.</summary>
[HtmlTargetElement("moj-timeline")]
public sealed class TimelineTagHelper : TagHelper
{
    public int? HeadingLevel { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = await context.CollectAsync<TimelineEvent>(output);
        output.Become(new Timeline { HeadingLevel = HeadingLevel, Items = items, Classes = output.PassedClass(), Attributes = output.Passed() }.Render());
    }
}

/// <summary>One event. The page says the moment in its own words, because only it knows how exact they may be.</summary>
[HtmlTargetElement("moj-event")]
public sealed class TimelineEventTagHelper : TagHelper
{
    public string? Title { get; set; }
    public string? By { get; set; }
    public DateTime At { get; set; }
    public string? When { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var html = await output.InnerHtmlAsync();
        context.HandUp(output, new TimelineEvent
        {
            Title = Title, By = By, Html = html, Classes = output.PassedClass(), When = When,
            Timestamp = At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        });
    }
}
