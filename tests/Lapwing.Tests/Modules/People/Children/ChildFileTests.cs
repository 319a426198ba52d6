using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Children;
using Lapwing.Modules.People.Family;
using Lapwing.Modules.Referrals.ChildFiles;
using Lapwing.Tests.Modules.Casework;
using Lapwing.Tests.Modules.People.Family;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.People.Children;

public sealed class ChildFileTests(Desks desks) : IClassFixture<Desks>
{
    /// <summary>A parent's file with a child in it, in the hands of the outreach team.</summary>
    private static async Task<(Id<CaseFile> File, Person Child)> FamilyAsync(Desk desk, TestBrowser cas, string child, string age = "9")
    {
        var (referral, _) = await desk.OpenAsync(cas, new() { Given = "Parent", Family = child + "family" });
        return (referral.CaseFile, await desk.AddPersonAsync(cas, referral.CaseFile, child, child + "family", "Child", new() { ["Input.Age"] = age }));
    }

    private static async Task AgreeAsync(TestBrowser worker, Id<CaseFile> file, Person child) =>
        await worker.SubmitAndFollowAsync(await worker.GetAsync(ConsentModel.Url("testing", file, child.Id)), new() { ["Understanding"] = "Understands", ["Route"] = "CompetentChild", ["Agreed"] = "true", ["Reasons"] = "Explained with pictures; she said it back" });

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Who_agrees_for_a_child_is_decided_by_a_named_worker_with_reasons_and_never_by_whoever_is_said_to_cause_harm(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (file, child) = await FamilyAsync(desk, cas, "Consy");
        var harm = await desk.AddPersonAsync(cas, file, "Bert", "Saidto", "SaidToCauseHarm");
        var form = await cas.GetAsync(ConsentModel.Url("testing", file, child.Id));
        Assert.DoesNotContain("Bert", form.Html.QuerySelector("[name=Parent]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Choose what you found", "Choose who agrees", "Write the reasons: what was explained, what they understood, and why this route"], (await cas.SubmitAsync(form, [])).Errors);

        var closed = await cas.SubmitAsync(form, new() { ["Understanding"] = "NotAssessed", ["Route"] = "CompetentChild", ["Agreed"] = "true", ["Reasons"] = "Typed reasons" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, closed.Status);
        Assert.Contains("This route is not open for them", closed.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("Typed reasons", closed.Text, StringComparison.Ordinal);
        var harmful = await cas.SubmitAsync(form, new() { ["Understanding"] = "DoesNotUnderstand", ["Route"] = "ParentalResponsibility", ["Parent"] = harm.Id.ToString(), ["Agreed"] = "true", ["Reasons"] = "x" });
        Assert.Contains("Whoever is said to cause harm cannot agree", harmful.Errors.Single(), StringComparison.Ordinal);

        await AgreeAsync(cas, file, child);

        var kept = await desk.LookAsync(db => db.ChildConsents.SingleAsync(c => c.CaseFile == file));
        Assert.Equal((ConsentRoute.CompetentChild, 9, true, desk.Members["cas"].Id), (kept.Route, kept.Age, kept.Agreed, kept.DecidedBy));
        Assert.Contains("The child agrees themselves", (await cas.GetAsync(PeopleModel.Url("testing", file))).Text, StringComparison.Ordinal);
        // Whoever had the form open before is told that a colleague decided meanwhile.
        var stale = await cas.SubmitAsync(form, new() { ["Understanding"] = "DoesNotUnderstand", ["Route"] = "Safeguarding", ["Reasons"] = "Other reasons" });
        Assert.Contains("A colleague decided on this meanwhile", stale.Errors.Single(), StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_child_gets_a_file_of_their_own_in_the_same_matter_with_a_referral_that_counts_and_the_parents_worker_stays_outside(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (file, child) = await FamilyAsync(desk, cas, "Ownfile");
        var first = await cas.GetAsync(OwnFileModel.Url("testing", file, child.Id));
        Assert.NotNull(first.Html.QuerySelector("#consent-first"));
        await AgreeAsync(cas, file, child);

        var people = await cas.SubmitAndFollowAsync(await cas.GetAsync(OwnFileModel.Url("testing", file, child.Id)), new() { ["Reason"] = "Does not sleep; saw what happened" });

        var (own, referral) = await desk.LookAsync(async db =>
        {
            var matter = await db.CaseFiles.Where(f => f.Id == file).Select(f => f.Matter).SingleAsync();
            var opened = await db.CaseFiles.SingleAsync(f => f.Matter == matter && f.Side == Side.Child);
            return (opened.Id, await db.Referrals.SingleAsync(r => r.CaseFile == opened.Id));
        });
        Assert.Equal((WhoIsReferred.Child, ConsentBasis.Consent), (referral.Who, referral.Basis));
        Assert.Contains(referral.Reference, people.Text, StringComparison.Ordinal);
        // The parent's worker knows that there is one and whom to ask, because this team sees the outcome of what it referred; nothing of it opens.
        Assert.Contains("A file that you cannot open (child): ask Front door on 020 7946 0001", people.Html.QuerySelector("#files ~ ul")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await cas.GetAsync($"/testing/files/{own}")).Status);
        // Another team of the parent's file learns nothing at all.
        await using (var db = await desk.App.OpenAllAsync())
        {
            var act = desk.App.Act();
            await Circles.GiveAsync(db, act, file, desk.Elsewhere.Id, Depth.Work, "test", act.At.AddDays(1));
            await db.SaveAsync(act);
        }
        using var dee = await desk.AsAsync("dee");
        var dees = await dee.GetAsync(PeopleModel.Url("testing", file));
        Assert.Null(dees.Html.QuerySelector("#files ~ ul"));
        Assert.Contains("ask the front door on 020 7946 0001", dees.Html.QuerySelector("#whom-to-ask")!.TextContent, StringComparison.Ordinal);
        // The front door sees both, and the child's own file leads back.
        using var ann = await desk.AsAsync("ann");
        Assert.Contains("Ownfile", (await ann.GetAsync(PeopleModel.Url("testing", file))).Html.QuerySelector("#files ~ ul")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Parent", (await ann.GetAsync(PeopleModel.Url("testing", own))).Html.QuerySelector("#files ~ ul")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(referral.Reference, (await ann.GetAsync("/testing/worklist")).Text, StringComparison.Ordinal);
        // Nobody opens a second one for the same child from this page.
        Assert.Contains("This child has a file", (await ann.GetAsync(OwnFileModel.Url("testing", file, child.Id))).Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_child_who_was_only_named_when_a_parent_was_referred_is_referred_in_the_file_that_is_there(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        // As the front door opens it at intake: a file on the child's side with nobody's referral in it.
        Id<CaseFile> file;
        await using (var db = await desk.App.OpenAllAsync())
        {
            var act = desk.App.Act("referral.receive");
            var parent = await desk.ReceiveAsync(new() { Given = "Namedparent" });
            var opened = CaseFile.Open(act, db.Session.Keys, Side.Child, desk.FrontDoor.Id, act.At.AddYears(1), await db.CaseFiles.Where(f => f.Id == parent.CaseFile).Select(f => f.Matter).SingleAsync());
            db.AddRange(opened.File, opened.StoredKey, opened.Circle, Person.Record(opened.Key, "Namedonly", "Childname", null, 9, new()));
            await db.SaveAsync(act);
            file = opened.File.Id;
        }
        var child = await desk.SubjectAsync(file);
        using var ann = await desk.AsAsync("ann");
        var page = await ann.GetAsync($"/testing/files/{file}");
        var link = page.Html.QuerySelectorAll("a").Single(a => a.TextContent.Contains("Open a file for this child", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Equal(OwnFileModel.Url("testing", file, child.Id), link);
        Assert.NotNull((await ann.GetAsync(link)).Html.QuerySelector("#consent-first"));
        await AgreeAsync(ann, file, child);

        var referred = await ann.SubmitAndFollowAsync(await ann.GetAsync(link), new() { ["Reason"] = "Does not sleep; saw what happened" });

        var referral = await desk.LookAsync(db => db.Referrals.SingleAsync(r => r.CaseFile == file));
        Assert.Equal((WhoIsReferred.Child, child.Id), (referral.Who, referral.Subject));
        Assert.Contains(referral.Reference, referred.Text, StringComparison.Ordinal);
        Assert.Contains("Does not sleep", referred.Text, StringComparison.Ordinal);
        Assert.Contains(referral.Reference, (await ann.GetAsync("/testing/worklist")).Text, StringComparison.Ordinal);
        // It counts as a person of their own, and no second file was opened.
        Assert.Equal(1, await desk.LookAsync(db => db.Facts.CountAsync(f => f.CaseFile == file && f.Kind == Lapwing.Facts.FactKind.ReferralReceived)));
        Assert.Equal(1, await desk.LookAsync(async db => await db.CaseFiles.CountAsync(f => f.Side == Side.Child && f.Matter == db.CaseFiles.Single(x => x.Id == file).Matter)));
        Assert.Null((await ann.GetAsync($"/testing/files/{file}")).Html.QuerySelector("#unreferred"));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_own_team_stays_with_the_child_for_a_reason_and_until_an_end_and_not_beside_those_who_know_the_child(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (file, child) = await FamilyAsync(desk, cas, "Teamchild");
        await AgreeAsync(cas, file, child);
        var form = await cas.GetAsync(OwnFileModel.Url("testing", file, child.Id));
        var refused = await cas.SubmitAsync(form, new() { ["Reason"] = "Why", ["Team"] = desk.Outreach.Id.ToString(), ["Months"] = "99" });
        Assert.Equal(["Choose why your team stays with the child", "The number of months must be from 1 to 12"], refused.Errors);
        var foreign = await cas.SubmitAsync(form, new() { ["Reason"] = "Why", ["Team"] = desk.Elsewhere.Id.ToString(), ["Why"] = "SupportsBoth" });
        Assert.Equal(["Choose a team of yours"], foreign.Errors);

        await cas.SubmitAndFollowAsync(form, new() { ["Reason"] = "Why", ["Team"] = desk.Outreach.Id.ToString(), ["Why"] = "SupportsBoth", ["Months"] = "3" });

        var circle = await desk.LookAsync(async db =>
        {
            var matter = await db.CaseFiles.Where(f => f.Id == file).Select(f => f.Matter).SingleAsync();
            var own = await db.CaseFiles.Where(f => f.Matter == matter && f.Side == Side.Child).Select(f => f.Id).SingleAsync();
            return await db.Circles.SingleAsync(c => c.File == own && c.Team == desk.Outreach.Id && c.Depth == Depth.Work);
        });
        Assert.Equal(("The same team supports parent and child", desk.App.Now.AddMonths(3)), (circle.Purpose, circle.Until));
        Assert.Equal(HttpStatusCode.OK, (await cas.GetAsync($"/testing/files/{circle.File}")).Status);

        // A child whose file this team cannot see: the front door must be asked first, and nothing opens.
        var (second, known) = await FamilyAsync(desk, cas, "Knownchild");
        await AgreeAsync(cas, second, known);
        await using (var db = await desk.App.OpenAllAsync())
        {
            var act = desk.App.Act();
            var opened = CaseFile.Open(act, db.Session.Keys, Side.Child, desk.FrontDoor.Id, act.At.AddYears(1), await db.CaseFiles.Where(f => f.Id == second).Select(f => f.Matter).SingleAsync());
            db.AddRange(opened.File, opened.StoredKey, opened.Circle, Person.Record(opened.Key, "Knownchild", "Knownchildfamily", null, 9, new()));
            await db.SaveAsync(act);
        }
        var asked = await cas.SubmitAsync(await cas.GetAsync(OwnFileModel.Url("testing", second, known.Id)), new() { ["Reason"] = "Why", ["Team"] = desk.Outreach.Id.ToString(), ["Why"] = "ChildAsked" });
        Assert.Equal(["This child may be known already. Ask the front door on 020 7946 0001 before your team begins with them."], asked.Errors);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task From_the_file_of_a_person_causing_harm_a_child_is_referred_to_the_front_door_alone_to_be_safeguarded(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var dee = await desk.AsAsync("dee");
        Id<CaseFile> file;
        await using (var db = await desk.App.OpenAllAsync())
        {
            var act = desk.App.Act();
            var opened = CaseFile.Open(act, db.Session.Keys, Side.PersonCausingHarm, desk.Elsewhere.Id, act.At.AddYears(1));
            db.AddRange(opened.File, opened.StoredKey, opened.Circle, Person.Record(opened.Key, "Bert", "Programme", null, 40, new()));
            await db.SaveAsync(act);
            file = opened.File.Id;
        }
        var child = await desk.AddPersonAsync(dee, file, "Told", "Programme", "Child");
        await AgreeAsync(dee, file, child);
        var form = await dee.GetAsync(OwnFileModel.Url("testing", file, child.Id));
        Assert.Null(form.Html.QuerySelector("[name=Team]"));
        Assert.Contains("to the front door alone", (await dee.SubmitAsync(form, new() { ["Reason"] = "Why" })).Errors.Single(), StringComparison.Ordinal);
        await dee.SubmitAndFollowAsync(await dee.GetAsync(ConsentModel.Url("testing", file, child.Id)), new() { ["Understanding"] = "NotAssessed", ["Route"] = "Safeguarding", ["Reasons"] = "He said what he did in front of the child" });
        var people = await dee.SubmitAndFollowAsync(await dee.GetAsync(OwnFileModel.Url("testing", file, child.Id)), new() { ["Reason"] = "Why" });
        Assert.Contains("The front door has the referral", people.Text, StringComparison.Ordinal);
        Assert.Equal(ConsentBasis.ChildAtRisk, await desk.LookAsync(db => db.Referrals.OrderByDescending(r => r.Id).Select(r => r.Basis).FirstAsync()));
    }

    [Theory]
    [InlineData("Mia", "Lark", "Mia", "Lark", true)]
    [InlineData("Mia", "Lark", "Mia Rose", "Lark", true)]
    [InlineData("Mia", null, "Mia", "Lark", true)]
    [InlineData("Mia", "Lark", "Tom", "Lark", false)]
    [InlineData(null, null, "Tom", "Lark", false)]
    public void Two_names_are_one_child_when_the_shorter_is_in_the_longer(string? given, string? family, string? otherGiven, string? otherFamily, bool same) =>
        Assert.Equal(same, KnownChild.IsSame(new() { GivenName = given, FamilyName = family }, new() { GivenName = otherGiven, FamilyName = otherFamily }));
}
