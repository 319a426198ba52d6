using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Web;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Triage;

/// <summary>Another referral of what looks like the same person, which the viewer may know.</summary>
public sealed record KnownReferral(string Url, string Name, string Reference, string Status, DateTime ReceivedAt, bool IsSamePerson);

/// <summary>What the duplicate check says: the viewer's own, and of all the rest only that there is some and whom to ask.</summary>
public sealed record KnownAnswer(IReadOnlyList<KnownReferral> Mine, bool IsElsewhere, string WhomToAsk)
{
    public static KnownAnswer Nothing { get; } = new([], false, "");
}

/// <summary>Is this person known already? Looks past the circles, and so is one of the few callers that may; walls hold all the same,
/// and nothing of a file that the viewer may not know leaves this class.</summary>
public sealed class KnownToUs(Here here, PartnershipDb db, Partnerships partnerships)
{
    /// <summary>More than these are a common name and birth date, not one person.</summary>
    private const int MostCandidates = 50;

    public async Task<KnownAnswer> AskAsync(OpenReferral open, CancellationToken ct)
    {
        var terms = TermsOf(open);
        if (terms.Length == 0 && open.Referral.SubjectKey is null)
            return KnownAnswer.Nothing;
        var mine = await CandidatesAsync(db, open, terms, ct);
        var unrestricted = NeedToKnow.Unrestricted(here.Viewer, UnrestrictedReason.DuplicateCheck);
        await using var all = await partnerships.OpenAsync(here.Address, unrestricted, ct);
        await all.WriteReadAsync(new(unrestricted, here.Viewer.Now, "duplicate-check", "known to us") { Request = here.RequestId }, open.Referral.CaseFile, open.Referral.Id.Value, "duplicate-check", ct);
        var elsewhere = (await CandidatesAsync(all, open, terms, ct)).Select(c => c.CaseFile).Except(mine.Select(c => c.CaseFile)).ToList();
        var isElsewhere = elsewhere.Count > 0 && await Circles.AnyWithoutWallAsync(all, elsewhere, here.Viewer.Member, ct);
        return new(await LinesAsync(mine, ct), isElsewhere, isElsewhere ? await WhomToAskAsync(ct) : "");
    }

    private long[] TermsOf(OpenReferral open) => open.Born is not { } born ? [] :
        [.. SearchTerms.ToFind($"{open.Key.RevealIfAny(open.Person.GivenName)} {open.Key.RevealIfAny(open.Person.FamilyName)}", born)
            .Where(term => term.Kind == SearchTermKind.SoundAndBorn).Select(db.Session.Index.NumberOf).Distinct()];

    private static async Task<IReadOnlyList<Candidate>> CandidatesAsync(PartnershipDb db, OpenReferral open, long[] terms, CancellationToken ct)
    {
        var id = open.Referral.Id;
        List<Candidate> found = [];
        if (open.Referral.SubjectKey is { } subject)
            found.AddRange(await db.Referrals.AsNoTracking().Where(r => r.SubjectKey == subject && r.Id != id).OrderByDescending(r => r.ReceivedAt).Take(MostCandidates)
                .Select(r => new Candidate(r.Id, r.CaseFile, r.Subject, r.Reference, r.Status, r.ReceivedAt, true)).ToListAsync(ct));
        if (terms.Length > 0)
        {
            // One part of a name that sounds alike is not enough when there are several: a brother shares the family name.
            var files = (await (await db.KeysWithAsync(terms, ct)).Take(MostCandidates * 4).Select(k => new { k.Person, k.CaseFile }).ToListAsync(ct))
                .GroupBy(k => k).Where(g => g.Count() >= Math.Min(2, terms.Length)).Select(g => g.Key.CaseFile).Distinct().ToArray();
            // A child or somebody said to cause harm has a file of their own in the matter that a referral opened.
            var own = await db.CaseFiles.Where(f => f.Id == open.Referral.CaseFile).Select(f => f.Matter).SingleAsync(ct);
            var matters = await db.CaseFiles.Where(f => files.Contains(f.Id) && f.Matter != own).Select(f => f.Matter).Distinct().ToArrayAsync(ct);
            var linked = await db.CaseFiles.Where(f => matters.Contains(f.Matter)).Select(f => f.Id).Take(MostCandidates * 4).ToArrayAsync(ct);
            var seen = found.Select(c => c.Referral).ToHashSet();
            found.AddRange((await db.Referrals.AsNoTracking().Where(r => linked.Contains(r.CaseFile) && r.Id != id).OrderByDescending(r => r.ReceivedAt).Take(MostCandidates)
                .Select(r => new Candidate(r.Id, r.CaseFile, r.Subject, r.Reference, r.Status, r.ReceivedAt, false)).ToListAsync(ct)).Where(c => !seen.Contains(c.Referral)));
        }
        return found;
    }

    private async Task<IReadOnlyList<KnownReferral>> LinesAsync(IReadOnlyList<Candidate> mine, CancellationToken ct)
    {
        var shown = mine.Take(10).ToList();
        var ids = shown.Select(c => c.Person).ToArray();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var keys = await db.KeysOfAsync(shown.Select(c => c.CaseFile), ct);
        return [.. shown.Where(c => people.ContainsKey(c.Person) && keys.ContainsKey(c.CaseFile)).Select(c => new KnownReferral(ReferralModel.Url(here.Address, c.Referral),
            people[c.Person].DisplayName(keys[c.CaseFile]), c.Reference, c.Status.Title().ToLowerInvariant(), c.ReceivedAt, c.IsSame))];
    }

    private async Task<string> WhomToAskAsync(CancellationToken ct)
    {
        var door = await db.Teams.AsNoTracking().Where(t => t.IsFrontDoor && t.IsActive).Select(t => new { t.Name, t.Telephone }).FirstOrDefaultAsync(ct);
        return door is null ? "the front door" : string.IsNullOrWhiteSpace(door.Telephone) ? $"the front door ({door.Name})" : $"the front door on {door.Telephone}";
    }

    private sealed record Candidate(Id<Referral> Referral, Id<CaseFile> CaseFile, Id<Person> Person, string Reference, ReferralStatus Status, DateTime ReceivedAt, bool IsSame);
}
