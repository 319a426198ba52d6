using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Jobs;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Linkage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Search;

/// <summary>Compares everybody with everybody, learns the weights from them, and keeps the pairs that are likely one person. It looks past every circle, as nobody does;
/// what it keeps are codes and numbers, shown to who may know both files. Run again it makes the list anew.</summary>
public sealed class LookForSamePeople(Partnerships partnerships, TimeProvider time) : IJob
{
    private const int ReportEvery = 20_000;

    public static QueuedJob For(Act act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return QueuedJob.Ask(nameof(LookForSamePeople), Guid.Empty, act.Who.Member.Value, act.At);
    }

    public async Task<string> RunAsync(string partnership, Guid about, Func<int, string, Task> report, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(report);
        var now = Storage.Whole(time.GetUtcNow().UtcDateTime);
        await using var db = await partnerships.OpenAsync(partnership, NeedToKnow.Unrestricted(Viewer.System("looking for the same person twice", now), UnrestrictedReason.DuplicateCheck), ct);
        var (people, book) = await ReadAsync(db, report, ct);
        await report(50, "Comparing everybody.");
        var register = new PeopleRegister([.. people.Select(p => p.Record)], book);
        var learned = register.Learn();
        var found = register.FindAll(learned.Model, ct);
        await report(80, "Keeping the pairs.");
        var act = new Act(db.Viewer, now, "same-person.look", "Looking for the same person in two files");
        var matters = await db.CaseFiles.AsNoTracking().Select(f => new { f.Id, f.Matter }).ToDictionaryAsync(f => f.Id, f => f.Matter, ct);
        var pairs = found.Select(f => (One: people[f.One], Other: people[f.Other], Match: f)).Where(p => matters[p.One.File] != matters[p.Other.File])
            .ToDictionary(p => (p.One.Person, p.Other.Person), p => Kept(register, learned.Model, p.One, p.Other, p.Match));
        await KeepAsync(db, pairs, ct);
        await LinkageSettings.KeepAsync(db, act, new(learned.Model, now, people.Count, [learned.ByDate.Steps.Count, learned.ByName.Steps.Count]), ct);
        await db.SaveAsync(act, ct);
        return $"{pairs.Count} pairs among {people.Count} people are likely the same person.";
    }

    private static LikelyPair Kept(PeopleRegister register, LinkageModel model, Listed one, Listed other, LikelyMatch match)
    {
        var bearers = register.BearersOf(match.One);
        return LikelyPair.Of((one.File, one.Person), (other.File, other.Person), MatchEvidence.Of(model, match.Agrees, (bearers.Given, bearers.OfGiven), (bearers.Family, bearers.OfFamily)));
    }

    private static async Task<(List<Listed> People, NameBook Book)> ReadAsync(PartnershipDb db, Func<int, string, Task> report, CancellationToken ct)
    {
        var (people, book) = (new List<Listed>(), new NameBook());
        var areas = await db.Referrals.AsNoTracking().Select(r => new { r.Subject, r.Area }).ToListAsync(ct);
        var areaOf = areas.GroupBy(a => a.Subject).ToDictionary(g => g.Key, g => g.First().Area);
        var phones = new Dictionary<Id<Person>, Protected>();
        await foreach (var way in db.ContactMethods.AsNoTracking().Where(m => m.Kind != ContactKind.Email).Select(m => new { m.Id, m.Person, m.Value }).AsAsyncEnumerable().WithCancellation(ct))
            phones.TryAdd(way.Person, way.Value);
        await foreach (var (person, stored) in Everybody(db).WithCancellation(ct))
        {
            var key = FileKey.Open(db.Session.Keys, stored);
            DateOnly? born = DateOnly.TryParseExact(key.RevealIfAny(person.BornOn), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
            var known = new KnownPerson(person, key, key.RevealIfAny(person.GivenName), key.RevealIfAny(person.FamilyName), born, phones.TryGetValue(person.Id, out var phone) ? [key.Reveal(phone)] : []);
            people.Add(new(person.Id, person.CaseFile, known.ToCompare(book) with { Area = (ushort)areaOf.GetValueOrDefault(person.Id) }));
            if (people.Count % ReportEvery == 0)
                await report(Math.Min(45, people.Count / ReportEvery), $"{people.Count.ToString("N0", CultureInfo.InvariantCulture)} people read.");
        }
        return (people, book);
    }

    private static async IAsyncEnumerable<(Person Person, StoredKey Key)> Everybody(PartnershipDb db)
    {
        // Somebody whose file's key was destroyed is nobody any more.
        await foreach (var both in db.People.AsNoTracking().Join(db.StoredKeys, p => p.CaseFile, k => k.CaseFile, (Person, Key) => new { Person, Key }).OrderBy(b => b.Person.Id).AsAsyncEnumerable())
            yield return (both.Person, both.Key);
    }

    /// <summary>What stays keeps its row, what is new gets one, what is gone loses it.</summary>
    private static async Task KeepAsync(PartnershipDb db, Dictionary<(Id<Person>, Id<Person>), LikelyPair> pairs, CancellationToken ct)
    {
        var stored = await db.LikelyPairs.ToListAsync(ct);
        foreach (var old in stored)
        {
            if (pairs.TryGetValue((old.Person, old.Other), out var same) && same.Agrees == old.Agrees && same.Weight == old.Weight && same.GivenWeight == old.GivenWeight)
                pairs.Remove((old.Person, old.Other));
            else
                db.LikelyPairs.Remove(old);
        }
        db.LikelyPairs.AddRange(pairs.Values);
    }

    private sealed record Listed(Id<Person> Person, Id<CaseFile> File, LinkageRecord Record);
}
