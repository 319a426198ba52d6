using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Referrals.Search;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Bench;

/// <summary>Search by what people know of somebody, through the page: 50 ms at the median, 200 ms at p99.</summary>
internal static class Searches
{
    private const int Warm = 20, Times = 200;

    public static async Task MeasureAsync(Site site, Report report)
    {
        var known = await KnownAsync(site, Warm + Times);
        using var door = await Visitor.SignInAsync(site, "frontdoor");
        var page = SearchModel.Url(Site.Partnership);
        await door.GetAsync(page);
        await Add("full name", k => new() { ["Name"] = $"{k.Given} {k.Family}" });
        await Add("family name alone", k => new() { ["Name"] = k.Family });
        await Add("first name alone (very common)", k => new() { ["Name"] = k.Given });
        await Add("three letters", k => new() { ["Name"] = k.Family[..Math.Min(3, k.Family.Length)] });
        await Add("name and birth date", k => new() { ["Name"] = $"{k.Given} {k.Family}", ["Born"] = k.Born });
        await Add("sound and birth date", k => new() { ["Name"] = Heard(k.Family), ["Born"] = k.Born });
        await Add("birth date", k => new() { ["Born"] = k.Born });
        await Add("nobody", k => new() { ["Name"] = "Zzyzx Qwyxtal", ["Born"] = k.Born });
        await Add("reference", k => new() { ["Reference"] = k.Reference });

        async Task Add(string what, Func<Known, Dictionary<string, string>> form)
        {
            if (site.Options.Search is null || site.Options.Search == what)
                report.Add(Pages.Of("search", what, site, await Sample.TakeAsync(Warm, Times, n => door.PostAsync(page, form(known[n])))));
        }
    }

    /// <summary>The same sound in other letters.</summary>
    private static string Heard(string name) => name.Replace("c", "k", StringComparison.OrdinalIgnoreCase).Replace("ph", "f", StringComparison.OrdinalIgnoreCase);

    private sealed record Known(string Given, string Family, string Born, string Reference);

    private static async Task<IReadOnlyList<Known>> KnownAsync(Site site, int count)
    {
        await using var db = await site.OpenAllAsync();
        var found = new List<Known>();
        foreach (var referral in await Picking.ReferralsAsync(db, count * 2))
        {
            var key = await db.KeyOfAsync(referral.CaseFile);
            var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == referral.Subject);
            if (key.RevealIfAny(person.GivenName) is { } given && key.RevealIfAny(person.FamilyName) is { } family && key.RevealIfAny(person.BornOn) is { } born)
                found.Add(new(given, family, DateOnly.Parse(born, CultureInfo.InvariantCulture).ToString("d M yyyy", CultureInfo.InvariantCulture), referral.Reference));
        }
        return [.. found.Take(count)];
    }
}
