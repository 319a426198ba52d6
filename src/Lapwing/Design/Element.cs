using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Lapwing.Design;

/// <summary>One HTML element being built: text is always encoded, and only <see cref="Raw"/> is taken as it is.</summary>
public sealed class Element(string name) : IHtmlContent
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly HashSet<string> Void = ["input", "br", "hr", "img", "meta"];

    private readonly List<(string Name, string? Value)> attributes = [];
    private readonly List<object> children = [];

    public static string Encode(string? text) => text is null ? "" : Encoder.Encode(CleanText.Of(text));

    /// <summary>Joins the names that are there; an element without any has no class attribute.</summary>
    public Element Class(params string?[] names)
    {
        var classes = string.Join(' ', names.Where(n => !string.IsNullOrEmpty(n)));
        return classes.Length == 0 ? this : Set("class", classes);
    }

    /// <summary>A null value leaves the attribute out; an empty one keeps it.</summary>
    public Element Set(string attribute, string? value)
    {
        if (value is not null) attributes.Add((attribute, value));
        return this;
    }

    /// <summary>As <see cref="Set"/>, but an empty value leaves the attribute out too.</summary>
    public Element SetIfAny(string attribute, string? value) => Set(attribute, string.IsNullOrEmpty(value) ? null : value);

    /// <summary>An attribute that means something by being there, such as <c>disabled</c>.</summary>
    public Element Flag(string attribute, bool on)
    {
        if (on) attributes.Add((attribute, null));
        return this;
    }

    public Element With(IReadOnlyDictionary<string, string?>? more)
    {
        foreach (var (attribute, value) in more ?? new Dictionary<string, string?>()) attributes.Add((attribute, value ?? ""));
        return this;
    }

    public Element Add(params IHtmlContent?[] content)
    {
        children.AddRange(content.OfType<IHtmlContent>());
        return this;
    }

    public Element AddAll(IEnumerable<IHtmlContent?> content) => Add([.. content]);

    public Element Text(string? text) => Raw(Encode(text));

    public Element Raw(string? html)
    {
        if (!string.IsNullOrEmpty(html)) children.Add(html);
        return this;
    }

    /// <summary>The phrase's HTML, or else its text encoded.</summary>
    public Element Say(Phrase? phrase) => Raw(phrase?.Inner);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write('<');
        writer.Write(name);
        foreach (var (attribute, value) in attributes)
        {
            writer.Write(' ');
            writer.Write(attribute);
            if (value is null) continue;
            writer.Write("=\"");
            writer.Write(Encode(value));
            writer.Write('"');
        }
        writer.Write('>');
        if (Void.Contains(name)) return;
        foreach (var child in children)
        {
            if (child is IHtmlContent content) content.WriteTo(writer, encoder);
            else writer.Write((string)child);
        }
        writer.Write($"</{name}>");
    }

    public override string ToString()
    {
        using var writer = new StringWriter();
        WriteTo(writer, Encoder);
        return writer.ToString();
    }
}
