using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.Casework;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation;

/// <summary>Whom a file is about, as accommodation counts them.</summary>
/// <param name="Household">The number under which the figures know the person, the same as that of their support.</param>
public sealed record HouseholdOfFile(Person Person, Guid Household, FactCodes Codes)
{
    /// <exception cref="RuleBroken">The file is of a person who causes harm: safe accommodation is for those who are harmed.</exception>
    public static async Task<HouseholdOfFile> ReadAsync(PartnershipDb db, Id<CaseFile> file, CancellationToken ct)
    {
        if (await db.CaseFiles.AsNoTracking().Where(f => f.Id == file).Select(f => f.Side).SingleAsync(ct) is Side.PersonCausingHarm)
            throw new RuleBroken("harm-side", "Safe accommodation is for people who are harmed. This file is about somebody who is said to cause harm.");
        var person = await db.People.AsNoTracking().Where(p => p.CaseFile == file && p.Role == RoleInFile.Subject).OrderBy(p => p.Id).FirstOrDefaultAsync(ct)
            ?? throw new RuleBroken("nobody", "This file names nobody yet. Add whom it is about first.");
        var support = await db.SupportEpisodes.AsNoTracking().Where(e => e.CaseFile == file).OrderByDescending(e => e.OfferedAt).Select(e => new { e.PersonToken, e.FactCodes }).FirstOrDefaultAsync(ct);
        var counted = new FactCodes(support?.FactCodes ?? 0);
        return new(person, support?.PersonToken ?? person.Id.Value, new()
        {
            Who = counted.Who, Risk = counted.Risk, Area = counted.Area, AgeBand = (int)AgeBands.Of(person.Age), Gender = Demographics.Gender.NumberOf(person.Gender),
            Ethnicity = Demographics.Ethnicity.NumberOf(person.Ethnicity), Disability = Demographics.Disability.NumberOf(person.Disability),
            Orientation = Demographics.SexualOrientation.NumberOf(person.SexualOrientation),
        });
    }
}
