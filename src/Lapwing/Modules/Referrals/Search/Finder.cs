using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Linkage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Search;

/// <summary>One person that was found, in one file that the viewer may know.</summary>
public sealed record Hit(Id<Person> Person, Id<CaseFile> File, Side Side, string Name, DateOnly? Born, int? Age, Id<Referral>? Referral, string? Reference, ReferralStatus? Status, DateTime? ReceivedAt, int Score)
{
    /// <summary>What they are in that file, where the file is not theirs.</summary>
    public string? Named { get; init; }

    /// <summary>The other name that fits better than the one that is shown.</summary>
    public string? Also { get; init; }
}

/// <summary>What was found, best first. <paramref name="TooMany"/>: more shared the terms than anybody reads, so something must be added.</summary>
public sealed record Found(IReadOnlyList<Hit> Hits, bool TooMany);

/// <summary>Finds people by name, sound, birth date, telephone or reference among those whom the viewer may know. The blind index gives candidates, the most
/// selective term first and never more than <see cref="MostCandidates"/>; only these are revealed and compared in full.</summary>
public sealed class Finder(PartnershipDb db)
{
    public const int MostCandidates = 200;

    public async Task<Found> FindAsync(Wanted wanted, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(wanted.Reference))
            return new(await ByReferenceAsync(wanted.Reference, ct), false);
        var people = await CandidatesAsync(wanted, ct);
        var hits = await RevealAsync([.. people.Take(MostCandidates)], ct);
        return new([.. hits.Where(hit => Fits(wanted, hit)).Select(hit => hit.Hit with { Score = Score(wanted, hit), Also = AlsoOf(wanted, hit) }).OrderByDescending(h => h.Score).ThenBy(h => h.Name, StringComparer.Ordinal).ThenByDescending(h => h.ReceivedAt)],
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

    /// <summary>A birth date alone is looked for as it is; everything else as it may have been meant. One more than the limit, so that the caller sees there are more.</summary>
    private async Task<IReadOnlyList<Id<Person>>> CandidatesAsync(Wanted wanted, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(wanted.Name) || wanted.Born is null || !string.IsNullOrWhiteSpace(wanted.Phone))
            return await Candidates.FindAsync(db, wanted.Name, wanted.Born, wanted.Phone, MostCandidates + 1, ct);
        long[] terms = [.. SearchTerms.ToFind(null, wanted.Born).Select(db.Session.Index.NumberOf).Distinct()];
        return [.. (await (await db.KeysWithAsync(terms, ct)).Select(k => k.Person).Take((MostCandidates + 1) * 2).ToListAsync(ct)).Distinct().Take(MostCandidates + 1)];
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
            var details = p.Details(key);
            return new Revealed(new(p.Id, p.CaseFile, sides[p.CaseFile], p.DisplayName(key), details.BornOn, p.Age, referral?.Id, referral?.Reference, referral?.Status, referral?.ReceivedAt, 0)
                { Named = p.Role == RoleInFile.Subject ? null : p.Role.Title(p.RoleStatus) },
                [.. PlainName.Parts(details.GivenName), .. PlainName.Parts(details.FamilyName)], details.OtherNames, [.. details.BirthDates]);
        })];
    }

    /// <summary>How well a person fits: letters before other forms of the name, sounds and slips of the keys, the exact birth date before one nearly the same.</summary>
    private static int Score(Wanted wanted, Revealed found)
    {
        var parts = PlainName.Parts(wanted.Name);
        var score = found.Names().Max(name => Fit(parts, name));
        if (wanted.Born is { } born && found.Born.Count > 0)
            score += found.Born.Max(other => Comparison.Dates(LinkageRecord.DateOf(born), LinkageRecord.DateOf(other)) switch { Agreement.Same => 20, Agreement.Swapped => 8, Agreement.Nearly => 7, _ => 0 });
        return score;
    }

    /// <summary>How well one whole name fits: an alias counts by itself, and not mixed with other names.</summary>
    private static int Fit(IReadOnlyList<string> wanted, IReadOnlyList<string> name) => wanted.Sum(part => name.Select(p => ScoreOf(part, p)).DefaultIfEmpty().Max());

    private static int ScoreOf(string part, string found) => found == part ? 10
        : NameVariants.Are(part, found) ? 6
        : SoundCode.Of(found).Intersect(SoundCode.Of(part)).Any() ? 5
        : People.Linkage.Likeness.JaroWinkler(part, found) is var alike && alike >= Comparison.NearlyFrom ? 5
        : found.StartsWith(part, StringComparison.Ordinal) ? 3
        : alike >= Comparison.PartlyFrom ? 2 : 0;

    /// <summary>Whether somebody who was found by what may have been meant is shown: at most one part of the name fits nothing, and then the birth date or number does.</summary>
    private static bool Fits(Wanted wanted, Revealed found)
    {
        var parts = PlainName.Parts(wanted.Name);
        var missing = found.Names().Min(name => parts.Count(part => !name.Any(p => ScoreOf(part, p) > 0)));
        return missing == 0 || !string.IsNullOrWhiteSpace(wanted.Phone)
            || missing == 1 && wanted.Born is { } born && found.Born.Any(other => other == born || SearchTerms.Swapped(born) == other);
    }

    /// <summary>The other name under which somebody was found, so that the worker sees why.</summary>
    private static string? AlsoOf(Wanted wanted, Revealed found)
    {
        var parts = PlainName.Parts(wanted.Name);
        var own = Fit(parts, found.Parts);
        return found.Also.Select(name => (Name: name, Fit: Fit(parts, PlainName.Parts(name)))).Where(also => also.Fit > own).OrderByDescending(also => also.Fit).Select(also => also.Name).FirstOrDefault();
    }

    private sealed record Revealed(Hit Hit, IReadOnlyList<string> Parts, IReadOnlyList<string> Also, IReadOnlyList<DateOnly> Born)
    {
        public IEnumerable<IReadOnlyList<string>> Names() => Also.Select(PlainName.Parts).Prepend(Parts);
    }
}
