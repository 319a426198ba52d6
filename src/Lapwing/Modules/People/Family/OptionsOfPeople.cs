using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.People.Family;

/// <summary>The people of one file as the answers of a form.</summary>
public static class OptionsOfPeople
{
    public static async Task<IReadOnlyList<Option>> ReadAsync(PartnershipDb db, FileKey key, CancellationToken ct) =>
        [.. (await db.People.AsNoTracking().Where(p => p.CaseFile == key.File).OrderBy(p => p.Id).Take(FamilyOfFile.Most).ToListAsync(ct))
            .OrderBy(p => p.Role == RoleInFile.Subject ? 0 : 1).Select(p => new Option(p.Id.ToString(), p.DisplayName(key), p.Role.Title(p.RoleStatus)))];
}
