using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Web;

/// <summary>Forgets the numbers of forms that were acted on so long ago that nobody sends them again: a tab that stayed open, a browser that came back. What the forms made stays.</summary>
public sealed class ForgetSentForms(Partnerships partnerships, TimeProvider time) : IJob
{
    private const int AtOnce = 1_000;

    public async Task<string> RunAsync(string partnership, Guid about, Func<int, string, Task> report, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(report);
        await using var db = await partnerships.OpenAsSystemAsync(partnership, "forgetting sent forms", ct);
        var now = Storage.Whole(time.GetUtcNow().UtcDateTime);
        var until = now.AddDays(-(await AccessSettings.ReadAsync(db, ct)).FormDays);
        var forgotten = 0;
        while (await db.DoneOnce.Where(d => d.At < until).OrderBy(d => d.At).Take(AtOnce).ToListAsync(ct) is { Count: > 0 } old)
        {
            db.DoneOnce.RemoveRange(old);
            await db.SaveAsync(new Act(db.Viewer, now, "forms.forget", "Forgetting the numbers of old forms"), ct);
            db.ChangeTracker.Clear();
            await report(50, $"{forgotten += old.Count} forgotten so far.");
        }
        return $"{forgotten} numbers of old forms are forgotten.";
    }
}
