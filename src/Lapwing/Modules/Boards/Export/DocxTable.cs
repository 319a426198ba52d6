using System.Globalization;
using DocumentFormat.OpenXml;
using Lapwing.Design;
using Lapwing.Modules.Boards.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Lapwing.Modules.Boards.Export;

/// <summary>A table in a Word document: its heading row is repeated on every page, no row is torn in two, and a short one stays on one page with its notes.</summary>
internal static class DocxTable
{
    /// <summary>Between the margins, in twentieths of a point.</summary>
    public const int Width = 9638;

    /// <summary>About half a page: a longer table may go on to the next.</summary>
    private const int KeptTogether = 16;

    public static IEnumerable<OpenXmlElement> Of(PaperTable table, bool captioned = true) =>
        [.. captioned ? [DocxText.Of(DocxStyles.Caption, table.Caption)] : Array.Empty<OpenXmlElement>(), Grid(table), .. table.Notes.Select(note => DocxText.Of(DocxStyles.Note, note))];

    private static W.Table Grid(PaperTable table)
    {
        var all = table.Columns.Sum(column => column.Weight);
        var widths = table.Columns.Select(column => (column.Weight * Width / all).ToString(CultureInfo.InvariantCulture)).ToList();
        var grid = new W.Table(
            new W.TableProperties
            {
                TableStyle = new W.TableStyle { Val = DocxStyles.Table }, TableWidth = new W.TableWidth { Width = "5000", Type = W.TableWidthUnitValues.Pct },
                // A wide table lets Word weigh its columns by their words; the others look the same from paper to paper.
                TableLayout = new W.TableLayout { Type = table.IsWide ? W.TableLayoutValues.Autofit : W.TableLayoutValues.Fixed },
                TableCellMarginDefault = table.IsWide ? new W.TableCellMarginDefault(new W.TableCellLeftMargin { Width = 45, Type = W.TableWidthValues.Dxa }, new W.TableCellRightMargin { Width = 45, Type = W.TableWidthValues.Dxa }) : null,
                TableLook = new W.TableLook { FirstRow = true, FirstColumn = true, NoHorizontalBand = true, NoVerticalBand = true },
                TableCaption = new W.TableCaption { Val = CleanText.Of(table.Caption) },
            },
            new W.TableGrid(widths.Select(width => new W.GridColumn { Width = width })));
        grid.Append(Line(table, widths, [.. table.Columns.Select(column => new Run(column.Heading))], 0, new W.TableRowProperties(new W.CantSplit(), new W.TableHeader()), keepNext: true));
        foreach (var (row, i) in table.Rows.Select((row, i) => (row, i)))
        {
            var last = i == table.Rows.Count - 1;
            grid.Append(Line(table, widths, row.Cells, row.Depth, new W.TableRowProperties(new W.CantSplit()), keepNext: last ? table.Notes.Count > 0 : table.Rows.Count <= KeptTogether));
        }
        return grid;
    }

    private static W.TableRow Line(PaperTable table, List<string> widths, IReadOnlyList<Run> cells, int depth, W.TableRowProperties properties, bool keepNext)
    {
        var line = new W.TableRow(properties);
        foreach (var (cell, i) in cells.Select((cell, i) => (cell, i)))
        {
            var words = DocxText.Of(table.IsWide ? DocxStyles.SmallCell : DocxStyles.Cell, [cell]);
            var layout = words.ParagraphProperties!;
            if (keepNext) layout.KeepNext = new W.KeepNext();
            if (i == 0 && depth > 0) layout.Indentation = new W.Indentation { Left = (depth * 227).ToString(CultureInfo.InvariantCulture) };
            if (table.Columns[i].Numeric) layout.Justification = new W.Justification { Val = W.JustificationValues.Right };
            line.Append(new W.TableCell(new W.TableCellProperties(new W.TableCellWidth { Width = widths[i], Type = W.TableWidthUnitValues.Dxa }), words));
        }
        return line;
    }
}
