using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accommodation;
using Lapwing.Modules.Accommodation.Seeking;
using Lapwing.Modules.Accommodation.Units;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Accommodation;

/// <summary>A provider of safe accommodation beside the desk: pat, who manages the team "Elsewhere", which is in no file's circle.</summary>
internal static class Providing
{
    public const string Address = "7 Zqunitaddress Lane, ZZ3 4ZZ";

    public static async Task<TestBrowser> AsPatAsync(this Desk desk)
    {
        var members = (Dictionary<string, Member>)desk.Members;
        if (!members.ContainsKey("pat"))
            members["pat"] = await desk.App.JoinAsync("pat@example.org", Job.TeamManager, desk.Agency, desk.Elsewhere);
        return await desk.AsAsync("pat");
    }

    public static Dictionary<string, string> UnitFields(params (string Field, string Value)[] other)
    {
        var fields = new Dictionary<string, string>
        {
            ["Input.Type"] = "Refuge", ["Input.Standing"] = "DomesticAbuseCharity", ["Input.Premises"] = "SharedInOwnBuilding", ["Input.Spaces"] = "3", ["Input.MaxPeople"] = "4", ["Input.For"] = "Women",
            ["Input.Children"] = "yes", ["Input.BoysUpTo"] = "12", ["Input.Recourse"] = "no", ["Input.Commissioned"] = "yes", ["Address"] = Address, ["Borough"] = "E09000025",
        };
        foreach (var (field, value) in other)
            fields[field] = value;
        return fields;
    }

    /// <summary>A unit of pat's team with so many vacancies.</summary>
    public static async Task<SafeUnit> AddUnitAsync(this Desk desk, TestBrowser pat, int vacant, params (string Field, string Value)[] other)
    {
        var before = await desk.LookAsync(db => db.SafeUnits.Select(u => u.Id).ToListAsync());
        await pat.SubmitAndFollowAsync(await pat.GetAsync(UnitModel.Url("testing", null)), UnitFields(other));
        var unit = await desk.LookAsync(db => db.SafeUnits.AsNoTracking().SingleAsync(u => !before.Contains(u.Id)));
        if (vacant > 0)
            await desk.SayVacantAsync(pat, unit.Id, vacant);
        return await desk.UnitAsync(unit.Id);
    }

    public static async Task<TestPage> SayVacantAsync(this Desk desk, TestBrowser pat, Id<SafeUnit> unit, int vacant)
    {
        var version = (await desk.UnitAsync(unit)).Version;
        return await pat.SubmitAsync(await pat.GetAsync(VacanciesModel.Url("testing")), new() { ["Unit"] = unit.ToString(), ["Version"] = $"{version}", ["Vacant"] = $"{vacant}" }, "form.lapwing-vacancies");
    }

    public static Task<SafeUnit> UnitAsync(this Desk desk, Id<SafeUnit> id) => desk.LookAsync(db => db.SafeUnits.AsNoTracking().SingleAsync(u => u.Id == id));

    public static Dictionary<string, string> Needs(params (string Field, string Value)[] other)
    {
        var fields = new Dictionary<string, string> { ["Needs.As"] = "Woman", ["Needs.Adults"] = "1", ["Needs.Age"] = "33", ["Needs.Girls"] = "3", ["Needs.Boys"] = "9", ["Needs.Recourse"] = "yes" };
        foreach (var (field, value) in other)
            fields[$"Needs.{field}"] = value;
        return fields;
    }

    /// <summary>The request of a file and a hold on this unit.</summary>
    public static async Task<TestPage> AskAndHoldAsync(this Desk desk, TestBrowser cas, Id<CaseFile> file, Id<SafeUnit> unit, params (string Field, string Value)[] needs)
    {
        var look = await cas.SubmitAndFollowAsync(await cas.GetAsync(AskModel.Url("testing", file)), Needs(needs));
        return await cas.SubmitAsync(look, new() { ["Unit"] = unit.ToString(), ["Hours"] = "4" });
    }
}
