namespace Lapwing.Facts;

/// <summary>Stands on one fact after the other. Its ids are fetched only when a measure asks for them.</summary>
public abstract class FactCursor : IDisposable
{
    public FactKind Kind { get; protected set; }

    /// <summary>1, or -1 for a fact that takes another back.</summary>
    public int Sign { get; protected set; }

    public FactCodes Codes { get; protected set; }

    /// <summary>A duration in whole minutes where the kind has one.</summary>
    public int Value { get; protected set; }

    /// <summary>The record that it is about; only where the span asks for records.</summary>
    public abstract Guid Record { get; }

    /// <summary>Whom it is about; only where the span asks for the people of this kind.</summary>
    public abstract Guid Person { get; }

    /// <summary>Goes on to the next; false after the last.</summary>
    public abstract bool Next();

    public abstract void Dispose();
}
