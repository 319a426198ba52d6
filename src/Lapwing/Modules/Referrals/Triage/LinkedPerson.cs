using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Triage;

/// <summary>Somebody on another side of the same matter.</summary>
public sealed record LinkedPerson(Side Side, string Name, DateOnly? Born, int? Age)
{
    /// <summary>More than anybody names on a form.</summary>
    private const int Most = 40;

    /// <summary>The others of this file's matter. Sides are separate files: what the filter does not show is not here.</summary>
    public static async Task<IReadOnlyList<LinkedPerson>> ReadAsync(PartnershipDb db, Id<CaseFile> file, CancellationToken ct)
    {
        var matter = await db.CaseFiles.Where(f => f.Id == file).Select(f => f.Matter).SingleAsync(ct);
        var sides = await db.CaseFiles.AsNoTracking().Where(f => f.Matter == matter && f.Id != file).Take(Most).ToDictionaryAsync(f => f.Id, f => f.Side, ct);
        var ids = sides.Keys.ToArray();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.CaseFile) && p.Role == RoleInFile.Subject).Take(Most).ToListAsync(ct);
        var keys = await db.KeysOfAsync(ids, ct);
        return [.. people.Where(p => keys.ContainsKey(p.CaseFile)).Select(p => new LinkedPerson(sides[p.CaseFile], p.DisplayName(keys[p.CaseFile]),
            DateOnly.TryParseExact(keys[p.CaseFile].RevealIfAny(p.BornOn), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) ? born : null, p.Age))
            .OrderBy(p => p.Side).ThenBy(p => p.Name, StringComparer.Ordinal)];
    }
}
