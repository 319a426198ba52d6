using System.Text.RegularExpressions;
using Lapwing.Modules.Boards.Documents;

namespace Lapwing.Modules.Boards.Export;

/// <summary>The styles of a paper that stands alone.</summary>
public static partial class PaperStyle
{
    private static readonly Lazy<string> Design = new(() =>
        string.Concat(new[] { "design.css", "lapwing.css" }.Select(file => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "wwwroot", "design", file)))));

    /// <summary>The same as on the page.</summary>
    public static string Css => Design.Value;

    /// <summary>Without what would be fetched from a server, and unable to end the element that it stands in.</summary>
    internal static string Inline(string css) => Fetched().Replace(css, "none").Replace("</", "<\\/", StringComparison.Ordinal);

    /// <summary>What a browser prints in the margin of every sheet, beside the marking. Only words of our own: nothing here could be told from style.</summary>
    internal static string EdgesOf(PaperDocument document) => $$"""
        @page {
          @bottom-left { content: "{{PaperWords.Edge(document)}}"; font: 700 9pt system-ui, sans-serif; color: #0b0c0c; }
          @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 9pt system-ui, sans-serif; color: #0b0c0c; }
        }
        """;

    [GeneratedRegex(@"@import[^;]*;|url\((?!\s*[""']?data:)[^)]*\)", RegexOptions.IgnoreCase)]
    private static partial Regex Fetched();
}
