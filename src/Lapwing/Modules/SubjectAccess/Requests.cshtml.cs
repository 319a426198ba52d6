using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.SubjectAccess;

/// <summary>Requests by people for their own data, those that wait first, the soonest due before the others.</summary>
[Permit(Permission.AnswerSubjectAccess)]
public sealed class RequestsModel(Here here, PartnershipDb db) : PageModel
{
    private const int PageSize = 25;

    public sealed record Row(Id<SubjectAccessRequest> Id, string Name, DateOnly ReceivedOn, DateOnly DueOn, SubjectAccessState State, bool IsLate);

    public int Number { get; private set; } = 1;
    public int Pages { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string Partnership => here.Address;

    public static new string Url(string partnership) => $"/{partnership}/subject-access";

    public string UrlOf(int number) => $"{Url(here.Address)}?number={number}";

    public async Task OnGetAsync(CancellationToken ct, int number = 1)
    {
        Number = Math.Max(1, number);
        Pages = (await db.SubjectAccessRequests.CountAsync(ct) + PageSize - 1) / PageSize;
        var today = Time.LondonTime.DateOf(here.Viewer.Now);
        Rows = [.. (await db.SubjectAccessRequests.AsNoTracking().OrderBy(r => r.State == SubjectAccessState.Sent).ThenBy(r => r.ReceivedOn)
            .Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(ct)).Select(r =>
        {
            var who = r.RequesterIn(db.Session.Keys);
            return new Row(r.Id, $"{who.GivenName} {who.FamilyName}", r.ReceivedOn, r.DueOn, r.State, r.State != SubjectAccessState.Sent && r.DueOn < today);
        })];
    }
}
