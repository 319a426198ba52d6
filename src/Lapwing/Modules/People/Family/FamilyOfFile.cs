using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.People.Family;

/// <summary>One person of a file, in words.</summary>
/// <param name="Homes">Where they live or visit today.</param>
public sealed record FamilyMember(Person Person, PersonDetails Details, string Name, string? Born, string Role, IReadOnlyList<string> Homes)
{
    public string OtherNames => string.Join(", ", Details.OtherNames);
}

/// <summary>One relationship of a file, in words; the number is the one in the picture.</summary>
public sealed record FamilyTie(Relationship Relationship, int Number, string Sentence, string When, string? Words, string Standing, bool Stands);

/// <summary>Who lives in a household, and who visits.</summary>
public sealed record Home(Household Household, string Name, IReadOnlyList<HomeLine> Lines);

public sealed record HomeLine(Stay Stay, string Name, string When, bool IsNow);

/// <summary>The people of one file and how they are connected: what the list, the picture and the text beside it all show.</summary>
public sealed record FamilyOfFile(IReadOnlyList<FamilyMember> People, IReadOnlyList<FamilyTie> Ties, IReadOnlyList<Home> Homes)
{
    /// <summary>More than one file holds of any of these.</summary>
    public const int Most = 300;

    public static async Task<FamilyOfFile> ReadAsync(PartnershipDb db, FileKey key, CancellationToken ct)
    {
        var today = LondonTime.DateOf(db.Viewer.Now);
        var people = await db.People.AsNoTracking().Where(p => p.CaseFile == key.File).OrderBy(p => p.Id).Take(Most).ToListAsync(ct);
        var names = people.ToDictionary(p => p.Id, p => p.DisplayName(key));
        var homes = await HomesAsync(db, key, names, today, ct);
        var ties = await db.Relationships.AsNoTracking().Where(r => r.CaseFile == key.File).OrderBy(r => r.Id).Take(Most).ToListAsync(ct);
        return new(
            [.. people.OrderBy(p => p.Role == RoleInFile.Subject ? 0 : 1).Select(p => Member(p))],
            [.. ties.Where(t => names.ContainsKey(t.One) && names.ContainsKey(t.Other)).OrderByDescending(t => t.StandsOn(today)).Select((t, n) => Tie(t, n + 1))],
            homes);

        FamilyMember Member(Person person)
        {
            var details = person.Details(key);
            return new(person, details, names[person.Id], details.BornWords(today), person.Role.Title(person.RoleStatus),
                [.. homes.SelectMany(h => h.Lines.Where(l => l.IsNow && l.Stay.Person == person.Id).Select(l => l.Stay.Kind == StayKind.Lives ? h.Name : $"{h.Name} (visits)"))]);
        }

        FamilyTie Tie(Relationship tie, int number)
        {
            var details = tie.Details(key);
            return new(tie, number, details.Connection.Say(names[tie.One], names[tie.Other]), PartialDate.Span(details.From, details.Until), details.Words,
                $"{details.Status.Title()}: {details.SaidBy.Title().ToLowerInvariant()}, {Spoken.Day(details.SaidOn)}", tie.StandsOn(today));
        }
    }

    private static async Task<IReadOnlyList<Home>> HomesAsync(PartnershipDb db, FileKey key, Dictionary<Id<Person>, string> names, DateOnly today, CancellationToken ct)
    {
        var households = await db.Households.AsNoTracking().Where(h => h.CaseFile == key.File).OrderBy(h => h.Id).Take(Most).ToListAsync(ct);
        var stays = await db.Stays.AsNoTracking().Where(s => s.CaseFile == key.File).OrderBy(s => s.Id).Take(Most).ToListAsync(ct);
        return [.. households.Select(h => new Home(h, key.Reveal(h.Name), [.. stays.Where(s => s.Household == h.Id && names.ContainsKey(s.Person))
            .Select(s => new HomeLine(s, names[s.Person], PartialDate.Span(PartialDate.FromStored(s.From), PartialDate.FromStored(s.Until)), s.IsOn(today)))
            .OrderByDescending(l => l.IsNow).ThenBy(l => l.Stay.Kind)]))];
    }
}
