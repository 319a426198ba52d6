using System.Globalization;
using Lapwing.Access;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Lapwing.Modules.Referrals.Import;

/// <summary>Rows of the first sheet of a workbook, or of the sheet that the mapping names. Nothing of it is put on the disk.</summary>
internal sealed class XlsxRows : IRowSource
{
    private readonly Stream stream;
    private readonly IEnumerator<object> rows;
    private readonly List<string> letters;
    private int read;

    public XlsxRows(Stream stream, string? sheet)
    {
        this.stream = stream;
        stream.Position = 0;
        // The library would otherwise write the texts of a large workbook to a file in the clear.
        var settings = new OpenXmlConfiguration { EnableSharedStringCache = false, FillMergedCells = false };
        if (sheet is not null && !stream.GetSheetNames(settings).Contains(sheet, StringComparer.Ordinal))
            throw new RuleBroken("no-sheet", $"The workbook has no sheet called \"{sheet}\". It has: {string.Join(", ", stream.GetSheetNames(settings))}.");
        stream.Position = 0;
        rows = stream.Query(useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX, configuration: settings).GetEnumerator();
        if (!Next(out var cells))
        {
            (letters, Headings) = ([], []);
            return;
        }
        letters = [.. cells.Keys];
        Headings = [.. cells.Values.Select(Text)];
    }

    public IReadOnlyList<string> Headings { get; }

    /// <summary>A workbook does not say how many rows it has, so this only approaches the end.</summary>
    public double Progress => 1 - 1 / (1 + read / 20_000d);

    public IEnumerable<ImportRow> Rows()
    {
        while (Next(out var row))
        {
            string[] cells = [.. letters.Select(letter => Text(row.GetValueOrDefault(letter)))];
            if (Array.TrueForAll(cells, cell => cell.Length == 0))
                continue;
            yield return new(read, cells);
        }
    }

    private bool Next(out IDictionary<string, object> cells)
    {
        try
        {
            var more = rows.MoveNext();
            cells = more ? (IDictionary<string, object>)rows.Current : new Dictionary<string, object>();
            read += more ? 1 : 0;
            return more;
        }
        catch (Exception broken) when (broken is System.Xml.XmlException or InvalidDataException or NullReferenceException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new RuleBroken("broken-file", $"After row {read} the workbook cannot be read: it is damaged. Open it in a spreadsheet program and save it again.");
        }
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        string text => text,
        DateTime day => day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        bool yes => yes ? "Yes" : "No",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    public void Dispose()
    {
        rows.Dispose();
        stream.Dispose();
    }
}

file static class Cells
{
    public static object? GetValueOrDefault(this IDictionary<string, object> row, string letter) => row.TryGetValue(letter, out var cell) ? cell : null;
}
