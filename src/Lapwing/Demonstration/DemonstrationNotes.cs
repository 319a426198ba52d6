using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Casework.Documents;
using Lapwing.Modules.Casework.Measuring;
using Lapwing.Modules.Casework.Notes;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Demonstration;

/// <summary>Made-up notes, plans, tasks and a document in the newest files that are being supported, so that a newcomer sees what casework looks like. It draws no chance: what it writes follows from the files, and no figure counts it.</summary>
internal static class DemonstrationNotes
{
    private const int Files = 12;

    private static readonly (NoteKind Kind, string Words)[] Notes =
    [
        (NoteKind.Contact, "Spoke in the safe hour that was agreed. The letters have stopped since the order was served. We went through the safety plan and changed the code word."),
        (NoteKind.Visit, "Met at the family hub. New locks are fitted. The children are in school again and the head teacher knows who may fetch them."),
        (NoteKind.CaseDiscussion, "Discussed with housing: a transfer has been asked for and is with the panel on the first Monday of next month."),
        (NoteKind.FromAnotherAgency, "The school reports that attendance is back to normal and that the youngest talks to the counsellor each week."),
    ];

    private static readonly string[] Tasks = ["Ask housing what the panel decided", "Go through the safety plan again", "Bring the form for the household fund", "Write the supporting letter for the court"];

    public static async Task AddAsync(Partnerships partnerships, TimeProvider time, string address, CancellationToken ct)
    {
        var now = Storage.Whole(LondonTime.UtcNow(time));
        var viewer = NeedToKnow.Unrestricted(Viewer.System("demonstration", now), UnrestrictedReason.Generation);
        await using var db = await partnerships.OpenAsync(address, viewer, ct);
        var episodes = await db.SupportEpisodes.AsNoTracking().Where(e => e.Status == EpisodeStatus.Open && e.Worker != null && e.OpenedAt < now.AddDays(-2))
            .OrderByDescending(e => e.OpenedAt).ThenBy(e => e.Id).Take(Files).ToListAsync(ct);
        var keys = await db.KeysOfAsync(episodes.Select(e => e.CaseFile), ct);
        foreach (var (episode, n) in episodes.DistinctBy(e => e.CaseFile).Select((episode, n) => (episode, n)))
        {
            var (key, worker) = (keys[episode.CaseFile], viewer with { Member = episode.Worker!.Value });
            var act = new Act(worker, Storage.Whole(episode.OpenedAt!.Value.AddDays(1)), "casework.generate", "Making demonstration records");
            foreach (var (kind, words) in Notes.Take(2 + n % 3))
                db.Add(Note.Sign(act, key, new() { Kind = kind, Words = words, Source = kind == NoteKind.FromAnotherAgency ? "The school's safeguarding lead" : null }, act.At.AddHours(-3 - (int)kind), null));
            var plan = Plan.Begin(act, episode.CaseFile, PlanKind.Safety, episode.Team);
            db.AddRange(plan, plan.Write(act, key, new Dictionary<string, string>
            {
                ["home"] = "The back door is never locked from inside. The phone and a bag are at a friend's.", ["emergency"] = "999, then 55. The neighbour calls too when the light blinks twice.",
                [PlanSection.Owner] = worker.Member.ToString(), [PlanSection.ReviewOn] = LondonTime.DateOf(now).AddDays(n % 4 * 7 - 7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            }));
            if (n % 2 == 0)
                plan.Submit(act);
            db.Add(CaseTask.Set(act, key, Tasks[n % Tasks.Length], worker.Member, LondonTime.DateOf(now).AddDays(n % 5 * 4 - 6), PlanKind.Safety));
            db.AddRange(episode.Grade(act, OutcomePoint.Start, new Dictionary<GridAbuse, SeverityLevel> { [GridAbuse.Physical] = (SeverityLevel)(n % 4), [GridAbuse.JealousAndControlling] = SeverityLevel.High }, []));
            if (n % 3 == 0)
            {
                var (document, parts) = await DocumentRecord.KeepAsync(act, db.Session.Keys, key, DocumentSeal.None, "Letter to the housing panel", "txt", new MemoryStream("A made-up letter."u8.ToArray()), ct);
                db.Add(document);
                db.AddRange(parts);
            }
        }
        await db.SaveAsync(new(viewer, now, "casework.generate", "Making demonstration records"), ct);
    }
}
