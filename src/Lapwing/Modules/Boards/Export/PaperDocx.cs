using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Lapwing.Modules.Boards.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Lapwing.Modules.Boards.Export;

/// <summary>A paper as a Word document that people can go on working in: real styles, real lists and tables, the marking on every page, and nothing that runs.</summary>
public static class PaperDocx
{
    /// <summary>The same paper gives the same bytes, so that a hash can say that two files are one paper.</summary>
    public static void Write(PaperDocument document, Stream to)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(to);
        using var made = new MemoryStream();
        using (var package = WordprocessingDocument.Create(made, WordprocessingDocumentType.Document)) Fill(package, document);
        WithoutClock(made, to);
    }

    private static void Fill(WordprocessingDocument package, PaperDocument document)
    {
        var main = package.AddMainDocumentPart();
        var body = new DocxBody(main);
        main.Document = new W.Document(body.Of(document));
        main.Document.Body!.Append(Pages(main, document));
        main.AddNewPart<StyleDefinitionsPart>("styles").Styles = DocxStyles.Styles();
        main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = DocxStyles.Numbering(body.NumberedLists);
        main.AddNewPart<DocumentSettingsPart>("settings").Settings = new W.Settings(
            new W.Compatibility(new W.CompatibilitySetting { Name = W.CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
            new W.ThemeFontLanguages { Val = "en-GB" });
        DocxProperties.Add(package, document);
        package.ChangeIdOfPart(main, "document");
    }

    /// <summary>A4. There is one header and one footer for every page, the first and the even ones too, so that no sheet is without its marking.</summary>
    private static W.SectionProperties Pages(MainDocumentPart main, PaperDocument document)
    {
        main.AddNewPart<HeaderPart>("header").Header = new W.Header(DocxText.Of(DocxStyles.Marking, document.Marking.Label));
        var edge = DocxText.Of(DocxStyles.Footer, $"{PaperWords.Edge(document)}\tPage ");
        edge.Append(new W.SimpleField(new W.Run(new W.Text("1"))) { Instruction = " PAGE " }, new W.Run(new W.Text(" of ") { Space = SpaceProcessingModeValues.Preserve }),
            new W.SimpleField(new W.Run(new W.Text("1"))) { Instruction = " NUMPAGES " });
        main.AddNewPart<FooterPart>("footer").Footer = new W.Footer(DocxText.Of(DocxStyles.Marking, document.Marking.Label), edge);
        return new W.SectionProperties(
            new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = "header" }, new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = "footer" },
            new W.PageSize { Width = 11906, Height = 16838 },
            new W.PageMargin { Top = 1418, Bottom = 1418, Left = 1134, Right = 1134, Header = 567, Footer = 454, Gutter = 0 });
    }

    private static void WithoutClock(Stream made, Stream to)
    {
        using var from = new ZipArchive(made, ZipArchiveMode.Read, leaveOpen: true);
        // Written to memory first: an archive wants to go back in its stream, and a response cannot.
        using var steady = new MemoryStream();
        using (var zip = new ZipArchive(steady, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Readers expect the list of content types first.
            foreach (var entry in from.Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = zip.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }
        steady.Position = 0;
        steady.CopyTo(to);
    }
}
