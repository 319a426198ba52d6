using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Modules.Risk.OverTime;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Assessing;

/// <summary>Whoever is being assessed, whether from a referral at triage or from the file later. The file's last referral takes the level, where there is one.</summary>
public sealed record AssessedPerson(CaseFile File, Person Person, FileKey Key, OpenReferral? Open, int? Age, bool IsUnder16)
{
    public string Name => Person.DisplayName(Key);

    /// <summary>To show or, with <paramref name="toChange"/>, to keep an assessment.</summary>
    public static async Task<AssessedPerson> ReadAsync(PartnershipDb db, Id<CaseFile> id, Id<Referral>? referral, bool toChange, CancellationToken ct)
    {
        referral ??= await db.Referrals.AsNoTracking().Where(r => r.CaseFile == id).OrderByDescending(r => r.ReceivedAt).Select(r => (Id<Referral>?)r.Id).FirstOrDefaultAsync(ct);
        var open = referral is not { } latest ? null : toChange ? await OpenReferral.TakeAsync(db, latest, ct) : await OpenReferral.ReadAsync(db, latest, ct);
        var file = await db.CaseFiles.AsNoTracking().SingleAsync(f => f.Id == id, ct);
        var key = open?.Key ?? await db.KeyOfAsync(id, ct);
        var person = open?.Person ?? await db.People.AsNoTracking().Where(p => p.CaseFile == id).OrderBy(p => p.Id).FirstOrDefaultAsync(ct)
            ?? throw new RuleBroken("no-person", "This file names nobody yet.");
        var age = Lapwing.Modules.Risk.FilePeople.AgeOf(person, key, LondonTime.DateOf(db.Viewer.Now));
        // A child whose age nobody knows counts as under 16 here, so that nobody is sent to MARAC by a gap.
        return new(file, person, key, open, age, open?.IsUnder16(db.Viewer.Now) ?? MaracGates.IsBelowMarac(age, file.Side == Side.Child));
    }

    /// <summary>The age for the rules of MARAC.</summary>
    public int? AgeForRules => Age ?? (IsUnder16 ? Lapwing.Modules.Risk.DomesticAbuseAct.MinimumAge - 1 : null);
}
