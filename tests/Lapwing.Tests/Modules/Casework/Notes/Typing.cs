using System.Text.Json;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Notes;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Casework.Notes;

/// <summary>What the tests of notes and plans have in common: an open file, the page's script, and buttons of their own address.</summary>
internal static class Typing
{
    /// <summary>A file that cas supports.</summary>
    public static async Task<Id<CaseFile>> FileAsync(this Desk desk, TestBrowser cas, string given = "Testina") => (await desk.OpenAsync(cas, new() { Given = given })).Referral.CaseFile;

    /// <summary>A button with an address of its own, as a browser without scripts presses it.</summary>
    public static Task<TestPage> PressAsync(this TestBrowser browser, TestPage page, string handler, Dictionary<string, string> fields, string form = "main form[method=post]") =>
        browser.SendAsync(new(HttpMethod.Post, page.Address.Split('?')[0] + "?handler=" + handler) { Content = new FormUrlEncodedContent(TestBrowser.FieldsOf(page, fields, form)) });

    /// <summary>What the page's script sends every few seconds.</summary>
    public static async Task<(TestPage Page, JsonElement? Told)> KeepAsync(this TestBrowser browser, TestPage page, Dictionary<string, string> fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, page.Address.Split('?')[0] + "?handler=Draft") { Content = new FormUrlEncodedContent(TestBrowser.FieldsOf(page, fields)) };
        request.Headers.Add("X-Kept-As-Typed", "1");
        var answer = await browser.SendAsync(request);
        return (answer, answer.Status == System.Net.HttpStatusCode.Accepted ? JsonDocument.Parse(answer.Text).RootElement : null);
    }

    public static async Task<TestPage> WriteAsync(this TestBrowser browser, Id<CaseFile> file, string words, Id<Note>? corrects = null, Dictionary<string, string>? more = null)
    {
        var page = await browser.GetAsync(WriteModel.Url("testing", file, corrects: corrects));
        return await browser.SubmitAsync(page, new(more ?? []) { ["Kind"] = "Visit", ["Words"] = words });
    }

    public static Task<List<Note>> NotesAsync(this Desk desk, Id<CaseFile> file) => desk.LookAsync(db => db.Notes.AsNoTracking().Where(n => n.CaseFile == file).OrderBy(n => n.SignedAt).ToListAsync());
}
