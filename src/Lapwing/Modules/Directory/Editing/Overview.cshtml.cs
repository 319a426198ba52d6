using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Directory.Editing;

/// <summary>The directory as administrators keep it: agencies, teams, areas or services, a page at a time.</summary>
[Permit(Permission.EditDirectory)]
public sealed class OverviewModel(Here here, PartnershipDb db) : PageModel
{
    private const int PageSize = 25;

    public enum Kind { Services, Agencies, Teams, Areas }

    public sealed record Row(string Url, string Name, string Second, string Third, string State);

    public Kind List { get; private set; }
    public int Number { get; private set; }
    public int Pages { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string[] Headers => List switch
    {
        Kind.Agencies => ["Agency", "Kind", "", "State"],
        Kind.Teams => ["Team", "Agency", "Telephone", "State"],
        Kind.Areas => ["Area", "Code", "Police command unit", ""],
        _ => ["Service", "Provider", "Kind of help", "Stage"],
    };

    public static new string Url(string partnership, Kind list = Kind.Services, int number = 1) =>
        $"/{partnership}/directory?list={list.ToString().ToLowerInvariant()}" + (number == 1 ? "" : $"&number={number}");

    public string UrlOf(Kind list, int number = 1) => Url(here.Address, list, number);

    public string AddUrl => List switch
    {
        Kind.Agencies => AgencyModel.Url(here.Address, null),
        Kind.Teams => TeamModel.Url(here.Address, null),
        Kind.Areas => AreaModel.Url(here.Address, null),
        _ => ServiceModel.Url(here.Address, null),
    };

    public async Task OnGetAsync(CancellationToken ct, Kind list = Kind.Services, int number = 1)
    {
        (List, Number) = (list, Math.Max(1, number));
        var address = here.Address;
        switch (list)
        {
            case Kind.Agencies:
                Rows = [.. (await PageAsync(db.Agencies.OrderBy(a => a.Name), ct))
                    .Select(a => new Row(AgencyModel.Url(address, a.Id), a.Name, AgencyKinds.Title(a.Kind), "", a.IsActive ? "Active" : "No longer active"))];
                break;
            case Kind.Teams:
                var agencies = await AgencyNamesAsync(ct);
                Rows = [.. (await PageAsync(db.Teams.OrderBy(t => t.Name), ct)).Select(t => new Row(TeamModel.Url(address, t.Id), t.Name, agencies[t.Agency], t.Telephone,
                    t.IsFrontDoor ? "Front door" : t.IsActive ? "Active" : "No longer active"))];
                break;
            case Kind.Areas:
                Rows = [.. (await PageAsync(db.Areas.OrderBy(a => a.Number), ct)).Select(a => new Row(AreaModel.Url(address, a.Id), a.Name, a.GssCode, a.CommandUnit, ""))];
                break;
            default:
                var providers = await AgencyNamesAsync(ct);
                Rows = [.. (await PageAsync(db.Services.OrderBy(s => s.Number), ct))
                    .Select(s => new Row(ServiceModel.Url(address, s.Id), s.Name, providers[s.Provider], s.Eligibility.Pathway.Title(), s.Stage.Title()))];
                break;
        }
    }

    private async Task<List<T>> PageAsync<T>(IQueryable<T> ordered, CancellationToken ct) where T : class
    {
        Pages = (await ordered.CountAsync(ct) + PageSize - 1) / PageSize;
        return await ordered.AsNoTracking().Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    private Task<Dictionary<Id<Agency>, string>> AgencyNamesAsync(CancellationToken ct) =>
        db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, ct);
}
