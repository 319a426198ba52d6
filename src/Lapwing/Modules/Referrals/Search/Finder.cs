using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Search;

/// <summary>One person that was found, in one file that the viewer may know.</summary>
public sealed record Hit(Id<Person> Person, Id<CaseFile> File, Side Side, string Name, DateOnly? Born, int? Age, Id<Referral>? Referral, string? Reference, ReferralStatus? Status, DateTime? ReceivedAt, int Score);

/// <summary>What was found, best first. <paramref name="TooMany"/>: more shared the terms than anybody reads, so something must be added.</summary>
public sealed record Found(IReadOnlyList<Hit> Hits, bool TooMany);

/// <summary>Finds people by name, sound, birth date, telephone or reference among those whom the viewer may know. The blind index gives candidates, the most
/// selective term first and never more than <see cref="MostCandidates"/>; only these are revealed and compared in full.</summary>
public sealed class Finder(PartnershipDb db)
{
    public const int MostCandidates = 200;

    /// <summary>How far a term is counted before it is called common.</summary>
    private const int CommonFrom = 10_000;

    public async Task<Found> FindAsync(Wanted wanted, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(wanted.Reference))
            return new(await ByReferenceAsync(wanted.Reference, ct), false);
        var people = await CandidatesAsync(wanted, ct);
        var hits = await RevealAsync([.. people.Take(MostCandidates)], ct);
        return new([.. hits.Select(hit => hit.Hit with { Score = Score(wanted, hit) }).OrderByDescending(h => h.Score).ThenBy(h => h.Name, StringComparer.Ordinal).ThenByDescending(h => h.ReceivedAt)],
            people.Count > MostCandidates);
    }

    private async Task<IReadOnlyList<Hit>> ByReferenceAsync(string typed, CancellationToken ct)
    {
        if (!Reference.TryParse(typed, out var reference))
            return [];
        var text = reference.ToString();
        var subject = await db.Referrals.AsNoTracking().Where(r => r.Reference == text).Select(r => (Id<Person>?)r.Subject).SingleOrDefaultAsync(ct);
        return subject is { } person ? [.. (await RevealAsync([person], ct)).Select(h => h.Hit)] : [];
    }

    private async Task<IReadOnlyList<Id<Person>>> CandidatesAsync(Wanted wanted, CancellationToken ct)
    {
        var terms = SearchTerms.ToFind(wanted.Name, wanted.Born, wanted.Phone).ToLookup(t => t.Kind, db.Session.Index.NumberOf);
        var parts = wanted.NameParts().Select(part => part.Select(db.Session.Index.NumberOf).Distinct().ToArray()).ToList();
        if (terms[SearchTermKind.Phone].Any())
            return await WithAsync([.. terms[SearchTermKind.Phone]], [], ct);
        if (wanted.Born is not null && parts.Count > 0)
        {
            var together = await WithAsync([.. terms[SearchTermKind.SoundAndBorn]], [], ct);
            // A name without a sound code (another script), or heard too differently, is still found by its letters and the date.
            return together.Count > 0 ? together : await WithAsync([.. terms[SearchTermKind.Born]], [parts.SelectMany(p => p).Distinct().ToArray()], ct);
        }
        if (wanted.Born is not null)
            return await WithAsync([.. terms[SearchTermKind.Born]], [], ct);
        return await ByNameAsync(parts, [.. wanted.Together().Select(db.Session.Index.NumberOf)], ct);
    }

    /// <summary>By name alone. Two sounds together are shared by few; where nobody has both, the rarest part leads and every other part must be there too.</summary>
    private async Task<IReadOnlyList<Id<Person>>> ByNameAsync(List<long[]> parts, long[] together, CancellationToken ct)
    {
        if (parts.Count <= 1)
            return parts.Count == 0 ? [] : await WithAsync(parts[0], [], ct);
        if (await WithAsync(together, parts[1..^1], ct) is { Count: > 0 } found)
            return found;
        var counted = new List<(long[] Terms, int Number)>();
        foreach (var part in parts)
            counted.Add((part, await (await db.KeysWithAsync(part, ct)).Select(k => k.Term).Take(CommonFrom).CountAsync(ct)));
        var ordered = counted.OrderBy(c => c.Number).Select(c => c.Terms).ToList();
        return await WithAsync(ordered[0], ordered[1..], ct);
    }

    /// <summary>People who have one of the leading terms and one of each of the others; one more than the limit, so that the caller sees there are more.</summary>
    private async Task<IReadOnlyList<Id<Person>>> WithAsync(long[] lead, IReadOnlyList<long[]> others, CancellationToken ct)
    {
        if (lead.Length == 0)
            return [];
        var keys = await db.KeysWithAsync(lead, ct);
        foreach (var other in others)
            keys = keys.Where(k => db.SearchKeys.Any(o => o.Shelf == k.Shelf && o.CaseFile == k.CaseFile && o.Person == k.Person && other.Contains(o.Term)));
        // A person may hold several of the leading terms (letters and sound), so more rows than people are read.
        var rows = await keys.Select(k => k.Person).Take((MostCandidates + 1) * 3).ToListAsync(ct);
        return [.. rows.Distinct().Take(MostCandidates + 1)];
    }

    private async Task<IReadOnlyList<Revealed>> RevealAsync(Id<Person>[] ids, CancellationToken ct)
    {
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(ct);
        var files = people.Select(p => p.CaseFile).Distinct().ToArray();
        var keys = await db.KeysOfAsync(files, ct);
        var sides = await db.CaseFiles.AsNoTracking().Where(f => files.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Side, ct);
        var referrals = (await db.Referrals.AsNoTracking().Where(r => files.Contains(r.CaseFile)).Select(r => new { r.Id, r.Subject, r.Reference, r.Status, r.ReceivedAt }).ToListAsync(ct)).ToLookup(r => r.Subject);
        return [.. people.Where(p => keys.ContainsKey(p.CaseFile) && sides.ContainsKey(p.CaseFile)).Select(p =>
        {
            var key = keys[p.CaseFile];
            var referral = referrals[p.Id].MaxBy(r => r.ReceivedAt);
            DateOnly? born = DateOnly.TryParseExact(key.RevealIfAny(p.BornOn), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
            return new Revealed(new(p.Id, p.CaseFile, sides[p.CaseFile], p.DisplayName(key), born, p.Age, referral?.Id, referral?.Reference, referral?.Status, referral?.ReceivedAt, 0),
                [.. PlainName.Parts(key.RevealIfAny(p.GivenName)), .. PlainName.Parts(key.RevealIfAny(p.FamilyName))]);
        })];
    }

    /// <summary>How well a person fits: letters before sounds, the exact birth date before one with day and month swapped.</summary>
    private static int Score(Wanted wanted, Revealed found)
    {
        var score = 0;
        foreach (var part in PlainName.Parts(wanted.Name))
            score += found.Parts.Contains(part) ? 10
                : found.Parts.SelectMany(SoundCode.Of).Intersect(SoundCode.Of(part)).Any() ? 5
                : found.Parts.Any(p => p.StartsWith(part, StringComparison.Ordinal)) ? 3 : 0;
        if (wanted.Born is { } born && found.Hit.Born is { } other)
            score += other == born ? 20 : SearchTerms.Swapped(born) == other ? 8 : 0;
        return score;
    }

    private sealed record Revealed(Hit Hit, IReadOnlyList<string> Parts);
}
