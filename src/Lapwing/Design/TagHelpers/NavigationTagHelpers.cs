using Lapwing.Design.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.Design.TagHelpers;

/// <summary>The way here: <c>&lt;govuk-breadcrumbs&gt;&lt;govuk-crumb href="…"&gt;Referrals&lt;/govuk-crumb&gt;&lt;/govuk-breadcrumbs&gt;</c>.</summary>
[HtmlTargetElement("govuk-breadcrumbs")]
public sealed class BreadcrumbsTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = await context.CollectAsync<Crumb>(output);
        output.Become(new Breadcrumbs { Items = items, CollapseOnMobile = true, Classes = output.PassedClass(), Attributes = output.Passed() }.Render());
    }
}

/// <summary>One step of the way.</summary>
[HtmlTargetElement("govuk-crumb")]
public sealed class CrumbTagHelper : TagHelper
{
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var html = await output.InnerHtmlAsync();
        context.HandUp(output, new Crumb { Href = Href, Html = html, Attributes = output.Passed() });
    }
}

/// <summary>The places within a record: <c>&lt;moj-sub-navigation label="This case"&gt;&lt;moj-place href="…" current&gt;Plan&lt;/moj-place&gt;&lt;/moj-sub-navigation&gt;</c>.</summary>
[HtmlTargetElement("moj-sub-navigation")]
public sealed class SubNavigationTagHelper : TagHelper
{
    public string? Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = await context.CollectAsync<NavigationItem>(output);
        output.Become(new SubNavigation { Label = Label, Items = items, Classes = output.PassedClass(), Attributes = output.Passed() }.Render());
    }
}

/// <summary>The places beside a page: <c>&lt;moj-side-navigation label="Strategy"&gt;&lt;moj-place href="…"&gt;Pledges&lt;/moj-place&gt;&lt;/moj-side-navigation&gt;</c>.</summary>
[HtmlTargetElement("moj-side-navigation")]
public sealed class SideNavigationTagHelper : TagHelper
{
    public string? Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = await context.CollectAsync<NavigationItem>(output);
        output.Become(new SideNavigation { Label = Label, Items = items, Classes = output.PassedClass(), Attributes = output.Passed() }.Render());
    }
}

/// <summary>One place of a navigation.</summary>
[HtmlTargetElement("moj-place")]
public sealed class PlaceTagHelper : TagHelper
{
    public string? Href { get; set; }
    public bool Current { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var html = await output.InnerHtmlAsync();
        context.HandUp(output, new NavigationItem { Href = Href, Html = html, Current = Current, Attributes = output.Passed() });
    }
}
