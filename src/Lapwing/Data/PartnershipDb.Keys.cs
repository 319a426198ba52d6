using Lapwing.Access;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Data;

public abstract partial class PartnershipDb
{
    /// <summary>The keys of the files that this viewer may know, by file: the need-to-know filter is on the keys themselves.</summary>
    public async Task<IReadOnlyDictionary<Id<CaseFile>, FileKey>> KeysOfAsync(IEnumerable<Id<CaseFile>> files, CancellationToken ct = default)
    {
        var wanted = files.Distinct().ToArray();
        if (wanted.Length == 0)
            return new Dictionary<Id<CaseFile>, FileKey>();
        var stored = await StoredKeys.AsNoTracking().Where(key => wanted.Contains(key.CaseFile)).ToListAsync(ct);
        return stored.ToDictionary(key => key.CaseFile, key => FileKey.Open(Session.Keys, key));
    }

    /// <summary>The key of one file that this viewer may know.</summary>
    /// <exception cref="RuleBroken">The viewer may not know it, or its key was destroyed.</exception>
    public async Task<FileKey> KeyOfAsync(Id<CaseFile> file, CancellationToken ct = default) =>
        await StoredKeys.AsNoTracking().SingleOrDefaultAsync(key => key.CaseFile == file, ct) is { } stored
            ? FileKey.Open(Session.Keys, stored)
            : throw new RuleBroken("not-yours", "You may not open this.");
}
