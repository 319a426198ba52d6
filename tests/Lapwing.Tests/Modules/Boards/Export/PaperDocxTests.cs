using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Lapwing.Modules.Boards.Documents;
using Lapwing.Modules.Boards.Export;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Lapwing.Tests.Modules.Boards.Export;

public sealed class PaperDocxTests : IDisposable
{
    private readonly WordprocessingDocument word = Read(InventedPaper.Whole);

    private W.Body Body => word.MainDocumentPart!.Document!.Body!;

    public void Dispose() => word.Dispose();

    [Fact]
    public void Word_would_open_it() => Assert.Empty(Faults(word));

    [Fact]
    public void A_table_too_wide_for_ordinary_letters_and_a_chart_too_high_for_a_sheet_are_made_to_fit()
    {
        using var large = Read(InventedPaper.Whole with { Sections = [InventedPaper.Large] });
        Assert.Empty(Faults(large));
        var body = large.MainDocumentPart!.Document!.Body!;
        Assert.Equal(DocxStyles.SmallCell, body.Elements<W.Table>().ElementAt(1).Descendants<W.ParagraphStyleId>().Select(s => s.Val!.Value).Distinct().Single());
        Assert.Equal(DocxStyles.Cell, body.Elements<W.Table>().ElementAt(2).Descendants<W.ParagraphStyleId>().Select(s => s.Val!.Value).Distinct().Single());
        Assert.InRange(body.Descendants<DW.Inline>().Single().Extent!.Cy!.Value, 1, 20 * 360_000);
        // Sixty rows may go on to the next page; a few would stay together.
        Assert.Null(body.Elements<W.Table>().ElementAt(2).Elements<W.TableRow>().ElementAt(5).Descendants<W.KeepNext>().FirstOrDefault());
        Assert.NotNull(body.Elements<W.Table>().ElementAt(1).Elements<W.TableRow>().ElementAt(1).Descendants<W.KeepNext>().FirstOrDefault());
    }

    [Fact]
    public void The_same_paper_gives_the_same_bytes() => Assert.Equal(Bytes(InventedPaper.Whole), Bytes(InventedPaper.Whole));

    [Fact]
    public void A_response_that_cannot_seek_is_written_too()
    {
        using var inner = new MemoryStream();
        using (var forward = new System.IO.Compression.DeflateStream(inner, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true)) PaperDocx.Write(InventedPaper.Whole, forward);
        Assert.True(inner.Length > 1000);
    }

    [Fact]
    public void Headings_lists_and_captions_have_words_own_styles()
    {
        Assert.Equal([InventedPaper.Title], Texts("Title"));
        Assert.Equal(["Summary", "Referrals", "Next steps", "Figures in this paper", "Notes"], Texts("Heading1"));
        Assert.Equal(["What we ask the board", "Over two years"], Texts("Heading2"));
        Assert.Contains("Nobody waited longer than ten days.", Texts("ListBullet"));
        Assert.Equal(["Note the progress.", "Agree the action plan.", "First again."], Texts("ListNumber"));
        Assert.Contains("Referrals received by level of risk", Texts("Caption"));
        var names = word.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<W.Style>().Select(s => (Value: s.StyleId!.Value!, Name: s.StyleName!.Val!.Value!)).ToList();
        Assert.All([("Title", "Title"), ("Heading1", "heading 1"), ("Heading2", "heading 2"), ("Heading3", "heading 3"), ("ListBullet", "List Bullet"), ("ListNumber", "List Number"), ("Caption", "caption")],
            style => Assert.Contains(style, names));
        var used = Body.Descendants<W.ParagraphStyleId>().Select(s => s.Val!.Value).Concat(Body.Descendants<W.TableStyle>().Select(s => s.Val!.Value)).Distinct();
        Assert.All(used, id => Assert.Contains(id, names.Select(n => n.Value)));
    }

    [Fact]
    public void Each_numbered_list_starts_at_one()
    {
        var used = Body.Descendants<W.NumberingId>().Select(n => n.Val!.Value).ToList();
        Assert.Equal([2, 2, 3], used);
        var starts = word.MainDocumentPart!.NumberingDefinitionsPart!.Numbering!.Elements<W.NumberingInstance>().Where(n => used.Contains(n.NumberID!.Value));
        Assert.All(starts, n => Assert.Equal(1, n.Descendants<W.StartOverrideNumberingValue>().Single().Val!.Value));
    }

    [Fact]
    public void It_is_in_british_english()
    {
        Assert.Equal("en-GB", word.MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<W.Languages>().Single().Val!.Value);
        Assert.Equal("en-GB", word.MainDocumentPart.DocumentSettingsPart!.Settings!.GetFirstChild<W.ThemeFontLanguages>()!.Val!.Value);
        Assert.Equal("en-GB", word.PackageProperties.Language);
    }

    [Fact]
    public void It_says_what_it_is_before_it_is_opened()
    {
        Assert.Equal($"RESTRICTED: {InventedPaper.Title}", word.PackageProperties.Title);
        Assert.Equal("Marshbury (invented) – 2025/26 Q3, for: Board", word.PackageProperties.Subject);
        Assert.Equal("RESTRICTED", word.PackageProperties.Keywords);
        Assert.Equal("Draft", word.PackageProperties.ContentStatus);
        Assert.Null(word.PackageProperties.Creator);
        var own = word.CustomFilePropertiesPart!.Properties!.Elements<DocumentFormat.OpenXml.CustomProperties.CustomDocumentProperty>().ToDictionary(p => p.Name!.Value!, p => p.InnerText);
        Assert.Equal(("RESTRICTED", "2025-26-Q3", "Yes"), (own["Marking"], own["Quarter"], own["Demonstration"]));
    }

    [Fact]
    public void Every_page_carries_its_marking_above_and_below_and_its_number()
    {
        var main = word.MainDocumentPart!;
        Assert.Equal("RESTRICTED", Assert.Single(main.HeaderParts).Header!.InnerText);
        var footer = Assert.Single(main.FooterParts).Footer!;
        Assert.Equal(["RESTRICTED", "Draft – DemonstrationPage 1 of 1"], footer.Elements<W.Paragraph>().Select(p => p.InnerText));
        Assert.Equal([" PAGE ", " NUMPAGES "], footer.Descendants<W.SimpleField>().Select(f => f.Instruction!.Value));
        // One section, and no other header for its first or its even pages.
        var section = Assert.Single(Body.Descendants<W.SectionProperties>());
        Assert.Equal(W.HeaderFooterValues.Default, Assert.Single(section.Elements<W.HeaderReference>()).Type!.Value);
        Assert.Equal(W.HeaderFooterValues.Default, Assert.Single(section.Elements<W.FooterReference>()).Type!.Value);
        Assert.Null(section.GetFirstChild<W.TitlePage>());
        Assert.Null(main.DocumentSettingsPart!.Settings!.GetFirstChild<W.EvenAndOddHeaders>());
    }

    [Fact]
    public void A_draft_and_a_demonstration_say_so_and_an_approved_paper_does_not()
    {
        Assert.Equal(["Demonstration: everybody in here is made up.", "Draft: not yet approved for presentation"], Texts("PaperFlag"));
        using var approved = Read(InventedPaper.Whole with { IsDraft = false, IsDemonstration = false });
        Assert.DoesNotContain("Draft: not", approved.MainDocumentPart!.Document!.InnerText);
        Assert.DoesNotContain("Demonstration", approved.MainDocumentPart.FooterParts.Single().Footer!.InnerText);
        Assert.Equal("Approved", approved.PackageProperties.ContentStatus);
    }

    [Fact]
    public void Handling_rules_stand_at_the_start()
    {
        var styles = Body.Elements<W.Paragraph>().Select(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value).ToList();
        Assert.True(styles.IndexOf("HandlingRules") < styles.IndexOf("Heading1"));
        Assert.Equal(["Do not copy, forward or leave it on a desk.", "Destroy it after the meeting."], Texts("HandlingRules"));
    }

    [Fact]
    public void Every_table_repeats_its_heading_row_and_tears_no_row()
    {
        var tables = Body.Elements<W.Table>().ToList();
        Assert.Equal(7, tables.Count);
        Assert.All(tables, table =>
        {
            var rows = table.Elements<W.TableRow>().ToList();
            Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<W.TableHeader>());
            Assert.All(rows.Skip(1), row => Assert.Null(row.TableRowProperties!.GetFirstChild<W.TableHeader>()));
            Assert.All(rows, row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<W.CantSplit>()));
            var properties = table.GetFirstChild<W.TableProperties>()!;
            Assert.Equal("PaperTable", properties.TableStyle!.Val!.Value);
            Assert.True(properties.TableLook!.FirstRow!.Value && properties.TableLook.FirstColumn!.Value);
            Assert.NotEmpty(properties.TableCaption!.Val!.Value!);
            Assert.All(rows, row => Assert.Equal(table.GetFirstChild<W.TableGrid>()!.ChildElements.Count, row.Elements<W.TableCell>().Count()));
        });
        Assert.Equal("High|[c]", string.Join('|', tables[1].Elements<W.TableRow>().ElementAt(1).Elements<W.TableCell>().Select(c => c.InnerText)));
        Assert.Equal("What|Details|For|Board", string.Join('|', tables[0].Descendants<W.TableCell>().Take(4).Select(c => c.InnerText)));
    }

    [Fact]
    public void A_table_is_preceded_by_its_caption_and_followed_by_its_notes()
    {
        var table = Body.Elements<W.Table>().ElementAt(1);
        Assert.Equal("Referrals received by level of risk", table.PreviousSibling()!.InnerText);
        Assert.Equal(InventedPaper.ByLevel.Notes[0], table.NextSibling()!.InnerText);
    }

    [Fact]
    public void Each_chart_is_a_drawing_with_its_description_and_its_table_below()
    {
        var charts = InventedPaper.Whole.Sections.SelectMany(s => s.Blocks).OfType<FigureChart>().Select(c => c.Chart).ToList();
        var pictures = Body.Descendants<DW.Inline>().ToList();
        Assert.Equal(charts.Select(c => c.Described), pictures.Select(p => p.DocProperties!.Description!.Value));
        Assert.Equal(pictures.Count, pictures.Select(p => p.DocProperties!.Id!.Value).Distinct().Count());
        foreach (var (picture, chart) in pictures.Zip(charts))
        {
            var svg = picture.Descendants<DocumentFormat.OpenXml.Office2019.Drawing.SVG.SVGBlip>().Single().Embed!.Value!;
            using var drawn = word.MainDocumentPart!.GetPartById(svg).GetStream();
            Assert.Equal(XElement.Parse(chart.ToSvg()).ToString(), XElement.Load(drawn).ToString());
            using var fallback = word.MainDocumentPart.GetPartById(picture.Descendants<DocumentFormat.OpenXml.Drawing.Blip>().Single().Embed!.Value!).GetStream();
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], Enumerable.Range(0, 4).Select(_ => (byte)fallback.ReadByte()));
            var paragraph = picture.Ancestors<W.Paragraph>().Single();
            Assert.Equal(chart.Title, paragraph.PreviousSibling()!.InnerText);
            Assert.IsType<W.Table>(paragraph.NextSibling());
            // Between the margins: 17 of an A4's 21 centimetres.
            Assert.InRange(picture.Extent!.Cx!.Value, 1, 17 * 360_000 + 1000);
        }
    }

    [Fact]
    public void Bold_and_italic_words_are_so_here_too()
    {
        Assert.Equal("119", Body.Descendants<W.Run>().First(r => r.RunProperties?.Bold is not null).InnerText);
        Assert.Equal("The two do not count the same people.", Body.Descendants<W.Run>().First(r => r.RunProperties?.Italic is not null).InnerText);
    }

    [Fact]
    public void Nothing_in_it_runs_and_nothing_is_fetched()
    {
        Assert.Empty(word.GetAllParts().SelectMany(p => p.ExternalRelationships));
        Assert.Empty(word.GetAllParts().SelectMany(p => p.HyperlinkRelationships));
        Assert.DoesNotContain(word.GetAllParts(), p => p is VbaProjectPart or EmbeddedObjectPart or AlternativeFormatImportPart);
    }

    [Fact]
    public void Words_from_right_to_left_are_set_so()
    {
        using var read = Read(InventedPaper.With("شكراً 12 للجميع and thanks"));
        var heading = read.MainDocumentPart!.Document!.Descendants<W.Paragraph>().First(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Title");
        Assert.NotNull(heading.ParagraphProperties!.BiDi);
        Assert.Equal(["شكراً 12 للجميع", " and thanks"], heading.Elements<W.Run>().Select(r => r.InnerText));
        Assert.NotNull(heading.Elements<W.Run>().First().RunProperties!.RightToLeftText);
    }

    [Theory]
    [MemberData(nameof(Hostile.Words), MemberType = typeof(Hostile))]
    public void Whatever_is_typed_stays_words(string words)
    {
        using var read = Read(InventedPaper.With(words));
        Assert.Empty(Faults(read));
        var title = read.MainDocumentPart!.Document!.Descendants<W.Paragraph>().First(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Title");
        Assert.Equal(Hostile.Kept(words), string.Concat(title.Descendants().Select(e => e switch { W.Text t => t.Text, W.Break => "\n", W.TabChar => "\t", _ => "" })));
        Assert.Empty(read.MainDocumentPart.Document.Descendants<W.FieldCode>());
        Assert.Empty(read.MainDocumentPart.Document.Descendants<W.SimpleField>());
    }

    private IEnumerable<string> Texts(string style) => Body.Elements<W.Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == style).Select(p => p.InnerText);

    private static byte[] Bytes(PaperDocument paper)
    {
        using var stream = new MemoryStream();
        PaperDocx.Write(paper, stream);
        return stream.ToArray();
    }

    private static WordprocessingDocument Read(PaperDocument paper) => WordprocessingDocument.Open(new MemoryStream(Bytes(paper)), isEditable: false);

    private static IEnumerable<string> Faults(OpenXmlPackage read) =>
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(read).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}");
}
