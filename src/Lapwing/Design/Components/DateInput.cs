using Microsoft.AspNetCore.Html;

namespace Lapwing.Design.Components;

/// <summary>One box of a date.</summary>
public sealed record DatePart
{
    public string? Name { get; init; }
    public string? Id { get; init; }
    public string? Label { get; init; }
    public string? Value { get; init; }
    public string? Classes { get; init; }
    public string? Autocomplete { get; init; }
    public string? Pattern { get; init; }
    public string? Inputmode { get; init; }
    public bool? Error { get; init; }
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    public bool IsMarkedWrong => Error == true || Classes?.Contains("govuk-input--error", StringComparison.Ordinal) == true;
}

/// <summary>A date that one knows by heart, in three boxes.</summary>
public sealed record DateInput : Field
{
    public Fieldset? Fieldset { get; init; }
    public string? NamePrefix { get; init; }
    public IReadOnlyList<DatePart> Items { get; init; } = [];
    public IReadOnlyDictionary<string, string?>? Values { get; init; }
    public DatePart? Day { get; init; }
    public DatePart? Month { get; init; }
    public DatePart? Year { get; init; }

    public override IHtmlContent Render()
    {
        var (day, month, year) = (Day ?? new() { Name = "day" }, Month ?? new() { Name = "month" }, Year ?? new() { Name = "year" });
        IReadOnlyList<DatePart> parts = Items.Count > 0 ? Items : [day, month, year];
        var anyWrong = parts.Any(p => p.IsMarkedWrong);
        var boxes = new Element("div").Class("govuk-date-input", Classes).With(Attributes).SetIfAny("id", Id).Say(FormGroup?.BeforeInputs)
            .AddAll(parts.Select(part => Box(part, Known(part), anyWrong))).Say(FormGroup?.AfterInputs);
        return Group(Fieldset, Id ?? "", "group", boxes);

        // A part is known by being the day, the month or the year, or by bearing its name.
        (string Name, int Width, string? Value) Known(DatePart part)
        {
            if (ReferenceEquals(part, day) || Is(part, "day", day)) return (Or(part.Name, "day"), 2, day.Value);
            if (ReferenceEquals(part, month) || Is(part, "month", month)) return (Or(part.Name, "month"), 2, month.Value);
            if (ReferenceEquals(part, year) || Is(part, "year", year)) return (Or(part.Name, "year"), 4, year.Value);
            return (part.Name ?? "", 2, null);
        }
    }

    private static bool Is(DatePart part, string kind, DatePart named) =>
        !string.IsNullOrEmpty(part.Name) && (part.Name == kind || part.Name == named.Name);

    private Element Box(DatePart part, (string Name, int Width, string? Value) known, bool anyWrong)
    {
        var wrong = part.IsMarkedWrong || (part.Error != false && ErrorMessage is not null && !anyWrong);
        var marked = part.Classes?.Contains("govuk-input--error", StringComparison.Ordinal) == true;
        var sized = part.Classes?.Contains("govuk-input--width-", StringComparison.Ordinal) == true;
        var name = string.IsNullOrEmpty(NamePrefix) ? known.Name : $"{NamePrefix}-{known.Name}";
        return new Element("div").Class("govuk-date-input__item").Add(new Input
        {
            Id = Or(part.Id, $"{Id}-{known.Name}"), Name = name,
            Label = new Label { Text = Or(part.Label, Capital(known.Name)), Classes = "govuk-date-input__label" },
            Classes = Join("govuk-date-input__input", When(wrong && !marked, "govuk-input--error"), When(!sized, $"govuk-input--width-{known.Width}"), part.Classes),
            Value = part.Value ?? known.Value ?? Values?.GetValueOrDefault(name), Inputmode = Or(part.Inputmode, "numeric"),
            Autocomplete = part.Autocomplete, Pattern = part.Pattern, Attributes = part.Attributes,
        }.Render());
    }

    private static string Capital(string name) => name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name[1..].ToLowerInvariant();
}
