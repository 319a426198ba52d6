using System.Globalization;
using CsvHelper;

namespace Lapwing.Modules.Referrals.Import;

/// <summary>Writes the rejected rows as a CSV file that a spreadsheet program opens without running anything in it.</summary>
internal static class RejectFile
{
    public static readonly string[] Headings = ["Line", "Column", "Value", "Reason"];

    /// <param name="withFile">Whether the rows of several files are in one reject file, each with the file's name.</param>
    public static async Task WriteAsync(Stream to, IAsyncEnumerable<(string? File, Rejection Rejection)> rejections, bool withFile, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(to, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        foreach (var heading in withFile ? ["File", .. Headings] : Headings)
            csv.WriteField(heading);
        await csv.EndRecordAsync(ct);
        await foreach (var (file, rejection) in rejections.WithCancellation(ct))
        {
            if (withFile)
                csv.WriteField(Neutral(file ?? ""));
            csv.WriteField(rejection.Line.ToString(CultureInfo.InvariantCulture));
            csv.WriteField(Neutral(rejection.Column));
            csv.WriteField(Neutral(rejection.Value));
            csv.WriteField(Neutral(rejection.Reason));
            await csv.EndRecordAsync(ct);
        }
        await csv.FlushAsync(ct);
    }

    /// <summary>A cell that begins like a formula gets an apostrophe in front, which spreadsheet programs show as text (OWASP, CSV injection).
    /// Spaces before the sign and its full-width forms do not hide it.</summary>
    public static string Neutral(string cell) =>
        cell.Length > 0 && (cell[0] is '\t' or '\r' or '\n' || cell.TrimStart() is { Length: > 0 } text && "=+-@|%＝＋－＠".Contains(text[0], StringComparison.Ordinal))
            ? "'" + cell : cell;
}
