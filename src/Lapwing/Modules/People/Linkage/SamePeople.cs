using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.People.Linkage;

/// <summary>Decides about two people, and ends what was decided. Whoever does it must be able to know both files: saving asks for each.</summary>
public static class SamePeople
{
    /// <summary>What is in force between two people, as the one's file holds it.</summary>
    public static Task<SamePerson?> InForceAsync(PartnershipDb db, Id<Person> one, Id<Person> other, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.SamePersons.SingleOrDefaultAsync(s => s.Person == one && s.Other == other && s.EndedAt == null, ct);
    }

    /// <summary>Records what somebody decided. Both people stay as they are.</summary>
    /// <exception cref="RuleBroken">The viewer may not know both, they are held apart, or it is decided already.</exception>
    public static async Task DecideAsync(PartnershipDb db, Act act, SameVerdict verdict, Id<Person> one, Id<Person> other, string? reason, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var people = await KnownPerson.ReadAsync(db, [one, other], ct);
        var (mine, theirs) = (people.SingleOrDefault(p => p.Person.Id == one), people.SingleOrDefault(p => p.Person.Id == other));
        if (mine is null || theirs is null)
            throw new RuleBroken("not-yours", "You may decide this only about two people whose files you both may know.");
        var before = await db.SamePersons.Where(s => s.Person == one && s.Other == other || s.Person == other && s.Other == one).ToListAsync(ct);
        if (before.FirstOrDefault(s => s.IsInForce && s.Verdict != SameVerdict.NotSure) is { } inForce)
            throw inForce.Verdict == SameVerdict.NotSame
                ? new RuleBroken("held-apart", "These two were found not to be the same person. That stands until two people have lifted it.")
                : new RuleBroken("already-joined", "These two are joined already.");
        foreach (var unsure in before.Where(s => s.IsInForce))
            unsure.GiveWay(act);
        var model = (await LinkageSettings.ReadAsync(db, ct)).Model;
        var (half, otherHalf) = SamePerson.Decide(act, verdict, before.Select(s => s.Round).DefaultIfEmpty().Max() + 1, LikelyOthers.Compare(model, mine, theirs).Percent, reason,
            (mine.Key, one), (theirs.Key, other));
        db.SamePersons.AddRange(half, otherHalf);
    }

    /// <summary>Ends what is in force. Parting what was joined takes one person where the same teams know both files; otherwise, and for lifting "not the same", two.</summary>
    /// <returns>Whether it has ended; false when it now waits for a second person.</returns>
    /// <exception cref="RuleBroken">The viewer may not know both, or there is nothing to end.</exception>
    public static async Task<bool> EndAsync(PartnershipDb db, Act act, Id<Person> one, Id<Person> other, string? reason, CancellationToken ct = default)
    {
        var halves = await HalvesAsync(db, one, other, ct);
        var alone = halves[0].Verdict == SameVerdict.NotSure || halves[0].Verdict == SameVerdict.Same && await SameTeamsAsync(db, halves[0].CaseFile, halves[0].OtherFile, ct);
        foreach (var half in halves)
            half.End(act, await db.KeyOfAsync(half.CaseFile, ct), alone, reason);
        return !halves[0].IsInForce;
    }

    /// <summary>What somebody wanted ended stays.</summary>
    public static async Task KeepAsync(PartnershipDb db, Id<Person> one, Id<Person> other, CancellationToken ct = default)
    {
        foreach (var half in await HalvesAsync(db, one, other, ct))
            half.Keep();
    }

    private static async Task<IReadOnlyList<SamePerson>> HalvesAsync(PartnershipDb db, Id<Person> one, Id<Person> other, CancellationToken ct)
    {
        var halves = await db.SamePersons.Where(s => s.EndedAt == null && (s.Person == one && s.Other == other || s.Person == other && s.Other == one)).ToListAsync(ct);
        return halves.Count == 2 ? halves : throw new RuleBroken("same-ended", "There is nothing to end here: somebody has ended it, or you may not know both files.");
    }

    /// <summary>Whether the same teams may know both files: nobody's view then depends on the two being joined.</summary>
    private static async Task<bool> SameTeamsAsync(PartnershipDb db, Id<CaseFile> one, Id<CaseFile> other, CancellationToken ct)
    {
        var (teams, others) = (await Circles.OfAsync(db, one, ct), await Circles.OfAsync(db, other, ct));
        return teams.Select(t => t.Team).ToHashSet().SetEquals(others.Select(t => t.Team));
    }
}
