namespace Lapwing.Access;

/// <summary>The database's own copy of a checkpoint. It proves nothing alone, for whoever rewrites the trail can rewrite it too;
/// a copy that a witness never saw, or has otherwise, shows that one of the two was tampered with.</summary>
public sealed class StoredCheckpoint
{
    private StoredCheckpoint() { }

    /// <summary>1, 2, 3 … without gaps.</summary>
    public long Counter { get; private set; }

    /// <summary>The signed text, as the witness got it.</summary>
    public string Text { get; private set; } = "";

    public static StoredCheckpoint Of(long counter, string text) => new() { Counter = counter, Text = text };
}
