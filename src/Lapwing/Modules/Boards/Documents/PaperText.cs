using System.Text.RegularExpressions;
using Lapwing.Modules.Figures.Disclosure;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lapwing.Modules.Boards.Documents;

/// <summary>Reads the text of a section: paragraphs, points, bold and italic as in Markdown, <c>### </c> for a heading inside, a figure as
/// <c>{{code}}</c>, and a table or chart on a line of its own as <c>{{table code}}</c> or <c>{{chart code}}</c>. There is no HTML.</summary>
public sealed partial class PaperText
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().Build();

    private readonly PaperFigures figures;
    private readonly List<Block> blocks = [];
    private readonly List<UsedFigure> used = [];
    private readonly List<string> problems = [];

    private PaperText(PaperFigures figures) => this.figures = figures;

    public IReadOnlyList<Block> Blocks => blocks;

    /// <summary>Every number that the text uses, in its order.</summary>
    public IReadOnlyList<UsedFigure> Used => used;

    /// <summary>References that lead nowhere, as sentences.</summary>
    public IReadOnlyList<string> Problems => problems;

    public static PaperText Read(string text, PaperFigures figures)
    {
        var read = new PaperText(figures);
        foreach (var block in Markdig.Markdown.Parse(text, Markdown))
            read.Add(block);
        return read;
    }

    /// <summary>Numbers that somebody typed by hand: nothing protects them and nothing traces them, so an approver looks at each. Years and days are none.</summary>
    public static IReadOnlyList<string> TypedNumbers(string text) =>
        [.. TypedNumber().Matches(Reference().Replace(text, " ")).Select(m => m.Value).Where(number => !Year().IsMatch(number)).Distinct(StringComparer.Ordinal)];

    private void Add(Markdig.Syntax.Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                blocks.Add(new Subheading(string.Concat(RunsOf(heading.Inline).Select(run => run.Text))));
                break;
            case ParagraphBlock paragraph:
                if (Alone().Match(TextOf(paragraph)) is { Success: true } alone)
                    AddShown(alone.Groups["what"].Value, alone.Groups["code"].Value);
                else
                    blocks.Add(new Paragraph(RunsOf(paragraph.Inline)));
                break;
            case ListBlock list:
                blocks.Add(new Points(list.IsOrdered, [.. list.Descendants<ListItemBlock>().Select(item =>
                    (IReadOnlyList<Run>)[.. item.OfType<LeafBlock>().SelectMany(leaf => RunsOf(leaf.Inline))])]));
                break;
            case ContainerBlock container:
                foreach (var part in container)
                    Add(part);
                break;
            case LeafBlock { Inline: null, Lines.Count: > 0 } plain:
                blocks.Add(new Paragraph([new(plain.Lines.ToString().Trim())]));
                break;
        }
    }

    private void AddShown(string what, string code)
    {
        if (what == "table" && figures.Table(code) is { } table)
            blocks.Add(new FigureTable(table));
        else if (what == "chart" && figures.Chart(code) is { } chart)
            blocks.Add(new FigureChart(chart));
        else if (what == "chart" && code == PaperFigures.Offences)
            blocks.Add(new Paragraph([new("The official series has no figures for this area and period.", Italic: true)]));
        else
            blocks.Add(new Paragraph([Missing($"There is no {what} called “{code}”.")]));
    }

    private List<Run> RunsOf(ContainerInline? inline, bool bold = false, bool italic = false)
    {
        var runs = new List<Run>();
        foreach (var part in inline ?? [])
        {
            switch (part)
            {
                case EmphasisInline emphasis:
                    runs.AddRange(RunsOf(emphasis, bold || emphasis.DelimiterCount >= 2, italic || emphasis.DelimiterCount == 1));
                    break;
                case ContainerInline container:
                    runs.AddRange(RunsOf(container, bold, italic));
                    break;
                case LineBreakInline:
                    runs.Add(new(" ", bold, italic));
                    break;
                case CodeInline code:
                    AddResolved(runs, code.Content, bold, italic);
                    break;
                case HtmlEntityInline entity:
                    runs.Add(new(entity.Transcoded.ToString(), bold, italic));
                    break;
                case LiteralInline literal:
                    AddResolved(runs, literal.Content.ToString(), bold, italic);
                    break;
            }
        }
        return runs;
    }

    private void AddResolved(List<Run> runs, string text, bool bold, bool italic)
    {
        var at = 0;
        foreach (Match reference in Reference().Matches(text))
        {
            if (reference.Index > at)
                runs.Add(new(text[at..reference.Index], bold, italic));
            runs.Add(Resolve(reference.Groups["code"].Value.Trim(), bold, italic));
            at = reference.Index + reference.Length;
        }
        if (at < text.Length)
            runs.Add(new(text[at..], bold, italic));
    }

    private Run Resolve(string code, bool bold, bool italic)
    {
        if (figures.Word(code) is { } word)
            return new(word, bold, italic);
        if (figures.Find(code) is not { } figure)
            return Missing($"There is no figure called “{code}”.");
        used.Add(figure);
        return new(figure.Display, bold, italic, figure.From);
    }

    private Run Missing(string problem)
    {
        problems.Add(problem);
        return new($"[{problem}]", Bold: true);
    }

    private static string TextOf(ParagraphBlock paragraph) => paragraph.Inline is { } inline ? string.Concat(inline.Descendants<LiteralInline>().Select(l => l.Content.ToString())).Trim() : "";

    [GeneratedRegex(@"\{\{(?<code>[^{}]*)\}\}")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^\{\{\s*(?<what>table|chart):?\s+(?<code>[^{}\s]+)\s*\}\}$")]
    private static partial Regex Alone();

    [GeneratedRegex(@"(?<![\w/.-])[+-]?£?\d+(,\d{3})*(\.\d+)?%?(?!\s*(January|February|March|April|May|June|July|August|September|October|November|December))(?![\w/])(?!\.\s*\w+\s*$)")]
    private static partial Regex TypedNumber();

    [GeneratedRegex(@"^(19|20)\d\d$")]
    private static partial Regex Year();
}
