using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Lapwing.Design;

/// <summary>Elements one after the other, without one around them.</summary>
public sealed class HtmlParts(params IEnumerable<IHtmlContent?> parts) : IHtmlContent
{
    private readonly IHtmlContent[] parts = [.. parts.OfType<IHtmlContent>()];

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var part in parts) part.WriteTo(writer, encoder);
    }
}
