namespace Lapwing.Modules.Risk;

/// <summary>One answer as given, with the worker's notes in the person's words.</summary>
/// <param name="Item">The code of the question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Notes">Notes; at most <see cref="NotesLength"/> characters. They are stored encrypted.</param>
public sealed record RiskAnswer(string Item, Answer Answer, string? Notes = null)
{
    /// <summary>The longest note, in characters.</summary>
    public const int NotesLength = 10_000;

    /// <summary>Never the notes.</summary>
    public override string ToString() => $"({Item}: {Answer})";
}
