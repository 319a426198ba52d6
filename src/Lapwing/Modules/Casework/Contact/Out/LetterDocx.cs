using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Lapwing.Design;
using Lapwing.Modules.People;
using Lapwing.Time;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Lapwing.Modules.Casework.Contact.Out;

/// <summary>Above a letter: who sends it, and whom it is addressed to.</summary>
public sealed record LetterHead(string Sender, string Addressee);

/// <summary>A letter as a Word document: sender, the one address it goes to, date and text. No list of others who get it, no title, author or other property, nothing hidden.</summary>
internal static class LetterDocx
{
    /// <summary>What the file is called, whoever it is for.</summary>
    public const string FileName = "letter.docx", ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static byte[] Write(Verdict verdict, LetterHead head, string address, string words, DateOnly on)
    {
        verdict.MustGo();
        using var made = new MemoryStream();
        using (var package = WordprocessingDocument.Create(made, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            var body = new W.Body();
            foreach (var line in Lines(head.Sender))
                body.Append(Paragraph(line, right: true));
            body.Append(Paragraph(""));
            // Where the window of an envelope is: name and address, and nothing else.
            body.Append(Paragraph(head.Addressee));
            foreach (var line in address.ReplaceLineEndings("\n").Split(['\n', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                body.Append(Paragraph(line));
            body.Append(Paragraph(""), Paragraph(Spoken.Day(on)), Paragraph(""));
            foreach (var line in Lines(words))
                body.Append(Paragraph(line));
            body.Append(new W.SectionProperties(new W.PageSize { Width = 11906, Height = 16838 }, new W.PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 }));
            main.Document = new W.Document(body);
        }
        return made.ToArray();
    }

    private static string[] Lines(string text) => CleanText.Of(text).ReplaceLineEndings("\n").Split('\n');

    private static W.Paragraph Paragraph(string text, bool right = false) => new(
        new W.ParagraphProperties(new W.SpacingBetweenLines { After = "60" }, new W.Justification { Val = right ? W.JustificationValues.Right : W.JustificationValues.Left }),
        new W.Run(new W.RunProperties(new W.RunFonts { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial" }, new W.FontSize { Val = "24" }), new W.Text(CleanText.Of(text)) { Space = SpaceProcessingModeValues.Preserve }));
}
