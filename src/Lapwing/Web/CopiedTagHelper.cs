using System.Text.Encodings.Web;
using Lapwing.Modules.Casework.Notes;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.Web;

/// <summary>A form that comes back because of words from another file shows them, and asks whether they belong here. Every form does, so that none has to think of it.</summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class CopiedTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.HttpContext.Items[CopyDoor.Found] is not CopiedWords copied || !await IsSentAsync(context, output))
            return;
        var words = HtmlEncoder.Default.Encode(copied.Words);
        output.PreContent.AppendHtml($"""<div class="govuk-inset-text lapwing-copied">These words stand in another file that you had open: <span class="lapwing-typed">“{words}”</span></div>""");
        if (!copied.IsForbidden)
            output.PreContent.AppendHtml($"""
                <div class="govuk-form-group"><div class="govuk-checkboxes" data-module="govuk-checkboxes"><div class="govuk-checkboxes__item">
                <input class="govuk-checkboxes__input" id="{CopyDoor.Meant}" name="{CopyDoor.Meant}" type="checkbox" value="true">
                <label class="govuk-label govuk-checkboxes__label" for="{CopyDoor.Meant}">I have checked: these words are about this person and belong in this file</label>
                </div></div></div>
                """);
    }

    /// <summary>Whether this is the form, of several on a page, that was sent: by its own handler, or by that of one of its buttons.</summary>
    private async Task<bool> IsSentAsync(TagHelperContext context, TagHelperOutput output)
    {
        var sent = ViewContext.HttpContext.Request.Query["handler"].ToString();
        var own = context.AllAttributes["asp-page-handler"]?.Value?.ToString() ?? "";
        return string.Equals(own, sent, StringComparison.OrdinalIgnoreCase) || (sent.Length > 0 && (await output.GetChildContentAsync()).GetContent().Contains($"handler={sent}", StringComparison.OrdinalIgnoreCase));
    }
}
