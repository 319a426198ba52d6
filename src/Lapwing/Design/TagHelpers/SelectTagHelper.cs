using Lapwing.Design.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.Design.TagHelpers;

/// <summary>One answer of many: <c>&lt;govuk-select asp-for="Input.Agency" label="Agency" options="Model.Agencies" prompt="Choose an agency" /&gt;</c>.</summary>
[HtmlTargetElement("govuk-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectTagHelper : LabelledFieldTagHelper
{
    public IEnumerable<Option>? Options { get; set; }

    /// <summary>A first line that stands for no answer.</summary>
    public string? Prompt { get; set; }

    public string? Width { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var bound = Bind();
        var type = For is null ? null : Nullable.GetUnderlyingType(For.ModelExplorer.ModelType) ?? For.ModelExplorer.ModelType;
        var options = Options ?? (type is { IsEnum: true } ? Option.From(type) : []);
        var items = options.Select(o => new SelectItem
        {
            Value = o.Value, Text = o.Label, Selected = string.Equals(o.Value, bound.Value, StringComparison.OrdinalIgnoreCase),
        });
        output.Become(new Select
        {
            Id = bound.Id, Name = bound.Name, Disabled = Disabled, Items = Prompt is null ? [.. items] : [new SelectItem { Value = "", Text = Prompt }, .. items],
            Label = LabelPart(), Hint = HintPart, ErrorMessage = ErrorPart(bound.Error),
            Classes = Outputs.Joined(WidthClass(Width), output.PassedClass()), Attributes = output.Passed(),
        }.Render());
    }
}
