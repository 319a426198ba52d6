using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Groups.Pages;

/// <summary>The groups of one file: what its person waits for, and the places that they have or had. Nobody else of any group is named here.</summary>
[Permit(Permission.WorkCases)]
public sealed class FileGroupsModel(Here here, PartnershipDb db) : PageModel
{
    private const int Most = 100;

    public sealed record Wait(WaitingEntry Entry, string Programme);

    public sealed record Place(GroupPlace Held, string Programme, string Cohort, int Came, int Sessions);

    [FromRoute(Name = "file")] public Id<CaseFile> CaseFile { get; set; }

    public IReadOnlyList<Wait> Waits { get; private set; } = [];
    public IReadOnlyList<Place> Places { get; private set; } = [];
    public bool MayAsk { get; private set; }
    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<CaseFile> file) => $"/{partnership}/files/{file}/groups";

    public async Task OnGetAsync(CancellationToken ct)
    {
        MayAsk = await db.CaseFiles.Where(f => f.Id == CaseFile).Select(f => f.Side).SingleAsync(ct) != Side.PersonCausingHarm;
        Waits = await db.WaitingEntries.AsNoTracking().Where(e => e.CaseFile == CaseFile).OrderByDescending(e => e.AskedAt).Take(Most).Join(db.GroupProgrammes, e => e.Programme, p => p.Id, (e, p) => new Wait(e, p.Name)).ToListAsync(ct);
        var places = await db.GroupPlaces.AsNoTracking().Where(p => p.CaseFile == CaseFile).OrderByDescending(p => p.PlacedAt).Take(Most)
            .Join(db.Cohorts, p => p.Cohort, c => c.Id, (p, c) => new { Place = p, Cohort = c }).Join(db.GroupProgrammes, b => b.Cohort.Programme, p => p.Id, (b, p) => new { b.Place, b.Cohort, Programme = p }).ToListAsync(ct);
        var came = (await db.Attendances.AsNoTracking().Where(a => a.CaseFile == CaseFile && a.Presence == Presence.Came).Select(a => a.Place).ToListAsync(ct)).CountBy(p => p).ToDictionary();
        Places = [.. places.Select(p => new Place(p.Place, p.Programme.Name, p.Cohort.Name, came.GetValueOrDefault(p.Place.Id), p.Programme.ThemeLines.Count))];
    }
}
