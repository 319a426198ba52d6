namespace Lapwing.Design.Components;

/// <summary>What opens under a choice when it is chosen.</summary>
public sealed record Conditional(string? Html);

/// <summary>One radio, one checkbox, or a divider between them.</summary>
public sealed record Choice : Phrase
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Value { get; init; }
    public Label? Label { get; init; }
    public Hint? Hint { get; init; }
    public bool? Checked { get; init; }
    public bool Disabled { get; init; }
    public string? Divider { get; init; }
    public string? Behaviour { get; init; }
    public Conditional? Conditional { get; init; }
}
