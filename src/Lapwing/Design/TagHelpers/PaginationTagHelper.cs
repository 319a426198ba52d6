using System.Globalization;
using Lapwing.Design.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.Design.TagHelpers;

/// <summary>A long list in pages: <c>&lt;govuk-pagination page="Model.Number" pages="Model.Pages" url="n => Model.UrlOf(n)" /&gt;</c>; nothing when there is one page.</summary>
[HtmlTargetElement("govuk-pagination", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PaginationTagHelper : TagHelper
{
    public int Page { get; set; } = 1;
    public int Pages { get; set; }
    public Func<int, string>? Url { get; set; }

    /// <summary>What the pages are of, when there is more than one list on the page.</summary>
    public string? LandmarkLabel { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Pages <= 1 || Url is null)
        {
            output.SuppressOutput();
            return;
        }
        output.Become(new Pagination
        {
            LandmarkLabel = LandmarkLabel, Classes = output.PassedClass(), Attributes = output.Passed(), Items = [.. Numbers(Page, Pages).Select(Number)],
            Previous = Page > 1 ? new PageArrow { Href = Url(Page - 1) } : null, Next = Page < Pages ? new PageArrow { Href = Url(Page + 1) } : null,
        }.Render());
    }

    private PageNumber Number(int? number) => number is not { } n ? new PageNumber { Ellipsis = true }
        : new PageNumber { Number = n.ToString(CultureInfo.InvariantCulture), Href = Url!(n), Current = n == Page };

    /// <summary>First, last and the neighbours of this page; null stands for a gap.</summary>
    internal static IEnumerable<int?> Numbers(int page, int pages)
    {
        var last = 0;
        foreach (var n in Enumerable.Range(1, pages).Where(n => n == 1 || n == pages || Math.Abs(n - page) <= 1))
        {
            // A gap of one page is better shown as that page.
            if (n - last == 2) yield return n - 1;
            else if (n - last > 2) yield return null;
            yield return last = n;
        }
    }
}
