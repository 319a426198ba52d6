using Lapwing.Design.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.Design.TagHelpers;

/// <summary>The attributes that every form field shares, and how they meet the model and its errors.</summary>
public abstract class FieldTagHelper : TagHelper
{
    internal static readonly object Placed = new();

    [HtmlAttributeName("asp-for")]
    public ModelExpression? For { get; set; }

    public string? Name { get; set; }
    public string? Id { get; set; }
    public string? Hint { get; set; }
    public string? HintHtml { get; set; }
    public bool Disabled { get; set; }

    /// <summary>Makes the label or legend the heading of the page.</summary>
    public bool Heading { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private protected Binding Bind()
    {
        var binding = Binding.Of(ViewContext, For, Name);
        binding = Id is null ? binding : binding with { Id = Id };
        Place(binding.Name, binding.Id);
        return binding;
    }

    /// <summary>The error summary lists errors in the order in which their fields stand on the page, and leads to the control that is wrong.</summary>
    private protected void Place(string name, string id)
    {
        var items = ViewContext.HttpContext.Items;
        if (items[Placed] is not Dictionary<string, (int Order, string Id)> places) items[Placed] = places = [];
        places[name] = (places.TryGetValue(name, out var place) ? place.Order : places.Count, id);
    }

    private protected Hint? HintPart => Outputs.HintOf(Hint, HintHtml);

    private protected static ErrorMessage? ErrorPart(string? error) => error is null ? null : new ErrorMessage { Text = error };

    private protected Label LabelPart(string? text, string? size) => new()
    {
        Text = text ?? For?.Metadata.GetDisplayName(), IsPageHeading = Heading, Classes = size is null ? null : $"govuk-label--{size}",
    };

    private protected Fieldset? FieldsetPart(string? legend, string? size) => legend is null ? null : new Fieldset
    {
        Legend = new Legend { Text = legend, IsPageHeading = Heading, Classes = size is null ? null : $"govuk-fieldset__legend--{size}" },
    };

    /// <summary>A number of characters, or a part of the page such as "two-thirds".</summary>
    private protected static string? WidthClass(string? width) => width switch
    {
        null => null,
        [>= '0' and <= '9', ..] => $"govuk-input--width-{width}",
        _ => $"govuk-!-width-{width}",
    };
}

/// <summary>A field with one control and so a label.</summary>
public abstract class LabelledFieldTagHelper : FieldTagHelper
{
    public string? Label { get; set; }

    /// <summary>s, m, l or xl.</summary>
    public string? LabelSize { get; set; }

    private protected Label LabelPart() => LabelPart(Label, LabelSize);
}
