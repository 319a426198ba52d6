using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using Lapwing.Design;
using Lapwing.Modules.Boards.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Lapwing.Modules.Boards.Export;

/// <summary>Words in a Word document. They are only ever words: Word runs nothing that stands in a text element, whatever it begins with.</summary>
internal static partial class DocxText
{
    public static W.Paragraph Of(string style, string words) => Of(style, [new Run(words)]);

    public static W.Paragraph Of(string style, IReadOnlyList<Run> runs)
    {
        var paragraph = new W.Paragraph(new W.ParagraphProperties { ParagraphStyleId = style.Length == 0 ? null : new W.ParagraphStyleId { Val = style } });
        // The first strong letter decides, as it does for dir="auto" in HTML.
        if (string.Concat(runs.Select(run => run.Text)).FirstOrDefault(char.IsLetter) is var first && RightToLeft().IsMatch(first.ToString())) paragraph.ParagraphProperties!.BiDi = new W.BiDi();
        paragraph.Append(runs.SelectMany(Of));
        return paragraph;
    }

    private static IEnumerable<W.Run> Of(Run run)
    {
        var (words, at) = (CleanText.Of(run.Text).ReplaceLineEndings("\n"), 0);
        foreach (Match stretch in RightToLeft().Matches(words))
        {
            if (stretch.Index > at) yield return Stretch(run, words[at..stretch.Index], rightToLeft: false);
            yield return Stretch(run, stretch.Value, rightToLeft: true);
            at = stretch.Index + stretch.Length;
        }
        if (at < words.Length) yield return Stretch(run, words[at..], rightToLeft: false);
    }

    private static W.Run Stretch(Run run, string words, bool rightToLeft)
    {
        var made = new W.Run();
        if (run.Bold || run.Italic || rightToLeft)
        {
            made.RunProperties = new W.RunProperties
            {
                Bold = run.Bold ? new W.Bold() : null, BoldComplexScript = run.Bold ? new W.BoldComplexScript() : null,
                Italic = run.Italic ? new W.Italic() : null, ItalicComplexScript = run.Italic ? new W.ItalicComplexScript() : null,
                RightToLeftText = rightToLeft ? new W.RightToLeftText() : null,
            };
        }
        // Line breaks and tabs are elements of their own; a text element would fold them into spaces.
        foreach (var piece in Breaks().Split(words).Where(piece => piece.Length > 0))
        {
            made.Append(piece switch
            {
                "\n" => new W.Break(),
                "\t" => new W.TabChar(),
                _ => (OpenXmlElement)new W.Text(piece) { Space = SpaceProcessingModeValues.Preserve },
            });
        }
        return made;
    }

    /// <summary>Hebrew, Arabic, Syriac, Thaana and N'Ko, with what stands between their words.</summary>
    [GeneratedRegex(@"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?:[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\s\p{P}\p{N}\p{M}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])?")]
    private static partial Regex RightToLeft();

    [GeneratedRegex(@"(\n|\t)")]
    private static partial Regex Breaks();
}
