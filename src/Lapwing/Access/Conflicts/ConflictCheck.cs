using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Access;

/// <summary>The check of every person in a file against every member and whom they know. It runs inside each save that brings a person's search terms, a member,
/// or something declared, whichever way it came (journey, import, demonstration, a page of the file): the walls are in the same transaction as what made
/// them necessary, so there is no moment at which the file is open. It compares keyed terms and reveals nothing.</summary>
/// <param name="db">The context that saves.</param>
/// <param name="all">The same database without the filter: a conflict is looked for in files that the one who saves does not know.</param>
internal sealed class ConflictCheck(PartnershipDb db, PartnershipDb all, Act act)
{
    /// <summary>So many terms are asked for one by one; more are compared with all that there are.</summary>
    private const int AskedSingly = 1_000;

    /// <summary>More people than this share no telling term with one member.</summary>
    private const int MostPeople = 5_000;

    private readonly List<Wall> walls = [];

    /// <summary>The walls that new people, or new terms of people, make necessary.</summary>
    /// <param name="keys">The search terms that this save adds.</param>
    /// <param name="people">The people whom it adds.</param>
    /// <param name="files">The files that it opens.</param>
    public async Task<IReadOnlyList<Wall>> OfPeopleAsync(IReadOnlyCollection<SearchKey> keys, IReadOnlyCollection<Person> people, IReadOnlyCollection<CaseFile> files, CancellationToken ct)
    {
        await InheritAsync(files, ct);
        var known = await TermsAsync(keys, ct);
        if (known.Count == 0)
            return walls;
        var added = people.ToDictionary(p => p.Id);
        var opened = files.ToDictionary(f => f.Id);
        foreach (var of in keys.GroupBy(k => (k.Person, k.CaseFile)))
        {
            var terms = of.Select(k => k.Term).ToHashSet();
            if (!terms.Any(known.Contains))
                continue;
            var isBorn = added.TryGetValue(of.Key.Person, out var person) ? person.BornOn is not null : await WithEarlierAsync(of.Key.Person, terms, ct);
            foreach (var shared in (await SharedAsync(terms, known, person is null, ct)).GroupBy(t => (t.Member, t.Subject)))
                if (ConflictRules.Of(ConflictTerms.Compare([.. shared], isBorn)) is var verdict and not LikenessVerdict.None)
                    await RaiseAsync(of.Key.CaseFile, opened, shared.Key.Member, shared.Key.Subject, verdict, ct);
        }
        return walls;
    }

    /// <summary>The walls that a new member, a changed name or something declared makes necessary, and the terms by which they are recognised from now on.</summary>
    public async Task<IReadOnlyList<Wall>> OfMembersAsync(IReadOnlyCollection<Id<Member>> members, CancellationToken ct)
    {
        foreach (var id in members)
        {
            var terms = await DeclaredAsync(id, ct);
            db.ConflictTerms.RemoveRange(await db.ConflictTerms.Where(t => t.Member == id).ToListAsync(ct));
            await KeepAsync(terms, ct);
            foreach (var subject in terms.GroupBy(t => t.Subject))
                await LookAsync(id, subject.Key, [.. subject], ct);
        }
        return walls;
    }

    /// <summary>Whether a member's terms are stored as they should be and no wall is missing around anybody whom they are or know.</summary>
    public async Task<bool> StandsAsync(Id<Member> id, CancellationToken ct)
    {
        var terms = await DeclaredAsync(id, ct);
        var stored = await db.ConflictTerms.AsNoTracking().Where(t => t.Member == id).ToListAsync(ct);
        if (!stored.Select(Said).ToHashSet().SetEquals(terms.Select(Said)))
            return false;
        foreach (var subject in terms.GroupBy(t => t.Subject))
            await LookAsync(id, subject.Key, [.. subject], ct);
        return walls.Count == 0;

        static (long, Guid, LikenessKind, bool) Said(ConflictTerm term) => (term.Term, term.Subject, term.Kind, term.IsBirthKnown);
    }

    private async Task KeepAsync(IReadOnlyList<ConflictTerm> terms, CancellationToken ct)
    {
        var removed = db.ChangeTracker.Entries<ConflictTerm>().Where(e => e.State == EntityState.Deleted).ToDictionary(e => (e.Entity.Term, e.Entity.Member, e.Entity.Subject));
        foreach (var term in terms)
        {
            // The same term again is the same row: it stays, with what it says now.
            if (removed.TryGetValue((term.Term, term.Member, term.Subject), out var there))
            {
                there.State = EntityState.Unchanged;
                there.CurrentValues.SetValues(term);
            }
            else
            {
                await db.ConflictTerms.AddAsync(term, ct);
            }
        }
    }

    /// <summary>All that is known of a member and of whom they know, as this save leaves it.</summary>
    private async Task<IReadOnlyList<ConflictTerm>> DeclaredAsync(Id<Member> id, CancellationToken ct)
    {
        var member = await db.Members.FindAsync([id], ct);
        var stored = await db.DeclaredPeople.Where(d => d.Member == id).ToListAsync(ct);
        var declared = stored.Concat(db.DeclaredPeople.Local.Where(d => d.Member == id)).DistinctBy(d => d.Id).Where(d => d.EndedAt is null).ToList();
        var (keys, index) = (db.Session.Keys, db.Session.Index);
        var self = declared.Where(d => d.IsSelf).Select(d => d.Reveal(keys)).LastOrDefault() ?? new();
        if (member is null || !member.IsHere(act.At))
            return [];
        return [.. ConflictTerms.Of(index, id, id.Value, [member.Name, self.Name], self.BornOn, self.Telephone, self.Email),
            .. declared.Where(d => !d.IsSelf).SelectMany(d => d.Reveal(keys) is var who ? ConflictTerms.Of(index, id, d.Id.Value, [who.Name], who.BornOn, who.Telephone, who.Email) : [])];
    }

    /// <summary>Looks for one subject among everybody in every file: by what tells people apart first, and only those in full.</summary>
    private async Task LookAsync(Id<Member> member, Guid subject, IReadOnlyList<ConflictTerm> terms, CancellationToken ct)
    {
        var telling = terms.Where(t => t.Kind is LikenessKind.SoundPair or LikenessKind.SoundAndBorn or LikenessKind.Phone or LikenessKind.Email).Select(t => t.Term).ToArray();
        if (telling.Length == 0) // a name in a script without sounds, or of one part
            telling = [.. terms.Where(t => t.Kind is LikenessKind.Name or LikenessKind.Born).Select(t => t.Term)];
        var people = await (await all.KeysWithAsync(telling, ct)).Select(k => new { k.Person, k.CaseFile }).Distinct().Take(MostPeople).ToListAsync(ct);
        var numbers = terms.Select(t => t.Term).ToArray();
        foreach (var some in people.Chunk(200))
        {
            var ids = some.Select(p => p.Person).ToArray();
            var shared = (await (await all.KeysWithAsync(numbers, ct)).Where(k => ids.Contains(k.Person)).Select(k => new { k.Person, k.Term }).ToListAsync(ct)).ToLookup(k => k.Person, k => k.Term);
            var born = (await all.People.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, IsKnown = p.BornOn != null }).ToListAsync(ct)).ToDictionary(p => p.Id, p => p.IsKnown);
            foreach (var person in some)
            {
                var theirs = shared[person.Person].ToHashSet();
                if (ConflictRules.Of(ConflictTerms.Compare([.. terms.Where(t => theirs.Contains(t.Term))], born.GetValueOrDefault(person.Person))) is var verdict and not LikenessVerdict.None)
                    await RaiseAsync(person.CaseFile, new Dictionary<Id<CaseFile>, CaseFile>(), member, subject, verdict, ct);
            }
        }
    }

    /// <summary>A file that is opened in an older matter stands behind the walls of that matter.</summary>
    private async Task InheritAsync(IReadOnlyCollection<CaseFile> files, CancellationToken ct)
    {
        var fresh = files.Where(f => f.BeginsMatter).Select(f => f.Matter).ToHashSet();
        foreach (var file in files.Where(f => !fresh.Contains(f.Matter)))
            foreach (var wall in await all.Walls.AsNoTracking().Where(w => w.LiftedAt == null && all.CaseFiles.Any(f => f.Id == w.File && f.Matter == file.Matter)).ToListAsync(ct))
                Add(file.Id, wall.Member, wall.Reason, wall.IsSuspected);
    }

    /// <summary>Around every file of the matter: both parties of a family are checked, and a conflict with one is a conflict with both.</summary>
    private async Task RaiseAsync(Id<CaseFile> file, IReadOnlyDictionary<Id<CaseFile>, CaseFile> opened, Id<Member> member, Guid subject, LikenessVerdict verdict, CancellationToken ct)
    {
        var matter = opened.TryGetValue(file, out var fresh) ? fresh.Matter : await all.CaseFiles.Where(f => f.Id == file).Select(f => f.Matter).SingleAsync(ct);
        var old = fresh is { } && opened.Values.Any(f => f.Matter == matter && f.BeginsMatter) ? [] : await all.CaseFiles.Where(f => f.Matter == matter).Select(f => f.Id).ToListAsync(ct);
        var reason = subject == member.Value ? WallReason.Self : WallReason.Knows;
        var before = await all.Walls.AsNoTracking().Where(w => old.Contains(w.File) && w.Member == member).Select(w => new { w.File, w.Reason, w.IsSuspected, w.LiftedAt }).ToListAsync(ct);
        foreach (var each in old.Concat(opened.Values.Where(f => f.Matter == matter).Select(f => f.Id)).Distinct())
            // One that stands is enough; one that a guardian has looked at and lifted is not raised again by the same likeness.
            if (!before.Any(w => w.File == each && (w.LiftedAt == null ? !w.IsSuspected || verdict == LikenessVerdict.Likely : w.Reason == reason && (!w.IsSuspected || verdict == LikenessVerdict.Likely))))
                Add(each, member, reason, verdict == LikenessVerdict.Likely);
    }

    private void Add(Id<CaseFile> file, Id<Member> member, string reason, bool isSuspected)
    {
        if (walls.Any(w => w.File == file && w.Member == member && (!w.IsSuspected || isSuspected)))
            return;
        walls.RemoveAll(w => w.File == file && w.Member == member);
        walls.Add(isSuspected ? Wall.Suspect(act, file, member, reason) : Wall.Raise(act, file, member, reason));
    }

    /// <summary>What was known of a person before this save counts too.</summary>
    private async Task<bool> WithEarlierAsync(Id<Person> person, HashSet<long> terms, CancellationToken ct)
    {
        terms.UnionWith(await all.SearchKeys.AsNoTracking().Where(k => k.Person == person).Select(k => k.Term).ToListAsync(ct));
        return await all.People.AnyAsync(p => p.Id == person && p.BornOn != null, ct);
    }

    private async Task<IReadOnlyList<ConflictTerm>> SharedAsync(HashSet<long> terms, ILookup<long, ConflictTerm> known, bool askAgain, CancellationToken ct)
    {
        if (!askAgain)
            return [.. terms.SelectMany(term => known[term])];
        var numbers = terms.ToArray();
        return await db.ConflictTerms.AsNoTracking().Where(t => numbers.Contains(t.Term)).ToListAsync(ct);
    }

    private async Task<ILookup<long, ConflictTerm>> TermsAsync(IReadOnlyCollection<SearchKey> keys, CancellationToken ct)
    {
        var numbers = keys.Select(k => k.Term).Distinct().ToArray();
        var found = numbers.Length > AskedSingly ? await db.ConflictTerms.AsNoTracking().ToListAsync(ct)
            : numbers.Length == 0 ? [] : await db.ConflictTerms.AsNoTracking().Where(t => numbers.Contains(t.Term)).ToListAsync(ct);
        return found.ToLookup(t => t.Term);
    }
}
