using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Lapwing.Modules.Boards.Export;

/// <summary>The styles of a paper in Word. Names are Word's own where it has one, so that its navigation, its contents lists and a council's template take hold of them.</summary>
internal static class DocxStyles
{
    public const string Title = "Title", Lead = "Subtitle", Section = "Heading1", Subsection = "Heading2", Bullets = "ListBullet", Numbers = "ListNumber", Caption = "Caption",
        Table = "PaperTable", Cell = "TableText", SmallCell = "TableTextSmall", Note = "TableNote", Picture = "Picture", From = "PaperFrom", Flag = "PaperFlag", Rules = "HandlingRules", RulesHead = "HandlingHeading",
        Marking = "Marking", Footer = "Footer";

    /// <summary>The numbering that points use; each numbered list has one of its own after it, so that it starts at 1.</summary>
    public const int BulletNumbering = 1, FirstNumbering = 2;

    private const string Namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private static readonly string[] Edges = ["top", "left", "bottom", "right"];

    public static W.Styles Styles() => new($"""
        <w:styles {Namespace}>
          <w:docDefaults>
            <w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
            <w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>
          </w:docDefaults>
          <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
          <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
          <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>
            <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
          {Paragraph(Title, "Title", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"120\" w:after=\"160\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:b/><w:bCs/><w:sz w:val=\"48\"/><w:szCs w:val=\"48\"/>")}
          {Paragraph(Lead, "Subtitle", "<w:spacing w:after=\"200\"/>", "<w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>")}
          {Heading(1, 34, 360)}
          {Heading(2, 28, 280)}
          {Heading(3, 24, 240)}
          {Paragraph(Bullets, "List Bullet", $"<w:numPr><w:numId w:val=\"{BulletNumbering}\"/></w:numPr><w:spacing w:after=\"80\"/>")}
          {Paragraph(Numbers, "List Number", $"<w:numPr><w:numId w:val=\"{FirstNumbering}\"/></w:numPr><w:spacing w:after=\"80\"/>")}
          {Paragraph(Caption, "caption", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"80\"/>", "<w:b/><w:bCs/>")}
          {Paragraph(Cell, "Table Text", "<w:spacing w:before=\"50\" w:after=\"50\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>")}
          {Paragraph(SmallCell, "Table Text Small", "", "<w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>", Cell)}
          {Paragraph(Note, "Table Note", "<w:keepLines/><w:spacing w:before=\"80\" w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>")}
          {Paragraph(Picture, "Picture", "<w:keepNext/><w:spacing w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/>")}
          {Paragraph(From, "Paper From", "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"18\" w:space=\"4\" w:color=\"0B5A5E\"/></w:pBdr><w:spacing w:after=\"200\"/>")}
          {Paragraph(Flag, "Paper Flag", $"<w:keepNext/>{Box("CA3535", 12)}<w:spacing w:after=\"160\"/>", "<w:b/><w:bCs/><w:color w:val=\"B02020\"/>")}
          {Paragraph(Rules, "Handling Rules", $"<w:keepLines/>{Box("0B0C0C", 8)}<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EDF4F2\"/><w:spacing w:after=\"60\"/><w:ind w:left=\"113\" w:right=\"113\"/>")}
          {Paragraph(RulesHead, "Handling Heading", "<w:keepNext/>", "<w:b/><w:bCs/>", Rules)}
          {Paragraph("Header", "header", "<w:tabs><w:tab w:val=\"right\" w:pos=\"9638\"/></w:tabs><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>")}
          {Paragraph(Footer, "footer", "<w:tabs><w:tab w:val=\"right\" w:pos=\"9638\"/></w:tabs><w:spacing w:before=\"60\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>")}
          {Paragraph(Marking, "Marking", $"{Box("0B0C0C", 8)}<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/><w:ind w:left=\"113\" w:right=\"113\"/><w:jc w:val=\"center\"/>", "<w:b/><w:bCs/><w:spacing w:val=\"10\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>")}
          <w:style w:type="table" w:customStyle="1" w:styleId="{Table}"><w:name w:val="Paper Table"/><w:basedOn w:val="TableNormal"/>
            <w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="0B0C0C"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="0B0C0C"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="B1B4B6"/></w:tblBorders></w:tblPr>
            <w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="0B0C0C"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="EDF4F2"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>
            <w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style>
        </w:styles>
        """);

    /// <param name="numbered">How many numbered lists the paper has.</param>
    public static W.Numbering Numbering(int numbered) => new($"""
        <w:numbering {Namespace}>
          {Level(1, "bullet", "•")}
          {Level(2, "decimal", "%1.")}
          <w:num w:numId="{BulletNumbering}"><w:abstractNumId w:val="1"/></w:num>
          {string.Concat(Enumerable.Range(FirstNumbering, Math.Max(1, numbered)).Select(n => $"<w:num w:numId=\"{n}\"><w:abstractNumId w:val=\"2\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"))}
        </w:numbering>
        """);

    private static string Level(int number, string format, string text) =>
        $"<w:abstractNum w:abstractNumId=\"{number}\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"454\" w:hanging=\"397\"/></w:pPr></w:lvl></w:abstractNum>";

    private static string Heading(int level, int size, int before) => Paragraph($"Heading{level}", $"heading {level}",
        $"<w:keepNext/><w:keepLines/><w:spacing w:before=\"{before}\" w:after=\"120\" w:line=\"240\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"{level - 1}\"/>", $"<w:b/><w:bCs/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>");

    private static string Box(string colour, int size) =>
        $"<w:pBdr>{string.Concat(Edges.Select(edge => $"<w:{edge} w:val=\"single\" w:sz=\"{size}\" w:space=\"4\" w:color=\"{colour}\"/>"))}</w:pBdr>";

    private static string Paragraph(string id, string name, string layout, string letters = "", string basedOn = "Normal") =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"{basedOn}\"/><w:qFormat/><w:pPr>{layout}</w:pPr><w:rPr>{letters}</w:rPr></w:style>";
}
