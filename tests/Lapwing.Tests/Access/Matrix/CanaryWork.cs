using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Contact.Pages;
using Lapwing.Modules.Casework.Documents;
using Lapwing.Modules.Casework.Notes;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Modules.Referrals.Search;

namespace Lapwing.Tests.Access.Matrix;

/// <summary>A worker's day with the file whose address they may open: everything that brings a token into the program's hands, also what is refused half way. What stays of it
/// in logs and on disks is looked at afterwards.</summary>
internal static class CanaryWork
{
    private const string Worked = "Zqworkedtoken";

    public static readonly string[] Tokens = [.. Situation.All.Where(s => s.IsThere).SelectMany(s => new[] { s.Address, s.GivenName }), "zqtoken", Worked];

    public static async Task<IReadOnlyList<(string What, TestPage Page)>> DoAsync(MatrixWorld world)
    {
        var situation = Situation.All.Single(s => s.Name == "workunsealed");
        var file = Id<CaseFile>.Parse(world.RecordOf(situation, "file"), null);
        using var worker = await world.App.SignInAsync(MatrixWorld.EmailOf(Role.All.Single(r => r.Letter == 'C')));
        var done = new List<(string, TestPage)>();
        var whose = (await worker.GetAsync(ContactModel.Url("testing", file) + "/method")).Html.QuerySelector("input[name=Person]")!.GetAttribute("value")!;
        async Task<TestPage> SubmitAsync(string what, string url, Dictionary<string, string> fields, string form = "main form[method=post]")
        {
            var answer = await worker.SubmitAsync(await worker.GetAsync(url), fields, form);
            done.Add((what, answer));
            return answer;
        }

        var search = SearchModel.Url("testing");
        var found = await SubmitAsync("a search by name", search, new() { ["Name"] = situation.GivenName });
        Assert.NotEmpty(found.Html.QuerySelectorAll("main a[href*='referrals']"));
        await SubmitAsync("a search that finds nobody", search, new() { ["Name"] = Worked });
        await SubmitAsync("a search that is refused", search, new() { ["Name"] = situation.GivenName, ["Phone"] = situation.Address });
        var opened = await SubmitAsync("opening the address", AddressesModel.Url("testing", file), new() { ["Purpose"] = "safety-plan" }, "form.lapwing-whereabouts");
        // The twin of the whole crawl: what is looked for is there where it may be.
        Assert.True(Haystack.Holds(Encoding.UTF8.GetBytes(opened.Text), situation.Address));
        await SubmitAsync("opening without a purpose", AddressesModel.Url("testing", file), [], "form.lapwing-whereabouts");
        Assert.Equal(HttpStatusCode.Redirect, (await SubmitAsync("a note", WriteModel.Url("testing", file), new() { ["Kind"] = "Visit", ["Words"] = $"At {Worked}, {situation.Address}" })).Status);
        await SubmitAsync("a note that is too long", WriteModel.Url("testing", file), new() { ["Kind"] = "Visit", ["Words"] = string.Concat(Enumerable.Repeat(Worked + " ", 3_000)) });
        await SubmitAsync("a task that is refused", AddTaskModel.Url("testing", file), new() { ["Title"] = Worked });
        Assert.Equal(HttpStatusCode.Redirect, (await SubmitAsync("an e-mail address", ContactModel.Url("testing", file) + "/method", new() { ["Person"] = whose, ["Kind"] = "Email", ["Value"] = $"{Worked}@inbox.example", ["Safe"] = "yes", ["Ways"] = "email" })).Status);
        await SubmitAsync("an e-mail address that is none", ContactModel.Url("testing", file) + "/method", new() { ["Kind"] = "Email", ["Value"] = Worked, ["Safe"] = "yes" });
        // Larger than what is kept in memory, taken and refused.
        byte[] large = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Worked + "\n", 20_000)))];
        done.Add(("a document", await UploadAsync(worker, file, $"{Worked}.txt", large)));
        done.Add(("a document that is refused", await UploadAsync(worker, file, $"{Worked}.pdf", large)));
        done.Add(("an address of a page that is not there", await worker.GetAsync($"/testing/files/{file}/nothing")));
        return done;
    }

    private static async Task<TestPage> UploadAsync(TestBrowser browser, Id<CaseFile> file, string name, byte[] content)
    {
        var page = await browser.GetAsync(AddDocumentModel.Url("testing", file));
        var form = new MultipartFormDataContent();
        foreach (var (field, value) in TestBrowser.FieldsOf(page, new() { ["Title"] = Worked, ["Seal"] = "None" }))
            form.Add(new StringContent(value), field);
        var upload = new ByteArrayContent(content);
        upload.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(upload, "Upload", name);
        return await browser.SendAsync(new(HttpMethod.Post, page.Address) { Content = form });
    }
}
