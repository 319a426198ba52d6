using System.Runtime.CompilerServices;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Plans;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Notes;

/// <summary>What stands in a file in somebody's own words: notes, one's own drafts, plans, tasks, contacts and incidents.</summary>
public static class TextsOfCasework
{
    /// <summary>More of each kind than anybody reads in a day.</summary>
    private const int Most = 200, MostPlans = 10;

    public static async IAsyncEnumerable<string> OfAsync(PartnershipDb db, Id<CaseFile> file, FileKey key, [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var me = db.Viewer.Member;
        foreach (var words in await db.Notes.AsNoTracking().Where(n => n.CaseFile == file).OrderByDescending(n => n.SignedAt).Take(Most).Select(n => n.Words).ToListAsync(ct))
            yield return key.Reveal(words);
        foreach (var draft in await db.NoteDrafts.AsNoTracking().Where(d => d.CaseFile == file && d.By == me && d.SignedAs == null).Take(Most).ToListAsync(ct))
            yield return draft.Open(key).Words ?? "";
        foreach (var plan in await db.PlanEditions.AsNoTracking().Where(e => e.CaseFile == file).OrderByDescending(e => e.At).Take(MostPlans).ToListAsync(ct))
            foreach (var section in plan.Open(key).Values)
                yield return section;
        foreach (var task in await db.CaseTasks.AsNoTracking().Where(t => t.CaseFile == file).OrderByDescending(t => t.Id).Take(Most).Select(t => new { t.Title, t.Result }).ToListAsync(ct))
        {
            yield return key.Reveal(task.Title);
            yield return key.RevealIfAny(task.Result) ?? "";
        }
        foreach (var note in await db.ContactEntries.AsNoTracking().Where(c => c.CaseFile == file && c.Note != null).OrderByDescending(c => c.At).Take(Most).Select(c => c.Note).ToListAsync(ct))
            yield return key.RevealIfAny(note) ?? "";
        foreach (var account in await db.Incidents.AsNoTracking().Where(i => i.CaseFile == file && i.Account != null).OrderByDescending(i => i.On).Take(Most).Select(i => i.Account).ToListAsync(ct))
            yield return key.RevealIfAny(account) ?? "";
    }
}
