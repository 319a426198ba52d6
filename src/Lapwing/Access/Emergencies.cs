using Lapwing.Data;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Access;

/// <summary>One entry in an emergency, for those who must know of it. It says nothing about the file but its number.</summary>
public sealed record EmergencyLine(Id<EmergencyUse> Id, Id<CaseFile> File, string Who, EmergencyReason Reason, string Sentence, DateTime At, DateTime Until, DateTime JudgeBy,
    DateTime? JudgedAt, EmergencyJudgement? Judgement, bool AddressAsked, bool AddressAllowed)
{
    public bool IsOverdue(DateTime now) => JudgedAt is null && now >= JudgeBy;
}

/// <summary>Entering a file in an emergency, and who is told of it. Source: permission model, "Break-glass": read and add only, no export or print, no walls,
/// no seals (the address only with a second person's yes), owner and guardian told at once, judged within one working day, three in 24 hours and it stops.</summary>
public static class Emergencies
{
    /// <summary>How long the teams of a file are reminded of an entry on their start page.</summary>
    public static readonly TimeSpan Told = TimeSpan.FromDays(7);

    private const int Most = 100;
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>The files that a member is in now by an emergency, and those whose address a second person has allowed.</summary>
    public static async Task<(IReadOnlyList<Id<CaseFile>> Files, IReadOnlyList<Id<CaseFile>> Addresses)> RunningAsync(PartnershipDb db, Id<Member> member, DateTime now, CancellationToken ct)
    {
        var running = await db.EmergencyUses.AsNoTracking().Where(u => u.Member == member && now < u.Until && u.At <= now).Select(u => new { u.File, u.AddressAllowedAt }).ToListAsync(ct);
        return ([.. running.Select(u => u.File).Distinct()], [.. running.Where(u => u.AddressAllowedAt != null).Select(u => u.File).Distinct()]);
    }

    /// <summary>Enters, unless a wall, a restriction or the other side stands between: then the file is not there, as for anybody who may not know it.</summary>
    /// <param name="all">Sees every file, so that it can be asked whether this one may be entered.</param>
    /// <returns>False when there is nothing that this member can enter.</returns>
    /// <exception cref="RuleBroken">The member has entered as often as one may in 24 hours.</exception>
    public static async Task<bool> EnterAsync(PartnershipDb db, PartnershipDb all, Act act, Id<CaseFile> file, EmergencyReason reason, string sentence, CancellationToken ct)
    {
        var (me, settings, since) = (act.Who.Member, await AccessSettings.ReadAsync(db, ct), act.At - Day);
        if (await db.EmergencyUses.CountAsync(u => u.Member == me && u.At > since, ct) >= settings.EmergenciesInADay)
            throw new RuleBroken("emergency-limit", $"You have entered {settings.EmergenciesInADay} files in an emergency within 24 hours. Ring the file's team or its manager; in danger to life ring 999.");
        if (!await MayEnterAsync(all, file, me, ct))
            return false;
        var use = EmergencyUse.Enter(act, db.Session.Keys, file, reason, sentence, act.At.AddMinutes(settings.EmergencyMinutes), WorkingHours.OfficeHours.AddHours(act.At, settings.JudgeHours));
        db.EmergencyUses.Add(use);
        db.Follows(use);
        return true;
    }

    private static async Task<bool> MayEnterAsync(PartnershipDb all, Id<CaseFile> file, Id<Member> me, CancellationToken ct) =>
        await all.CaseFiles.AnyAsync(f => f.Id == file, ct)
        && !await all.Walls.AnyAsync(w => w.File == file && w.Member == me && w.LiftedAt == null, ct)
        && (!await all.NamedMembers.AnyAsync(n => n.File == file && n.Until == null, ct) || await all.NamedMembers.AnyAsync(n => n.File == file && n.Member == me && n.Until == null, ct))
        && (await Sides.OnOtherSideAsync(all, file, [me], ct)).Count == 0;

    /// <summary>This member's own entry into this file that runs now.</summary>
    public static async Task<EmergencyUse?> MineAsync(PartnershipDb db, Id<CaseFile> file, CancellationToken ct)
    {
        var (me, now) = (db.Viewer.Member, db.Viewer.Now);
        return await db.EmergencyUses.Where(u => u.File == file && u.Member == me && u.At <= now && now < u.Until).OrderByDescending(u => u.At).FirstOrDefaultAsync(ct);
    }

    public static async Task AskForAddressAsync(PartnershipDb db, Act act, Id<CaseFile> file, CancellationToken ct) =>
        Follow(db, await MineAsync(db, file, ct)).AskForAddress(act);

    private static EmergencyUse Follow(PartnershipDb db, EmergencyUse? use)
    {
        db.Follows(use ?? throw new RuleBroken("emergency-over", "Your time in this file is over."));
        return use;
    }

    /// <summary>Entries into files whose circle the viewer's team is in: the owner is told, on the start page too.</summary>
    public static Task<List<EmergencyLine>> OfMyFilesAsync(PartnershipDb db, CancellationToken ct)
    {
        var (me, since, entered) = (db.Viewer.Member, db.Viewer.Now - Told, db.Viewer.Emergencies.ToArray());
        return LinesAsync(db, db.EmergencyUses.Where(u => u.At > since && u.Member != me && !entered.Contains(u.File) && db.CaseFiles.Any(f => f.Id == u.File)), ct);
    }

    /// <summary>Every entry, for the guardian who must judge it, those not judged yet first; never one behind a wall of the guardian's own.</summary>
    public static Task<List<EmergencyLine>> ForGuardianAsync(PartnershipDb db, CancellationToken ct) => LinesAsync(db, NotMine(db), ct);

    public static Task<int> CountToJudgeAsync(PartnershipDb db, CancellationToken ct) => NotMine(db).CountAsync(u => u.JudgedAt == null, ct);

    /// <summary>Those who wait for a second person's yes to the address.</summary>
    public static Task<List<EmergencyLine>> WaitingForYesAsync(PartnershipDb db, CancellationToken ct)
    {
        var now = db.Viewer.Now;
        return LinesAsync(db, NotMine(db).Where(u => u.AddressAskedAt != null && u.AddressAllowedAt == null && now < u.Until), ct);
    }

    /// <summary>One of those that this viewer may decide on; nothing when it is not there or behind a wall.</summary>
    public static Task<EmergencyUse?> FindAsync(PartnershipDb db, Id<EmergencyUse> id, CancellationToken ct) => NotMine(db).SingleOrDefaultAsync(u => u.Id == id, ct);

    public static void Allow(PartnershipDb db, Act act, EmergencyUse use)
    {
        use.AllowAddress(act);
        db.Follows(use);
    }

    public static void Judge(PartnershipDb db, Act act, EmergencyUse use, EmergencyJudgement judgement)
    {
        use.Judge(act, judgement);
        db.Follows(use);
    }

    private static IQueryable<EmergencyUse> NotMine(PartnershipDb db)
    {
        var me = db.Viewer.Member;
        return db.EmergencyUses.Where(u => u.Member != me && !db.Walls.Any(w => w.File == u.File && w.Member == me && w.LiftedAt == null));
    }

    private static async Task<List<EmergencyLine>> LinesAsync(PartnershipDb db, IQueryable<EmergencyUse> uses, CancellationToken ct)
    {
        var found = await uses.AsNoTracking().OrderBy(u => u.JudgedAt != null).ThenByDescending(u => u.At).Take(Most).ToListAsync(ct);
        var ids = found.Select(u => u.Member).Distinct().ToArray();
        var names = await db.Members.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        return [.. found.Select(u => new EmergencyLine(u.Id, u.File, names.GetValueOrDefault(u.Member, "A former member"), u.Reason, u.Reveal(db.Session.Keys), u.At, u.Until, u.JudgeBy,
            u.JudgedAt, u.Judgement, u.AddressAskedAt is not null, u.WhereaboutsAllowed))];
    }
}
