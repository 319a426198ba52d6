using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Linkage;
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

    /// <summary>About a referral that has arrived.</summary>
    public Task<KnownAnswer> AskAsync(OpenReferral open, CancellationToken ct) =>
        LookAsync(new(open.Referral.Id, open.Referral.CaseFile, open.Person.Id, open.Referral.SubjectKey, $"{open.Key.RevealIfAny(open.Person.GivenName)} {open.Key.RevealIfAny(open.Person.FamilyName)}", open.Born), ct);

    /// <summary>About somebody who is only now written down: before a referral is sent, or a person added.</summary>
    public Task<KnownAnswer> AskAsync(string? givenName, string? familyName, DateOnly? born, CancellationToken ct) =>
        LookAsync(new(null, null, null, db.Session.Index.PersonKey(givenName, familyName, born), $"{givenName} {familyName}", born), ct);

    private async Task<KnownAnswer> LookAsync(About about, CancellationToken ct)
    {
        var terms = TermsOf(about);
        if (terms.Length == 0 && about.SubjectKey is null)
            return KnownAnswer.Nothing;
        var mine = await CandidatesAsync(db, about, terms, ct);
        var unrestricted = NeedToKnow.Unrestricted(here.Viewer, UnrestrictedReason.DuplicateCheck);
        await using var all = await partnerships.OpenAsync(here.Address, unrestricted, ct);
        await all.WriteReadAsync(new(unrestricted, here.Viewer.Now, "duplicate-check", "known to us") { Request = here.RequestId }, about.File, about.Referral?.Value, "duplicate-check", ct);
        var elsewhere = (await CandidatesAsync(all, about, terms, ct)).Select(c => c.CaseFile).Except(mine.Select(c => c.CaseFile)).ToList();
        var isElsewhere = elsewhere.Count > 0 && await Circles.AnyWithoutWallAsync(all, elsewhere, here.Viewer.Member, ct);
        return new(await LinesAsync(mine, ct), isElsewhere, isElsewhere ? await WhomToAskAsync(db, ct) : "");
    }

    private long[] TermsOf(About about) => about.Born is not { } born ? [] :
        [.. SearchTerms.ToFind(about.Name, born).Where(term => term.Kind == SearchTermKind.SoundAndBorn).Select(db.Session.Index.NumberOf).Distinct()];

    private static async Task<IReadOnlyList<Candidate>> CandidatesAsync(PartnershipDb db, About about, long[] terms, CancellationToken ct)
    {
        var id = about.Referral ?? default;
        // "Not the same person" binds: whoever was held apart is never suggested again.
        var apart = about.Person is not { } person ? [] : (await db.SamePersons.AsNoTracking()
            .Where(s => s.Person == person && s.Verdict == SameVerdict.NotSame && s.EndedAt == null).Select(s => s.OtherFile).ToListAsync(ct)).ToHashSet();
        List<Candidate> found = [];
        if (about.SubjectKey is { } subject)
            found.AddRange(await db.Referrals.AsNoTracking().Where(r => r.SubjectKey == subject && r.Id != id).OrderByDescending(r => r.ReceivedAt).Take(MostCandidates)
                .Select(r => new Candidate(r.Id, r.CaseFile, r.Subject, r.Reference, r.Status, r.ReceivedAt, true)).ToListAsync(ct));
        if (terms.Length > 0)
        {
            // One part of a name that sounds alike is not enough when there are several: a brother shares the family name.
            var files = (await (await db.KeysWithAsync(terms, ct)).Take(MostCandidates * 4).Select(k => new { k.Person, k.CaseFile }).ToListAsync(ct))
                .GroupBy(k => k).Where(g => g.Count() >= Math.Min(2, terms.Length)).Select(g => g.Key.CaseFile).Distinct().ToArray();
            // A child or somebody said to cause harm has a file of their own in the matter that a referral opened.
            var own = about.File is { } file ? await db.CaseFiles.Where(f => f.Id == file).Select(f => f.Matter).SingleAsync(ct) : Guid.Empty;
            var matters = await db.CaseFiles.Where(f => files.Contains(f.Id) && f.Matter != own).Select(f => f.Matter).Distinct().ToArrayAsync(ct);
            var linked = await db.CaseFiles.Where(f => matters.Contains(f.Matter)).Select(f => f.Id).Take(MostCandidates * 4).ToArrayAsync(ct);
            var seen = found.Select(c => c.Referral).ToHashSet();
            found.AddRange((await db.Referrals.AsNoTracking().Where(r => linked.Contains(r.CaseFile) && r.Id != id).OrderByDescending(r => r.ReceivedAt).Take(MostCandidates)
                .Select(r => new Candidate(r.Id, r.CaseFile, r.Subject, r.Reference, r.Status, r.ReceivedAt, false)).ToListAsync(ct)).Where(c => !seen.Contains(c.Referral)));
        }
        return [.. found.Where(c => !apart.Contains(c.CaseFile))];
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

    /// <summary>Whom to ask about a file that one may not know.</summary>
    public static async Task<string> WhomToAskAsync(PartnershipDb db, CancellationToken ct)
    {
        // For the front door itself, what it may not know is the guardian's to answer: a restricted file sounds like one that has left its circle.
        var mine = db.Viewer.Teams.ToArray();
        if (await db.Teams.AsNoTracking().AnyAsync(t => t.IsFrontDoor && mine.Contains(t.Id), ct))
            return "the guardian of this partnership";
        var door = await db.Teams.AsNoTracking().Where(t => t.IsFrontDoor && t.IsActive).Select(t => new { t.Name, t.Telephone }).FirstOrDefaultAsync(ct);
        return door is null ? "the front door" : string.IsNullOrWhiteSpace(door.Telephone) ? $"the front door ({door.Name})" : $"the front door on {door.Telephone}";
    }

    /// <summary>Who is asked about; the first three only where a referral has arrived.</summary>
    private sealed record About(Id<Referral>? Referral, Id<CaseFile>? File, Id<Person>? Person, long? SubjectKey, string Name, DateOnly? Born);

    private sealed record Candidate(Id<Referral> Referral, Id<CaseFile> CaseFile, Id<Person> Person, string Reference, ReferralStatus Status, DateTime ReceivedAt, bool IsSame);
}
