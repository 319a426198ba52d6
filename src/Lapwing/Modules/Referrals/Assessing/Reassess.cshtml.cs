using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Assessing;

/// <summary>Who is to be assessed again, of my cases or my teams'.</summary>
[Permit(Permission.WorkCases)]
public sealed class ReassessModel(Here here, PartnershipDb db) : PageModel
{
    /// <summary>Nobody pages further by hand.</summary>
    private const int MostPages = Reassessments.MostCases / Reassessments.PageSize;

    /// <summary>"mine" or "team".</summary>
    [BindProperty(Name = "show", SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(Name = "number", SupportsGet = true)]
    public int Number { get; set; } = 1;

    public IReadOnlyList<ReassessmentRow> Rows { get; private set; } = [];
    public int Overdue { get; private set; }
    public bool HasMore { get; private set; }
    public bool IsCut { get; private set; }
    public IReadOnlyDictionary<Id<Member>, string> Workers { get; private set; } = new Dictionary<Id<Member>, string>();
    public string Partnership => here.Address;
    public bool IsMine => Show != "team";

    public static new string Url(string partnership, bool mine = true, int number = 1) =>
        $"/{partnership}/reassess" + (mine ? "" : "?show=team") + (number > 1 ? $"{(mine ? "?" : "&")}number={number}" : "");

    public async Task OnGetAsync(CancellationToken ct)
    {
        Number = Math.Clamp(Number, 1, MostPages);
        (Rows, Overdue, HasMore, IsCut) = await new Reassessments(db).ReadAsync(IsMine, Number, ct);
        var workers = Rows.Select(r => r.Worker).OfType<Id<Member>>().Distinct().ToArray();
        Workers = await db.Members.AsNoTracking().Where(m => workers.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        // The list shows names: it is written down before it is shown.
        await db.WriteReadAsync(here.Act("list", "reassessments"), null, null, "circle", ct);
    }
}
