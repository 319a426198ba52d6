using Lapwing.Data;
using Lapwing.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Access;

/// <summary>Every night: each member, and whom they know, is compared once more with everybody in every file. The save that brings somebody raises the walls already; this finds
/// what no save could see, such as files that came into one matter, a rule that changed with a new version, or a database that was put back from a copy.
/// Run again it changes nothing. It reveals no name, and what a guardian has lifted stays lifted.
/// Source: threat case 1, "staff directory matched to every person at entry and nightly".</summary>
public sealed class CheckConflicts(Partnerships partnerships, TimeProvider time) : IJob
{
    private const int ReportEvery = 20;

    public async Task<string> RunAsync(string partnership, Guid about, Func<int, string, Task> report, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(report);
        var now = Storage.Whole(time.GetUtcNow().UtcDateTime);
        var act = new Act(NeedToKnow.Unrestricted(Viewer.System("checking conflicts", now), UnrestrictedReason.ConflictCheck), now, "conflicts.check", "the nightly look at who may be in a file");
        List<Id<Member>> members;
        await using (var db = await partnerships.OpenAsync(partnership, act.Who, ct))
            members = await db.Members.AsNoTracking().OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(ct);
        var raised = 0;
        for (var i = 0; i < members.Count; i++)
        {
            if (i % ReportEvery == 0)
                await report(90 * i / members.Count, $"{i} of {members.Count} members compared.");
            raised += await CompareAsync(partnership, act, members[i], ct);
        }
        raised += await AroundMattersAsync(partnership, act, ct);
        return raised == 0 ? $"Every wall stands: {members.Count} members compared." : $"{raised} walls were missing and stand now.";
    }

    /// <summary>Most nights there is nothing to do, and nothing is written. Where there is, it is compared again inside the save, while nobody else comes in.</summary>
    private async Task<int> CompareAsync(string partnership, Act act, Id<Member> member, CancellationToken ct)
    {
        await using var db = await partnerships.OpenAsync(partnership, act.Who, ct);
        if (await new ConflictCheck(db, db, act).StandsAsync(member, ct))
            return 0;
        db.CompareAgain(member);
        await db.SaveAsync(act, ct);
        return db.Walls.Local.Count;
    }

    /// <summary>A wall around one file of a matter stands around all: both parties of a family, and whoever came into the matter later.</summary>
    private async Task<int> AroundMattersAsync(string partnership, Act act, CancellationToken ct)
    {
        await using var db = await partnerships.OpenAsync(partnership, act.Who, ct);
        var missing = await db.Walls.AsNoTracking().Where(w => w.LiftedAt == null).Join(db.CaseFiles, w => w.File, f => f.Id, (w, f) => new { w.Member, w.Reason, w.IsSuspected, f.Matter })
            .Join(db.CaseFiles, w => w.Matter, f => f.Matter, (w, f) => new { File = f.Id, w.Member, w.Reason, w.IsSuspected })
            .Where(w => !db.Walls.Any(there => there.File == w.File && there.Member == w.Member)).ToListAsync(ct);
        foreach (var wall in missing.GroupBy(w => (w.File, w.Member)).Select(same => same.MinBy(w => w.IsSuspected)!))
            db.Walls.Add(wall.IsSuspected ? Wall.Suspect(act, wall.File, wall.Member, wall.Reason) : Wall.Raise(act, wall.File, wall.Member, wall.Reason));
        if (missing.Count > 0)
            await db.SaveAsync(act, ct);
        return db.Walls.Local.Count;
    }
}
