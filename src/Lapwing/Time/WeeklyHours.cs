using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lapwing.Time;

/// <summary>
/// Hours that repeat every week on the London wall clock: when a service is open, when it is safe to ring. A day may have several stretches.
/// As text, and in JSON: <c>Mon-Fri 09:00-12:00, Mon-Fri 13:00-17:00, Sat 10:00-24:00</c>.
/// </summary>
[JsonConverter(typeof(AsText))]
public sealed class WeeklyHours : IParsable<WeeklyHours>, IEquatable<WeeklyHours>
{
    private static readonly (DayOfWeek Day, string Name)[] Week =
    [
        (DayOfWeek.Monday, "Mon"), (DayOfWeek.Tuesday, "Tue"), (DayOfWeek.Wednesday, "Wed"), (DayOfWeek.Thursday, "Thu"),
        (DayOfWeek.Friday, "Fri"), (DayOfWeek.Saturday, "Sat"), (DayOfWeek.Sunday, "Sun"),
    ];

    private readonly HoursOfDay[][] days = [.. Enumerable.Repeat(Array.Empty<HoursOfDay>(), 7)];
    private readonly string text;

    /// <param name="stretches">Each stretch with its weekday, in any order.</param>
    /// <exception cref="ArgumentException">There is none, or two on one day overlap.</exception>
    public WeeklyHours(IEnumerable<(DayOfWeek Day, HoursOfDay Hours)> stretches)
    {
        ArgumentNullException.ThrowIfNull(stretches);
        foreach (var day in stretches.GroupBy(s => s.Day))
        {
            var hours = day.Select(d => d.Hours).OrderBy(h => h.From).ToArray();
            for (var i = 1; i < hours.Length; i++)
            {
                if (hours[i - 1].Overlaps(hours[i]))
                {
                    throw new ArgumentException($"{day.Key}: {hours[i - 1]} and {hours[i]} overlap.", nameof(stretches));
                }
            }
            days[(int)day.Key] = hours;
        }
        text = Print();
        if (text.Length == 0)
        {
            throw new ArgumentException("Give the hours of at least one weekday.", nameof(stretches));
        }
    }

    /// <summary>Every hour of every day.</summary>
    public static WeeklyHours Always { get; } = new(Week.Select(d => (d.Day, HoursOfDay.AllDay)));

    /// <summary>The same hours from Monday to Friday.</summary>
    public static WeeklyHours MondayToFriday(HoursOfDay hours) => new(Week.Take(5).Select(d => (d.Day, hours)));

    /// <summary>The stretches of a weekday in time order; empty when there is none.</summary>
    public IReadOnlyList<HoursOfDay> On(DayOfWeek day) => days[(int)day];

    /// <summary>Whether a UTC instant falls within the hours on the London clock.</summary>
    public bool Contains(DateTime utc)
    {
        var london = LondonTime.FromUtc(utc);
        return Array.Exists(days[(int)london.DayOfWeek], h => h.Contains(TimeOnly.FromDateTime(london)));
    }

    /// <summary>The instant itself when it falls within the hours, otherwise the next beginning.</summary>
    public DateTime Next(DateTime utc) => Periods(utc).First().From;

    /// <summary>The stretches from a UTC instant on, as pairs of UTC instants; the first is cut at the instant. Without end: take what is needed.</summary>
    /// <param name="utc">Where to begin.</param>
    /// <param name="except">Days without hours, such as bank holidays.</param>
    public IEnumerable<(DateTime From, DateTime To)> Periods(DateTime utc, Predicate<DateOnly>? except = null)
    {
        for (var day = LondonTime.DateOf(utc); day < DateOnly.MaxValue; day = day.AddDays(1))
        {
            if (days[(int)day.DayOfWeek].Length == 0 || except?.Invoke(day) == true)
            {
                continue;
            }
            foreach (var (from, to) in days[(int)day.DayOfWeek].Select(h => h.On(day)))
            {
                if (to > utc && to > from) // hours inside the hour skipped in March vanish
                {
                    yield return (from > utc ? from : utc, to);
                }
            }
        }
    }

    /// <summary>Reads the text that <see cref="ToString"/> prints.</summary>
    /// <exception cref="FormatException">A part cannot be read, or two overlap.</exception>
    public static WeeklyHours Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        List<(DayOfWeek, HoursOfDay)> stretches = [];
        foreach (var part in s.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var space = part.IndexOf(' ', StringComparison.Ordinal);
            var names = space < 0 ? [] : part[..space].Split('-');
            var first = Array.FindIndex(Week, d => d.Name.Equals(names.FirstOrDefault(), StringComparison.OrdinalIgnoreCase));
            var last = Array.FindIndex(Week, d => d.Name.Equals(names.LastOrDefault(), StringComparison.OrdinalIgnoreCase));
            if (names.Length > 2 || first < 0 || last < first)
            {
                throw new FormatException($"'{part}' is not a weekday and its hours. Write it like Mon 09:00-17:00 or Mon-Fri 09:00-17:00.");
            }
            var hours = HoursOfDay.Parse(part[(space + 1)..]);
            stretches.AddRange(Week[first..(last + 1)].Select(d => (d.Day, hours)));
        }
        try
        {
            return new WeeklyHours(stretches);
        }
        catch (ArgumentException wrong)
        {
            throw new FormatException(wrong.Message, wrong);
        }
    }

    static WeeklyHours IParsable<WeeklyHours>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="Parse(string)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out WeeklyHours result)
    {
        try
        {
            result = s is null ? null : Parse(s);
        }
        catch (FormatException)
        {
            result = null;
        }
        return result is not null;
    }

    /// <summary>The same hours.</summary>
    public bool Equals(WeeklyHours? other) => other?.text == text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WeeklyHours);

    /// <inheritdoc/>
    public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Weekdays with the same hours that follow each other are printed as a range.</summary>
    public override string ToString() => text;

    private string Print()
    {
        List<string> parts = [];
        for (var first = 0; first < 7;)
        {
            var hours = On(Week[first].Day);
            var last = first;
            while (last < 6 && hours.SequenceEqual(On(Week[last + 1].Day)))
            {
                last++;
            }
            var name = first == last ? Week[first].Name : $"{Week[first].Name}-{Week[last].Name}";
            parts.AddRange(hours.Select(h => $"{name} {h}"));
            first = last + 1;
        }
        return string.Join(", ", parts);
    }

    private sealed class AsText : JsonConverter<WeeklyHours>
    {
        public override WeeklyHours Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return Parse(reader.GetString() ?? string.Empty);
            }
            catch (FormatException wrong)
            {
                throw new JsonException(wrong.Message, wrong);
            }
        }

        public override void Write(Utf8JsonWriter writer, WeeklyHours value, JsonSerializerOptions options) => writer.WriteStringValue(value.text);
    }
}
