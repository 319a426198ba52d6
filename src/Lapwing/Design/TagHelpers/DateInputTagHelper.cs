using System.Globalization;
using Lapwing.Design.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.Design.TagHelpers;

/// <summary>
/// A date in three boxes, bound to a <see cref="DateOnly"/>? by <see cref="DateInputBinder"/>:
/// <c>&lt;govuk-date-input asp-for="Input.Born" legend="Date of birth" hint="For example, 27 3 1984" /&gt;</c>.
/// </summary>
[HtmlTargetElement("govuk-date-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateInputTagHelper : FieldTagHelper
{
    public string? Legend { get; set; }
    public string? LegendSize { get; set; }

    /// <summary>Lets a browser offer the user's own date of birth.</summary>
    public bool Birthday { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var bound = Bind();
        DateOnly? date = For?.Model switch { DateOnly d => d, DateTime t => DateOnly.FromDateTime(t), _ => null };
        var parts = new[] { Part(bound, "Day", "bday-day", date?.Day), Part(bound, "Month", "bday-month", date?.Month), Part(bound, "Year", "bday-year", date?.Year) };
        // Of a date that is partly there, only the empty boxes are wrong.
        if (bound.Error is not null && parts.Any(p => p.Box.Value?.Trim().Length > 0) && parts.Any(p => string.IsNullOrWhiteSpace(p.Box.Value)))
        {
            parts = [.. parts.Select(p => (p.Box with { Error = string.IsNullOrWhiteSpace(p.Box.Value) ? true : null }, p.Error))];
        }
        if (parts.FirstOrDefault(p => p.Box.Error == true).Box is { } wrong) Place(bound.Name, wrong.Id!);
        var error = bound.Error ?? parts.Select(p => p.Error).FirstOrDefault(e => e is not null);
        output.Become(new DateInput
        {
            // The first box bears the bare id, so that the error summary can lead to it.
            Id = bound.Id + "-date", Name = bound.Name, Hint = HintPart, ErrorMessage = ErrorPart(error), Classes = output.PassedClass(), Attributes = output.Passed(),
            Fieldset = FieldsetPart(Legend ?? For?.Metadata.DisplayName ?? "Date", LegendSize),
            Day = parts[0].Box, Month = parts[1].Box, Year = parts[2].Box,
        }.Render());
    }

    private (DatePart Box, string? Error) Part(Binding bound, string part, string autocomplete, int? value)
    {
        var name = $"{bound.Name}.{part}";
        var entry = ViewContext.ViewData.ModelState.TryGetValue(name, out var found) ? found : null;
        var error = Binding.ErrorOf(entry);
        return (new DatePart
        {
            Name = name, Id = NameAndId.IdOf(name), Label = part, Autocomplete = Birthday ? autocomplete : null, Error = error is null ? null : true,
            Value = entry?.AttemptedValue ?? value?.ToString(CultureInfo.InvariantCulture),
        }, error);
    }
}
