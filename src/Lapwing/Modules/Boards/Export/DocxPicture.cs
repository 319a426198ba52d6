using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Lapwing.Design;
using Lapwing.Design.Charts;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Lapwing.Modules.Boards.Export;

/// <summary>A chart in a Word document: the drawing of the page itself, sharp at any size, with its description for those who cannot see it.</summary>
internal static class DocxPicture
{
    /// <summary>In Word's units, 360,000 to the centimetre: between the margins, and not so high that its caption goes to another page.</summary>
    private const long Widest = DocxTable.Width * 635L, Highest = 20L * 360_000;

    /// <summary>Word before 2016 cannot draw it and shows this pale field; the description and the table below say the same.</summary>
    private static readonly byte[] Field = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mN4++UTAAWlAtTZn5XrAAAAAElFTkSuQmCC");
    private const string FieldId = "chart-field";

    /// <param name="number">Of the chart in the paper, from 1.</param>
    public static W.Paragraph Of(MainDocumentPart main, Chart chart, int number)
    {
        var svg = chart.ToSvg();
        Add(main, ImagePartType.Svg, $"chart-{number}", Encoding.UTF8.GetBytes(svg));
        if (number == 1) Add(main, ImagePartType.Png, FieldId, Field);
        var root = XElement.Parse(svg);
        var shape = Length(root, "height") / Length(root, "width");
        var width = (long)Math.Min(Widest, Highest / shape);
        var drawing = new W.Drawing(Drawing(number, width, (long)(width * shape)));
        drawing.Descendants<DW.DocProperties>().Single().Description = CleanText.Of(chart.Described);
        var paragraph = DocxText.Of(DocxStyles.Picture, []);
        paragraph.Append(new W.Run(drawing));
        return paragraph;
    }

    private static double Length(XElement svg, string attribute) => double.Parse((string)svg.Attribute(attribute)!, CultureInfo.InvariantCulture);

    private static void Add(MainDocumentPart main, PartTypeInfo type, string id, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        main.AddImagePart(type, id).FeedData(stream);
    }

    private static string Drawing(int number, long width, long height) => $"""
        <w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
          xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
          <wp:inline distT="0" distB="0" distL="0" distR="0">
            <wp:extent cx="{width}" cy="{height}"/>
            <wp:effectExtent l="0" t="0" r="0" b="0"/>
            <wp:docPr id="{number}" name="Chart {number}"/>
            <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
            <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
              <pic:pic>
                <pic:nvPicPr><pic:cNvPr id="{number}" name="Chart {number}"/><pic:cNvPicPr/></pic:nvPicPr>
                <pic:blipFill>
                  <a:blip r:embed="{FieldId}"><a:extLst><a:ext uri="{'{'}96DAC541-7B7A-43D3-8B79-37D633B846F1{'}'}">
                    <asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="chart-{number}"/></a:ext></a:extLst></a:blip>
                  <a:stretch><a:fillRect/></a:stretch>
                </pic:blipFill>
                <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
              </pic:pic>
            </a:graphicData></a:graphic>
          </wp:inline>
        </w:drawing>
        """;
}
