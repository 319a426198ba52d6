using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Linkage;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Search;
using Lapwing.Modules.Referrals.Support;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Tests.Modules.Referrals.Intake;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lapwing.Tests.Modules.People.Linkage;

public sealed class SamePersonTests(Desks desks, IntakeWorlds worlds) : IClassFixture<Desks>, IClassFixture<IntakeWorlds>
{
    private static int taken;

    private static readonly string[] Beginnings = ["Brack", "Dorvil", "Fenwig", "Gildas", "Haskom", "Jolber", "Kestru", "Lumnar", "Mardeth", "Novic", "Ospring", "Pelcham"], Endings = ["sted", "quay", "rimmon", "ford"];

    /// <summary>A family name that no other test has, and a birth date of which day and month can be changed over.</summary>
    private static (string Family, DateOnly Born) Fresh()
    {
        var n = Interlocked.Increment(ref taken);
        return (Beginnings[n % Beginnings.Length] + Endings[n / Beginnings.Length], new(1950 + n, 1 + n * 7 % 12, 1 + (n * 7 + 5) % 12));
    }

    private static async Task<(Referral First, Referral Second)> TwiceAsync(Desk desk, (string Family, DateOnly Born) who, Lapwing.Modules.Directory.Team? second = null, SafeContact? secondSafe = null)
    {
        var first = await desk.ReceiveAsync(new() { Given = "Wilhelmina", Family = who.Family, Born = who.Born });
        return (first, await desk.ReceiveAsync(new() { Given = "Wilhelmena", Family = who.Family, Born = SearchTerms.Swapped(who.Born), SafeContact = secondSafe ?? new() { MayRing = true } }, second));
    }

    private static Dictionary<string, string> Say(string verdict, string reason = "Both were born on one day and share a made-up sister") => new() { ["Verdict"] = verdict, ["Reason"] = reason };

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Two_files_of_one_person_are_suggested_with_reasons_joined_and_parted_again_and_neither_changes(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var (first, second) = await TwiceAsync(desk, Fresh());
        var before = await StateAsync(desk, first, second);
        using var ann = await desk.AsAsync("ann");
        var page = await ann.GetAsync(SameModel.Url("testing", first.CaseFile));
        var likely = page.Html.QuerySelector(".lapwing-likely")!.TextContent;
        Assert.Contains("Wilhelmena", likely, StringComparison.Ordinal);
        Assert.Contains("same family name", likely, StringComparison.Ordinal);
        Assert.Contains("birth date with day and month changed over", likely, StringComparison.Ordinal);
        Assert.Matches(@"\d\d% likely", likely);
        Assert.DoesNotContain("Wilhelm", page.Html.Title, StringComparison.Ordinal);

        var joined = await ann.SubmitAndFollowAsync(page, Say("Same"), "form.lapwing-decide");

        Assert.Contains("share a made-up sister", joined.Html.QuerySelector(".lapwing-joined")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(joined.Html.QuerySelectorAll(".lapwing-likely"));
        foreach (var (file, other) in new[] { (first, second), (second, first) })
            Assert.Contains(other.Reference, (await ann.GetAsync(FileModel.Url("testing", file.CaseFile))).Html.QuerySelector(".lapwing-file-alert")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync(desk, first, second));

        var parted = await ann.SubmitAndFollowAsync(joined, new() { ["Reason"] = "It was her cousin" }, "form.lapwing-end");

        Assert.Empty(parted.Html.QuerySelectorAll(".lapwing-joined"));
        Assert.Null((await ann.GetAsync(FileModel.Url("testing", second.CaseFile))).Html.QuerySelector(".lapwing-file-alert"));
        Assert.Equal(before, await StateAsync(desk, first, second));
        Assert.Contains("Same person decide", (await ann.GetAsync(Lapwing.Modules.Accounts.Files.AccessModel.Url("testing", second.CaseFile))).Html.QuerySelector("#looks")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Who_may_know_one_file_learns_only_that_there_is_another_and_behind_a_wall_not_even_that(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var (first, second) = await TwiceAsync(desk, Fresh(), secondSafe: new() { MayRing = true, NotSafeToTalkTo = "Zqsecretfear" });
        await GiveAsync(desk, first.CaseFile, desk.Outreach);
        await GiveAsync(desk, second.CaseFile, desk.Elsewhere);
        using var ann = await desk.AsAsync("ann");
        await ann.SubmitAndFollowAsync(await ann.GetAsync(SameModel.Url("testing", first.CaseFile)), Say("Same", "Zqsecretreason"), "form.lapwing-decide");

        using var cas = await desk.AsAsync("cas");
        foreach (var url in new[] { FileModel.Url("testing", first.CaseFile), SameModel.Url("testing", first.CaseFile) })
        {
            var page = await cas.GetAsync(url);
            Assert.Contains("known to this partnership in another file too: ask the front door on 020 7946 0001", page.Text, StringComparison.Ordinal);
            foreach (var secret in new[] { "Wilhelmena", second.Reference, "Zqsecret", second.CaseFile.ToString() })
                Assert.DoesNotContain(secret, page.Text, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await cas.GetAsync(FileModel.Url("testing", second.CaseFile))).Status);
        Assert.Contains("Zqsecretfear", (await ann.GetAsync(FileModel.Url("testing", first.CaseFile))).Html.QuerySelector(".lapwing-file-alert")!.TextContent, StringComparison.Ordinal);

        await using (var db = await desk.App.OpenAllAsync())
        {
            var act = desk.App.Act();
            db.Walls.Add(Wall.Raise(act, second.CaseFile, desk.Members["cas"].Id, "test"));
            await db.SaveAsync(act);
        }
        Assert.DoesNotContain("another file", (await cas.GetAsync(FileModel.Url("testing", first.CaseFile))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("known to this partnership", (await cas.GetAsync(SameModel.Url("testing", first.CaseFile))).Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Not_the_same_person_binds_until_two_people_have_lifted_it(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var (first, second) = await TwiceAsync(desk, Fresh());
        using var ann = await desk.AsAsync("ann");
        using var ben = await desk.AsAsync("ben");
        var suggested = await ann.GetAsync(SameModel.Url("testing", first.CaseFile));
        await LookAsync(desk);
        Assert.True(await IsListedAsync(desk, first, second));

        var apart = await ann.SubmitAndFollowAsync(suggested, Say("NotSame"), "form.lapwing-decide");

        Assert.NotNull(apart.Html.QuerySelector(".lapwing-apart"));
        Assert.Empty(apart.Html.QuerySelectorAll(".lapwing-likely"));
        Assert.Empty((await ann.GetAsync(SameModel.Url("testing", second.CaseFile))).Html.QuerySelectorAll(".lapwing-likely"));
        await LookAsync(desk);
        Assert.False(await IsListedAsync(desk, first, second));
        Assert.DoesNotContain(second.Reference, (await ann.GetAsync(ReferralModel.Url("testing", first.Id))).Html.QuerySelector("#known")?.ParentElement!.TextContent ?? "", StringComparison.Ordinal);
        // A page that still shows the form, or one that is made up, joins nobody.
        var refused = await ann.SubmitAsync(suggested, Say("Same"), "form.lapwing-decide");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("found not to be the same person", refused.Errors.Single(), StringComparison.Ordinal);

        var asked = await ann.SubmitAndFollowAsync(apart, new() { ["Reason"] = "A made-up second thought" }, "form.lapwing-end");
        Assert.NotNull(asked.Html.QuerySelector(".lapwing-apart"));
        Assert.NotEqual(HttpStatusCode.Redirect, (await ann.SendAsync(PostTo(asked, "End"))).Status);
        Assert.NotNull((await ann.GetAsync(SameModel.Url("testing", first.CaseFile))).Html.QuerySelector(".lapwing-apart"));

        var bens = await ben.GetAsync(SameModel.Url("testing", first.CaseFile));
        Assert.Contains("A made-up second thought", bens.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ben.SendAsync(PostTo(bens, "End"))).Status);
        Assert.NotEmpty((await ben.GetAsync(SameModel.Url("testing", first.CaseFile))).Html.QuerySelectorAll(".lapwing-likely"));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Parting_files_that_different_teams_know_takes_a_second_person(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var (first, second) = await TwiceAsync(desk, Fresh());
        await GiveAsync(desk, second.CaseFile, desk.Outreach);
        using var ann = await desk.AsAsync("ann");
        var joined = await ann.SubmitAndFollowAsync(await ann.GetAsync(SameModel.Url("testing", first.CaseFile)), Say("Same"), "form.lapwing-decide");

        var asked = await ann.SubmitAndFollowAsync(joined, new() { ["Reason"] = "It was her cousin" }, "form.lapwing-end");

        Assert.NotNull(asked.Html.QuerySelector(".lapwing-joined form.lapwing-second"));
        using var ben = await desk.AsAsync("ben");
        await ben.SendAsync(PostTo(await ben.GetAsync(SameModel.Url("testing", second.CaseFile)), "End"));
        Assert.Null((await ann.GetAsync(SameModel.Url("testing", first.CaseFile))).Html.QuerySelector(".lapwing-joined"));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_either_file_forbids_is_forbidden_for_both(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var (first, second) = await TwiceAsync(desk, Fresh(), secondSafe: new() { MayText = true });
        await using (var db = await desk.App.OpenAllAsync())
        {
            var act = desk.App.Act();
            db.ContactMethods.AddRange(ContactMethod.Add(act, await db.KeyOfAsync(first.CaseFile), db.Session.Index, first.Subject, ContactKind.Telephone, "020 7946 0321", new() { MayRing = true }),
                ContactMethod.Add(act, await db.KeyOfAsync(second.CaseFile), db.Session.Index, second.Subject, ContactKind.Telephone, "+44 20 7946 0321", MethodSafety.Nothing));
            await db.SaveAsync(act);
        }
        using var ann = await desk.AsAsync("ann");
        var joined = await ann.SubmitAndFollowAsync(await ann.GetAsync(SameModel.Url("testing", first.CaseFile)), Say("Same"), "form.lapwing-decide");

        Assert.Contains("Not safe, whichever file says so: 020 7946 0321", joined.Html.QuerySelector(".lapwing-joined")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Do not ring.", joined.Html.QuerySelectorAll(".lapwing-together li").Select(li => li.TextContent));
        Assert.Contains("Do not text.", joined.Html.QuerySelectorAll(".lapwing-together li").Select(li => li.TextContent));
        Assert.Contains("Not safe: +44 20 7946 0321", (await ann.GetAsync(FileModel.Url("testing", first.CaseFile))).Html.QuerySelector(".lapwing-file-alert")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_list_shows_a_pair_to_who_may_know_both_files_and_nothing_of_it_to_anybody_else(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var who = Fresh();
        var family = who.Family;
        var (first, second) = await TwiceAsync(desk, who);
        await GiveAsync(desk, first.CaseFile, desk.Outreach);
        using var ann = await desk.AsAsync("ann");
        using var cas = await desk.AsAsync("cas");
        await ann.SubmitAndFollowAsync(await ann.GetAsync(SameListModel.Url("testing")), []);
        using var runner = ActivatorUtilities.CreateInstance<Lapwing.Jobs.JobRunner>(desk.App.Services);
        while (await runner.RunNextAsync("testing", default))
        {
        }
        Assert.Contains(family, await AllPagesAsync(ann), StringComparison.Ordinal);
        Assert.DoesNotContain(family, await AllPagesAsync(cas), StringComparison.Ordinal);
        await GiveAsync(desk, second.CaseFile, desk.Outreach);
        Assert.Contains(family, await AllPagesAsync(cas), StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Wrong_input_is_said_and_what_was_typed_stays(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var (first, _) = await TwiceAsync(desk, Fresh());
        using var ann = await desk.AsAsync("ann");
        var page = await ann.GetAsync(SameModel.Url("testing", first.CaseFile));

        var unsaid = await ann.SubmitAsync(page, new() { ["Reason"] = "Kept 🦉 words" }, "form.lapwing-decide");
        Assert.Equal((HttpStatusCode.BadRequest, "Say whether they are the same person"), (unsaid.Status, unsaid.Errors.Single()));
        Assert.Contains("Kept 🦉 words", unsaid.Html.QuerySelector("form.lapwing-decide textarea")!.TextContent, StringComparison.Ordinal);
        var unreasoned = await ann.SubmitAsync(page, new() { ["Verdict"] = "Same" }, "form.lapwing-decide");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Say how you know. Whoever looks at this later depends on it."), (unreasoned.Status, unreasoned.Errors.Single()));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Before_a_referral_is_made_a_member_sees_who_is_known_and_of_others_only_whom_to_ask(EngineKind engine)
    {
        var world = await worlds.OnAsync(engine);
        using var worker = await world.App.SignInAsync(IntakeWorld.Worker);
        using var school = await world.App.SignInAsync(IntakeWorld.Referrer);
        var family = Fresh().Family;
        Dictionary<string, Dictionary<string, string>> about = new()
        {
            ["name"] = new() { ["IsNamed"] = "true", ["GivenName"] = "Wilhelmina", ["FamilyName"] = family },
            ["age"] = new() { ["BornOn.Day"] = "2", ["BornOn.Month"] = "3", ["BornOn.Year"] = "1984" },
        };
        var check = await IntakeWorld.WalkAsync(worker, await worker.SubmitAndFollowAsync(await worker.GetAsync("/testing/refer"), []), about);
        Assert.Null(check.Html.QuerySelector("#known"));
        var reference = IntakeWorld.ReferenceOn(await IntakeWorld.SendAsync(worker, check));

        var again = await IntakeWorld.WalkAsync(worker, await worker.SubmitAndFollowAsync(await worker.GetAsync("/testing/refer"), []), about);

        Assert.Contains(reference, again.Html.QuerySelector("#known")!.ParentElement!.TextContent, StringComparison.Ordinal);
        // Somebody who refers and does no case work could ask about anybody, so is told nothing.
        Assert.Null((await IntakeWorld.WalkAsync(school, await school.SubmitAndFollowAsync(await school.GetAsync("/testing/refer"), []), about)).Html.QuerySelector("#known"));
    }

    private static HttpRequestMessage PostTo(TestPage page, string handler) =>
        new(HttpMethod.Post, page.Address.Split('?')[0] + "?handler=" + handler) { Content = new FormUrlEncodedContent(TestBrowser.FieldsOf(page, [], "form.lapwing-second")) };

    private static Task<string> LookAsync(Desk desk) => new LookForSamePeople(desk.App.Partnerships, desk.App.Clock).RunAsync("testing", Guid.Empty, (_, _) => Task.CompletedTask, default);

    private static async Task<bool> IsListedAsync(Desk desk, Referral first, Referral second)
    {
        using var ann = await desk.AsAsync("ann");
        var text = await AllPagesAsync(ann);
        return text.Contains(SameModel.Url("testing", first.CaseFile), StringComparison.Ordinal) || text.Contains(SameModel.Url("testing", second.CaseFile), StringComparison.Ordinal);
    }

    private static async Task<string> AllPagesAsync(TestBrowser browser)
    {
        var text = "";
        for (var url = SameListModel.Url("testing"); url is not null;)
        {
            var page = await browser.GetAsync(url);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            text += page.Html.QuerySelector("main")!.InnerHtml;
            url = page.Html.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        return text;
    }

    private static async Task GiveAsync(Desk desk, Id<CaseFile> file, Lapwing.Modules.Directory.Team team)
    {
        await using var db = await desk.App.OpenAllAsync();
        var act = desk.App.Act();
        await Circles.GiveAsync(db, act, file, team.Id, Depth.Work, "test", act.At.AddYears(1));
        await db.SaveAsync(act);
    }

    /// <summary>Everything that both files hold, with its version, beside what was decided about them.</summary>
    private static async Task<string> StateAsync(Desk desk, params Referral[] referrals)
    {
        await using var db = await desk.App.OpenAllAsync();
        var files = referrals.Select(r => r.CaseFile).ToArray();
        var people = await db.People.AsNoTracking().Where(p => files.Contains(p.CaseFile)).OrderBy(p => p.Id).ToListAsync();
        var keys = await db.KeysOfAsync(files);
        var received = await db.Referrals.AsNoTracking().Where(r => files.Contains(r.CaseFile)).OrderBy(r => r.Id).Select(r => new { r.Reference, r.Version, r.SubjectKey }).ToListAsync();
        var circles = await db.Circles.AsNoTracking().Where(c => files.Contains(c.File)).OrderBy(c => c.Id).Select(c => new { c.File, c.Team, c.Until }).ToListAsync();
        var terms = await db.SearchKeys.AsNoTracking().CountAsync(k => files.Contains(k.CaseFile));
        var facts = await db.Facts.AsNoTracking().CountAsync(f => files.Contains(f.CaseFile));
        return string.Join('\n', [.. people.Select(p => $"{p.DisplayName(keys[p.CaseFile])} {p.Version}"), .. received.Select(r => $"{r}"), .. circles.Select(c => $"{c}"), $"{terms} {facts}"]);
    }
}
