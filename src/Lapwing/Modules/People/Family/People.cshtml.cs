using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People.Children;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.People.Family;

/// <summary>Another file of the matter that this viewer may open, named by whom it is about.</summary>
public sealed record FamilyFileLine(string Url, Side Side, string Name);

/// <summary>The people of one file, how they are connected and who lives together; and the other files of the family, as far as this viewer may know of each.</summary>
[Permit(Permission.WorkCases)]
public sealed class PeopleModel(Here here, PartnershipDb db, Partnerships partnerships) : PageModel
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    public FamilyOfFile Family { get; private set; } = null!;
    public string Picture { get; private set; } = "";
    public IReadOnlyList<FamilyFileLine> Files { get; private set; } = [];
    public IReadOnlyList<LocatedFile> Located { get; private set; } = [];
    public string WhomToAsk { get; private set; } = "";
    public bool IsChildsFile { get; private set; }

    /// <summary>The newest decision on consent of each child.</summary>
    public IReadOnlyDictionary<Id<Person>, ChildConsent> Consents { get; private set; } = new Dictionary<Id<Person>, ChildConsent>();
    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<CaseFile> file) => $"/{partnership}/files/{file}/people";

    /// <summary>Children in this file and, in a child's own, the child.</summary>
    public bool IsChild(FamilyMember member) => member.Person.Role == RoleInFile.Child || (IsChildsFile && member.Person.Role == RoleInFile.Subject);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var key = await db.KeyOfAsync(Id, ct);
        Family = await FamilyOfFile.ReadAsync(db, key, ct);
        Picture = FamilyPicture.Draw(Family);
        IsChildsFile = await db.CaseFiles.AnyAsync(f => f.Id == Id && f.Side == Side.Child, ct);
        Consents = (await db.ChildConsents.AsNoTracking().Where(c => c.CaseFile == Id).OrderBy(c => c.DecidedAt).ToListAsync(ct)).GroupBy(c => c.Child).ToDictionary(g => g.Key, g => g.Last());
        Files = await FilesAsync(ct);
        Located = await FamilyFiles.LocatedAsync(partnerships, here.Address, db, here.Act("family-files", "whom to ask"), Id, ct);
        WhomToAsk = await Ask.FrontDoorAsync(db, ct);
    }

    private async Task<IReadOnlyList<FamilyFileLine>> FilesAsync(CancellationToken ct)
    {
        var others = await FamilyFiles.OpenAsync(db, Id, ct);
        var ids = others.Select(o => o.File).ToArray();
        var keys = await db.KeysOfAsync(ids, ct);
        var subjects = (await db.People.AsNoTracking().Where(p => ids.Contains(p.CaseFile) && p.Role == RoleInFile.Subject).ToListAsync(ct)).ToLookup(p => p.CaseFile);
        return [.. others.Where(o => keys.ContainsKey(o.File)).Select(o => new FamilyFileLine($"/{here.Address}/files/{o.File}", o.Side,
            subjects[o.File].FirstOrDefault()?.DisplayName(keys[o.File]) ?? "Not named"))];
    }
}
