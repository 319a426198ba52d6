using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Family;
using Lapwing.Tests.Modules.Casework;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.People.Family;

public sealed class PersonTests(Desks desks) : IClassFixture<Desks>
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Somebody_with_forty_other_names_in_many_scripts_is_found_by_each_and_by_how_it_sounds(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var file = (await desk.ReceiveAsync(new() { Given = "Fortuna", Family = "Manynames" })).CaseFile;
        // Somebody else who bears one of the names in full must not hide the one who bears it as an alias.
        await desk.ReceiveAsync(new() { Given = "Alvina", Family = "Quillfeather7" });
        using var ann = await desk.AsAsync("ann");
        string[] scripts = ["ليلى العلي", "שרה כהן", "Мария Соколова", "রহিমা খাতুন", "சுமதி ராஜன்", "林美玲", "Ελένη Παππά", "Łucja Żółkiewska"];
        string[] names = [.. scripts, .. Enumerable.Range(0, 32).Select(n => $"Alvina Quillfeather{n}")];
        var person = await desk.AddPersonAsync(ann, file, "Bertram", "Plainname", "SaidToCauseHarm", new() { ["Input.OtherNames"] = string.Join("\r\n", names), ["Input.BornOn.Day"] = "2", ["Input.BornOn.Month"] = "3", ["Input.BornOn.Year"] = "1984", ["Input.OtherBirthDates"] = "4 5 1985" });

        Assert.Equal(names, (await desk.DetailsAsync(person.Id)).OtherNames);
        foreach (var name in names.Append("Bertram Plainname").Append("plainname bertrum").Append("Lucja Zolkiewska").Append("Elvina Quilfether"))
            Assert.True((await FileHands.FindAsync(ann, name)).Contains("Bertram Plainname"), $"Not found by {name}");
        Assert.Equal(2, (await FileHands.FindAsync(ann, "Alvina Quillfeather7")).Count);
        var byDate = await ann.SubmitAsync(await ann.GetAsync("/testing/search"), new() { ["Name"] = "Quillfeather19", ["Born"] = "4 5 1985" });
        Assert.Contains("Also: Alvina Quillfeather19", byDate.Html.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("said to cause harm (alleged)", byDate.Html.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ليلى العلي", (await ann.GetAsync(PeopleModel.Url("testing", file))).Html.QuerySelector("#people")!.TextContent, StringComparison.Ordinal);
        using var dee = await desk.AsAsync("dee");
        Assert.Empty(await FileHands.FindAsync(dee, names[20]));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_somebody_is_no_longer_called_finds_nobody_and_what_they_are_called_now_does(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var file = (await desk.ReceiveAsync(new() { Given = "Oldname", Family = "Beforehand", Phone = "020 7946 0777" })).CaseFile;
        using var ann = await desk.AsAsync("ann");
        var subject = await desk.SubjectAsync(file);
        Assert.Single(await FileHands.FindAsync(ann, "Oldname Beforehand"));

        await ann.SubmitAndFollowAsync(await ann.GetAsync(PersonModel.Url("testing", file, subject.Id)), new() { ["Input.GivenName"] = "Newname", ["Input.FamilyName"] = "Afterwards", ["Input.OtherNames"] = "Zyx Kept" });

        Assert.Empty(await FileHands.FindAsync(ann, "Oldname Beforehand"));
        Assert.Empty(await FileHands.FindAsync(ann, "Beforehand"));
        Assert.Equal(["Newname Afterwards"], await FileHands.FindAsync(ann, "Newname Afterwards"));
        Assert.Equal(["Newname Afterwards"], await FileHands.FindAsync(ann, "Zyx Kept"));
        var byPhone = await ann.SubmitAsync(await ann.GetAsync("/testing/search"), new() { ["Phone"] = "020 7946 0777" });
        Assert.Contains("Newname", byPhone.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_corrected_name_or_birth_date_is_what_a_repeat_and_the_figures_tell_the_person_by(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (wrong, episode) = await desk.OpenAsync(cas, new() { Given = "Corecta", Family = "Mistyped", Born = new(1981, 2, 3) });
        var right = await desk.ReceiveAsync(new() { Given = "Correcta", Family = "Mistyped", Born = new(1981, 3, 2) });
        var subject = await desk.SubjectAsync(wrong.CaseFile);
        Assert.NotEqual(right.SubjectKey, (await desk.LoadAsync(wrong.Id)).SubjectKey);
        var before = await FactsAsync();

        await cas.SubmitAndFollowAsync(await cas.GetAsync(PersonModel.Url("testing", wrong.CaseFile, subject.Id)), new() { ["Input.GivenName"] = "Correcta", ["Input.BornOn.Day"] = "2", ["Input.BornOn.Month"] = "3" });

        var now = await desk.LoadAsync(wrong.Id);
        Assert.Equal(right.SubjectKey, now.SubjectKey);
        Assert.Equal(right.PersonToken, (await desk.EpisodeAsync(episode)).PersonToken);
        // Every fact that stood stands still, about the person as they are recognised now.
        var after = await FactsAsync();
        Assert.Equal(before.Select(f => (f.Kind, f.Value)), after.Select(f => (f.Kind, f.Value)));
        Assert.All(after, f => Assert.Equal(right.PersonToken, f.Person));
        Assert.All(before, f => Assert.NotEqual(right.PersonToken, f.Person));
        // Triage of the other referral now knows this one as the same person.
        using var ann = await desk.AsAsync("ann");
        Assert.Contains(now.Reference, (await ann.GetAsync($"/testing/referrals/{right.Id}")).Text, StringComparison.Ordinal);

        // A fact that comes later is about the same person, and takes back what it should.
        await cas.SubmitAndFollowAsync(await cas.GetAsync($"/testing/files/{wrong.CaseFile}/risk/assess"), new() { ["Answers[hurt].Answer"] = "Yes", ["Judged"] = "High", ["Reasons"] = "Made-up reasons that are long enough" });
        Assert.All(await FactsAsync(), f => Assert.Equal(right.PersonToken, f.Person));
        Assert.Single(await FactsAsync(), f => f.Kind == FactKind.ReferralReceived);

        async Task<List<(FactKind Kind, long Codes, int Value, Guid Person)>> FactsAsync() =>
            [.. (await desk.LookAsync(db => db.Facts.Where(f => f.CaseFile == wrong.CaseFile).ToListAsync())).GroupBy(f => (f.Kind, f.Codes, f.Value, f.Person)).Where(g => g.Sum(f => f.Sign) > 0).Select(g => g.Key).OrderBy(k => k.Kind).ThenBy(k => k.Codes)];
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_corrected_name_of_who_is_said_to_cause_harm_is_what_a_repeat_tells_them_by(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync(new() { Given = "Repeata", Family = "Harmed" });
        using var ann = await desk.AsAsync("ann");
        var harmer = await desk.AddPersonAsync(ann, referral.CaseFile, "Mistyped", "Harmer", "SaidToCauseHarm", new() { ["Input.BornOn.Day"] = "4", ["Input.BornOn.Month"] = "5", ["Input.BornOn.Year"] = "1980" });
        long wrong, right, other;
        await using (var db = await desk.App.OpenAllAsync())
        {
            var index = db.Session.Index;
            (wrong, right, other) = (index.PersonKey("Mistyped", "Harmer", new(1980, 5, 4))!.Value, index.PersonKey("Corrected", "Harmer", new(1980, 5, 4))!.Value, index.PersonKey("Another", "Harmer", new(1980, 5, 4))!.Value);
            var act = desk.App.Act();
            (await db.Referrals.SingleAsync(r => r.Id == referral.Id)).RecogniseHarmer(act, wrong);
            await db.SaveAsync(act);
        }
        await ann.SubmitAndFollowAsync(await ann.GetAsync(PersonModel.Url("testing", referral.CaseFile, harmer.Id)), new() { ["Input.GivenName"] = "Corrected" });
        Assert.Equal(right, (await desk.LoadAsync(referral.Id)).HarmKey);
        // Somebody else's correction leaves it alone.
        var second = await desk.AddPersonAsync(ann, referral.CaseFile, "Another", "Harmer", "SaidToCauseHarm", new() { ["Input.BornOn.Day"] = "4", ["Input.BornOn.Month"] = "5", ["Input.BornOn.Year"] = "1980" });
        await ann.SubmitAndFollowAsync(await ann.GetAsync(PersonModel.Url("testing", referral.CaseFile, second.Id)), new() { ["Input.GivenName"] = "Changed" });
        Assert.Equal(right, (await desk.LoadAsync(referral.Id)).HarmKey);
        Assert.NotEqual(other, right);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Two_workers_edit_one_person_and_the_second_sees_both_texts_and_loses_nothing(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var file = (await desk.ReceiveAsync(new() { Given = "Twice", Family = "Edited" })).CaseFile;
        var subject = await desk.SubjectAsync(file);
        using var ann = await desk.AsAsync("ann");
        using var ben = await desk.AsAsync("ben");
        var url = PersonModel.Url("testing", file, subject.Id);
        var (anns, bens) = (await ann.GetAsync(url), await ben.GetAsync(url));
        await ann.SubmitAndFollowAsync(anns, new() { ["Input.FamilyName"] = "Byann", ["Input.Religion"] = "sikh" });

        var second = await ben.SubmitAsync(bens, new() { ["Input.FamilyName"] = "Byben", ["Input.OtherNames"] = "Kept Wordings" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Contains("A colleague changed this person", second.Errors.Single(), StringComparison.Ordinal);
        var rows = second.Html.QuerySelectorAll("main table tbody tr").Select(r => string.Join("|", r.Children.Select(c => c.TextContent.Trim()))).ToList();
        Assert.Contains("Family name|Byann|Byben", rows);
        Assert.Contains("Religion|Sikh|", rows);
        Assert.Contains("Other names||Kept Wordings", rows);
        Assert.Equal("Byann", (await desk.DetailsAsync(subject.Id)).FamilyName);

        await ben.SubmitAndFollowAsync(second, []);
        Assert.Equal("Byben", (await desk.DetailsAsync(subject.Id)).FamilyName);
        Assert.Empty(await FileHands.FindAsync(ann, "Twice Byann"));
        Assert.Single(await FileHands.FindAsync(ann, "Twice Byben"));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Nobody_is_made_to_answer_and_every_answer_of_the_lists_is_kept(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var file = (await desk.ReceiveAsync()).CaseFile;
        using var ann = await desk.AsAsync("ann");
        var empty = await desk.AddPersonAsync(ann, file, "", "", "SomebodyElse");
        Assert.Contains("Not named", (await ann.GetAsync(PeopleModel.Url("testing", file))).Text, StringComparison.Ordinal);
        Assert.Null((await desk.PersonAsync(empty.Id)).Religion);

        var asked = await desk.AddPersonAsync(ann, file, "Asked", "Everything", "Friend", new()
        {
            ["Input.GenderIdentity"] = "prefer-not-to-say", ["Input.Religion"] = "hindu", ["Input.Language"] = "syl", ["Input.Interpreter"] = "needed-not-from-community",
            ["Input.Immigration"] = "partner-visa", ["Input.Recourse"] = "no-recourse", ["Input.Ethnicity"] = "asian-bangladeshi", ["Input.BornAbout"] = "March 1984",
        });

        var kept = await desk.DetailsAsync(asked.Id);
        Assert.Equal(("prefer-not-to-say", "hindu", "syl", "needed-not-from-community", "partner-visa", "no-recourse", "asian-bangladeshi", "1984-03"),
            (kept.GenderIdentity, kept.Religion, kept.Language, kept.Interpreter, kept.Immigration, kept.Recourse, kept.Characteristics.Ethnicity, kept.BornAbout!.Value.ToString()));
        var list = (await ann.GetAsync(PeopleModel.Url("testing", file))).Html.QuerySelector("#people")!.TextContent;
        Assert.Contains("not one from their own community (Sylheti)", list, StringComparison.Ordinal);
        Assert.Contains("No recourse to public funds", list, StringComparison.Ordinal);
        Assert.Contains("About March 1984, aged about 39", list, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_wrong_answer_is_said_at_its_field_and_what_was_typed_is_still_there(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var file = (await desk.ReceiveAsync()).CaseFile;
        using var ann = await desk.AsAsync("ann");
        var refused = await ann.SubmitAsync(await ann.GetAsync(PersonModel.AddUrl("testing", file)), new()
        {
            ["Input.GivenName"] = new string('x', 201), ["Input.OtherNames"] = "Kept alias", ["Input.BornAbout"] = "some day", ["Input.Age"] = "old", ["Input.Language"] = "klingon",
            ["Input.OtherBirthDates"] = "31 2 1990", ["Input.RoleStatus"] = "Assessed",
        });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(7, refused.Errors.Count);
        Assert.Contains("Choose what this person is in this file", refused.Errors);
        Assert.Contains("An assessment is made on the risk page, not here", refused.Errors);
        Assert.Equal("Kept alias", refused.Html.QuerySelector("[name='Input.OtherNames']")!.TextContent.Trim());
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Names_that_turn_the_line_around_or_hide_are_kept_without_that_and_stand_apart_on_the_page(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var file = (await desk.ReceiveAsync()).CaseFile;
        using var ann = await desk.AsAsync("ann");
        var person = await desk.AddPersonAsync(ann, file, "\u202Eevil\u200B", "<script>alert(1)</script>", "Friend", new() { ["Input.OtherNames"] = "אבי\u2067 לוי" });
        Assert.Equal(("evil", "אבי לוי"), ((await desk.DetailsAsync(person.Id)).GivenName, (await desk.DetailsAsync(person.Id)).OtherNames.Single()));
        var page = await ann.GetAsync(PeopleModel.Url("testing", file));
        Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
        Assert.Contains("evil <script>", page.Html.QuerySelectorAll("#people bdi").Select(e => e.TextContent).Single(t => t.StartsWith("evil", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Single(await FileHands.FindAsync(ann, "אבי לוי"));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_same_person_is_the_victim_in_one_file_and_said_to_cause_harm_in_another_and_nothing_joins_the_two(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var (victims, others) = ((await desk.ReceiveAsync(new() { Given = "Bothways", Family = "Person" })).CaseFile, (await desk.ReceiveAsync(new() { Given = "Someone", Family = "Else" })).CaseFile);
        using var ann = await desk.AsAsync("ann");
        var named = await desk.AddPersonAsync(ann, others, "Bothways", "Person", "SaidToCauseHarm", new() { ["Input.RoleSaidBy"] = "Police" });

        Assert.Equal((RoleInFile.Subject, null), ((await desk.SubjectAsync(victims)).Role, (await desk.SubjectAsync(victims)).RoleStatus));
        Assert.Equal((RoleInFile.SaidToCauseHarm, AssertionStatus.Alleged), (named.Role, named.RoleStatus));
        Assert.DoesNotContain("cause harm", (await ann.GetAsync(PeopleModel.Url("testing", victims))).Html.QuerySelector("#people")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, (await FileHands.FindAsync(ann, "Bothways Person")).Count);
        // The overview and the frame name whom the file is about, and nobody else.
        Assert.DoesNotContain("Bothways", (await ann.GetAsync($"/testing/files/{others}")).Html.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        // A person of one file is not there by another file's address.
        Assert.Equal(HttpStatusCode.NotFound, (await ann.GetAsync(PersonModel.Url("testing", victims, named.Id))).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_is_kept_of_the_person_referred_restates_the_figures(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync(new() { Given = "Counted", Family = "Anew", Born = null, Age = 30 });
        var subject = await desk.SubjectAsync(referral.CaseFile);
        using var ann = await desk.AsAsync("ann");

        await ann.SubmitAndFollowAsync(await ann.GetAsync(PersonModel.Url("testing", referral.CaseFile, subject.Id)), new() { ["Input.Gender"] = "female", ["Input.BornOn.Day"] = "1", ["Input.BornOn.Month"] = "1", ["Input.BornOn.Year"] = "2000" });

        var codes = new FactCodes((await desk.LoadAsync(referral.Id)).FactCodes);
        Assert.Equal((Demographics.Gender.NumberOf("female"), (int)AgeBand.From18To24), (codes.Gender, codes.AgeBand));
        Assert.Equal([-1, 1, 1], (await desk.LookAsync(db => db.Facts.Where(f => f.Kind == FactKind.ReferralReceived && f.Record == referral.Id.Value).Select(f => f.Sign).ToListAsync())).Order());
    }
}
