using System.Collections.Concurrent;

namespace Lapwing.Data;

/// <summary>What is needed in every request and changes a few times a year, such as the areas and the settings of the front door: kept in this process for as
/// long as the partnership's <see cref="Edition"/> stays the same. Nothing of a case is ever kept, nor who may see it.</summary>
public sealed class Kept
{
    private readonly ConcurrentDictionary<object, (long Edition, object Value)> values = new();

    internal T? Find<T>(object what, long edition) where T : class =>
        values.TryGetValue(what, out var kept) && kept.Edition == edition ? (T)kept.Value : null;

    /// <summary>Keeps what was read after this edition was seen: it may be newer than that, never older.</summary>
    internal void Keep(object what, long edition, object value) => values[what] = (edition, value);
}
