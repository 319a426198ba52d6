using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.People.Linkage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Figures;

/// <summary>Who counts as one person because somebody decided so on the page "the same person twice". The facts stay as they are: which numbers mean one person is worked out
/// for each moment, so that people who are taken apart count twice again, and an earlier state of knowledge is recounted as it was.</summary>
internal static class JoinedPeople
{
    /// <summary>As many as a database takes in one question.</summary>
    private const int AtOnce = 500;

    /// <summary>From each number that somebody is counted by to the one number of all that are the same person; whoever was joined with nobody is not in it.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Guid>> ReadAsync(PartnershipDb db, DateTime knownAt, CancellationToken ct)
    {
        var pairs = await db.SamePersons.AsNoTracking().Where(s => s.Verdict == SameVerdict.Same && s.DecidedAt <= knownAt && (s.EndedAt == null || s.EndedAt > knownAt))
            .Select(s => new { s.Person, s.Other }).ToListAsync(ct);
        if (pairs.Count == 0)
            return new Dictionary<Guid, Guid>();
        var tokens = await TokensAsync(db, [.. pairs.SelectMany(p => new[] { p.Person.Value, p.Other.Value }).Distinct()], knownAt, ct);
        return Groups(pairs.Select(p => (tokens[p.Person.Value].ToArray(), tokens[p.Other.Value].ToArray())));
    }

    /// <summary>The numbers by which the facts count each of these people at that moment.</summary>
    private static async Task<ILookup<Guid, Guid>> TokensAsync(PartnershipDb db, Guid[] people, DateTime knownAt, CancellationToken ct)
    {
        var (known, tokens) = ((long)(knownAt - Fact.Epoch).TotalSeconds, new List<(Guid Person, Guid Token)>());
        foreach (var some in people.Chunk(AtOnce))
        {
            var ids = some.Select(id => new Id<People.Person>(id)).ToArray();
            var referrals = (await db.Referrals.AsNoTracking().Where(r => ids.Contains(r.Subject)).Select(r => new { r.Id, r.Subject }).ToListAsync(ct)).ToDictionary(r => r.Id.Value, r => r.Subject.Value);
            foreach (var records in referrals.Keys.Chunk(AtOnce))
                tokens.AddRange((await db.Facts.AsNoTracking().Where(f => records.Contains(f.Record) && f.Kind == FactKind.ReferralReceived && f.RecordedAt <= known).Select(f => new { f.Record, f.Person, f.Sign }).ToListAsync(ct))
                    .GroupBy(f => (f.Record, f.Person)).Where(same => same.Sum(f => f.Sign) > 0).Select(same => (referrals[same.Key.Record], same.Key.Person)));
        }
        return tokens.Distinct().ToLookup(t => t.Person, t => t.Token);
    }

    /// <summary>Whoever is the same as somebody who is the same as a third is the same as the third.</summary>
    internal static IReadOnlyDictionary<Guid, Guid> Groups(IEnumerable<(Guid[] One, Guid[] Other)> pairs)
    {
        var leader = new Dictionary<Guid, Guid>();
        foreach (var (one, other) in pairs.Where(p => p.One.Length > 0 && p.Other.Length > 0))
        {
            var all = one.Concat(other).Select(Leader).Distinct().Order().ToArray();
            foreach (var token in all)
                leader[token] = all[0];
        }
        return leader.Keys.ToDictionary(token => token, Leader);

        Guid Leader(Guid token)
        {
            while (leader.TryGetValue(token, out var up) && up != token)
                token = up;
            return token;
        }
    }
}
