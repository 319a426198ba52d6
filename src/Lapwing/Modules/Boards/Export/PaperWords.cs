using Lapwing.Modules.Boards.Documents;

namespace Lapwing.Modules.Boards.Export;

/// <summary>Words that every export of a paper shares.</summary>
internal static class PaperWords
{
    public const string Appendix = "Figures in this paper";
    public const string Notes = "Notes";

    public static string RulesOf(Marking marking) => $"How to handle this paper: {marking.Label}";

    /// <summary>The marking comes first, so that a file, a tab and a list of papers say it before anything else.</summary>
    public static string TitleOf(PaperDocument document) => $"{document.Marking.Label}: {document.Title}";

    public static string From(PaperDocument document) => $"{document.Partnership} – {document.Quarter.Title}";

    /// <summary>What stands at the edge of every sheet: one sheet of a draft must not pass for a sheet of the approved paper.</summary>
    public static string Edge(PaperDocument document) =>
        string.Join(" – ", new[] { document.IsDraft ? "Draft" : null, document.IsDemonstration ? "Demonstration" : null }.Where(words => words is not null));

    public static IEnumerable<(string Name, string Value)> Facts(PaperDocument document) => document.Facts.Prepend(("For", document.Audience));
}
