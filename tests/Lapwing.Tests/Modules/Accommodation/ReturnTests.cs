using System.Net;
using Lapwing.Modules.Accommodation;
using Lapwing.Modules.Figures;
using Lapwing.Modules.Figures.Returns;
using Lapwing.Tests.Modules.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lapwing.Tests.Modules.Accommodation;

/// <summary>The evidence for the statutory return, over the demonstration's two years.</summary>
public sealed class ReturnTests(Boroughs boroughs)
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_pack_is_rounded_to_ten_tells_nothing_below_five_and_is_what_the_records_say(EngineKind engine)
    {
        var borough = await boroughs.OnAsync(engine);
        await using var db = await borough.OpenAsync();
        var pack = await borough.App.Services.GetRequiredService<FiguresDoor>().SafeAccommodationAsync(Borough.Address, db.Viewer, 2022, TestContext.Current.CancellationToken);

        var (from, to) = (new DateOnly(2022, 4, 1), new DateOnly(2023, 3, 31));
        var stays = (await db.SafeStays.AsNoTracking().ToListAsync()).Where(s => s.MovedInOn <= to && !(s.MovedOnOn < from)).ToList();
        var ended = stays.Where(s => s.MovedOnOn >= from && s.MovedOnOn <= to).ToList();
        Assert.True(stays.Count >= 15 && ended.Count >= 10, $"{stays.Count} stays, {ended.Count} ended");
        var households = stays.DistinctBy(s => s.Household).Count();
        Assert.Equal(Ten(households), pack.Shown.Table("return-characteristics")[[null]].Value);
        Assert.Equal(Ten(ended.Count), pack.Shown.Table("return-ended")[[null]].Value);
        foreach (var end in Enum.GetValues<StayEnd>())
            if (pack.Shown.Table("return-ended")[Kebab(end)].Value is { } shown)
                Assert.Equal(Ten(ended.Count(s => s.EndReason == end)), shown);
        Assert.All(pack.Shown.Tables.SelectMany(t => t.Cells), cell => Assert.True(cell.Value is null || cell.Value % 10 == 0, cell.Display));
        Assert.Equal(["return-supported", "return-characteristics", "return-unable", "return-ended", "return-commissioned"], pack.Shown.Tables.Select(t => t.Code));

        static double Ten(int count) => count == 0 ? 0 : (count + 5) / 10 * 10;
        static string Kebab(StayEnd end) => string.Concat(end.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task It_is_taken_away_as_csv_with_its_marking_and_the_same_numbers(EngineKind engine)
    {
        var borough = await boroughs.OnAsync(engine);
        using var lead = await borough.AsAsync("programme");
        var page = await lead.GetAsync(SafeAccommodationModel.Url(Borough.Address, 2022));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var csv = await lead.GetAsync($"{SafeAccommodationModel.Url(Borough.Address)}?handler=Csv&year=2022");
        Assert.StartsWith("\"OFFICIAL-SENSITIVE\"", csv.Text.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains("official-sensitive", csv.Response.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        foreach (var row in page.Html.QuerySelectorAll("#return-unable tbody tr"))
            Assert.Contains($"\"{row.QuerySelector("th")!.TextContent.Trim()}\",\"{row.QuerySelector("td")!.TextContent.Trim()}\"", csv.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await lead.GetAsync(SafeAccommodationModel.Url(Borough.Address, 1999))).Status);
    }
}
