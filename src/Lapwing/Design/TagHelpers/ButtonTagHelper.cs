using Lapwing.Design.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.Design.TagHelpers;

/// <summary>
/// A button: <c>&lt;govuk-button&gt;Save and continue&lt;/govuk-button&gt;</c>, or with <c>href</c> a link that looks like one.
/// A submit button ignores a second press within a second, so that nobody sends a referral twice.
/// </summary>
[HtmlTargetElement("govuk-button")]
public sealed class ButtonTagHelper : TagHelper
{
    /// <summary>secondary, warning, inverse or start.</summary>
    public string? Variant { get; set; }

    public string? Type { get; set; }
    public string? Name { get; set; }
    public string? Value { get; set; }
    public string? Href { get; set; }
    public string? Id { get; set; }
    public bool Disabled { get; set; }
    public bool? PreventDoubleClick { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var html = await output.InnerHtmlAsync();
        var submits = Href is null && Type is null or "submit";
        output.Become(new Button
        {
            Html = html, Type = Type, Name = Name, Value = Value, Href = Href, Id = Id, Disabled = Disabled, IsStartButton = Variant == "start",
            PreventDoubleClick = PreventDoubleClick ?? (submits ? true : null), Attributes = output.Passed(),
            Classes = Outputs.Joined(Variant is null or "start" ? null : $"govuk-button--{Variant}", output.PassedClass()),
        }.Render());
    }
}

/// <summary>Buttons and links side by side.</summary>
[HtmlTargetElement("govuk-button-group")]
public sealed class ButtonGroupTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(new Element("div").Class("govuk-button-group", output.PassedClass()).Raw(await output.InnerHtmlAsync()));
}
