namespace Lapwing.Time;

/// <summary>How far London is from UTC on each day from 1970 to 2100, asked of the zone's rules once per day and kept:
/// clocks, worklists and figures convert the same few thousand days millions of times.</summary>
internal sealed class LondonOffsets(TimeZoneInfo zone)
{
    private const sbyte Unknown = sbyte.MinValue, Changes = sbyte.MaxValue;
    private const int Quarter = 15;

    private static readonly int First = new DateOnly(1970, 1, 1).DayNumber;
    private static readonly int Days = new DateOnly(2101, 1, 1).DayNumber - First;

    /// <summary>Quarters of an hour, by day.</summary>
    private readonly sbyte[] byUtc = Fresh(), byLondon = Fresh();

    /// <summary>The offset that holds on the whole of this UTC day; null on the day of a change and outside the table.</summary>
    public TimeSpan? OfUtcDay(DateTime utc) => Of(byUtc, utc, DateTimeKind.Utc);

    /// <summary>The offset that holds on the whole of this London day; null on the day of a change and outside the table.</summary>
    public TimeSpan? OfLondonDay(DateTime london) => Of(byLondon, london, DateTimeKind.Unspecified);

    private TimeSpan? Of(sbyte[] table, DateTime at, DateTimeKind kind)
    {
        var day = (int)(at.Ticks / TimeSpan.TicksPerDay) - First;
        if ((uint)day >= (uint)Days)
            return null;
        var known = table[day];
        if (known == Unknown)
            table[day] = known = Ask(new DateTime((First + day) * TimeSpan.TicksPerDay, kind));
        return known == Changes ? null : TimeSpan.FromMinutes(known * Quarter);
    }

    /// <summary>Asked hour by hour from the day before to the day after, because a change shows only from its hour on.</summary>
    private sbyte Ask(DateTime day)
    {
        var offset = zone.GetUtcOffset(day);
        for (var hours = -24; hours <= 48; hours++)
            if (zone.GetUtcOffset(day.AddHours(hours)) != offset)
                return Changes;
        var (quarters, rest) = Math.DivRem(offset.Ticks, TimeSpan.TicksPerMinute * Quarter);
        return rest == 0 && Math.Abs(quarters) < Changes ? (sbyte)quarters : Changes;
    }

    private static sbyte[] Fresh()
    {
        var table = new sbyte[Days];
        Array.Fill(table, Unknown);
        return table;
    }
}
