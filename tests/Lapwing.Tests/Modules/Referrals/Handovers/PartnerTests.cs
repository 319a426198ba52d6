using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Referrals.Handovers;
using Lapwing.Modules.Referrals.Handovers.Between;
using Lapwing.Modules.Referrals.Handovers.Pages;
using Lapwing.Settings;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Referrals.Handovers;

/// <summary>Who is a partner, by two people; and where a partner may be (threat case 37).</summary>
public sealed class PartnerTests
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task One_administrator_proposes_a_partner_and_another_confirms_it(EngineKind engine)
    {
        await using var two = await TwoPartnerships.StartAsync(engine, agreed: false);
        await two.App.JoinAsync("abe@example.org", Job.Administrator, two.Desk.Agency);
        using var ada = await two.Desk.AsAsync("ada");
        using var abe = await two.Desk.AsAsync("abe");
        var form = await ada.GetAsync(AddPartnerModel.Url(TwoPartnerships.Here));
        Assert.Equal(["Choose the partnership"], (await ada.SubmitAsync(form, [])).Errors);
        Assert.StartsWith("This is not a partner's card", Assert.Single((await ada.SubmitAsync(form, new() { ["Which"] = AddPartnerModel.Elsewhere, ["Card"] = "nothing \U0001F41F" })).Errors), StringComparison.Ordinal);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ada.SubmitAsync(form, new() { ["Which"] = TwoPartnerships.There })));
        Assert.Equal(1, await two.LookAsync(TwoPartnerships.Here, db => db.Partners.CountAsync()));
        Assert.Equal(["This partnership is proposed already. Another administrator decides on it"], (await ada.SubmitAsync(await ada.GetAsync(AddPartnerModel.Url(TwoPartnerships.Here)), new() { ["Which"] = TwoPartnerships.There })).Errors);
        var mine = await ada.GetAsync(PartnersModel.Url(TwoPartnerships.Here));
        Assert.Contains("another administrator confirms it", mine.Text, StringComparison.Ordinal);
        Assert.Empty(mine.Html.QuerySelectorAll("form.lapwing-confirm"));
        // Nothing can be handed over to somebody who is only proposed.
        using var ann = await two.Desk.AsAsync("ann");
        Assert.Contains("There is no partnership yet", (await ann.GetAsync(HandOverModel.Url(TwoPartnerships.Here, (await two.Desk.ReceiveAsync()).CaseFile))).Text, StringComparison.Ordinal);

        var page = await abe.GetAsync(PartnersModel.Url(TwoPartnerships.Here));
        // By hand, the proposer's own yes is refused.
        var partner = await two.LookAsync(TwoPartnerships.Here, db => db.Partners.AsNoTracking().SingleAsync());
        var own = await ada.SendAsync(new(HttpMethod.Post, PartnersModel.Url(TwoPartnerships.Here) + "?handler=Confirm")
        {
            Content = new FormUrlEncodedContent([new("Partner", partner.Id.ToString()), new("__RequestVerificationToken", mine.Html.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? form.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]),
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.Status);
        page = await abe.SubmitAndFollowAsync(page, [], "form.lapwing-confirm");
        Assert.Contains("Confirmed", page.Text, StringComparison.Ordinal);
        page = await abe.SubmitAndFollowAsync(page, [], "form.lapwing-end");
        Assert.Contains("Ended", page.Text, StringComparison.Ordinal);
        // Nobody else comes near.
        Assert.Equal(HttpStatusCode.Forbidden, (await ann.GetAsync(PartnersModel.Url(TwoPartnerships.Here))).Status);
    }

    [Fact]
    public void A_card_says_what_it_was_made_of_and_a_changed_one_has_another_fingerprint()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("lapwing-keys-").FullName;
        using var keys = HandoverKeys.Open(new Installation { DataFolder = Path.Combine(folder, "data"), KeyFile = Path.Combine(folder, "keys.json") }, DateTime.UnixEpoch);
        using var again = HandoverKeys.Open(new Installation { DataFolder = Path.Combine(folder, "data"), KeyFile = Path.Combine(folder, "keys.json") }, DateTime.UnixEpoch);
        Assert.Equal(keys.SigningKey, again.SigningKey);
        Assert.Equal(keys.CertificatePin, again.CertificatePin); // the certificate is made anew, its key stays
        var card = PartnerCard.Of("drive-east-area", "Drive in the East Area", "https://drive.example.org:6443", keys);
        var read = PartnerCard.Read("\r\n  " + card.ToText().ReplaceLineEndings("\r\n  ") + "\n\n", out var problem)!;
        Assert.Null(problem);
        Assert.Equal(card.ToText(), read.ToText());
        Assert.Equal(card.Fingerprint, read.Fingerprint);
        Assert.Matches("^([0-9A-F]{4} ){7}[0-9A-F]{4}$", card.Fingerprint);
        Assert.NotEqual(card.Fingerprint, (card with { Url = "https://drive.example.com:6443" }).Fingerprint);
        var text = card.ToText();
        Assert.Null(PartnerCard.Read(text.Replace("https:", "http:", StringComparison.Ordinal), out _));
        Assert.Null(PartnerCard.Read(text.Replace("drive-east-area", "Drive/../x", StringComparison.Ordinal), out _));
        Assert.Null(PartnerCard.Read(text.Replace("sign: ", "sign: A", StringComparison.Ordinal), out _));
        Assert.Null(PartnerCard.Read(new string('x', 10_000), out _));
        Assert.DoesNotContain("PRIVATE", File.ReadAllText(Path.Combine(folder, "keys.json")).Replace("\"signing\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        System.IO.Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("http://partner.example.org"), InlineData("https://user:pass@partner.example.org"), InlineData("https://partner.example.org@evil.example"), InlineData("https://partner.example.org/path")]
    [InlineData("https://partner.example.org/?x=1"), InlineData("https://partner.example.org#x"), InlineData("https://2130706433"), InlineData("https://0x7f000001"), InlineData("https://017700000001"), InlineData("https://127.1")]
    [InlineData("https://169.254.169.254"), InlineData("https://[::ffff:169.254.169.254]"), InlineData("https://0.0.0.0"), InlineData("https://[::]"), InlineData("https://[fe80::1]"), InlineData("https://224.0.0.1"), InlineData("https://255.255.255.255")]
    [InlineData("//partner.example.org"), InlineData("https:partner.example.org"), InlineData("https:///partner.example.org"), InlineData("https://partner.example.org//"), InlineData("https:\\\\partner.example.org"), InlineData("ftp://partner.example.org")]
    [InlineData("file:///etc/passwd"), InlineData("https://"), InlineData(""), InlineData("https://partner.example.org:0443"), InlineData("https://partner.example.org:99999"), InlineData("https://partner%2eexample.org"), InlineData("https://ⓔxample.org"), InlineData("gopher://x")]
    public void An_address_that_hides_where_it_leads_is_refused(string url) => Assert.NotNull(PartnerUrl.Problem(url));

    [Theory, InlineData("https://handover.example.org"), InlineData("https://handover.example.org:6443"), InlineData("https://handover.example.org/"), InlineData("https://10.4.5.6:6443"), InlineData("https://127.0.0.1:6443"), InlineData("https://[2001:db8::5]:6443")]
    public void An_ordinary_address_is_good(string url) => Assert.Null(PartnerUrl.Problem(url));
}
