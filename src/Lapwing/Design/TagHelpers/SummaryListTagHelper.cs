using Lapwing.Design.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.Design.TagHelpers;

/// <summary>
/// Facts about one thing, in a card when it has a title:
/// <c>&lt;govuk-summary-list card-title="Safe contact"&gt;&lt;govuk-row key="Ring" change="…"&gt;after six&lt;/govuk-row&gt;&lt;/govuk-summary-list&gt;</c>.
/// Actions that stand outside the rows belong to the card.
/// </summary>
[HtmlTargetElement("govuk-summary-list")]
public sealed class SummaryListTagHelper : TagHelper
{
    public string? CardTitle { get; set; }
    public int? HeadingLevel { get; set; }

    /// <summary>No lines between the rows.</summary>
    public bool Plain { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var actions = new List<SummaryAction>();
        context.Items[typeof(SummaryAction)] = actions;
        var rows = await context.CollectAsync<SummaryRow>(output);
        output.Become(new SummaryList
        {
            Rows = rows, Attributes = output.Passed(), Classes = Outputs.Joined(Plain ? "govuk-summary-list--no-border" : null, output.PassedClass()),
            Card = CardTitle is null ? null : new SummaryCard
            {
                Title = new CardTitle { Text = CardTitle, HeadingLevel = HeadingLevel }, Actions = actions.Count == 0 ? null : new SummaryActions { Items = actions },
            },
        }.Render());
    }
}

/// <summary>One fact. An empty one says "Not provided", so that a gap is seen to be a gap.</summary>
[HtmlTargetElement("govuk-row")]
public sealed class SummaryRowTagHelper : TagHelper
{
    public string? Key { get; set; }

    /// <summary>Plain text instead of what stands inside the tag.</summary>
    public string? Value { get; set; }

    /// <summary>Where the fact can be changed.</summary>
    public string? Change { get; set; }

    /// <summary>What a screen reader hears after "Change"; the key in small letters when not said.</summary>
    public string? HiddenText { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var actions = new List<SummaryAction>();
        context.Items[typeof(SummaryAction)] = actions;
        var inner = await output.InnerHtmlAsync();
        if (Change is not null)
        {
            actions.Insert(0, new SummaryAction { Text = "Change", Href = Change, VisuallyHiddenText = HiddenText ?? Lower(Key), Classes = "govuk-link--no-visited-state" });
        }
        context.HandUp(output, new SummaryRow
        {
            Key = new Phrase { Text = Key }, Classes = output.PassedClass(),
            Value = Outputs.Words(Value, inner) ?? new Phrase { Text = "Not provided", Classes = "lapwing-absent" },
            Actions = actions.Count == 0 ? null : new SummaryActions { Items = actions },
        });
    }

    private static string? Lower(string? key) => string.IsNullOrEmpty(key) ? key : char.ToLowerInvariant(key[0]) + key[1..];
}

/// <summary><c>&lt;govuk-action href="…" hidden-text="safe contact"&gt;See history&lt;/govuk-action&gt;</c></summary>
[HtmlTargetElement("govuk-action")]
public sealed class SummaryActionTagHelper : TagHelper
{
    public string? Href { get; set; }
    public string? HiddenText { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.InnerHtmlAsync();
        context.HandUp(output, new SummaryAction { Html = inner, Href = Href, VisuallyHiddenText = HiddenText, Classes = output.PassedClass(), Attributes = output.Passed() });
    }
}
