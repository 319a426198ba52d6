using Lapwing.Access;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Linkage;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Web;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Search;

/// <summary>What must be seen above a file whose person has another file: its warnings, to who may know it too; to everybody else that there is one, and whom to ask.
/// Behind a wall there is none.</summary>
public static class SamePersonAlerts
{
    private const int Most = 10;

    public static async Task<IReadOnlyList<FileAlert>> ReadAsync(Here here, FileKey key, CancellationToken ct)
    {
        var db = here.Db;
        var joined = await db.SamePersons.AsNoTracking().Where(s => s.CaseFile == key.File && s.Verdict == SameVerdict.Same && s.EndedAt == null).OrderBy(s => s.DecidedAt).Take(Most)
            .Select(s => new { s.OtherFile, s.Other }).ToListAsync(ct);
        if (joined.Count == 0)
            return [];
        var files = joined.Select(j => j.OtherFile).Distinct().ToArray();
        var seen = (await db.CaseFiles.AsNoTracking().Where(f => files.Contains(f.Id)).Select(f => f.Id).ToListAsync(ct)).ToHashSet();
        var alerts = new List<FileAlert>();
        foreach (var other in joined.Where(j => seen.Contains(j.OtherFile)))
        {
            var unsafeWays = await db.ContactMethods.AsNoTracking().Where(m => m.Person == other.Other && m.IsSafe == false).ToListAsync(ct);
            var theirs = await db.KeyOfAsync(other.OtherFile, ct);
            var referral = await db.Referrals.AsNoTracking().Where(r => r.CaseFile == other.OtherFile).OrderByDescending(r => r.ReceivedAt).FirstOrDefaultAsync(ct);
            string[] warnings =
            [
                .. referral is null ? [] : SafeContact.FromJson(theirs.Reveal(referral.SafeContact)).Explain().Where(IsWarning),
                .. unsafeWays.Select(way => $"Not safe: {theirs.Reveal(way.Value)}."),
            ];
            alerts.Add(new($"This person has another file{(referral is null ? "" : $", {referral.Reference}")}. It says: {(warnings.Length == 0 ? "nothing that forbids more." : string.Join(" ", warnings))}", SameModel.Url(here.Address, key.File)));
        }
        var elsewhere = files.Where(f => !seen.Contains(f)).ToList();
        if (elsewhere.Count > 0 && await Circles.AnyWithoutWallAsync(db, elsewhere, here.Viewer.Member, ct))
            alerts.Add(new($"This person is known to this partnership in another file too: ask {await KnownToUs.WhomToAskAsync(db, ct)} before you make contact."));
        return alerts;
    }

    private static bool IsWarning(string line) =>
        line.StartsWith("Do not", StringComparison.Ordinal) || line.StartsWith("It is not", StringComparison.Ordinal) || line.StartsWith("There is no", StringComparison.Ordinal)
        || line.StartsWith("Withhold", StringComparison.Ordinal) || line.Contains(" only at ", StringComparison.Ordinal);
}
