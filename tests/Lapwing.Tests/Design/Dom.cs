using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Lapwing.Tests.Design;

/// <summary>HTML as a browser would understand it: attributes in order, spaces that do not show folded.</summary>
public static class Dom
{
    public static string Normalise(string html)
    {
        var body = new HtmlParser().ParseDocument($"<!DOCTYPE html><body>{html}</body>").Body!;
        var lines = new StringBuilder();
        foreach (var child in body.ChildNodes) Write(child, 0, lines);
        return lines.ToString();
    }

    private static void Write(INode node, int depth, StringBuilder lines)
    {
        var indent = new string(' ', depth * 2);
        if (node is IText text)
        {
            var folded = text.ParentElement?.LocalName == "textarea" ? text.Data : Fold(text);
            if (folded.Length > 0) lines.Append(indent).Append('"').Append(folded).Append('"').AppendLine();
        }
        else if (node is IElement element)
        {
            var attributes = element.Attributes.Select(a => $" {a.Name}=\"{Value(a)}\"").Order(StringComparer.Ordinal);
            lines.Append(indent).Append('<').Append(element.LocalName).AppendJoin("", attributes).Append('>').AppendLine();
            foreach (var child in element.ChildNodes) Write(child, depth + 1, lines);
        }
    }

    // The order of classes means nothing either.
    private static string Value(IAttr attribute) => attribute.Name == "class"
        ? string.Join(' ', attribute.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal))
        : attribute.Value;

    private static string Fold(IText text)
    {
        var words = string.Join(' ', text.Data.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        if (words.Length == 0) return "";
        var startsWithSpace = char.IsWhiteSpace(text.Data[0]) && text.PreviousSibling is not null;
        var endsWithSpace = char.IsWhiteSpace(text.Data[^1]) && text.NextSibling is not null;
        return (startsWithSpace ? " " : "") + words + (endsWithSpace ? " " : "");
    }
}
