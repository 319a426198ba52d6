namespace Lapwing.Design;

/// <summary>Words of a component: plain text, or HTML that the caller vouches for, with what hangs on their element.</summary>
public record Phrase
{
    public string? Text { get; init; }
    public string? Html { get; init; }
    public string? Classes { get; init; }
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    public bool IsEmpty => string.IsNullOrEmpty(Html) && string.IsNullOrEmpty(Text);

    public string Inner => string.IsNullOrEmpty(Html) ? Element.Encode(Text) : Html.Trim();
}
