using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Working;

/// <summary>Whom each of some files is about, as far as this viewer may know: for lists of work.</summary>
internal static class FileNames
{
    public static async Task<IReadOnlyDictionary<Id<CaseFile>, string>> OfAsync(PartnershipDb db, IEnumerable<Id<CaseFile>> files, IReadOnlyDictionary<Id<CaseFile>, FileKey> keys, CancellationToken ct)
    {
        var wanted = files.Distinct().ToArray();
        if (wanted.Length == 0)
            return new Dictionary<Id<CaseFile>, string>();
        // The first person of a file is the one that it was opened for.
        var people = await db.People.AsNoTracking().Where(p => wanted.Contains(p.CaseFile)).OrderBy(p => p.Id).ToListAsync(ct);
        return people.GroupBy(p => p.CaseFile).Where(g => keys.ContainsKey(g.Key)).ToDictionary(g => g.Key, g => g.First().DisplayName(keys[g.Key]));
    }
}
