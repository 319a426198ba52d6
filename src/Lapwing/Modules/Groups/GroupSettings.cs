using System.Globalization;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Groups;

/// <summary>Days on which groups do not meet, the last one included.</summary>
public sealed record ClosedDays(DateOnly From, DateOnly To, string Why)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd} {To:yyyy-MM-dd} {Why}");
}

/// <summary>What a partnership decides about its groups: when they do not meet.</summary>
public sealed record GroupSettings
{
    /// <summary>The concern under which <see cref="StoredSettings"/> keeps them.</summary>
    public const string Concern = "groups";

    public const int Most = 100, WhyLimit = 80;

    /// <summary>School holidays and the like. Bank holidays are known.</summary>
    public IReadOnlyList<ClosedDays> Closed { get; init; } = [];

    /// <summary>Why groups do not meet on a day, or null when they do.</summary>
    public string? ClosedBecause(DateOnly day) =>
        BankHolidays.England.NameOf(day) ?? Closed.FirstOrDefault(c => c.From <= day && day <= c.To)?.Why;

    public static async Task<GroupSettings> ReadAsync(PartnershipDb db, CancellationToken ct = default) =>
        (await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == Concern, ct))?.Read<GroupSettings>() ?? new();

    /// <summary>A line for each: first day, last day and why, such as <c>2023-07-24 2023-09-01 Summer holidays</c>.</summary>
    /// <exception cref="FormatException">Some lines are not; the message says each.</exception>
    public static GroupSettings Parse(string? text)
    {
        var (closed, wrong) = (new List<ClosedDays>(), new List<string>());
        foreach (var (line, n) in (text ?? "").ReplaceLineEndings("\n").Split('\n').Select((line, n) => (line.Trim(), n + 1)).Where(l => l.Item1.Length > 0))
        {
            var parts = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
            if (parts is not [var from, var to, var why] || !TryDay(from, out var first) || !TryDay(to, out var last) || why.Length > WhyLimit)
                wrong.Add($"Line {n}: write the first day, the last day and why, like 2023-07-24 2023-09-01 Summer holidays");
            else if (last < first)
                wrong.Add($"Line {n}: the last day is before the first");
            else
                closed.Add(new(first, last, why));
        }
        if (closed.Count > Most)
            wrong.Add($"There can be {Most} lines");
        return wrong.Count == 0 ? new() { Closed = [.. closed.OrderBy(c => c.From)] } : throw new FormatException(string.Join('\n', wrong));
    }

    private static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
