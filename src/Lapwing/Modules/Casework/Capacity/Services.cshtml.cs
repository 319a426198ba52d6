using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Capacity;

/// <summary>Every service as a member may know it: whom it is for, whether it is open, how full it is, whom to ring.</summary>
[Permit(Permission.Member)]
public sealed class ServicesModel(Here here, PartnershipDb db, Partnerships partnerships) : PageModel
{
    private const int PageSize = 20;

    public sealed record Row(string Name, string Summary, string Help, ServiceStage Stage, string Provider, string Team, IReadOnlyList<string> For, string Use, bool IsFull);

    public int Number { get; private set; } = 1;
    public int Pages { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public static new string Url(string partnership, int number = 1) => $"/{partnership}/services" + (number == 1 ? "" : $"?number={number}");

    public string UrlOf(int number) => Url(here.Address, number);

    public static string ColourOf(ServiceStage stage) => stage.TakesReferrals() ? "green" : stage == ServiceStage.Scoping ? "blue" : "grey";

    public async Task OnGetAsync(CancellationToken ct, int number = 1)
    {
        Number = Math.Max(1, number);
        Pages = (await db.Services.CountAsync(ct) + PageSize - 1) / PageSize;
        var services = await db.Services.AsNoTracking().OrderBy(s => s.Number).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var agencies = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, t => $"{t.Name}, {t.Telephone}", ct);
        var areas = (await db.Areas.AsNoTracking().ToListAsync(ct)).ConvertAll(a => new Option(a.GssCode, a.Name));
        var use = await ServiceUse.CountAsync(partnerships, here.Address, here.Viewer, ct);
        Rows = [.. services.Select(s =>
        {
            var count = use.GetValueOrDefault(s.Id, ServiceUse.Count.None);
            return new Row(s.Name, s.Summary, s.Eligibility.Pathway.Title(), s.Stage, agencies[s.Provider], teams[s.Team], [.. EligibilityWords.Of(s.Eligibility, areas)],
                Words(s, count), s.Capacity <= count.Open);
        })];
    }

    private static string Words(Service service, ServiceUse.Count count)
    {
        var places = service.Capacity is { } capacity ? $"{count.OpenText} of {capacity} places taken" : $"{count.OpenText} supported now, no stated limit";
        return service.Eligibility.Pathway == Pathway.FrontDoor ? "Takes every referral"
            : count.Waiting > 0 ? $"{places}, {count.WaitingText} waiting" : places;
    }
}
