using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accommodation;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Bench;

/// <summary>A household against 5,000 units of safe accommodation, the reasons of the first page included: 50 ms. Beside it the rules alone, without the database.</summary>
internal static class Matching
{
    private const int Units = 5_000;
    private const double Aim = 50;

    public static async Task MeasureAsync(Site site, Report report)
    {
        await EnsureAsync(site);
        var ask = new MatchAsk(new() { Adults = 1, As = AskingAs.Woman, Age = 34, Children = [new(3, false), new(13, true)], Access = AccessNeeds.StepFree, Pets = PetKinds.Cat, NoRecourse = true }, [1, 2, 3]);
        var all = await Sample.TakeAsync(5, 50, async n =>
        {
            await using var db = await site.OpenAllAsync();
            await UnitMatches.FindAsync(db, ask, 1 + n % 3, default);
        });
        report.Add(Of(site, $"a household against {Units:N0} units, with the reasons of a page", all.Median, all.P99, all.ProcessorEach));
        var random = new Random(5);
        UnitFeatures[] features = [.. Enumerable.Range(0, Units).Select(_ => new UnitFeatures(random.Next(3), random.Next(1, 6), UnitFor.Women, 18, true, random.Next(8, 17), null, (AccessNeeds)random.Next(32), (PetKinds)random.Next(8), random.Next(2) == 0, (SupportNeeds)random.Next(16), random.Next(30)))];
        var rules = await Sample.TakeAsync(5, 50, _ =>
        {
            foreach (var unit in features)
                MatchRules.Against(unit, ask);
            return Task.CompletedTask;
        });
        report.Add(Of(site, $"the rules alone, {Units:N0} units", rules.Median, rules.P99, rules.ProcessorEach));
    }

    private static Result Of(Site site, string what, double median, double worst, double processor) =>
        new("matching", what, site.Engine, $"{median:N1} ms, p99 {worst:N1} ms", $"{Aim:N0} ms", median / Aim, $"{processor:N1} ms processor of this process");

    private static async Task EnsureAsync(Site site)
    {
        await using var db = await site.OpenAllAsync();
        var there = await db.SafeUnits.CountAsync();
        if (there >= Units)
            return;
        var act = new Act(Site.Viewer, Site.Viewer.Now, "bench.units", "making units to match");
        var agency = Agency.Add(act, "Bench refuge", AgencyKind.VoluntarySector);
        var team = Team.Add(act, agency.Id, "Bench refuge", "020 7946 0999");
        db.AddRange(agency, team);
        for (var n = there; n < Units; n++)
        {
            var unit = SafeUnit.Add(act, string.Create(CultureInfo.InvariantCulture, $"Unit {n}"), agency.Id, team.Id, new()
            {
                Type = (UnitType)(1 + n % 5), Standing = ProviderStanding.DomesticAbuseCharity, Premises = Premises.SelfContained, Spaces = 1 + n % 5, MaxPeople = 1 + n % 6, BoysUpTo = n % 3 == 0 ? null : 8 + n % 9,
                Access = (AccessNeeds)(n % 32), Pets = (PetKinds)(n % 8), TakesNoRecourse = n % 3 == 0, Support = (SupportNeeds)(n % 16), Specialism = Specialism.ComplexNeeds,
            });
            db.AddRange(unit, UnitLocation.Record(act, db, unit, $"{n} Bench Road, ZZ1 1ZZ", LondonBoroughs.Options[n % LondonBoroughs.Options.Count].Value));
            if (n % 4 != 0)
                db.Add(unit.SayVacancies(act, 1));
        }
        await db.SaveAsync(act);
    }
}
