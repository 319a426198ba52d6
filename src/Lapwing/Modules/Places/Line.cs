using Lapwing.Data;

namespace Lapwing.Modules.Places;

/// <summary>A request in the line, as far as the order needs it.</summary>
public sealed record InLine(Id<PlaceTurn> Turn, int Area, PlacePriority Priority, DateTime Since) : IComparable<InLine>
{
    /// <summary>Priority first, then who has stood longer; between two of one instant, the number that was given first.</summary>
    public int CompareTo(InLine? other) =>
        other is null ? 1
        : Priority != other.Priority ? Priority.CompareTo(other.Priority)
        : Since != other.Since ? Since.CompareTo(other.Since)
        : Turn.Value.CompareTo(other.Turn.Value);

    public static bool operator <(InLine one, InLine other) => one.CompareTo(other) < 0;

    public static bool operator >(InLine one, InLine other) => one.CompareTo(other) > 0;

    public static bool operator <=(InLine one, InLine other) => one.CompareTo(other) <= 0;

    public static bool operator >=(InLine one, InLine other) => one.CompareTo(other) >= 0;
}

/// <summary>A place that nobody has.</summary>
public sealed record FreePlace(Id<PoolPlace> Id, int Number, int For);

/// <summary>
/// Whose turn it is. One table of rules, said in words to whoever waits:
/// <list type="number">
/// <item>Urgent before high before ordinary; among equals, who has stood longer.</item>
/// <item>A borough's own free place first, then one that is open to all, then, if urgent, one of the reserve.</item>
/// <item>From the day on which unused places are open to all, any place.</item>
/// <item>Nobody is passed over for a place that they could have.</item>
/// </list>
/// </summary>
public static class Line
{
    public static bool Fits(FreePlace place, InLine who, bool isShared) =>
        isShared || place.For == who.Area || place.For == PoolPlace.OpenToAll || (place.For == PoolPlace.Reserve && who.Priority == PlacePriority.Urgent);

    /// <summary>The place that this request may have now, when those before it have had theirs; null when there is none for it.</summary>
    /// <param name="before">Those in the line who come first.</param>
    public static FreePlace? PlaceFor(InLine me, IEnumerable<InLine> before, IReadOnlyList<FreePlace> free, bool isShared)
    {
        var left = free.OrderBy(place => place.Number).ToList();
        foreach (var other in before.Order())
        {
            if (left.Count == 0)
                return null;
            if (Choose(left, other, isShared) is [var theirs, ..])
                left.Remove(theirs);
        }
        var mine = Choose(left, me, isShared);
        // Any of them is as good: many who ask at once are not all sent to the same one.
        return mine.Count == 0 ? null : mine[(int)((uint)me.Turn.Value.GetHashCode() % (uint)mine.Count)];
    }

    /// <summary>The places of the best kind that fit.</summary>
    private static List<FreePlace> Choose(List<FreePlace> free, InLine who, bool isShared)
    {
        foreach (var kind in (Func<FreePlace, bool>[])[place => place.For == who.Area, place => place.For == PoolPlace.OpenToAll, place => place.For == PoolPlace.Reserve, _ => true])
            if (free.Where(place => kind(place) && Fits(place, who, isShared)).ToList() is { Count: > 0 } fitting)
                return fitting;
        return [];
    }

    /// <summary>Why a request has no place, for the one who asked.</summary>
    /// <param name="ahead">How many come before it in the line.</param>
    public static string WhyNone(InLine me, int ahead, IReadOnlyList<FreePlace> free, bool isShared, DateOnly? sharedFrom)
    {
        var place = ahead == 0 ? "It is first in the line." : $"It is number {ahead + 1} in the line: {ahead} {(ahead == 1 ? "request comes" : "requests come")} before it, by priority and by how long they have stood.";
        return free.Count == 0 ? $"Every place of the pool is held or used. {place}"
            : free.Any(f => Fits(f, me, isShared)) ? $"The places that are free go to those who come first. {place}"
            : $"No place is free for this borough; those that are belong to other boroughs or to the reserve{(sharedFrom is { } day ? $", until {Time.Spoken.Day(day)}" : "")}. {place}";
    }

    /// <summary>Where it stands, for the list.</summary>
    public static string Explain(PlacePriority priority, int ahead, int sooner) =>
        ahead == 0 ? "First in the line"
        : $"{ahead} before it: {sooner} with a higher priority, {ahead - sooner} of the same priority for longer";
}
