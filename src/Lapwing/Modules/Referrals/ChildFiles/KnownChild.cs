using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Web;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.ChildFiles;

/// <summary>Whether a child of the family has a file of their own already. Of a file that the viewer may not know, only that the front door must be asked leaves this class
/// (what a duplicate check may say); behind a wall it does not count.</summary>
public sealed class KnownChild(Here here, PartnershipDb db, Partnerships partnerships)
{
    /// <summary>The child's own file, where the viewer may open it.</summary>
    public async Task<Id<CaseFile>?> MineAsync(Id<CaseFile> file, PersonDetails child, CancellationToken ct) =>
        (await FilesAsync(db, await MatterAsync(file, ct), file, child, ct)).Select(f => (Id<CaseFile>?)f).FirstOrDefault();

    public async Task<bool> IsElsewhereAsync(Id<CaseFile> file, PersonDetails child, CancellationToken ct)
    {
        var matter = await MatterAsync(file, ct);
        var mine = await FilesAsync(db, matter, file, child, ct);
        var unrestricted = NeedToKnow.Unrestricted(here.Viewer, UnrestrictedReason.DuplicateCheck);
        await using var all = await partnerships.OpenAsync(here.Address, unrestricted, ct);
        await all.WriteReadAsync(new(unrestricted, here.Viewer.Now, "duplicate-check", "known child") { Request = here.RequestId }, file, null, "duplicate-check", ct);
        var elsewhere = (await FilesAsync(all, matter, file, child, ct)).Except(mine).ToList();
        return elsewhere.Count > 0 && await Circles.AnyWithoutWallAsync(all, elsewhere, here.Viewer.Member, ct);
    }

    /// <summary>The same child: every part of the shorter name is in the longer, and the birth dates do not contradict.</summary>
    public static bool IsSame(PersonDetails one, PersonDetails other)
    {
        var (short_, long_) = (Parts(one), Parts(other)) is var (a, b) && a.Count <= b.Count ? (a, b) : (Parts(other), Parts(one));
        return short_.Count > 0 && short_.All(long_.Contains) && (one.BornOn is null || other.BornOn is null || one.BornOn == other.BornOn);

        static IReadOnlyList<string> Parts(PersonDetails person) => [.. PlainName.Parts(person.GivenName), .. PlainName.Parts(person.FamilyName)];
    }

    private Task<Guid> MatterAsync(Id<CaseFile> file, CancellationToken ct) => db.CaseFiles.Where(f => f.Id == file).Select(f => f.Matter).SingleAsync(ct);

    private static async Task<IReadOnlyList<Id<CaseFile>>> FilesAsync(PartnershipDb db, Guid matter, Id<CaseFile> file, PersonDetails child, CancellationToken ct)
    {
        var files = await db.CaseFiles.AsNoTracking().Where(f => f.Matter == matter && f.Id != file && f.Side == Side.Child).OrderBy(f => f.Id).Select(f => f.Id).Take(60).ToArrayAsync(ct);
        var people = await db.People.AsNoTracking().Where(p => files.Contains(p.CaseFile) && p.Role == RoleInFile.Subject).ToListAsync(ct);
        var keys = await db.KeysOfAsync(files, ct);
        return [.. people.Where(p => keys.TryGetValue(p.CaseFile, out var key) && IsSame(child, p.Details(key))).Select(p => p.CaseFile).Distinct()];
    }
}
