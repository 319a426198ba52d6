using Microsoft.AspNetCore.Html;

namespace Lapwing.Design.Components;

/// <summary>One cell; the format "numeric" sets it to the right.</summary>
public sealed record TableCell : Phrase
{
    public string? Format { get; init; }
    public int? Colspan { get; init; }
    public int? Rowspan { get; init; }
}

/// <summary>Rows and columns of facts.</summary>
public sealed record Table : Component
{
    public string? Caption { get; init; }
    public string? CaptionClasses { get; init; }
    public bool FirstCellIsHeader { get; init; }
    public IReadOnlyList<TableCell>? Head { get; init; }
    public IReadOnlyList<IReadOnlyList<TableCell>> Rows { get; init; } = [];

    public override IHtmlContent Render() =>
        new Element("table").Class("govuk-table", Classes).With(Attributes).Add(
            string.IsNullOrEmpty(Caption) ? null : new Element("caption").Class("govuk-table__caption", CaptionClasses).Text(Caption),
            Head is null ? null : new Element("thead").Class("govuk-table__head").Add(
                Line(Head.Select(c => Cell(c, "th", "header").Set("scope", "col")))),
            new Element("tbody").Class("govuk-table__body").AddAll(Rows.Select(row => Line(row.Select((c, i) => i == 0 && FirstCellIsHeader
                ? Cell(c with { Format = null }, "th", "header").Set("scope", "row")
                : Cell(c, "td", "cell"))))));

    private static Element Line(IEnumerable<Element> cells) => new Element("tr").Class("govuk-table__row").AddAll(cells);

    private static Element Cell(TableCell cell, string element, string part) =>
        new Element(element).Class(ClassOf(part, cell.Format), cell.Classes)
            .Set("colspan", Number(cell.Colspan)).Set("rowspan", Number(cell.Rowspan)).With(cell.Attributes).Say(cell);

    /// <summary>The classes of a header or a cell, shared with tables that a page writes out itself.</summary>
    public static string ClassOf(string part, string? format) =>
        $"govuk-table__{part}" + (string.IsNullOrEmpty(format) ? "" : $" govuk-table__{part}--{format}");
}
