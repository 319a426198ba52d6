using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Data.Bulk;
using Lapwing.Modules.Referrals.Intake;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Import;

/// <summary>Makes good rows into the records of referrals, through the front desk, for one transaction.</summary>
internal sealed class BatchMaker(PartnershipDb db, FrontDesk desk, TimeProvider time)
{
    /// <summary>Who was referred when, of the batches that are not stored yet; older ones are asked of the database.</summary>
    private readonly Dictionary<(long Subject, long Harm), List<DateTime>> recent = [];
    private readonly HashSet<string> drawn = new(StringComparer.Ordinal);

    public async Task<BulkBatch> MakeAsync(ImportRun run, DataKey key, Sorted sorted, CancellationToken ct)
    {
        var now = Storage.Whole(time.GetUtcNow().UtcDateTime);
        var answers = sorted.Good.Select(row => row.Draft.ToAnswers()).ToArray();
        var references = await DrawAsync(sorted.Good.Count, ct);
        var repeats = await RepeatsAsync(sorted, answers, ct);
        var batch = db.NewBatch();
        var made = new ReadyRow[answers.Length][];
        // Sealing and hashing is most of the work, and rows do not depend on each other.
        Parallel.For(0, answers.Length, new ParallelOptions { CancellationToken = ct }, n =>
        {
            var act = new Act(db.Viewer, now, "referral.import", "Importing what an agency already has");
            var entities = Receive(act, sorted.Good[n].Draft, answers[n], references[n], repeats[n]);
            made[n] = [.. entities.Concat(act.Facts).Append(ImportedLine.Of(run.Source, sorted.Good[n].Line, sorted.Good[n].Content)).Select(batch.Ready)];
        });
        foreach (var row in made.SelectMany(rows => rows))
            batch.Add(row);
        foreach (var rejection in sorted.Rejections)
            batch.Add(ImportReject.Of(run, key, rejection));
        return batch.Sort();
    }

    private IReadOnlyList<object> Receive(Act act, ImportDraft draft, IntakeAnswers answers, Reference reference, bool isRepeat)
    {
        var received = desk.Receive(act, answers, new Sender(draft.Source), reference, isRepeat, draft.ReceivedAt);
        if (draft.Declined is { } reason)
        {
            var at = draft.DecidedAt is { } decided && decided > draft.ReceivedAt ? decided : draft.ReceivedAt!.Value;
            // A copy of an act records its facts with the original.
            received.Referral.Decline(act with { At = at }, reason, desk.Clocks.MinutesSince(draft.ReceivedAt!.Value, at));
        }
        return received.Entities;
    }

    /// <summary>References that nobody has: twenty million exist, so in a large partnership a random one is often taken.</summary>
    private async Task<Reference[]> DrawAsync(int count, CancellationToken ct)
    {
        var free = new List<Reference>(count);
        while (free.Count < count)
        {
            var candidates = new Dictionary<string, Reference>(StringComparer.Ordinal);
            while (candidates.Count < count - free.Count)
            {
                var reference = Reference.New();
                if (!drawn.Contains(reference.ToString()))
                    candidates.TryAdd(reference.ToString(), reference);
            }
            string[] names = [.. candidates.Keys];
            foreach (var taken in await db.Referrals.AsNoTracking().Where(r => names.Contains(r.Reference)).Select(r => r.Reference).ToListAsync(ct))
                candidates.Remove(taken);
            drawn.UnionWith(candidates.Keys);
            free.AddRange(candidates.Values);
        }
        return [.. free];
    }

    /// <summary>What the rule of repeats says about each row, the rows before it in the file included.</summary>
    private async Task<bool[]> RepeatsAsync(Sorted sorted, IntakeAnswers[] answers, CancellationToken ct)
    {
        var people = answers.Select(desk.PeopleOf).ToArray();
        var subjects = people.Where(p => p is { Subject: not null, Harm: not null }).Select(p => p.Subject!.Value).Distinct().ToArray();
        if (subjects.Length > 0)
        {
            var stored = await db.Referrals.AsNoTracking().Where(r => r.SubjectKey != null && subjects.Contains(r.SubjectKey.Value) && r.HarmKey != null)
                .Select(r => new { r.SubjectKey, r.HarmKey, r.ReceivedAt }).ToListAsync(ct);
            foreach (var known in stored)
                Remember(known.SubjectKey!.Value, known.HarmKey!.Value, known.ReceivedAt);
        }
        var repeats = new bool[answers.Length];
        for (var n = 0; n < answers.Length; n++)
        {
            if (people[n] is not { Subject: { } subject, Harm: { } harm })
                continue;
            var at = sorted.Good[n].Draft.ReceivedAt!.Value;
            repeats[n] = recent.TryGetValue((subject, harm), out var earlier) && earlier.Exists(e => RepeatRule.Holds(e, at, desk.Settings.RepeatMonths));
            Remember(subject, harm, at);
        }
        return repeats;
    }

    private void Remember(long subject, long harm, DateTime at)
    {
        if (!recent.TryGetValue((subject, harm), out var list))
            recent[(subject, harm)] = list = [];
        if (!list.Contains(at))
            list.Add(at);
    }
}
