using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Contact;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;
using Lapwing.Modules.Risk.OverTime;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Handovers;

/// <summary>What the worker decided about a handover.</summary>
internal sealed record PackingChoice(HandoverPurpose Purpose, ConsentBasis Basis, string? BasisNote, DateTime Until, HandoverPart Parts, string? Reasons);

/// <summary>A package with what the sender's own records need beside it.</summary>
internal sealed record Packed(HandoverPackage Package, FileKey Key, Id<Person> Subject, Guid PersonToken);

/// <summary>Packs a handover out of a file that the viewer may know. Only what is named here is ever read for it; a sealed part or an address is not even asked for.</summary>
internal static class Packing
{
    public static async Task<Packed> PackAsync(PartnershipDb db, string sender, Id<CaseFile> file, PackingChoice choice, CancellationToken ct)
    {
        var state = await RiskState.ReadAsync(db, file, ct);
        var (people, key) = (state.People, state.People.Key);
        var referral = await db.Referrals.AsNoTracking().Where(r => r.CaseFile == file).OrderByDescending(r => r.ReceivedAt).FirstOrDefaultAsync(ct);
        var methods = await db.ContactMethods.AsNoTracking().Where(m => m.CaseFile == file && m.Person == people.Subject.Id && m.EndedAt == null).OrderBy(m => m.Id).ToListAsync(ct);
        var change = await db.SafetyChanges.AsNoTracking().Where(c => c.CaseFile == file).OrderByDescending(c => c.At).FirstOrDefaultAsync(ct);
        var stated = referral is null ? SafeContact.ThroughReferrer() : SafeContact.FromJson(key.Reveal(referral.SafeContact));
        var reach = SafeReach.Of(stated, referral?.ReceivedAt, key, methods, change);
        var me = db.Viewer;
        var team = await db.Teams.AsNoTracking().Where(t => me.Teams.Contains(t.Id)).OrderBy(t => t.Name).Select(t => new { t.Name, t.Telephone }).FirstOrDefaultAsync(ct);
        var package = new HandoverPackage
        {
            Id = Guid.Empty, Sender = sender, SenderTeam = team?.Name ?? "", SenderTelephone = team?.Telephone ?? "", SenderWorker = me.Name, Purpose = choice.Purpose, Basis = choice.Basis,
            BasisNote = Typed(choice.BasisNote), Until = choice.Until, Who = referral?.Who ?? WhoOf(people.File.Side), SafeContact = reach.Safe.ToJson(),
            Area = referral is { Area: > 0 } ? await db.Areas.Where(a => a.Number == referral.Area).Select(a => a.GssCode).FirstOrDefaultAsync(ct) : null,
            Telephone = choice.Parts.HasFlag(HandoverPart.Numbers) ? reach.Telephone : null, Email = choice.Parts.HasFlag(HandoverPart.Numbers) ? reach.Email : null,
            Subject = choice.Parts.HasFlag(HandoverPart.Subject) ? SubjectOf(people.Subject, key) : null,
            Risk = choice.Parts.HasFlag(HandoverPart.Risk) ? RiskOf(state, referral) : null, Reasons = Typed(choice.Reasons),
        };
        return new(package, key, people.Subject.Id, referral?.PersonToken ?? people.Subject.Id.Value);
    }

    /// <summary>Whether the words that were typed hold an address, a number or a code phrase of anybody in the matter: they may be known to the worker and still must not leave.</summary>
    public static async Task<IReadOnlyList<string>> FindProtectedAsync(PartnershipDb db, Partnerships partnerships, Id<CaseFile> file, string text, CancellationToken ct)
    {
        await using var all = await partnerships.OpenAsync(db.Session.Address, NeedToKnow.Unrestricted(db.Viewer, UnrestrictedReason.SendGuard), ct);
        return await ProtectedWords.FindAsync(all, file, null, text, ct);
    }

    private static PackedSubject SubjectOf(Person person, FileKey key) => new(key.RevealIfAny(person.GivenName), key.RevealIfAny(person.FamilyName),
        DateOnly.TryParseExact(key.RevealIfAny(person.BornOn), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) ? born : null, person.Age, person.Gender);

    private static PackedRisk RiskOf(RiskState state, Referral? referral) => state.Latest is { } latest
        ? new(state.Level, latest.Score, LondonTime.DateOf(latest.At), [.. RiskFlagCodes.Read(latest.Flags).Distinct()])
        : new(referral?.Risk ?? default, null, null, []);

    private static WhoIsReferred WhoOf(Side side) => side switch
    {
        Side.Child => WhoIsReferred.Child,
        Side.PersonCausingHarm => WhoIsReferred.PersonCausingHarm,
        _ => WhoIsReferred.AdultVictim,
    };

    private static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");
}
