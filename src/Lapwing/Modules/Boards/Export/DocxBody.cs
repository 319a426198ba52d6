using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Lapwing.Design;
using Lapwing.Modules.Boards.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Lapwing.Modules.Boards.Export;

/// <summary>What stands in a Word document, in the order of the page.</summary>
internal sealed class DocxBody(MainDocumentPart main)
{
    private readonly W.Body body = new();
    private int charts;

    /// <summary>How many numbered lists there are; each is numbered by itself.</summary>
    public int NumberedLists { get; private set; }

    public W.Body Of(PaperDocument document)
    {
        Add(DocxText.Of(DocxStyles.From, PaperWords.From(document)));
        if (document.IsDemonstration) Add(DocxText.Of(DocxStyles.Flag, PaperSheet.Demonstration));
        if (document.IsDraft) Add(DocxText.Of(DocxStyles.Flag, PaperSheet.Draft));
        Add(DocxText.Of(DocxStyles.Title, document.Title));
        Add(DocxText.Of(DocxStyles.Lead, $"{document.Quarter.Title}, {document.Quarter.Months}. {document.Standing}"));
        Add(DocxText.Of(DocxStyles.RulesHead, PaperWords.RulesOf(document.Marking)));
        foreach (var rule in document.Marking.Rules) Add(DocxText.Of(DocxStyles.Rules, rule));
        AddAll(DocxTable.Of(PaperTable.Facts(document)));
        foreach (var section in document.Sections)
        {
            Add(DocxText.Of(DocxStyles.Section, section.Heading));
            foreach (var block in section.Blocks) AddAll(Of(block));
        }
        Appendix(document);
        return body;
    }

    private IEnumerable<OpenXmlElement> Of(Block block) => block switch
    {
        Paragraph paragraph => [DocxText.Of("", paragraph.Runs)],
        Subheading subheading => [DocxText.Of(DocxStyles.Subsection, subheading.Text)],
        Points { Numbered: false } points => points.Items.Select(item => DocxText.Of(DocxStyles.Bullets, item)),
        Points points => Numbered(points),
        FigureTable figures => DocxTable.Of(PaperTable.Of(figures.Table)),
        FigureChart figures => Chart(figures.Chart),
        _ => throw new NotSupportedException($"A paper has no way to write a {block.GetType().Name}."),
    };

    private IEnumerable<OpenXmlElement> Numbered(Points points)
    {
        var numbering = DocxStyles.FirstNumbering + NumberedLists++;
        foreach (var item in points.Items)
        {
            var point = DocxText.Of(DocxStyles.Numbers, item);
            point.ParagraphProperties!.NumberingProperties = new W.NumberingProperties { NumberingLevelReference = new() { Val = 0 }, NumberingId = new() { Val = numbering } };
            yield return point;
        }
    }

    /// <summary>The caption is the table's too: nobody should hear it twice.</summary>
    private IEnumerable<OpenXmlElement> Chart(Lapwing.Design.Charts.Chart chart) =>
    [
        DocxText.Of(DocxStyles.Caption, chart.Title), DocxPicture.Of(main, chart, ++charts),
        .. DocxTable.Of(PaperTable.Of(chart) with { Notes = string.IsNullOrEmpty(chart.Note) ? [] : [chart.Note] }, captioned: false),
    ];

    private void Appendix(PaperDocument document)
    {
        if (document.Figures.Count > 0)
        {
            Add(DocxText.Of(DocxStyles.Section, PaperWords.Appendix));
            AddAll(DocxTable.Of(PaperTable.Numbers(document)));
            AddAll(DocxTable.Of(PaperTable.Meanings(document)));
        }
        if (document.Notes.Count > 0)
        {
            Add(DocxText.Of(DocxStyles.Section, PaperWords.Notes));
            foreach (var note in document.Notes) Add(DocxText.Of(DocxStyles.Bullets, note));
        }
    }

    private void AddAll(IEnumerable<OpenXmlElement> elements)
    {
        foreach (var element in elements) Add(element);
    }

    private void Add(OpenXmlElement element)
    {
        // A table has no room below it of its own, and two without words between them would become one.
        if (body.LastChild is W.Table && element is W.Paragraph { ParagraphProperties: { } layout } && layout.ParagraphStyleId?.Val?.Value is null or DocxStyles.Bullets or DocxStyles.Numbers)
            layout.SpacingBetweenLines = new W.SpacingBetweenLines { Before = "240" };
        body.Append(element);
    }
}
