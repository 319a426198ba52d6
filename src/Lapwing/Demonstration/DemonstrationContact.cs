using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Casework.Contact;
using Lapwing.Modules.People;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Demonstration;

/// <summary>What makes the Contact part of a file worth looking at: some of those supported now have separated or moved since, one number became unsafe, one contact should never have happened.
/// It has random numbers of its own and records no fact, so that no figure changes.</summary>
internal static class DemonstrationContact
{
    private const ulong Seed = 20261128;
    private const int Most = 24;

    public static async Task AddAsync(Partnerships partnerships, string address, DateTime now, CancellationToken ct)
    {
        var viewer = NeedToKnow.Unrestricted(Viewer.System("demonstration", now), UnrestrictedReason.Generation);
        await using var db = await partnerships.OpenAsync(address, viewer, ct);
        if (await db.SafetyChanges.AnyAsync(ct))
            return;
        var files = await db.SupportEpisodes.AsNoTracking().Where(e => e.Status == EpisodeStatus.Open).OrderByDescending(e => e.OfferedAt).ThenBy(e => e.Id)
            .Select(e => new { e.CaseFile, e.Person, e.Worker }).Take(Most * 3).ToListAsync(ct);
        var guard = new SendGuard(partnerships, db);
        var number = 0;
        foreach (var file in files.DistinctBy(f => f.CaseFile).Take(Most))
        {
            var seeded = new Seeded(Seed, (ulong)number);
            var key = await db.KeyOfAsync(file.CaseFile, ct);
            var act = new Act(viewer with { Member = file.Worker ?? viewer.Member }, now.AddDays(-1 - seeded.Below(6)), "contact.generate", "Making demonstration records");
            switch (number++ % 6)
            {
                case 0:
                    db.SafetyChanges.Add(SafetyChange.Record(act, file.CaseFile, file.Person, SafetyChangeKind.Separated, LondonTime.DateOf(act.At)));
                    break;
                case 1:
                    db.SafetyChanges.Add(SafetyChange.Record(act, file.CaseFile, file.Person, SafetyChangeKind.Moved, LondonTime.DateOf(act.At), CodeName(ref seeded)));
                    break;
                case 2:
                    foreach (var method in await db.ContactMethods.Where(m => m.CaseFile == file.CaseFile).ToListAsync(ct))
                        method.MarkUnsafe(act, key);
                    break;
                case 3 when number == 4:
                    guard.Report(act, key, ContactChannel.Voicemail, act.At.AddHours(-2), "A voicemail was left on a telephone that others use. Nothing was said but a first name.");
                    break;
                case 4:
                    foreach (var method in await db.ContactMethods.Where(m => m.CaseFile == file.CaseFile && m.IsSafe == true).ToListAsync(ct))
                        method.Confirm(act, key, method.SafetyOf(key) with { CodePhrase = "Is this about the library book?" });
                    break;
            }
        }
        await db.SaveAsync(new(viewer, now, "contact.generate", "Making demonstration records"), ct);
    }

    private static string CodeName(ref Seeded seeded) => seeded.Of(["Grey Wren", "Copper Plover", "White Teal", "Green Linnet"]);
}
