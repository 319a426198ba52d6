using Microsoft.AspNetCore.Html;

namespace Lapwing.Design.Components;

/// <summary>Radios and checkboxes, which differ in little but their name.</summary>
public abstract record Choices : Field
{
    public string? IdPrefix { get; init; }
    public Fieldset? Fieldset { get; init; }
    public IReadOnlyList<Choice> Items { get; init; } = [];

    private protected string Prefix => Or(IdPrefix, Name ?? "");

    private protected abstract bool IsChosen(string? value);

    private protected Element Render(string kind, string type, string? describedBy)
    {
        var list = new Element("div").Class($"govuk-{kind}", Classes).With(Attributes).Set("data-module", $"govuk-{kind}").Say(FormGroup?.BeforeInputs);
        foreach (var (item, position) in Items.Select((item, i) => (item, i + 1))) AddItem(list, item, position, kind, type, describedBy);
        return Group(Fieldset is null ? null : Fieldset with { DescribedBy = Or(Fieldset.DescribedBy, DescribedBy ?? "") }, Prefix, null, list.Say(FormGroup?.AfterInputs));
    }

    private void AddItem(Element list, Choice item, int position, string kind, string type, string? describedBy)
    {
        if (!string.IsNullOrEmpty(item.Divider))
        {
            list.Add(new Element("div").Class($"govuk-{kind}__divider").Text(item.Divider));
            return;
        }
        // The first item carries the bare id, so that the error summary can lead to it.
        var id = Or(item.Id, position > 1 ? $"{Prefix}-{position}" : Prefix);
        var isChecked = item.Checked == true || (item.Checked is null && IsChosen(item.Value));
        var hint = item.Hint is { IsEmpty: false } ? item.Hint : null;
        var opens = string.IsNullOrEmpty(item.Conditional?.Html) ? null : "conditional-" + id;

        list.Add(new Element("div").Class($"govuk-{kind}__item").Add(
            new Element("input").Class($"govuk-{kind}__input").Set("id", id).Set("name", Or(item.Name, Name ?? "")).Set("type", type)
                .Set("value", item.Value ?? "").Flag("checked", isChecked).Flag("disabled", item.Disabled)
                .Set("data-aria-controls", opens).SetIfAny("data-behaviour", item.Behaviour)
                .Set("aria-describedby", Join(describedBy, When(hint is not null, id + "-item-hint"))).With(item.Attributes),
            new Label
            {
                Text = item.Text, Html = item.Html, Attributes = item.Label?.Attributes, Classes = Join($"govuk-{kind}__label", item.Label?.Classes),
            }.Render(id),
            hint is null ? null : (hint with { Classes = Join($"govuk-{kind}__hint", hint.Classes) }).Render(id + "-item-hint")));

        if (opens is null) return;
        list.Add(new Element("div").Class($"govuk-{kind}__conditional", When(!isChecked, $"govuk-{kind}__conditional--hidden")).Set("id", opens)
            .Raw(item.Conditional!.Html!.Trim()));
    }
}

/// <summary>One answer of several.</summary>
public sealed record Radios : Choices
{
    public string? Value { get; init; }

    public override IHtmlContent Render() => Render("radios", "radio", null);

    private protected override bool IsChosen(string? value) => !string.IsNullOrEmpty(Value) && string.Equals(Value, value, StringComparison.Ordinal);
}

/// <summary>Any number of answers of several.</summary>
public sealed record Checkboxes : Choices
{
    public IReadOnlyList<string>? Values { get; init; }

    // Without a fieldset nothing else could carry the hint and the error, so each box does.
    public override IHtmlContent Render() => Render("checkboxes", "checkbox", Fieldset is null ? Described(Prefix, DescribedBy) : null);

    private protected override bool IsChosen(string? value) => value is not null && Values?.Contains(value, StringComparer.Ordinal) == true;
}
