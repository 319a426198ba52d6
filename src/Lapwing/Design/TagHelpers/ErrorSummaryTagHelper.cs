using Lapwing.Design.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.Design.TagHelpers;

/// <summary>All errors of the page with a way to each field. The layout prints it above every page, so a page never needs to.</summary>
[HtmlTargetElement("govuk-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    private static readonly object Printed = new();

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Title { get; set; } = "There is a problem";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var items = ViewContext.HttpContext.Items;
        var wrong = ViewContext.ViewData.ModelState.Where(e => e.Value is { Errors.Count: > 0 }).ToList();
        if (wrong.Count == 0 || !items.TryAdd(Printed, true))
        {
            output.SuppressOutput();
            return;
        }
        var places = items[FieldTagHelper.Placed] as Dictionary<string, (int Order, string Id)> ?? [];
        output.Become(new ErrorSummary
        {
            TitleText = Title, Classes = output.PassedClass(), Attributes = output.Passed(),
            ErrorList = [.. wrong.OrderBy(e => OrderOf(places, e.Key)).Select(e => new ErrorLink
            {
                Text = Binding.ErrorOf(e.Value), Href = e.Key.Length == 0 ? null : "#" + (places.TryGetValue(e.Key, out var place) ? place.Id : NameAndId.IdOf(e.Key)),
            })],
        }.Render());
    }

    /// <summary>Where the field stands on the page; errors of the page as a whole come first, and unplaced ones last.</summary>
    private static int OrderOf(Dictionary<string, (int Order, string Id)> places, string key)
    {
        if (key.Length == 0) return -1;
        var name = places.Keys.FirstOrDefault(name => key == name || key.StartsWith(name + ".", StringComparison.Ordinal));
        return name is null ? int.MaxValue : places[name].Order;
    }
}
