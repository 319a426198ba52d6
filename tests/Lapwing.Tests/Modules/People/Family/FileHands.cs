using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Family;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.People.Family;

/// <summary>What a test of people does again and again: adds them through the page, and looks at them.</summary>
internal static class FileHands
{
    public static async Task<Person> AddPersonAsync(this Desk desk, TestBrowser worker, Id<CaseFile> file, string given, string family, string role = "Relative", Dictionary<string, string>? more = null)
    {
        var fields = new Dictionary<string, string>(more ?? []) { ["Input.GivenName"] = given, ["Input.FamilyName"] = family, ["Input.Role"] = role };
        await worker.SubmitAndFollowAsync(await worker.GetAsync(PersonModel.AddUrl("testing", file)), fields);
        return await desk.LookAsync(db => db.People.AsNoTracking().Where(p => p.CaseFile == file).OrderByDescending(p => p.Id).FirstAsync());
    }

    public static Task<Person> SubjectAsync(this Desk desk, Id<CaseFile> file) => desk.LookAsync(db => db.People.AsNoTracking().SingleAsync(p => p.CaseFile == file && p.Role == RoleInFile.Subject));

    public static Task<Person> PersonAsync(this Desk desk, Id<Person> id) => desk.LookAsync(db => db.People.AsNoTracking().SingleAsync(p => p.Id == id));

    public static Task<PersonDetails> DetailsAsync(this Desk desk, Id<Person> id) => desk.LookAsync(async db =>
    {
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == id);
        return person.Details(await db.KeyOfAsync(person.CaseFile));
    });

    public static async Task<IReadOnlyList<string>> FindAsync(TestBrowser browser, string name) =>
        [.. (await browser.SubmitAsync(await browser.GetAsync("/testing/search"), new() { ["Name"] = name })).Html.QuerySelectorAll("tbody th a").Select(e => e.TextContent.Trim())];
}
