using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation;

/// <summary>Holds a vacancy while others do the same at the same moment: whoever writes first has it; the others look again, and are told when none is left (threat 50).</summary>
public static class Claiming
{
    /// <summary>Each failure means that somebody else got one: nobody tries more often than there are vacancies in the largest unit.</summary>
    private const int Tries = UnitTerms.MostSpaces + 20;

    /// <param name="newAct">An act for each try: what one try recorded is gone with it.</param>
    /// <param name="save">Saves, with what else belongs to the same change.</param>
    /// <exception cref="RuleBroken">No vacancy is left, or this household holds a place already.</exception>
    public static async Task<UnitClaim> HoldAsync(PartnershipDb db, Func<Act> newAct, Id<SafeUnit> unit, Holding ask, Func<Act, Task> save, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            db.ChangeTracker.Clear();
            var act = newAct();
            var claim = await TryAsync(db, act, unit, ask, ct);
            try
            {
                await save(act);
                return claim;
            }
            catch (Exception fault) when (tries < Tries && fault is DbUpdateException or RuleBroken { Code: PartnershipDb.ChangedMeanwhile })
            {
                // Somebody else was first: look again.
            }
        }
    }

    private static async Task<UnitClaim> TryAsync(PartnershipDb db, Act act, Id<SafeUnit> unit, Holding ask, CancellationToken ct)
    {
        var there = await db.SafeUnits.SingleOrDefaultAsync(u => u.Id == unit, ct) ?? throw new RuleBroken("no-unit", "This unit is not there.");
        // What is over does not stand in the way until the job has come to it.
        var over = await db.UnitClaims.Where(c => c.TakenSlot != null && (c.Unit == unit || c.TakenFor == ask.For) && c.HeldUntil <= act.At
            && (c.State == ClaimState.Held || c.State == ClaimState.Offered)).ToListAsync(ct);
        foreach (var claim in over)
            claim.Expire(act, claim.Unit == unit ? there : await db.SafeUnits.SingleAsync(u => u.Id == claim.Unit, ct));
        var ended = over.Select(c => c.Id).ToArray();
        if (await db.UnitClaims.AnyAsync(c => c.TakenFor == ask.For && !ended.Contains(c.Id), ct))
            throw new RuleBroken("holds-already", "A place is already held for this household. Give it back before you hold another.");
        var taken = await db.UnitClaims.Where(c => c.Unit == unit && c.TakenSlot != null && !ended.Contains(c.Id)).Select(c => c.TakenSlot!.Value).ToListAsync(ct);
        var held = UnitClaim.Hold(act, there, Enumerable.Range(1, taken.Count + 1).First(slot => !taken.Contains(slot)), ask);
        db.UnitClaims.Add(held);
        db.Jobs.Add(ReleaseHold.For(held, act));
        return held;
    }
}
