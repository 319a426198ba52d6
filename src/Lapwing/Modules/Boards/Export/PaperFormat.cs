using System.Text;
using Lapwing.Modules.Boards.Documents;
using Lapwing.Settings;

namespace Lapwing.Modules.Boards.Export;

/// <summary>A kind of file that a paper leaves as.</summary>
public sealed record PaperFormat(string Code, string Name, string ContentType)
{
    public static PaperFormat Docx { get; } = new("docx", "DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    public static PaperFormat Html { get; } = new("html", "HTML", "text/html; charset=utf-8");
    public static PaperFormat Pdf { get; } = new("pdf", "PDF", "application/pdf");

    public static IReadOnlyList<PaperFormat> All { get; } = [Docx, Html, Pdf];

    public static PaperFormat? Find(string? code) => All.FirstOrDefault(format => format.Code == code);

    /// <exception cref="Access.RuleBroken">There is no Chromium for a PDF.</exception>
    public async Task<byte[]> WriteAsync(PaperDocument document, Installation installation, CancellationToken ct)
    {
        if (this == Html)
            return Encoding.UTF8.GetBytes(PaperHtml.Whole(document, PaperStyle.Css));
        using var to = new MemoryStream();
        if (this == Pdf)
            await PaperPdf.WriteAsync(document, installation, to, ct);
        else
            PaperDocx.Write(document, to);
        return to.ToArray();
    }

    /// <summary>The marking comes first, so that it is seen wherever the file lies.</summary>
    public string FileName(PaperDocument document) => $"{Plain(document.Marking.Label)} {(document.IsDraft ? "DRAFT " : "")}{Plain(document.Title)} {document.Quarter.Code}.{Code}";

    private static string Plain(string words)
    {
        var plain = string.Concat(words.Select(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '&' ? c : ' '));
        return string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 80 } longer ? longer[..80].TrimEnd() : string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
