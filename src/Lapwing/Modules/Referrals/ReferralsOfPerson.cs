using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals;

/// <summary>The referrals of somebody who was edited: the figures follow what is known of them now, and a repeat is told by what they are called now.</summary>
public static class ReferralsOfPerson
{
    /// <summary>More files than one family has.</summary>
    private const int MostFiles = 60;

    /// <param name="before">How the person was known; null for somebody new.</param>
    public static async Task FollowAsync(PartnershipDb db, Act act, Person person, PersonDetails? before, CancellationToken ct)
    {
        var key = await db.KeyOfAsync(person.CaseFile, ct);
        var now = db.Session.Index.PersonKey(key.RevealIfAny(person.GivenName), key.RevealIfAny(person.FamilyName), person.Details(key).BornOn);
        foreach (var referral in await db.Referrals.Where(r => r.CaseFile == person.CaseFile && r.Subject == person.Id).ToListAsync(ct))
        {
            await RecogniseAsync(db, act, person, referral, now, ct);
            referral.Recode(act, person);
        }
        if (before is not null && db.Session.Index.PersonKey(before.GivenName, before.FamilyName, before.BornOn) is { } then && then != now)
            await RecogniseHarmerAsync(db, act, person, then, now, ct);
    }

    /// <summary>Every fact about the referral, its supports and assessments is told again about the person as they are recognised now.</summary>
    private static async Task RecogniseAsync(PartnershipDb db, Act act, Person person, Referral referral, long? now, CancellationToken ct)
    {
        if (referral.SubjectKey == now)
            return;
        var episodes = await db.SupportEpisodes.Where(e => e.Referral == referral.Id.Value).ToListAsync(ct);
        var assessments = await db.RiskAssessments.AsNoTracking().Where(a => a.CaseFile == person.CaseFile).Select(a => a.Id).ToListAsync(ct);
        Guid[] records = [referral.Id.Value, .. episodes.Select(e => e.Id.Value), .. assessments.Select(a => a.Value)];
        if (!referral.Recognise(act, person, now, await db.Facts.AsNoTracking().Where(f => records.Contains(f.Record)).ToListAsync(ct)))
            return;
        foreach (var episode in episodes)
            episode.Recognise(act, referral.PersonToken);
    }

    /// <summary>In the files of the matter that the viewer may know: a referral that names this person as who causes harm.</summary>
    private static async Task RecogniseHarmerAsync(PartnershipDb db, Act act, Person person, long then, long? now, CancellationToken ct)
    {
        var matter = await db.CaseFiles.Where(f => f.Id == person.CaseFile).Select(f => f.Matter).SingleAsync(ct);
        var files = await db.CaseFiles.Where(f => f.Matter == matter).OrderBy(f => f.Id).Select(f => f.Id).Take(MostFiles).ToArrayAsync(ct);
        foreach (var referral in await db.Referrals.Where(r => files.Contains(r.CaseFile) && r.HarmKey == then).ToListAsync(ct))
            referral.RecogniseHarmer(act, now);
    }
}
