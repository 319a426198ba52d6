using System.Net;
using System.Text;
using Lapwing.Access;
using Lapwing.Jobs;
using Lapwing.Modules.Referrals.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lapwing.Tests.Modules.Referrals.Import;

/// <summary>The import on its pages: upload, look, receive, download what was rejected.</summary>
public sealed class ImportPageTests
{
    private const string Table = "Received on,Who is referred,Safe contact,Consent,Given name,Family name\n"
        + "2023-05-01,Adult victim,Ring,The person agreed,Plantedname,Ashdown\n2023-05-02,Adult victim,Ring,The person agreed,Testina,Birchwood\n"
        + "2023-05-03,Nobody,Ring,The person agreed,=HYPERLINK(1),Cedar\n";

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_file_is_uploaded_checked_and_received_on_pages_that_survive_a_reload(EngineKind engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var data = await TestData.ArrangeAsync(app);
        await app.JoinAsync("door@example.org", Job.FrontDoor, data.Council, data.FrontDoor);
        using var browser = await app.SignInAsync("door@example.org");

        var none = await UploadAsync(browser, null, null);
        Assert.Equal(HttpStatusCode.BadRequest, none.Status);
        Assert.Contains("Choose a file", none.Errors);
        var wrong = await UploadAsync(browser, "notes.xlsx", [0x50, 0x4b, 3, 4, 1, 2, 3]);
        Assert.Contains(wrong.Errors, error => error.Contains("damaged", StringComparison.Ordinal));

        var answer = await UploadAsync(browser, "Ms Somebody.csv", Encoding.UTF8.GetBytes(Table));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var address = answer.Location!;
        var waiting = await browser.GetAsync(address);
        Assert.Equal("Ms Somebody.csv", waiting.Heading);
        Assert.Equal("3", waiting.Response.Headers.GetValues("Refresh").Single());
        Assert.NotNull(waiting.Html.QuerySelector("progress[max='100']"));
        foreach (var file in System.IO.Directory.EnumerateFiles(Path.Combine(app.Installation.DataFolder, "uploads"), "*", SearchOption.AllDirectories))
            Assert.DoesNotContain("Plantedname", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), StringComparison.Ordinal);

        await WorkAsync(app);
        var page = await browser.GetAsync(address);
        Assert.Contains("Nothing has been taken yet", page.Text, StringComparison.Ordinal);
        Assert.False(page.Response.Headers.Contains("Refresh"));
        Assert.Equal(["3", "2", "1", "0"], page.Html.QuerySelectorAll(".govuk-summary-list__value").Take(4).Select(v => v.TextContent.Trim()));
        await using (var before = await app.OpenAllAsync())
            Assert.Equal(0, await before.Referrals.CountAsync());

        var started = await browser.SubmitAsync(page, []);
        Assert.Equal(HttpStatusCode.Redirect, started.Status);
        Assert.Equal((HttpStatusCode)422, (await browser.SubmitAsync(page, [])).Status);
        await WorkAsync(app);
        var done = await browser.GetAsync(address);
        Assert.Contains("Every row is accounted for", done.Text, StringComparison.Ordinal);
        var rejects = await browser.GetAsync(address + "/rejects");
        Assert.Contains("4,Who is referred,Nobody,", rejects.Text, StringComparison.Ordinal);
        await using var db = await app.OpenAllAsync();
        Assert.Equal(2, await db.Referrals.CountAsync());
        Assert.Empty(System.IO.Directory.EnumerateFiles(Path.Combine(app.Installation.DataFolder, "uploads"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_mapping_is_kept_only_when_it_can_be_used_and_nothing_typed_is_lost()
    {
        await using var app = await TestApp.StartAsync(EngineKind.Sqlite);
        var data = await TestData.ArrangeAsync(app);
        await app.JoinAsync("door@example.org", Job.FrontDoor, data.Council, data.FrontDoor);
        using var browser = await app.SignInAsync("door@example.org");
        var page = await browser.GetAsync("/testing/import/mapping");
        var refused = await browser.SubmitAsync(page, new() { ["Name"] = "Helpline", ["Json"] = "{ \"columns\": [] }" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(refused.Errors, error => error.Contains("It has no columns", StringComparison.Ordinal));
        Assert.Contains("\"columns\": []", refused.Html.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        var list = await browser.SubmitAndFollowAsync(refused, new() { ["Json"] = ImportMap.Canonical.ToJson() });
        Assert.Contains("Helpline", list.Text, StringComparison.Ordinal);
        Assert.Contains("Helpline", (await browser.GetAsync("/testing/import")).Html.QuerySelector("select")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Safe contact", (await browser.GetAsync("/testing/import/fields")).Text, StringComparison.Ordinal);
    }

    private static async Task<TestPage> UploadAsync(TestBrowser browser, string? name, byte[]? bytes)
    {
        var page = await browser.GetAsync("/testing/import");
        var form = new MultipartFormDataContent();
        foreach (var (field, value) in TestBrowser.FieldsOf(page, []))
            form.Add(new StringContent(value), field);
        form.Add(new ByteArrayContent(bytes ?? []), "Upload", name ?? "\"\"");
        return await browser.SendAsync(new(HttpMethod.Post, "/testing/import") { Content = form });
    }

    private static async Task WorkAsync(TestApp app)
    {
        var runner = new JobRunner(app.Services, app.Partnerships, app.Clock, NullLogger<JobRunner>.Instance);
        while (await runner.RunNextAsync("testing", default)) { }
    }
}
