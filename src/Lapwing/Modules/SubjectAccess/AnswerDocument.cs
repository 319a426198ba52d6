using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Lapwing.Design;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Lapwing.Modules.SubjectAccess;

/// <summary>The answer as a Word document, made anew from the approved paragraphs and nothing else: no author, no comments, nothing hidden.</summary>
internal static class AnswerDocument
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Says nothing about whose it is or where it comes from.</summary>
    public const string FileName = "answer.docx";

    /// <summary>The same words whether nothing is held or nothing may be said, so that the answer itself tells nothing.</summary>
    public const string NeitherConfirmNorDeny = "You asked whether we hold information about you. In some cases the law does not let us say whether we do, because it could put "
        + "somebody at risk or be about somebody else. We therefore neither confirm nor deny that we hold information about you. "
        + "This answer is the same for everybody in whose case there is nothing that we may give.";

    private const string Rights = "You may ask us to look at this answer again. You may also complain to the Information Commissioner's Office, ico.org.uk, 0303 123 1113.";

    public static byte[] Write(SubjectAccessReply reply, IReadOnlyList<AnswerItem> items, string partnership)
    {
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = Styles();
            var body = new W.Body(Paragraph("Title", "Your request for your own information"), Paragraph("", partnership));
            if (reply == SubjectAccessReply.NeitherConfirmNorDeny)
                body.Append(Paragraph("", NeitherConfirmNorDeny));
            else
                foreach (var item in items)
                    body.Append(Paragraph("Heading1", item.Heading), Paragraph("", item.Text));
            body.Append(Paragraph("Heading1", "If you are not content"), Paragraph("", Rights));
            main.Document = new W.Document(body);
            package.ChangeIdOfPart(main, "main"); // otherwise a random one: equal answers are equal files
        }
        return file.ToArray();
    }

    private static W.Paragraph Paragraph(string style, string words)
    {
        var run = new W.Run();
        foreach (var (line, at) in CleanText.Of(words).ReplaceLineEndings("\n").Split('\n').Select((line, at) => (line, at)))
        {
            if (at > 0)
                run.Append(new W.Break());
            run.Append(new W.Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
        return new(new W.ParagraphProperties { ParagraphStyleId = style.Length == 0 ? null : new W.ParagraphStyleId { Val = style } }, run);
    }

    private static W.Styles Styles() => new("""
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
          <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="24"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>
            <w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
          <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
          <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="280"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
        </w:styles>
        """);
}
