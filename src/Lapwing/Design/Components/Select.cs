using Microsoft.AspNetCore.Html;

namespace Lapwing.Design.Components;

/// <summary>One line of a select.</summary>
public sealed record SelectItem
{
    public string? Value { get; init; }
    public string? Text { get; init; }
    public bool? Selected { get; init; }
    public bool Disabled { get; init; }
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

/// <summary>One answer of many.</summary>
public sealed record Select : Field
{
    public string? Value { get; init; }
    public IReadOnlyList<SelectItem> Items { get; init; } = [];

    public override IHtmlContent Render() => Group(
        new Element("select").Class("govuk-select", Classes, ErrorClass("govuk-select--error")).Set("id", ControlId).Set("name", Name)
            .Flag("disabled", Disabled).Set("aria-describedby", Described(ControlId, DescribedBy)).With(Attributes)
            .AddAll(Items.Select(item => new Element("option").Set("value", item.Value).Flag("selected", IsSelected(item))
                .Flag("disabled", item.Disabled).With(item.Attributes).Text(item.Text))));

    private bool IsSelected(SelectItem item) =>
        item.Selected == true || (item.Selected is null && !string.IsNullOrEmpty(Value) && Value == (item.Value ?? item.Text));
}
