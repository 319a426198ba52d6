using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accounts.Files;
using Lapwing.Modules.Accounts.Walls;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Intake;
using Lapwing.Modules.Referrals.Search;
using Lapwing.Modules.Referrals.Support;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Tests.Modules.Casework;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Access;

/// <summary>Threat case 1: somebody in a file is, or knows, a member of staff. For that member no file of the family exists.</summary>
public sealed class WallTests
{
    private const int Staff = 60, Others = 140;

    [Theory, InlineData(EngineKind.Sqlite, 10_000), InlineData(EngineKind.Postgres, 2_000)]
    public async Task Of_sixty_staff_who_are_in_a_file_know_somebody_in_it_or_were_named_none_finds_a_trace(EngineKind engine, int people)
    {
        await using var desk = await Desk.StartAsync(engine);
        var (app, strangers) = (desk.App, (people - Staff * 2) / 2);
        await CrowdAsync(desk, strangers);
        var (staff, files) = (new List<Member>(), new List<(Id<CaseFile> Survivor, Id<CaseFile> Harm, string Name, DateOnly Born, string Phone, string Reference)>());
        for (var i = 0; i < Staff; i++)
        {
            var member = await app.StaffAsync($"{Sounds[i % 20]}a Stafford{Sounds[i / 3]}", Job.FrontDoor | Job.TeamManager, desk.Agency, desk.FrontDoor);
            staff.Add(member);
            await using (var db = await app.AsAsync(member))
            {
                var act = new Act(db.Viewer, app.Now, "test.declare", "test");
                if (i % 3 == 0)
                    await Declared.SayOfMyselfAsync(db, act, new(BornOn: Born(i)));
                else if (i % 3 == 1)
                    Declared.Add(db, act, Tie.Family, new($"Cousin{Sounds[i % 20]} Kinsman{Sounds[i / 3]}", Born(i)));
                await db.SaveAsync(act);
            }
            // In a third of the families the member is the survivor, in a third a relative is the one said to cause harm.
            var me = new PersonAnswer { GivenName = $"{Sounds[i % 20]}a", FamilyName = $"Stafford{Sounds[i / 3]}", BornOn = Born(i) };
            var relative = new PersonAnswer { GivenName = $"Cousin{Sounds[i % 20]}", FamilyName = $"Kinsman{Sounds[i / 3]}", BornOn = Born(i) };
            var stranger = new PersonAnswer { GivenName = $"Zq{Sounds[i % 20]}o", FamilyName = $"Nobody{Sounds[i / 3]}", BornOn = new(1950, 1, 1 + i % 20) };
            var phone = $"020 7946 0{100 + i}";
            var (received, harm) = await desk.FamilyAsync(i % 3 == 0 ? me : stranger, i % 3 == 1 ? relative : null, phone);
            files.Add((received.File.File.Id, harm.Id, i % 3 == 0 ? $"{me.GivenName} {me.FamilyName}" : $"{stranger.GivenName} {stranger.FamilyName}", i % 3 == 0 ? me.BornOn!.Value : stranger.BornOn!.Value, phone, received.Referral.Reference));
            if (i % 3 == 2)
            {
                await using var db = await app.OpenAllAsync();
                var act = app.Act();
                await Lapwing.Access.Walls.RaiseAsync(db, act, received.File.File.Id, member.Id, WallReason.Named);
                await db.SaveAsync(act);
            }
        }

        for (var i = 0; i < Staff; i++)
        {
            await using var db = await app.AsAsync(staff[i]);
            var (survivor, harm, name, born, phone, reference) = files[i];
            var finder = new Finder(db);
            var found = new List<Hit>();
            foreach (var wanted in new[] { new Wanted(name, null, null, null), new Wanted(name, born, null, null), new Wanted(null, born, null, null), new Wanted(null, null, phone, null), new Wanted(null, null, null, reference) })
                found.AddRange((await finder.FindAsync(wanted, default)).Hits);
            Assert.DoesNotContain(found, hit => hit.File == survivor || hit.File == harm);
            Assert.False(await db.CaseFiles.AnyAsync(f => f.Id == survivor || f.Id == harm), $"{i}: the file is there");
            Assert.False(await db.SearchKeys.AnyAsync(k => k.CaseFile == survivor || k.CaseFile == harm));
            Assert.False(await db.Referrals.AnyAsync(r => r.CaseFile == survivor));
            Assert.False(await db.StoredKeys.AnyAsync(k => k.CaseFile == survivor || k.CaseFile == harm));
            Assert.InRange(await db.Referrals.CountAsync(), strangers + Staff - 4, strangers + Staff - 1); // names that sound alike are suspected too
        }
        // The twin: a colleague of the same team sees all of them.
        await using var control = await app.AsAsync(desk.Members["ann"]);
        Assert.Equal(strangers + Staff, await control.Referrals.CountAsync());
        Assert.Equal(strangers + Staff, (await control.CaseFiles.ToListAsync()).Count(f => f.Side == Side.PersonCausingHarm));
        // Each is behind the walls of one family, and hardly anybody behind more.
        await using var all = await app.OpenAllAsync();
        Assert.InRange(await all.Walls.CountAsync(w => w.LiftedAt == null), Staff * 2, Staff * 3);
        Assert.InRange(await all.Walls.CountAsync(w => w.LiftedAt == null && !w.IsSuspected), Staff * 2, Staff * 2 + 4);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_member_behind_a_wall_is_answered_by_every_page_as_if_there_were_nothing(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        var (received, _) = await desk.FamilyAsync(new() { GivenName = "Zqwallina", FamilyName = "Zqbehind", BornOn = new(1988, 3, 4) }, phone: "020 7946 0321");
        var file = received.File.File.Id;
        using var ann = await desk.AsAsync("ann");
        using var ben = await desk.AsAsync("ben");
        var seen = await ben.GetAsync("/testing/worklist");
        Assert.Contains("Zqwallina", seen.Text, StringComparison.Ordinal);
        var form = await ann.GetAsync(WallModel.Url("testing", file));
        Assert.Contains("Choose the person who must not know", (await ann.SubmitAsync(form, [])).Errors);

        await ann.SubmitAndFollowAsync(form, new() { ["Member"] = desk.Members["ben"].Id.ToString() });

        foreach (var (yours, missing) in new[]
        {
            (FileModel.Url("testing", file), FileModel.Url("testing", Id<CaseFile>.New())), (AccessModel.Url("testing", file), AccessModel.Url("testing", Id<CaseFile>.New())),
            (ShareModel.Url("testing", file), ShareModel.Url("testing", Id<CaseFile>.New())), (WallModel.Url("testing", file), WallModel.Url("testing", Id<CaseFile>.New())),
            (RestrictModel.Url("testing", file), RestrictModel.Url("testing", Id<CaseFile>.New())), (ReferralModel.Url("testing", received.Referral.Id), ReferralModel.Url("testing", Id<Referral>.New())),
        })
        {
            var (not, there) = (await ben.GetAsync(yours), await ben.GetAsync(missing));
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (not.Status, there.Status));
            Assert.Equal(there.MainHtml(), not.MainHtml());
            Assert.Equal(HttpStatusCode.OK, (await ann.GetAsync(yours)).Status);
        }
        foreach (var url in new[] { "/testing", "/testing/worklist", "/testing/support", "/testing/shared", "/testing/emergency/looked", "/testing/figures" })
            Assert.DoesNotContain("Zqwallina", (await ben.GetAsync(url)).Text, StringComparison.Ordinal);
        var search = await ben.GetAsync("/testing/search");
        foreach (var (field, value) in new[] { ("Name", "Zqwallina Zqbehind"), ("Phone", "020 7946 0321"), ("Reference", received.Referral.Reference) })
            Assert.DoesNotContain("Zqbehind<", (await ben.SubmitAsync(search, new() { [field] = value })).Text, StringComparison.Ordinal);
        Assert.Contains("Zqbehind", (await ann.SubmitAsync(await ann.GetAsync("/testing/search"), new() { ["Name"] = "Zqwallina Zqbehind" })).Html.QuerySelector("main a[href*='files'], main a[href*='referrals']")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_conflict_is_found_whichever_came_first_and_a_suspicion_hides_until_a_guardian_has_decided(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        var app = desk.App;
        var (received, _) = await desk.FamilyAsync(new() { GivenName = "Mildred", FamilyName = "Lateborn" });
        var file = received.File.File.Id;

        var joined = await app.StaffAsync("Mildred Lateborn", Job.FrontDoor, desk.Agency, desk.FrontDoor);

        await using (var db = await app.AsAsync(joined))
            Assert.False(await db.CaseFiles.AnyAsync(f => f.Id == file));
        using var gus = await desk.AsAsync("gus");
        var list = await gus.GetAsync(WallsModel.Url("testing"));
        var card = Assert.Single(list.Html.QuerySelectorAll(".govuk-summary-card").Select(c => c.TextContent), text => text.Contains(file.ToString(), StringComparison.Ordinal));
        Assert.Contains("suspected", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Harmon", list.Text, StringComparison.Ordinal);
        foreach (var wall in list.Html.QuerySelectorAll("input[name=Wall]").Select(input => input.GetAttribute("value")!).ToList())
            Assert.Equal(HttpStatusCode.Redirect, (await gus.PostAsync(list, WallsModel.Url("testing") + "?handler=Dismiss", ("Wall", wall))).Status);
        await using (var db = await app.AsAsync(joined))
            Assert.True(await db.CaseFiles.AnyAsync(f => f.Id == file));

        // What a guardian has looked at is not raised again by the same likeness; a birth date that makes it sure is.
        await using (var db = await app.AsAsync(joined))
        {
            var act = new Act(db.Viewer, app.Now, "test", "test");
            await Declared.SayOfMyselfAsync(db, act, new(Telephone: "020 7946 0777"));
            await db.SaveAsync(act);
        }
        await using (var db = await app.AsAsync(joined))
            Assert.True(await db.CaseFiles.AnyAsync(f => f.Id == file));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_wall_is_lifted_by_two_guardians_and_by_nobody_behind_it(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        var app = desk.App;
        var second = await app.JoinAsync("gil@example.org", Job.Guardian, desk.Agency);
        var (received, harm) = await desk.FamilyAsync();
        foreach (var member in new[] { desk.Members["ben"], desk.Members["gus"] })
        {
            await using var db = await app.OpenAllAsync();
            var act = app.Act();
            await Lapwing.Access.Walls.RaiseAsync(db, act, member.Id == desk.Members["gus"].Id ? harm.Id : received.File.File.Id, member.Id, WallReason.Named);
            await db.SaveAsync(act);
        }
        using var gus = await desk.AsAsync("gus");
        using var gil = await app.SignInAsync("gil@example.org");
        // gus is behind a wall of this family himself: neither it nor the others stand on his list, and the trail of the file is empty for him.
        Assert.DoesNotContain(received.File.File.Id.ToString(), (await gus.GetAsync(WallsModel.Url("testing") + "?show=standing")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Looked", (await gus.GetAsync($"/testing/audit?casenumber={received.File.File.Id}")).MainHtml(), StringComparison.Ordinal);
        var list = await gil.GetAsync(WallsModel.Url("testing") + "?show=standing");
        Id<Wall> wall;
        await using (var db = await app.OpenAllAsync())
            wall = await db.Walls.Where(w => w.File == received.File.File.Id && w.Member == desk.Members["ben"].Id).Select(w => w.Id).SingleAsync();
        Assert.Contains(wall.ToString(), list.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await gil.PostAsync(list, WallsModel.Url("testing") + "?handler=Propose", ("Wall", wall.ToString()))).Status);
        var alone = await gil.PostAsync(list, WallsModel.Url("testing") + "?handler=Lift", ("Wall", wall.ToString()));
        Assert.Contains("somebody else must agree", alone.Errors.Single(), StringComparison.Ordinal);
        await using (var db = await app.AsAsync(desk.Members["ben"]))
            Assert.False(await db.CaseFiles.AnyAsync(f => f.Id == received.File.File.Id));
        await app.JoinAsync("gwen@example.org", Job.Guardian, desk.Agency);
        using var gwen = await app.SignInAsync("gwen@example.org");
        Assert.Equal(HttpStatusCode.Redirect, (await gwen.PostAsync(await gwen.GetAsync(WallsModel.Url("testing")), WallsModel.Url("testing") + "?handler=Lift", ("Wall", wall.ToString()))).Status);
        await using (var db = await app.AsAsync(desk.Members["ben"]))
            Assert.True(await db.CaseFiles.AnyAsync(f => f.Id == received.File.File.Id));
        Assert.NotEqual(second.Id, desk.Members["ben"].Id);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task When_a_wall_takes_the_worker_away_the_manager_is_told_that_somebody_must_take_over_and_not_why(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        await desk.App.JoinAsync("mia@example.org", Job.TeamManager, desk.Agency, desk.Outreach);
        using var cas = await desk.AsAsync("cas");
        var (referral, id) = await desk.OpenAsync(cas);
        using var mia = await desk.App.SignInAsync("mia@example.org");
        Assert.Contains("Everybody has a worker", (await mia.GetAsync(TakeOverModel.Url("testing"))).Text, StringComparison.Ordinal);

        await cas.SubmitAsync(await cas.GetAsync(WallModel.Url("testing", referral.CaseFile)), new() { ["Member"] = desk.Members["cas"].Id.ToString() });

        Assert.Equal(HttpStatusCode.NotFound, (await cas.GetAsync(EpisodeModel.Url("testing", id))).Status);
        Assert.Contains("1 person for whom somebody must take over", (await mia.GetAsync("/testing")).Text, StringComparison.Ordinal);
        var page = await mia.GetAsync(TakeOverModel.Url("testing"));
        Assert.Contains(WorkerModel.Url("testing", id), page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("wall", page.MainHtml(), StringComparison.OrdinalIgnoreCase);
        await mia.SubmitAndFollowAsync(await mia.GetAsync(WorkerModel.Url("testing", id)), new() { ["Worker"] = desk.Members["eve"].Id.ToString() });
        Assert.Contains("Everybody has a worker", (await mia.GetAsync(TakeOverModel.Url("testing"))).Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_number_or_address_that_is_written_down_later_raises_the_wall_too_and_finds_the_person_as_long_as_it_stands(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        var app = desk.App;
        var (referral, _) = await desk.OpenAsync(await desk.AsAsync("cas"), new() { Given = "Zqringa", Family = "Zqlater" });
        foreach (var (who, self) in new[] { ("eve", new DeclaredWho(Telephone: "020 7946 0555")), ("max", new DeclaredWho(Email: "max@inbox.example")) })
        {
            await using var db = await app.AsAsync(desk.Members[who]);
            Assert.True(await db.CaseFiles.AnyAsync(f => f.Id == referral.CaseFile));
            await Declared.SayOfMyselfAsync(db, new(db.Viewer, app.Now, "test.declare", "test"), self);
            await db.SaveAsync(new(db.Viewer, app.Now, "test.declare", "test"));
        }
        using var cas = await desk.AsAsync("cas");
        var url = Lapwing.Modules.Casework.Contact.Pages.ContactModel.Url("testing", referral.CaseFile) + "/method";
        var form = await cas.GetAsync(url);
        var person = form.Html.QuerySelector("input[name=Person]")!.GetAttribute("value")!;

        await cas.SubmitAndFollowAsync(form, new() { ["Person"] = person, ["Kind"] = "Telephone", ["Value"] = "+44 20 7946 0555", ["Safe"] = "not-asked" });
        await cas.SubmitAndFollowAsync(await cas.GetAsync(url), new() { ["Person"] = person, ["Kind"] = "Email", ["Value"] = "Max@Inbox.example", ["Safe"] = "not-asked" });

        foreach (var who in new[] { "eve", "max" })
        {
            await using var db = await app.AsAsync(desk.Members[who]);
            Assert.False(await db.CaseFiles.AnyAsync(f => f.Id == referral.CaseFile), who);
        }
        Assert.True(await FindsAsync("020 7946 0555"));
        var method = await desk.LookAsync(db => db.ContactMethods.SingleAsync(m => m.CaseFile == referral.CaseFile && m.Kind == ContactKind.Telephone));
        await cas.SubmitAndFollowAsync(await cas.GetAsync($"{url}?method={method.Id}"), new() { ["Value"] = "020 7946 0556" });
        Assert.Equal((false, true), (await FindsAsync("020 7946 0555"), await FindsAsync("020 7946 0556")));

        async Task<bool> FindsAsync(string phone)
        {
            await using var db = await app.AsAsync(desk.Members["cas"]);
            return (await new Finder(db).FindAsync(new(null, null, phone, null), default)).Hits.Any(hit => hit.File == referral.CaseFile);
        }
    }

    /// <summary>Everybody else: members and families who have nothing to do with each other.</summary>
    private static async Task CrowdAsync(Desk desk, int families)
    {
        var app = desk.App;
        await using var db = await app.OpenAllAsync();
        var act = app.Act("referral.receive");
        var random = new Random(1);
        for (var i = 0; i < Others; i++)
            db.Members.Add(Member.Join(act, Guid.CreateVersion7(), $"{Word(random)} {Word(random)}", desk.Agency.Id, Job.FrontDoor));
        var door = await FrontDesk.ReadAsync(db);
        var batch = db.NewBatch();
        for (var i = 0; i < families; i++)
            batch.AddRange(door.Receive(act, new()
            {
                Who = WhoIsReferred.AdultVictim, Subject = Stranger(), Harmer = Stranger(), SafeContact = new() { MayRing = true }, Basis = ConsentBasis.Consent,
            }, new(ReferralSource.Police), Reference.OfOrdinal(500_000 + i)).Entities);
        await db.SaveAsync(act, batch);

        PersonAnswer Stranger() => new() { GivenName = Word(random), FamilyName = Word(random), BornOn = new DateOnly(1940, 1, 1).AddDays(random.Next(25_000)) };
    }

    /// <summary>A name that sounds like nobody's here.</summary>
    private static string Word(Random random) => string.Concat(Enumerable.Range(0, 4).Select(_ => $"{"bdfgjklmnprstvwz"[random.Next(16)]}{"aeiou"[random.Next(5)]}"));

    private static DateOnly Born(int i) => new(1970 + i % 30, 1 + i % 12, 13 + i % 15);

    // Parts of names that sound different from each other.
    internal static readonly string[] Sounds = ["bolt", "crag", "dell", "fenn", "garth", "holm", "kirk", "lund", "moss", "nook", "parr", "rigg", "shaw", "thorp", "vale", "wick", "yarm", "bexx", "dunn", "tarn"];
}
