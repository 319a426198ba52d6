using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Access;

/// <summary>One line of who did what, when and why. It holds codes and opaque numbers, never anything about the person.</summary>
public sealed record ReadLogLine(DateTime At, string Who, string ActingAs, string What, string Why, Guid? CaseFile, bool IsEmergency);

/// <summary>One page, newest first, and whether more follows.</summary>
public sealed record ReadLogPage(IReadOnlyList<ReadLogLine> Lines, int Number, bool HasMore);

/// <summary>Who has looked, when and why, from the audit trail: of one file for everybody in its circle, and of anything for the guardian.</summary>
public static class ReadLog
{
    public const int PageSize = 20;

    /// <summary>The decision under which somebody looked who had entered in an emergency.</summary>
    public const string InEmergency = "emergency";

    /// <summary>The act of entering.</summary>
    public const string EnterInEmergency = "emergency.enter";

    /// <summary>Nobody pages further by hand.</summary>
    public const int MostPages = 500;

    /// <summary>What was done to one file. Whoever may not know the file gets nothing.</summary>
    public static async Task<ReadLogPage> OfFileAsync(PartnershipDb db, Id<CaseFile> file, int number, CancellationToken ct = default) =>
        await db.CaseFiles.AnyAsync(f => f.Id == file, ct) ? await PageAsync(db, db.AuditEntries.Where(e => e.CaseFile == file.Value), number, ct) : new([], 1, false);

    /// <summary>What one member did, or what was done to one file, or both. The guardian sees who and when, and opens no file by it.</summary>
    /// <exception cref="RuleBroken">Only the guardian reads the trail.</exception>
    public static async Task<ReadLogPage> ForGuardianAsync(PartnershipDb db, Id<Member>? member, Guid? file, int number, CancellationToken ct = default)
    {
        if (!db.Viewer.May(Permission.ReadAudit))
            throw new RuleBroken("guardian-only", "Only the guardian of this partnership reads the audit trail.");
        if (member is null && file is null)
            throw new ArgumentException("The trail is looked up by member or by file.");
        var entries = db.AuditEntries.AsQueryable();
        if (file is not null)
            entries = entries.Where(e => e.CaseFile == file);
        if (member is { } who)
            entries = entries.Where(e => e.Actor == who.Value);
        // A wall beats the guardian's reading too: behind it the file is not even a number in the trail.
        var me = db.Viewer.Member;
        var walled = await db.Walls.Where(w => w.Member == me && w.LiftedAt == null).Select(w => w.File.Value).ToListAsync(ct);
        if (walled.Count > 0)
            entries = entries.Where(e => e.CaseFile == null || !walled.Contains(e.CaseFile.Value));
        return await PageAsync(db, entries, number, ct);
    }

    /// <summary>The files that this viewer opened or changed since then, newest first: what they may still have in mind, or on their clipboard.</summary>
    public static async Task<IReadOnlyList<Id<CaseFile>>> FilesOpenedAsync(PartnershipDb db, DateTime since, int most, CancellationToken ct = default)
    {
        var me = db.Viewer.Member.Value;
        var files = await db.AuditEntries.AsNoTracking().Where(e => e.Actor == me && e.At >= since && e.CaseFile != null)
            .GroupBy(e => e.CaseFile).Select(g => new { File = g.Key, Last = g.Max(e => e.At) }).OrderByDescending(g => g.Last).Take(most).ToListAsync(ct);
        return [.. files.Select(f => new Id<CaseFile>(f.File!.Value))];
    }

    /// <summary>When the trail was last signed for a witness, and how many entries that covers; null before the first time.</summary>
    public static async Task<(DateTime At, long Entries)?> LastCheckpointAsync(PartnershipDb db, CancellationToken ct = default)
    {
        var last = await db.Checkpoints.AsNoTracking().OrderByDescending(c => c.Counter).FirstOrDefaultAsync(ct);
        return last is not null && Checkpoint.Parse(last.Text) is { } checkpoint ? (checkpoint.At, checkpoint.Entries) : null;
    }

    private static async Task<ReadLogPage> PageAsync(PartnershipDb db, IQueryable<AuditEntry> entries, int number, CancellationToken ct)
    {
        number = Math.Clamp(number, 1, MostPages);
        var page = await entries.AsNoTracking().OrderByDescending(e => e.At).ThenByDescending(e => e.Lane).ThenByDescending(e => e.Seq)
            .Skip((number - 1) * PageSize).Take(PageSize + 1)
            .Select(e => new { e.At, e.Actor, e.ActingAs, e.Action, e.Purpose, e.CaseFile, e.Decision }).ToListAsync(ct);
        var actors = page.Select(e => new Id<Member>(e.Actor)).Distinct().ToArray();
        var names = await db.Members.AsNoTracking().Where(m => actors.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        return new([.. page.Take(PageSize).Select(e => new ReadLogLine(e.At, names.GetValueOrDefault(new(e.Actor), "The system"), e.ActingAs,
            What(e.Action), Why(e.Purpose), e.CaseFile, e.Decision == InEmergency || e.Action == EnterInEmergency))], number, page.Count > PageSize && number < MostPages);
    }

    /// <summary>A code such as <c>referral.accept</c> as words.</summary>
    internal static string What(string action) => action switch
    {
        "read" => "Looked",
        "list" => "Saw a list",
        "whereabouts.read" => "Opened the address",
        EnterInEmergency => "Entered in an emergency",
        _ => Sentence(action.Replace('.', ' ').Replace('-', ' ')),
    };

    /// <summary>A read's purpose is the page that was opened, as its route: said in words.</summary>
    internal static string Why(string purpose)
    {
        if (!purpose.StartsWith("{partnership}/", StringComparison.Ordinal))
            return Sentence(purpose);
        var parts = purpose.Split('/').Skip(1).Where(part => !part.StartsWith('{')).ToList();
        return parts.Count == 0 ? "Start page" : Sentence(string.Join(", ", parts).Replace('-', ' '));
    }

    private static string Sentence(string words) => words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];
}
