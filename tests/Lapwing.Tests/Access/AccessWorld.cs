using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals.Intake;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Access;

/// <summary>What tests of access share: members without an account, a family with both sides, and forms that are posted by hand.</summary>
internal static class AccessWorld
{
    public static async Task<Member> StaffAsync(this TestApp app, string name, Job jobs, Agency agency, params Team[] teams)
    {
        await using var db = await app.OpenAllAsync();
        var act = app.Act();
        var member = Member.Join(act, Guid.CreateVersion7(), name, agency.Id, jobs);
        db.Members.Add(member);
        db.TeamMemberships.AddRange(teams.Select(team => TeamMembership.Join(act, member.Id, team.Id)));
        await db.SaveAsync(act);
        return member;
    }

    /// <summary>The member as the door would see them now.</summary>
    public static async Task<Viewer> ViewerAsync(this TestApp app, Member member)
    {
        await using var db = await app.OpenAllAsync();
        var now = app.Now;
        var teams = await db.TeamMemberships.Where(t => t.Member == member.Id && t.From <= now && (t.Until == null || now < t.Until)).Select(t => t.Team).ToListAsync();
        var (files, addresses) = await Emergencies.RunningAsync(db, member.Id, now, default);
        return new(member.Id, member.Name, member.Agency, member.Jobs, teams, now, "test") { Emergencies = files, EmergencyAddresses = addresses };
    }

    public static async Task<PartnershipDb> AsAsync(this TestApp app, Member member) => await app.Partnerships.OpenAsync("testing", await app.ViewerAsync(member));

    /// <summary>A referral that names the other party too: two files of one matter, both in the triage of the front door.</summary>
    public static async Task<(ReceivedReferral Referral, CaseFile Harm)> FamilyAsync(this Desk desk, PersonAnswer? survivor = null, PersonAnswer? harmer = null, string? phone = null, string? address = null)
    {
        await using var db = await desk.App.OpenAllAsync();
        var act = desk.App.Act("referral.receive");
        var received = (await FrontDesk.ReadAsync(db)).Receive(act, new()
        {
            Who = WhoIsReferred.AdultVictim, Subject = survivor ?? new() { GivenName = "Sidonie", FamilyName = "Bothfield" }, Harmer = harmer ?? new() { GivenName = "Harmon", FamilyName = "Othersby" },
            SafeContact = new() { MayRing = true }, Basis = ConsentBasis.Consent, Telephone = phone, Address = address,
        }, new(Lapwing.Modules.Referrals.ReferralSource.Police));
        var batch = db.NewBatch();
        batch.AddRange(received.Entities);
        await db.SaveAsync(act, batch);
        return (received, received.Entities.OfType<CaseFile>().Single(f => f.Side == Side.PersonCausingHarm));
    }

    public static async Task GiveAsync(this TestApp app, Id<CaseFile> file, Team team, int days = 60)
    {
        await using var db = await app.OpenAllAsync();
        var act = app.Act("test.give");
        await Circles.GiveAsync(db, act, file, team.Id, Depth.Work, "test", act.At.AddDays(days));
        await db.SaveAsync(act);
    }

    public static Task<TestPage> PostAsync(this TestBrowser browser, TestPage from, string url, params (string Name, string Value)[] fields) =>
        browser.SendAsync(new(HttpMethod.Post, url)
        {
            Content = new FormUrlEncodedContent([.. TestBrowser.FieldsOf(from, [], "form[method=post]").Where(f => f.Key == "__RequestVerificationToken"), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]),
        });

    public static string MainHtml(this TestPage page) => page.Html.QuerySelector("main")!.InnerHtml;
}
