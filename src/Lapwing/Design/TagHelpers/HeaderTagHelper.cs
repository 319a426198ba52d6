using Lapwing.Design.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.Design.TagHelpers;

/// <summary>The top of a page: product, who is signed in, partnership and places. A plain one has neither account nor places.</summary>
[HtmlTargetElement("lapwing-header", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class HeaderTagHelper(IHtmlGenerator html) : TagHelper
{
    private const string Mark =
        """<svg class="lapwing-mark" aria-hidden="true" focusable="false" width="34" height="30" viewBox="0 0 34 30" xmlns="http://www.w3.org/2000/svg"><path fill="currentColor" d="M2 1c5 1 9 4 11 8 1.5-1.3 3.400-2 5.500-2 3.600 0 6.600 2.100 7.900 5.200l6.600 1.600-6.300 2c-.6 5.900-5.500 11.200-13.200 11.200H3.500c4.500-2.200 6.500-6.200 6.500-11.200C10 10 7.500 5 2 1z"/></svg>""";

    public Frame Frame { get; set; } = new();
    public bool Plain { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var content = new HtmlContentBuilder().AppendHtml(new GenericHeader
        {
            Url = Frame.Home, LogoHtml = Mark + Frame.Product, Classes = "lapwing-header", ContainerClasses = "govuk-width-container lapwing-header__row",
            End = Plain ? null : new Phrase { Html = Account()?.ToString() },
        }.Render());
        if (Frame.Partnership is not null || Frame.Places.Count > 0)
        {
            content.AppendHtml(new ServiceNavigation
            {
                ServiceName = Frame.Partnership, ServiceUrl = Frame.Home, Navigation = Plain ? [] : Frame.Places,
            }.Render());
        }
        output.Become(content);
    }

    private Element? Account()
    {
        if (Frame.SignedInAs is null) return null;
        var account = new Element("div").Class("lapwing-header__account").Add(new Element("span").Text(Frame.SignedInAs));
        // Signing out changes something, so it is posted and not followed.
        return Frame.SignOutUrl is null ? account : account.Add(
            new Element("form").Set("method", "post").Set("action", Frame.SignOutUrl).Add(
                html.GenerateAntiforgery(ViewContext), new Element("button").Class("lapwing-header__sign-out").Set("type", "submit").Text("Sign out")));
    }
}
