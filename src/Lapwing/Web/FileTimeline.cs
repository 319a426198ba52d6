using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accommodation;
using Lapwing.Modules.Casework.Notes;
using Lapwing.Modules.Groups;
using Lapwing.Modules.People;
using Lapwing.Modules.Places;
using Lapwing.Modules.Referrals.Support;

namespace Lapwing.Web;

/// <summary>The kinds of things that happen in a file, in the order of the filter.</summary>
public enum TimelineKind { Note, Contact, Task, Plan, Document, Assessment, Referral, Support, Outcome, Group, Place, Accommodation }

/// <summary>What is wanted of one file's timeline: the newest entries that are not newer than <paramref name="NotAfter"/>.</summary>
public sealed record TimelineAsk(Id<CaseFile> File, DateTime NotAfter, DateTime NotBefore, int Most, Id<Member>? By, Id<Person>? About, string Partnership)
{
    /// <summary>What is wanted of entries that were read whole, because one record tells of several moments.</summary>
    public IReadOnlyList<TimelineEntry> Of(IEnumerable<TimelineEntry> entries) =>
        [.. entries.Where(e => (By is null || e.By == By) && (About is null || e.About == About) && e.At <= NotAfter && e.At >= NotBefore).OrderByDescending(e => e.At).ThenByDescending(e => e.Record).Take(Most)];
}

/// <summary>Something that happened in a file. Its words stay under seal until it is known that they will be shown.</summary>
public sealed record TimelineEntry(DateTime At, TimelineKind Kind, Guid Record, string Title, Id<Member>? By, Id<Person>? About)
{
    public Protected? Words { get; init; }

    /// <summary>What may stand beside it in plain words, such as that it was corrected.</summary>
    public string? More { get; init; }

    public string? Url { get; init; }

    /// <summary>When it was written, where that is not when it happened.</summary>
    public DateTime? WrittenAt { get; init; }
}

/// <summary>What one module has to tell of a file: no more than <see cref="TimelineAsk.Most"/>, newest first.</summary>
public delegate Task<IReadOnlyList<TimelineEntry>> TimelineSource(PartnershipDb db, TimelineAsk ask, CancellationToken ct);

/// <summary>One page of everything in a file: the newest of each kind, merged. However much a file holds, a page reads only what it shows,
/// because it begins at the moment where the page before it ended.</summary>
public sealed record FileTimeline(IReadOnlyList<TimelineEntry> Entries, string? Older)
{
    public const int PageSize = 25;

    /// <summary>More entries of one moment than any file has; further ones would be left out of a page.</summary>
    public const int MostAtOneMoment = 500;

    /// <summary>Where the kinds come from: one line for each module that has something to tell.</summary>
    private static readonly (TimelineKind Kind, TimelineSource Read)[] Sources = [.. CaseworkTimeline.Sources, .. FileTimelineOfReferrals.Sources, .. FileTimelineOfGroups.Sources, .. FileTimelineOfPlaces.Sources, .. FileTimelineOfAccommodation.Sources];

    public static async Task<FileTimeline> ReadAsync(PartnershipDb db, TimelineAsk ask, IReadOnlyCollection<TimelineKind> kinds, string? from, CancellationToken ct)
    {
        var (notAfter, skip) = Begin(from, ask.NotAfter);
        var wanted = ask with { NotAfter = notAfter < ask.NotAfter ? notAfter : ask.NotAfter, Most = PageSize + skip + 1 };
        var all = new List<TimelineEntry>();
        foreach (var source in Sources.Where(s => kinds.Count == 0 || kinds.Contains(s.Kind)))
            all.AddRange(await source.Read(db, wanted, ct));
        var ordered = all.OrderByDescending(e => e.At).ThenBy(e => e.Kind).ThenByDescending(e => e.Record).ThenBy(e => e.Title, StringComparer.Ordinal).Skip(skip).Take(PageSize + 1).ToList();
        if (ordered.Count <= PageSize)
            return new(ordered, null);
        var last = ordered[PageSize - 1].At;
        var shown = ordered.Take(PageSize).Count(e => e.At == last) + (last == notAfter ? skip : 0);
        return new(ordered[..PageSize], string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{last.Ticks / TimeSpan.TicksPerMicrosecond}-{shown}"));
    }

    /// <summary>A page begins at a moment, after so many entries of that moment that were shown before.</summary>
    private static (DateTime NotAfter, int Skip) Begin(string? from, DateTime now) =>
        from?.Split('-') is [var at, var skip] && long.TryParse(at, out var micro) && int.TryParse(skip, out var shown)
            && micro is > 0 and < 253_402_300_800_000_000 && shown is >= 0 and <= MostAtOneMoment
            ? (new DateTime(micro * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc), shown) : (now, 0);
}
