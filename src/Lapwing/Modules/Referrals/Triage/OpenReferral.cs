using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Triage;

/// <summary>A referral that this viewer may know, with its person and the key that reveals both.</summary>
public sealed record OpenReferral(Referral Referral, Person Person, FileKey Key, string? ClaimedBy)
{
    public string Name => Person.DisplayName(Key);

    public SafeContact SafeContact => SafeContact.FromJson(Key.Reveal(Referral.SafeContact));

    /// <summary>How to make contact safely as it stands today: what was said at referral, or of each number and address where that has changed since.</summary>
    public IReadOnlyList<string> SafeLines { get; private init; } = [];

    public DateOnly? Born => DateOnly.TryParseExact(Key.RevealIfAny(Person.BornOn), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) ? born : null;

    public bool IsOpen => Referral.Status is ReferralStatus.Waiting or ReferralStatus.InTriage or ReferralStatus.Offered;

    public int? AgeOn(DateOnly day) => Born is { } born && born <= day ? Age.On(born, day) : Person.Age;

    /// <summary>Under 16, or a child whose age nobody knows: children's safeguarding first, and never MARAC.</summary>
    public bool IsUnder16(DateTime now) => AgeOn(LondonTime.DateOf(now)) is { } age
        ? age < DomesticAbuseAct.MinimumAge
        : Referral.Who == Directory.WhoIsReferred.Child;

    /// <summary>To show: nothing is tracked.</summary>
    public static Task<OpenReferral> ReadAsync(PartnershipDb db, Id<Referral> id, CancellationToken ct) => ReadAsync(db, db.Referrals.AsNoTracking(), id, ct);

    /// <summary>To change by one of its verbs.</summary>
    public static Task<OpenReferral> TakeAsync(PartnershipDb db, Id<Referral> id, CancellationToken ct) => ReadAsync(db, db.Referrals, id, ct);

    private static async Task<OpenReferral> ReadAsync(PartnershipDb db, IQueryable<Referral> referrals, Id<Referral> id, CancellationToken ct)
    {
        var referral = await referrals.SingleAsync(r => r.Id == id, ct);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == referral.Subject, ct);
        var claimer = referral.ClaimedBy is { } member ? await db.Members.AsNoTracking().Where(m => m.Id == member).Select(m => m.Name).SingleOrDefaultAsync(ct) : null;
        var open = new OpenReferral(referral, person, await db.KeyOfAsync(referral.CaseFile, ct), claimer);
        return open with { SafeLines = await SafetyToday.ExplainAsync(db, open.Key, open.SafeContact, referral.ReceivedAt, ct) };
    }

    /// <summary>Two people triage at once: the second is told, sees what the first did, and loses nothing that was typed.</summary>
    /// <exception cref="RuleBroken">The referral is not as it was when the form was shown.</exception>
    public void MustBeAsSeen(int version)
    {
        if (Referral.Version != version)
            throw new RuleBroken(PartnershipDb.ChangedMeanwhile,
                "Somebody else changed this referral while you were working on it. Look at what they did, shown on this page. What you typed is still here.");
    }
}
