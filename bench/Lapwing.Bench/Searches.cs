using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Demonstration;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals.Search;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Bench;

/// <summary>Search by what people know of somebody, through the page: 25 ms at the median, 100 ms at p99.</summary>
internal static class Searches
{
    private const int Warm = 20, Times = 200;
    private const double MedianAim = 25, P99Aim = 100;
    private const string Mistyped = "one usual error", DayForm = "d M yyyy";

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
        if (site.Options.Search is null or Mistyped)
            await MistypedAsync(site, door, report);

        async Task Add(string what, Func<Known, Dictionary<string, string>> form)
        {
            if (site.Options.Search is null || site.Options.Search == what)
                report.Add(Pages.Of("search", what, site, await Sample.TakeAsync(Warm, Times, n => door.PostAsync(page, form(known[n]))), MedianAim, P99Aim));
        }
    }

    /// <summary>How many are on the first page when their first name, family name or birth date is typed with one of the usual errors, each error as often as the others.</summary>
    private static async Task MistypedAsync(Site site, Visitor door, Report report)
    {
        const int people = 1000;
        const double aim = .98;
        var (known, seeded, found) = (await KnownAsync(site, people), new Seeded(5, 1), new Dictionary<TypedError, (int Found, int Of)>());
        var sample = await Sample.TakeAsync(0, known.Count, async n =>
        {
            var (error, typed) = Mistype(known[n], ref seeded);
            var there = (await door.PostAsync(SearchModel.Url(Site.Partnership), typed)).Contains(known[n].Reference, StringComparison.Ordinal);
            found[error] = (found.GetValueOrDefault(error).Found + (there ? 1 : 0), found.GetValueOrDefault(error).Of + 1);
        });
        var share = (double)found.Values.Sum(each => each.Found) / known.Count;
        report.Add(new("search", Mistyped, site.Engine, $"{share:P1} found, {sample.Median:N1} ms, p99 {sample.P99:N1} ms", $"{aim:P0}", aim / share,
            string.Join(", ", found.OrderBy(each => each.Key).Select(each => $"{each.Key} {each.Value.Found} of {each.Value.Of}"))));
    }

    private static (TypedError Error, Dictionary<string, string> Typed) Mistype(Known known, ref Seeded seeded)
    {
        while (true)
        {
            var (error, given, family) = (seeded.Of(Enum.GetValues<TypedError>()), known.Given, known.Family);
            var born = DateOnly.ParseExact(known.Born, DayForm, CultureInfo.InvariantCulture);
            if (!TypedErrors.OfNames.Contains(error))
            {
                // Nobody gets past the form with a date of birth that cannot be one.
                if (TypedErrors.InDate(born, error, ref seeded) is var typed && Age.IsPossible(typed, Time.LondonTime.DateOf(Site.Viewer.Now)))
                    return (error, new() { ["Name"] = $"{given} {family}", ["Born"] = typed.ToString(DayForm, CultureInfo.InvariantCulture) });
                continue;
            }
            var isGiven = seeded.Chance(.5);
            if (TypedErrors.In(isGiven ? given : family, error, ref seeded) is { } wrong)
                return (error, new() { ["Name"] = isGiven ? $"{wrong} {family}" : $"{given} {wrong}", ["Born"] = known.Born });
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
                found.Add(new(given, family, DateOnly.Parse(born, CultureInfo.InvariantCulture).ToString(DayForm, CultureInfo.InvariantCulture), referral.Reference));
        }
        return [.. found.Take(count)];
    }
}
