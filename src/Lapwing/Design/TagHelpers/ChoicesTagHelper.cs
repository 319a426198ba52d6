using Lapwing.Design.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.Design.TagHelpers;

/// <summary>What radios and checkboxes share: items from child tags, from options, or from the enum that they are bound to.</summary>
public abstract class ChoicesTagHelper : FieldTagHelper
{
    public string? Legend { get; set; }

    /// <summary>s, m, l or xl.</summary>
    public string? LegendSize { get; set; }

    /// <summary>Smaller boxes, for filters.</summary>
    public bool Small { get; set; }

    public IEnumerable<Option>? Options { get; set; }

    private protected async Task<List<Choice>> ItemsAsync(TagHelperContext context, TagHelperOutput output, Binding bound)
    {
        var items = await context.CollectAsync<Choice>(output);
        var options = Options ?? (items.Count == 0 && EnumOf(For?.ModelExplorer.ModelType) is { } enumeration ? Option.From(enumeration) : []);
        items.InsertRange(0, options.Select(o => new Choice { Value = o.Value, Text = o.Label, Hint = Outputs.HintOf(o.Hint) }));
        return [.. items.Select(i => i with { Checked = i.Checked ?? bound.Values.Contains(i.Value ?? "", StringComparer.OrdinalIgnoreCase) })];
    }

    private static Type? EnumOf(Type? type)
    {
        if (type is null) return null;
        var element = type.IsArray ? type.GetElementType()! : type is { IsGenericType: true } && type.GenericTypeArguments.Length == 1 ? type.GenericTypeArguments[0] : type;
        return element.IsEnum ? element : null;
    }
}

/// <summary>One answer of several: <c>&lt;govuk-radios asp-for="Input.Risk" legend="How high is the risk?" legend-size="m" /&gt;</c>.</summary>
[HtmlTargetElement("govuk-radios")]
public sealed class RadiosTagHelper : ChoicesTagHelper
{
    /// <summary>Answers beside each other: for two short ones.</summary>
    public bool Inline { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var bound = Bind();
        var items = await ItemsAsync(context, output, bound);
        output.Become(new Radios
        {
            IdPrefix = bound.Id, Name = bound.Name, Fieldset = FieldsetPart(Legend, LegendSize), Hint = HintPart, ErrorMessage = ErrorPart(bound.Error),
            Items = Disabled ? [.. items.Select(i => i with { Disabled = true })] : items,
            Classes = Outputs.Joined(Inline ? "govuk-radios--inline" : null, Small ? "govuk-radios--small" : null, output.PassedClass()), Attributes = output.Passed(),
        }.Render());
    }
}

/// <summary>Any number of answers: <c>&lt;govuk-checkboxes asp-for="Input.Needs" legend="What is needed?" options="Model.Needs" /&gt;</c>.</summary>
[HtmlTargetElement("govuk-checkboxes")]
public sealed class CheckboxesTagHelper : ChoicesTagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var bound = Bind();
        var items = await ItemsAsync(context, output, bound);
        output.Become(new Checkboxes
        {
            IdPrefix = bound.Id, Name = bound.Name, Fieldset = FieldsetPart(Legend, LegendSize), Hint = HintPart, ErrorMessage = ErrorPart(bound.Error),
            Items = Disabled ? [.. items.Select(i => i with { Disabled = true })] : items,
            Classes = Outputs.Joined(Small ? "govuk-checkboxes--small" : null, output.PassedClass()), Attributes = output.Passed(),
        }.Render());
    }
}

/// <summary>One radio or checkbox; what stands inside it opens when it is chosen. An exclusive checkbox unticks all others.</summary>
[HtmlTargetElement("govuk-radio")]
[HtmlTargetElement("govuk-checkbox")]
public sealed class ChoiceTagHelper : TagHelper
{
    public string? Value { get; set; }
    public string? Label { get; set; }
    public string? Hint { get; set; }
    public string? Id { get; set; }
    public bool? Checked { get; set; }
    public bool Disabled { get; set; }
    public bool Exclusive { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.InnerHtmlAsync();
        context.HandUp(output, new Choice
        {
            Value = Value, Text = Label ?? Value, Id = Id, Hint = Outputs.HintOf(Hint), Checked = Checked, Disabled = Disabled,
            Behaviour = Exclusive ? "exclusive" : null, Conditional = inner.Length == 0 ? null : new Conditional(inner), Attributes = output.Passed(),
        });
    }
}

/// <summary>A word between the answers: <c>&lt;govuk-divider&gt;or&lt;/govuk-divider&gt;</c>.</summary>
[HtmlTargetElement("govuk-divider")]
public sealed class DividerTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.InnerHtmlAsync();
        context.HandUp(output, new Choice { Divider = inner.Length == 0 ? "or" : System.Net.WebUtility.HtmlDecode(inner), Checked = false });
    }
}
