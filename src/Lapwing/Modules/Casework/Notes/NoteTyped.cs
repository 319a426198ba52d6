using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Time;

namespace Lapwing.Modules.Casework.Notes;

/// <summary>All that stands in the form of a note, finished or not: as it is typed it is kept as a draft.</summary>
public sealed record NoteTyped
{
    public NoteKind? Kind { get; init; }
    public Id<Person>? About { get; init; }
    public DateOnly? On { get; init; }

    /// <summary>As typed, such as 14:30.</summary>
    public string? At { get; init; }
    public bool IsThirdParty { get; init; }
    public string? Source { get; init; }
    public string? Words { get; init; }

    public static string TitleOf(NoteKind kind) => kind switch
    {
        NoteKind.Contact => "Contact",
        NoteKind.Visit => "Visit",
        NoteKind.CaseDiscussion => "Case discussion",
        NoteKind.Supervision => "Supervision",
        _ => "Information from another agency",
    };

    /// <summary>The London time of day that was typed: 14:30, 14.30 or 1430.</summary>
    public static bool TryTime(string? typed, out TimeOnly time) =>
        TimeOnly.TryParseExact((typed ?? "").Trim().Replace('.', ':'), ["H:mm", "HH:mm", "Hmm", "HHmm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    /// <summary>When it happened; without a time of day, noon stands for the day, or the moment of signing on the same day before noon.</summary>
    public DateTime HappenedAt(DateTime now)
    {
        if (On is not { } day)
            return now;
        if (TryTime(At, out var time))
            return LondonTime.ToUtc(day, time);
        var noon = LondonTime.ToUtc(day, new(12, 0));
        return noon > now && day == LondonTime.DateOf(now) ? now : noon;
    }

    /// <summary>What is missing or wrong before it can be signed, by field.</summary>
    public IEnumerable<(string Field, string Message)> Problems(DateTime now)
    {
        if (Kind is null)
            yield return (nameof(Kind), "Choose what kind of note this is");
        if (On is null)
            yield return (nameof(On), "Enter the day on which it happened");
        if (!string.IsNullOrWhiteSpace(At) && !TryTime(At, out _))
            yield return (nameof(At), "Write the time like 14:30");
        else if (On is not null && HappenedAt(now) > now)
            yield return (nameof(On), "It cannot have happened in the future");
        if ((Kind == NoteKind.FromAnotherAgency || IsThirdParty) && string.IsNullOrWhiteSpace(Source))
            yield return (nameof(Source), "Say who gave this information");
        if (Source?.Length > Note.SourceLimit)
            yield return (nameof(Source), $"Who gave it must be {Note.SourceLimit} characters or fewer");
        if (string.IsNullOrWhiteSpace(Words))
            yield return (nameof(Words), "Write the note");
        else if (Words.ReplaceLineEndings("\n").Length > Note.WordsLimit)
            yield return (nameof(Words), "The note must be 20,000 characters or fewer");
    }
}
