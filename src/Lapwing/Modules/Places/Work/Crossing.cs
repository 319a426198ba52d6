using System.Text.RegularExpressions;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Contact;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Places.Work;

/// <summary>
/// The one door between the two sides of a matter: from the case manager to the victim's linked worker and back, for one of the stated purposes. What would tell where
/// somebody is or how to reach them is refused: every address, number, e-mail and code phrase that any file of the matter holds, and whatever looks like one. It looks past the
/// circles to write into the other file and to compare; nothing of that file leaves it but yes or no.
/// </summary>
public sealed partial class Crossing(Partnerships partnerships, PartnershipDb db)
{
    /// <exception cref="RuleBroken">The viewer is not one of the two, nobody is on the other side, or the words hold what may not cross; the refusal is on record.</exception>
    public async Task SendAsync(Act act, Id<CaseFile> file, ExchangePurpose purpose, string words, Guid form, CancellationToken ct)
    {
        if (await db.SideExchanges.AnyAsync(e => e.Form == form && e.State == ExchangeState.Sent, ct))
            return;
        var from = await db.CaseFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == file, ct) ?? throw new RuleBroken("not-yours", "You may not change this.");
        var turn = await TurnOfAsync(db, from, ct) ?? throw new RuleBroken("exchange-who",
            "Only the case manager and the linked worker of a place tell each other something across the sides. Ask for them to be named.");
        await using var all = await partnerships.OpenAsync(db.Session.Address, NeedToKnow.Unrestricted(db.Viewer, UnrestrictedReason.Crossing), ct);
        await all.WriteReadAsync(new(all.Viewer, db.Viewer.Now, "exchange.check", "deciding what may cross the sides"), file, null, "crossing", ct);
        var to = await OtherFileAsync(all, from, turn, act.At, ct);
        var found = Looks(words).Concat(await ProtectedWords.FindAsync(all, file, null, words, ct)).Distinct().ToList();
        if (found.Count > 0)
        {
            db.Add(SideExchange.Refuse(act, file, purpose, string.Join(", ", found)));
            await db.SaveAsync(act, ct);
            throw new RuleBroken("exchange-protected", $"This holds {string.Join(" and ", found)}. Take it out: nothing that crosses the sides tells where anybody is or how to reach them.");
        }
        var keys = await all.KeysOfAsync([file, to], ct);
        if (!keys.ContainsKey(file) || !keys.ContainsKey(to))
            throw new RuleBroken("exchange-nobody", NobodyThere);
        all.Add(SideExchange.Sent(act, keys[file], form, purpose, words));
        all.Add(SideExchange.Received(act, keys[to], form, purpose, words));
        await all.SaveAsync(act with { Who = all.Viewer }, ct);
    }

    private const string NobodyThere = "There is no file on the other side in which the linked worker works. Ask the front door.";

    /// <summary>The place by which this viewer is one of the two, on the side of this file.</summary>
    public static Task<PlaceTurn?> TurnOfAsync(PartnershipDb db, CaseFile file, CancellationToken ct)
    {
        var (matter, me) = (file.Matter, db.Viewer.Member);
        var turns = db.PlaceTurns.AsNoTracking().Where(t => t.Matter == matter && t.LinkedWorker != null && (t.State == TurnState.Accepted || t.State == TurnState.Started || t.State == TurnState.Ended));
        return (file.Side.IsHarmSide() ? turns.Where(t => t.CaseManager == me) : turns.Where(t => t.LinkedWorker == me)).OrderByDescending(t => t.AskedAt).FirstOrDefaultAsync(ct);
    }

    private static async Task<Id<CaseFile>> OtherFileAsync(PartnershipDb all, CaseFile from, PlaceTurn turn, DateTime now, CancellationToken ct)
    {
        if (!from.Side.IsHarmSide())
            return await all.PlaceRequests.AsNoTracking().Where(r => r.Id == turn.Request).Select(r => r.CaseFile).SingleAsync(ct);
        var matter = from.Matter;
        var teams = await all.TeamMemberships.AsNoTracking().Where(m => m.Member == turn.LinkedWorker && m.From <= now && (m.Until == null || now < m.Until)).Select(m => m.Team).ToListAsync(ct);
        foreach (var file in await all.CaseFiles.AsNoTracking().Where(f => f.Matter == matter && f.Side == Side.Survivor).OrderByDescending(f => f.OpenedAt).Select(f => f.Id).ToListAsync(ct))
            if ((await Circles.OfAsync(all, file, ct)).Any(c => c.Depth >= Depth.Work && teams.Contains(c.Team)))
                return file;
        throw new RuleBroken("exchange-nobody", NobodyThere);
    }

    /// <summary>What looks like an address, a number or an e-mail, whoever's it is.</summary>
    public static IEnumerable<string> Looks(string words)
    {
        if (Postcode().IsMatch(words))
            yield return "an address";
        if (Number().IsMatch(words))
            yield return "a telephone number";
        if (Mail().IsMatch(words))
            yield return "an e-mail address";
    }

    [GeneratedRegex(@"\b[A-Z]{1,2}[0-9][A-Z0-9]?\s*[0-9][A-Z]{2}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"(?:\+|\b0)(?:[\s().-]*[0-9]){9,12}")]
    private static partial Regex Number();

    [GeneratedRegex(@"[^\s@]+@[^\s@]+\.[^\s@]+")]
    private static partial Regex Mail();
}
