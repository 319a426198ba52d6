using Lapwing.Access;
using Lapwing.Modules.People;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Contact;

/// <summary>What whoever opens a file must know before making contact.</summary>
internal static class ContactAlerts
{
    public static async Task<IReadOnlyList<FileAlert>> ReadAsync(Here here, FileKey key, CancellationToken ct)
    {
        var (db, file, alerts) = (here.Db, key.File, new List<FileAlert>());
        var url = Pages.ContactModel.Url(here.Address, file);
        foreach (var at in await db.UnsafeContacts.AsNoTracking().Where(u => u.CaseFile == file && u.DealtWithAt == null).OrderByDescending(u => u.At).Take(3).Select(u => u.At).ToListAsync(ct))
            alerts.Add(new($"Unsafe contact happened on {Spoken.Day(at)}. Somebody else may know. A manager has not yet said what was done.", url + "/log"));
        var change = await db.SafetyChanges.AsNoTracking().Where(c => c.CaseFile == file).OrderByDescending(c => c.At).FirstOrDefaultAsync(ct);
        if (change is not null && await db.ContactMethods.AnyAsync(m => m.CaseFile == file && m.EndedAt == null && m.IsSafe == true && m.ConfirmedAt < change.At, ct))
            alerts.Add(new($"There was {SafetyChange.Words(change.Kind)} on {Spoken.Day(change.At.AddTicks(-1))}. Confirm every number and address again before you use it.", url));
        return alerts;
    }
}
