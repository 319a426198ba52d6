using System.Text;
using Lapwing.Access;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Figures.Returns;

/// <summary>The pack of one year for the Greater London Authority, to look at and to take away. Each look is in the audit trail.</summary>
[Permit(Permission.SeeNumbers)]
public sealed class SafeAccommodationModel(Here here, FiguresDoor door) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public SafeAccommodationReturn Return { get; private set; } = null!;
    public IReadOnlyList<int> Years { get; private set; } = [];

    public static new string Url(string partnership, int? year = null) => $"/{partnership}/figures/returns/safe-accommodation" + (year is null ? "" : $"?year={year}");

    public string UrlOf(int year) => Url(here.Address, year);

    public string DownloadUrl => $"{Url(here.Address)}?handler=Csv&year={Return.Year}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(ct) ? Page() : NotFound();

    /// <summary>The tables as they are shown, one under the other. The words are ours and begin with a letter, so that no cell is a formula.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        if (!await ReadAsync(ct))
            return NotFound();
        var csv = new StringBuilder();
        Line("OFFICIAL-SENSITIVE", "For the Greater London Authority", $"Safe accommodation {Return.Title}", "Rounded to the nearest 10; totals are rounded by themselves and need not add up");
        foreach (var table in Return.Shown.Tables)
        {
            Line(table.Title, table.Unit);
            foreach (var row in table.Rows())
                Line(row.Heading.Title, row.Cells[0].Display);
        }
        Response.Headers.CacheControl = "no-store";
        return File(new UTF8Encoding(encoderShouldEmitUTF8Identifier: true).GetPreamble().Concat(Encoding.UTF8.GetBytes(csv.ToString())).ToArray(), "text/csv; charset=utf-8",
            $"official-sensitive-safe-accommodation-{Return.Year}.csv");

        void Line(params string[] cells) => csv.Append(string.Join(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))).Append("\r\n");
    }

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        Years = SafeAccommodationReturn.Years(here.Viewer.Now);
        var year = Year ?? Years.ElementAtOrDefault(1);
        if (!Years.Contains(year))
            return false;
        Return = await door.SafeAccommodationAsync(here.Address, here.Viewer, year, ct);
        return true;
    }
}
