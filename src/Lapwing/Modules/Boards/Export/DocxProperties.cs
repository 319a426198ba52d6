using System.Xml.Linq;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;
using Lapwing.Design;
using Lapwing.Modules.Boards.Documents;

namespace Lapwing.Modules.Boards.Export;

/// <summary>What a Word document says about itself to whoever files, searches or filters it. No author and no date: the paper names who approved it, and when.</summary>
internal static class DocxProperties
{
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", Dublin = "http://purl.org/dc/elements/1.1/";

    /// <summary>The set that every property of somebody's own belongs to, by definition.</summary>
    private const string Own = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

    public static void Add(WordprocessingDocument package, PaperDocument document)
    {
        var core = package.AddCoreFilePropertiesPart();
        using (var stream = core.GetStream(FileMode.Create))
        {
            new XDocument(new XElement(Core + "coreProperties", new XAttribute(XNamespace.Xmlns + "cp", Core), new XAttribute(XNamespace.Xmlns + "dc", Dublin),
                Property(Dublin + "title", PaperWords.TitleOf(document)),
                Property(Dublin + "subject", $"{PaperWords.From(document)}, for: {document.Audience}"),
                Property(Dublin + "language", "en-GB"),
                Property(Core + "keywords", document.Marking.Label),
                Property(Core + "category", "Board paper"),
                Property(Core + "contentStatus", document.IsDraft ? "Draft" : "Approved"))).Save(stream);
        }
        package.ChangeIdOfPart(core, "core");

        var custom = package.AddCustomFilePropertiesPart();
        (string Name, string Value)[] own =
        [
            ("Marking", document.Marking.Label), ("Marking code", document.Marking.Code), ("Quarter", document.Quarter.Code), ("Partnership", document.Partnership),
            ("Audience", document.Audience), ("Standing", document.Standing), ("Demonstration", document.IsDemonstration ? "Yes" : "No"),
        ];
        custom.Properties = new Properties(own.Select((property, i) =>
            new CustomDocumentProperty(new VTLPWSTR(CleanText.Of(property.Value))) { FormatId = Own, PropertyId = i + 2, Name = property.Name }));
        package.ChangeIdOfPart(custom, "custom");
    }

    private static XElement Property(XName name, string words) => new(name, CleanText.Of(words));
}
