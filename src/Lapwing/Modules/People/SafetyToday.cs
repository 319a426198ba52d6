using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.People;

/// <summary>The safe contact that stands above every page of a file. What was said at referral stands as long as nothing was changed since;
/// then each number and address speaks for itself, because "you may ring" above a number that is unsafe today would be the worst that this page can say.</summary>
public static class SafetyToday
{
    public const string Changed = "What was said at referral has changed since. Use only what is said here of each number and address.";

    public static async Task<IReadOnlyList<string>> ExplainAsync(PartnershipDb db, FileKey key, SafeContact stated, DateTime statedAt, CancellationToken ct)
    {
        var methods = await db.ContactMethods.AsNoTracking().Where(m => m.CaseFile == key.File && m.EndedAt == null).OrderBy(m => m.Id).ToListAsync(ct);
        var change = await db.SafetyChanges.AsNoTracking().Where(c => c.CaseFile == key.File).OrderByDescending(c => c.At).FirstOrDefaultAsync(ct);
        return Explain(stated, statedAt, key, methods, change);
    }

    public static IReadOnlyList<string> Explain(SafeContact stated, DateTime statedAt, FileKey key, IReadOnlyList<ContactMethod> methods, SafetyChange? change)
    {
        var isDoubtful = change is not null && change.At > statedAt;
        if (!isDoubtful && methods.All(m => m.IsSafe is not null && m.ConfirmedAt <= statedAt))
            return stated.Explain();
        return [Changed, .. methods.Select(Line), .. stated.Explain().Where(line => line.StartsWith("It is not safe to talk to", StringComparison.Ordinal))];

        string Line(ContactMethod method) => $"{method.Kind.Title()} {method.Hint(key)}: " + (
            method.IsSafe is null ? "nobody asked whether it is safe. Do not use it."
            : change is not null && method.ConfirmedAt < change.At ? $"not confirmed since {SafetyChange.Words(change.Kind)}. Do not use it until it is."
            : method.IsSafe == false ? "not safe. Do not use it."
            : string.Join(" ", method.SafetyOf(key).Explain(method.Kind)));
    }
}
