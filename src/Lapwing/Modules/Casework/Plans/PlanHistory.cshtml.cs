using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Plans;

/// <summary>Every version of a plan, newest first, with what was kept beside another.</summary>
[Permit(Permission.WorkCases)]
public sealed class PlanHistoryModel(Here here, PartnershipDb db) : PageModel
{
    private const int PageSize = 10;

    public sealed record Line(PlanEdition Edition, string By, IReadOnlyDictionary<string, string> Words, bool Holds, bool IsApproved);

    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [BindProperty(Name = "kind", SupportsGet = true)]
    public PlanKind Kind { get; set; }

    [BindProperty(Name = "before", SupportsGet = true)]
    public int? Before { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public string? OlderUrl { get; private set; }
    public string PlanUrl => PlanModel.Url(here.Address, CaseFile);

    public static new string Url(string partnership, Id<CaseFile> file, PlanKind kind) => $"{PlanModel.Url(partnership, file)}/versions?kind={kind.ToString().ToLowerInvariant()}";

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.CaseFile == CaseFile && p.Kind == Kind, ct) is not { } plan)
            return;
        var key = await db.KeyOfAsync(CaseFile, ct);
        var before = Before ?? int.MaxValue;
        var editions = await db.PlanEditions.AsNoTracking().Where(e => e.Plan == plan.Id && e.Number < before).OrderByDescending(e => e.Number).Take(PageSize + 1).ToListAsync(ct);
        var names = await MemberNames.OfAsync(db, editions.Select(e => e.By), ct);
        Lines = [.. editions.Take(PageSize).Select(e => new Line(e, names[e.By], e.Open(key), e.Number == plan.Current, e.Number == plan.Approved))];
        OlderUrl = editions.Count > PageSize ? $"{Url(here.Address, CaseFile, Kind)}&before={editions[PageSize - 1].Number}" : null;
    }
}
