using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Groups;

/// <summary>One who waits or has a place, as far as this viewer may know them, with what the criteria say.</summary>
internal sealed record Known(WaitingEntry Entry, FileKey Key, string Name, PersonDetails Details, GroupFacts Facts, IReadOnlyList<Judged> Judged, Guid Matter)
{
    public bool IsReady => Judged.All(j => j.IsMet);

    /// <summary>What is missing, in a sentence.</summary>
    public string Missing => string.Join(" ", Judged.Where(j => !j.IsMet).Select(j => j.Words));
}

/// <summary>Gathers what the criteria need from the files that this viewer may know.</summary>
internal static class GroupPeople
{
    /// <param name="on">The day for which ages are asked.</param>
    public static async Task<IReadOnlyList<Known>> ReadAsync(PartnershipDb db, GroupProgramme programme, IReadOnlyList<WaitingEntry> entries, DateOnly on, CancellationToken ct)
    {
        if (entries.Count == 0)
            return [];
        var files = entries.Select(e => e.CaseFile).Distinct().ToArray();
        var (persons, ids, workers) = (entries.Select(e => e.Person).Distinct().ToArray(), entries.Select(e => e.Id).ToArray(), entries.Select(e => e.Keyworker).OfType<Id<Member>>().Distinct().ToArray());
        var keys = await db.KeysOfAsync(files, ct);
        var people = (await db.People.AsNoTracking().Where(p => persons.Contains(p.Id)).ToListAsync(ct)).ToDictionary(p => p.Id);
        var matters = await db.CaseFiles.AsNoTracking().Where(f => files.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Matter, ct);
        var risks = (await db.RiskAssessments.AsNoTracking().Where(a => files.Contains(a.CaseFile)).Select(a => new { a.CaseFile, a.At, a.Level }).ToListAsync(ct)).GroupBy(a => a.CaseFile).ToDictionary(g => g.Key, g => g.MaxBy(a => a.At)!);
        var assessments = (await db.PreGroupAssessments.AsNoTracking().Where(a => ids.Contains(a.Entry)).Select(a => new { a.Entry, a.At, a.On, a.IsSuitable }).ToListAsync(ct)).GroupBy(a => a.Entry).ToDictionary(g => g.Key, g => g.MaxBy(a => a.At)!);
        var names = await db.Members.AsNoTracking().Where(m => workers.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        var (settings, known) = (programme.CriterionSettings(), new List<Known>());
        foreach (var entry in entries)
        {
            if (!keys.TryGetValue(entry.CaseFile, out var key) || !people.TryGetValue(entry.Person, out var person))
                continue;
            var details = person.Details(key);
            var assessed = assessments.GetValueOrDefault(entry.Id);
            var facts = new GroupFacts(entry.Who, on, details.AgeOn(on), entry.IsImpacted, entry.SafeSince, entry.LivesApart, entry.IsAtRisk,
                risks.GetValueOrDefault(entry.CaseFile) is { Level: RiskLevel.High } high ? Time.LondonTime.DateOf(high.At) : null, entry.SchoolAgrees,
                entry.Keyworker is { } worker ? names.GetValueOrDefault(worker) : null, assessed?.On, assessed?.IsSuitable);
            known.Add(new(entry, key, person.DisplayName(key), details, facts, GroupCriteria.Judge(settings, programme.Ages, facts), matters.GetValueOrDefault(entry.CaseFile)));
        }
        return known;
    }

    /// <summary>Who waits for a programme, in the order in which places are given, as far as this viewer may know them.</summary>
    public static async Task<IReadOnlyList<InLine<Known>>> WaitingAsync(PartnershipDb db, GroupProgramme programme, GroupFor who, DateOnly today, CancellationToken ct, DateOnly? on = null)
    {
        const int most = 500;
        var entries = await db.WaitingEntries.AsNoTracking().Where(e => e.Programme == programme.Id && e.Who == who && e.Status == WaitingStatus.Waiting).OrderBy(e => e.AskedAt).ThenBy(e => e.Id).Take(most).ToListAsync(ct);
        var known = await ReadAsync(db, programme, entries, on ?? today, ct);
        return WaitingOrder.Of(known.Select(k => new Waiter<Known>(k, k.Entry.AskedAt, k.Details.BornOn, k.Facts.AgeOn)), programme.Ages, today);
    }

    /// <summary>The names of those who have a place.</summary>
    public static async Task<IReadOnlyDictionary<Id<GroupPlace>, string>> NamesAsync(PartnershipDb db, IReadOnlyList<GroupPlace> places, CancellationToken ct)
    {
        var persons = places.Select(p => p.Person).Distinct().ToArray();
        var keys = await db.KeysOfAsync(places.Select(p => p.CaseFile), ct);
        var people = (await db.People.AsNoTracking().Where(p => persons.Contains(p.Id)).ToListAsync(ct)).ToDictionary(p => p.Id);
        return places.Where(p => keys.ContainsKey(p.CaseFile) && people.ContainsKey(p.Person)).ToDictionary(p => p.Id, p => people[p.Person].DisplayName(keys[p.CaseFile]));
    }

    /// <summary>The facilitators of a programme with their names.</summary>
    public static async Task<IReadOnlyDictionary<Id<Facilitator>, (string Name, LicenceTerms Terms)>> FacilitatorsAsync(PartnershipDb db, Id<GroupProgramme> programme, CancellationToken ct) =>
        (await db.Facilitators.AsNoTracking().Where(f => f.Programme == programme).Join(db.Members, f => f.Member, m => m.Id, (f, m) => new { Facilitator = f, m.Name }).OrderBy(f => f.Name).ToListAsync(ct))
            .ToDictionary(f => f.Facilitator.Id, f => (f.Name, f.Facilitator.Terms));
}
