using System.Text.RegularExpressions;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.People;

/// <summary>People who live together, by a name that means something to the worker. It holds no address: addresses are sealed records of their own.</summary>
public sealed partial class Household : ICaseRecord
{
    private Household() { }

    public const int NameLimit = 80;
    public const string NoAddress = "Give the household a name such as \"Grandmother's\", never an address: this name is not sealed";

    public Id<Household> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Protected Name { get; private set; } = null!;
    public int Version { get; private set; }

    public static Household Add(Act act, FileKey key, string name) => new() { Id = Id<Household>.New(), CaseFile = key.File, Name = key.Seal(Proper(name)) };

    public void Rename(Act act, FileKey key, string name) => Name = key.Seal(Proper(name));

    /// <summary>Whether a name gives away where somebody lives: a postcode, or a number with a street.</summary>
    public static bool LooksLikeAddress(string name) => Postcode().IsMatch(name) || Street().IsMatch(name);

    private static string Proper(string name) => LooksLikeAddress(name) ? throw new RuleBroken("household-address", NoAddress + ".") : name.Trim();

    /// <summary>United Kingdom postcodes, also with the space left out.</summary>
    [GeneratedRegex(@"\b[A-Z]{1,2}[0-9][0-9A-Z]?\s*[0-9][A-Z]{2}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"\b(\d+\s*[a-z]?|flat\s+\w+)\s*,?\s+(\p{L}[\p{L}'’]*\s+){1,4}(road|rd|street|st|avenue|ave|lane|ln|close|crescent|drive|way|court|gardens|grove|place|terrace|mews|hill|walk|square|house)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Street();
}

/// <summary><c>Lives</c>: their home. <c>Visits</c>: there regularly.</summary>
public enum StayKind { Lives, Visits }

/// <summary>Who lives in a household, or visits it regularly, since when and until when.</summary>
public sealed class Stay : ICaseRecord
{
    private Stay() { }

    public Id<Stay> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Household> Household { get; private set; }
    public Id<Person> Person { get; private set; }
    public StayKind Kind { get; private set; }
    public string? From { get; private set; }
    public string? Until { get; private set; }

    /// <summary>When it became known here that they came, and that they left.</summary>
    public DateTime RecordedAt { get; private set; }
    public DateTime? EndRecordedAt { get; private set; }
    public int Version { get; private set; }

    public static Stay Begin(Act act, Household household, Person person, StayKind kind, PartialDate? from, PartialDate? until)
    {
        if (household.CaseFile != person.CaseFile)
            throw new RuleBroken("other-file", "A household is made of people of the same file.");
        var stay = new Stay { Id = Id<Stay>.New(), CaseFile = household.CaseFile, Household = household.Id, Person = person.Id, Kind = kind, From = from?.ToString(), RecordedAt = act.At };
        stay.SetUntil(act, until);
        return stay;
    }

    public void End(Act act, PartialDate until) => SetUntil(act, until);

    public bool IsOn(DateOnly day) => (PartialDate.FromStored(From) is not { } from || from.Earliest <= day) && (PartialDate.FromStored(Until) is not { } until || until.Latest >= day);

    private void SetUntil(Act act, PartialDate? until)
    {
        if (until is { } end && PartialDate.FromStored(From) is { } from && !from.MayBeBeforeOrOn(end))
            throw new RuleBroken("until-before-from", "Somebody cannot have left before they came.");
        (Until, EndRecordedAt) = (until?.ToString(), until is null ? null : act.At);
    }
}

internal sealed class HouseholdMapping : IEntityTypeConfiguration<Household>, IEntityTypeConfiguration<Stay>
{
    public void Configure(EntityTypeBuilder<Household> household) => household.HasIndex(h => h.CaseFile);

    public void Configure(EntityTypeBuilder<Stay> stay)
    {
        stay.Property(s => s.From).HasMaxLength(PartialDate.Length);
        stay.Property(s => s.Until).HasMaxLength(PartialDate.Length);
        stay.HasIndex(s => s.CaseFile);
    }
}
