using System.Net;
using System.Text;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Modules.Risk;
using Lapwing.Modules.Risk.Settings;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Risk;

public sealed class RiskSettingsTests
{
    private const string OurPack = """
        { "code": "our-pack", "version": 1, "title": "Our made-up questions", "acknowledgement": "Written for a test",
          "items": [ { "code": "one", "section": "All", "text": "A first made-up question?" }, { "code": "two", "section": "All", "text": "A second made-up question?" } ] }
        """;

    private static async Task<TestPage> LoadAsync(TestBrowser browser, byte[] file)
    {
        var page = await browser.GetAsync(LoadPackModel.Url("testing"));
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in TestBrowser.FieldsOf(page, []))
            body.Add(new StringContent(value), name);
        body.Add(new ByteArrayContent(file), "Upload", "pack.json");
        return await browser.SendAsync(new(HttpMethod.Post, LoadPackModel.Url("testing")) { Content = body });
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_partnership_asks_its_own_questions_draws_its_own_lines_and_old_assessments_stay(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        var referral = await desk.ReceiveAsync();
        using var ann = await desk.AsAsync("ann");
        using var ada = await desk.AsAsync("ada");
        var before = await ann.SubmitAndFollowAsync(await ann.GetAsync(AssessModel.Url("testing", referral.Id)), new() { ["Answers[hurt].Answer"] = "Yes" });

        Assert.Equal(HttpStatusCode.Redirect, (await LoadAsync(ada, Encoding.UTF8.GetBytes(OurPack))).Status);
        var form = await ada.GetAsync(BandsModel.Url("testing"));
        var refused = await ada.SubmitAsync(form, new() { ["Input.Pack"] = "our-pack/1" });
        Assert.Contains("High risk must begin at 2 or less, the highest score of the questionnaire", refused.Errors);
        await ada.SubmitAndFollowAsync(refused, new() { ["Input.MediumFrom"] = "1", ["Input.HighFrom"] = "2", ["Input.MaracThreshold"] = "2" });

        var assess = await ann.GetAsync(AssessModel.Url("testing", referral.Id));
        Assert.Contains("A second made-up question?", assess.Text, StringComparison.Ordinal);
        var after = await ann.SubmitAndFollowAsync(assess, new() { ["Answers[one].Answer"] = "Yes", ["Answers[two].Answer"] = "Yes" });
        Assert.Contains("The score is 2 of 2, which is high risk here (medium from 1, high from 2).", after.Text, StringComparison.Ordinal);
        Assert.Contains("our-pack version 1", after.Text, StringComparison.Ordinal);
        var old = await ann.GetAsync(before.Address);
        Assert.Equal("Risk assessment: standard", old.Heading);
        Assert.Contains("The score is 1 of 24, which is standard risk here (medium from 10, high from 14).", old.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_file_that_is_no_questionnaire_is_refused_with_every_reason_and_a_version_never_changes(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        using var ada = await desk.AsAsync("ada");

        Assert.Single((await LoadAsync(ada, [])).Errors);
        Assert.Contains("cannot be read as a questionnaire", (await LoadAsync(ada, "not json"u8.ToArray())).Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(["The file is not in UTF-8: save it again as JSON in UTF-8"], (await LoadAsync(ada, [.. Encoding.UTF8.GetBytes(OurPack[..50]), 0xE9, 0x80])).Errors);
        Assert.Equal(["The file must be smaller than 1 MB"], (await LoadAsync(ada, new byte[LoadPackModel.LargestFile + 1])).Errors);
        var wrong = OurPack.Replace("\"version\": 1", "\"version\": 0", StringComparison.Ordinal).Replace("\"code\": \"two\"", "\"code\": \"one\"", StringComparison.Ordinal);
        Assert.Equal(["The version must be 1 or more.", "Question 2 (one): the code is used twice."], (await LoadAsync(ada, Encoding.UTF8.GetBytes(wrong))).Errors);
        Assert.Equal(0, await desk.LookAsync(db => db.RiskPacks.CountAsync()));

        Assert.Equal(HttpStatusCode.Redirect, (await LoadAsync(ada, Encoding.UTF8.GetBytes(OurPack))).Status);
        Assert.Equal(["Version 1 of our-pack is already loaded, and a version never changes: raise the version in the file"], (await LoadAsync(ada, Encoding.UTF8.GetBytes(OurPack))).Errors);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_case_worker_cannot_change_how_risk_is_assessed(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        using var cas = await desk.AsAsync("cas");
        using var ada = await desk.AsAsync("ada");

        Assert.Equal(HttpStatusCode.Forbidden, (await cas.GetAsync(BandsModel.Url("testing"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await cas.GetAsync(LoadPackModel.Url("testing"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync(BandsModel.Url("testing"))).Status);
    }
}
