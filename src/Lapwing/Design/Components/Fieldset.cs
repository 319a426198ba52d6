using Microsoft.AspNetCore.Html;

namespace Lapwing.Design.Components;

/// <summary>Fields that answer one question together.</summary>
public sealed record Fieldset : Component
{
    public Legend? Legend { get; init; }
    public string? Role { get; init; }
    public string? DescribedBy { get; init; }
    public string? Html { get; init; }

    public override IHtmlContent Render() => Around(new HtmlString(Html ?? ""));

    public Element Around(IHtmlContent content) =>
        new Element("fieldset").Class("govuk-fieldset", Classes).SetIfAny("role", Role).SetIfAny("aria-describedby", DescribedBy)
            .With(Attributes).Add(LegendElement(), content);

    private Element? LegendElement()
    {
        if (Legend is null || Legend.IsEmpty) return null;
        var legend = new Element("legend").Class("govuk-fieldset__legend", Legend.Classes);
        return Legend.IsPageHeading
            ? legend.Add(new Element("h1").Class("govuk-fieldset__heading").Say(Legend))
            : legend.Say(Legend);
    }
}
