namespace Lapwing.Modules.People;

/// <summary>
/// One key under which a person can be found. It is never stored: a keyed hash of kind and text goes into the blind index, and the few
/// candidates that share it are then compared in full by somebody who may see them.
/// </summary>
/// <param name="Kind">What it is a key of.</param>
/// <param name="Text">The canonical text, in Unicode NFC.</param>
public readonly record struct SearchTerm(SearchTermKind Kind, string Text)
{
    /// <summary>What is hashed: <c>kind:text</c>.</summary>
    public string Canonical => $"{Kind}:{Text}";

    /// <summary>Never the text: it identifies a person.</summary>
    public override string ToString() => $"(search term: {Kind})";
}
