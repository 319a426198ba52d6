using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Notes;
using Lapwing.Tests.Modules.Casework;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Casework.Notes;

/// <summary>Threat 26: what was copied out of one case into another.</summary>
public sealed class CopiedTests(Desks desks) : IClassFixture<Desks>
{
    private const string Source = "the elder made-up daughter told her teacher that the invented neighbour shouted at the dog every single evening last week",
        Told = "A made-up neighbour across the landing told the housing officer that nobody had opened the green door since the second Sunday in May.";

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Three_hundred_pastes_are_all_in_the_trail_and_none_goes_where_a_team_may_not_know_the_source(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (from, alike, wider) = (await desk.FileAsync(cas, "Sourcine"), await desk.FileAsync(cas, "Alikea"), await desk.FileAsync(cas, "Widera"));
        await using (var db = await desk.App.OpenAllAsync())
        {
            var act = desk.App.Act();
            await Circles.GiveAsync(db, act, wider, desk.Elsewhere.Id, Depth.Work, "another team", act.At.AddYears(1));
            await db.SaveAsync(act);
        }
        Assert.Equal(HttpStatusCode.Redirect, (await cas.WriteAsync(from, Source)).Status);
        var random = new Random(26);
        var (warned, refused, signed) = (0, 0, 0);
        for (var n = 0; n < 150; n++)
        {
            var page = await cas.GetAsync(WriteModel.Url("testing", alike));
            var paste = Paste(random);
            var answer = await cas.SubmitAsync(page, new() { ["Kind"] = "Visit", ["Words"] = paste });
            Assert.Equal((HttpStatusCode.UnprocessableEntity, paste.ReplaceLineEndings("\n").Trim()), (answer.Status, answer.Html.QuerySelector("textarea")!.TextContent.ReplaceLineEndings("\n").Trim()));
            warned++;
            Assert.Equal(HttpStatusCode.Redirect, (await cas.SubmitAsync(answer, new() { ["IsMeantToBeCopied"] = "true" })).Status);
            signed++;
            var forbidden = await cas.WriteAsync(wider, Paste(random), more: new() { ["IsMeantToBeCopied"] = "true" });
            Assert.Contains("may not know", forbidden.Errors.Single(), StringComparison.Ordinal);
            refused++;
        }
        Assert.Empty(await desk.NotesAsync(wider));
        Assert.Equal(signed, (await desk.NotesAsync(alike)).Count);
        var trail = await desk.LookAsync(async db => (await db.AuditEntries.Where(e => e.Action.StartsWith("text.")).Select(e => new { e.Action, e.CaseFile }).ToListAsync()).CountBy(e => (e.Action, e.CaseFile)).ToDictionary());
        // What was signed in the one file stands in two from then on: a refusal is in the trail of either.
        var refusedFrom = trail.GetValueOrDefault(("text.copy-refused", (Guid?)from.Value)) + trail.GetValueOrDefault(("text.copy-refused", (Guid?)alike.Value));
        Assert.Equal((warned, warned, refused, refused, signed, signed), (trail[("text.copy-warned", alike.Value)], trail[("text.copy-warned", from.Value)], trail[("text.copy-refused", wider.Value)],
            refusedFrom, trail[("text.copied", alike.Value)], trail[("text.copied", from.Value)]));
    }

    /// <summary>Not only notes: wherever somebody can paste.</summary>
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Whatever_form_of_a_file_the_words_of_another_are_pasted_into_they_are_warned_of_and_kept_out_where_a_team_may_not_know_them(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (incidents, referred) = (await desk.FileAsync(cas, "Incidenta"), (await desk.OpenAsync(cas, new() { Given = "Referra", Account = Told })).Referral);
        await cas.SubmitAndFollowAsync(await cas.GetAsync(Lapwing.Modules.Risk.OverTime.AddIncidentModel.Url("testing", incidents)), new() { ["On.Day"] = "5", ["On.Month"] = "6", ["On.Year"] = "2023", ["Kinds"] = "Violence", ["Source"] = "Police", ["Account"] = Source });
        await cas.GetAsync($"/testing/referrals/{referred.Id}");
        var (alike, _) = await desk.OpenAsync(cas, new() { Given = "Alikea" });
        var (wider, widerEpisode) = await desk.OpenAsync(cas, new() { Given = "Widera" });
        await using (var db = await desk.App.OpenAllAsync())
        {
            var act = desk.App.Act();
            await Circles.GiveAsync(db, act, wider.CaseFile, desk.Elsewhere.Id, Depth.Work, "another team", act.At.AddYears(1));
            await db.SaveAsync(act);
        }
        string me = desk.Members["cas"].Id.ToString();
        var forms = new (string Part, string Field, Dictionary<string, string> Fields)[]
        {
            ("plan/write?kind=support", "Words[needs]", new() { ["Owner"] = me, ["ReviewOn.Day"] = "1", ["ReviewOn.Month"] = "8", ["ReviewOn.Year"] = "2023" }),
            ("plan/task", "Title", new() { ["Owner"] = me, ["DueOn.Day"] = "1", ["DueOn.Month"] = "8", ["DueOn.Year"] = "2023" }),
            ("risk/incidents/add", "Account", new() { ["On.Day"] = "5", ["On.Month"] = "6", ["On.Year"] = "2023", ["Kinds"] = "Violence", ["Source"] = "Police" }),
            ("risk/changed", "Note", new() { ["On.Day"] = "5", ["On.Month"] = "6", ["On.Year"] = "2023", ["Kind"] = "Other" }),
            ("risk/marac", "Reasons", new() { ["On.Day"] = "5", ["On.Month"] = "6", ["On.Year"] = "2023", ["IsMade"] = "false" }),
            ("contact/incident", "What", new() { ["Channel"] = "Telephone", ["On"] = "2023-06-05", ["At"] = "10:00" }),
        };
        foreach (var paste in new[] { $"Own words. {Source}, and own words.", $"Own words. {Told} And own words." })
            foreach (var (part, field, fields) in forms)
            {
                var page = await cas.GetAsync($"/testing/files/{alike.CaseFile}/{part}");
                var warned = await cas.SubmitAsync(page, new(fields) { [field] = paste });
                Assert.True(warned.Status == HttpStatusCode.UnprocessableEntity, $"{part}: {(int)warned.Status} {string.Join("; ", warned.Errors)}");
                Assert.Contains("stand in another file that you had open", warned.Text, StringComparison.Ordinal);
                Assert.Contains(paste, warned.Html.QuerySelector($"[name='{field}']")!.TextContent, StringComparison.Ordinal);
                var kept = await cas.SubmitAsync(warned, new() { ["IsMeantToBeCopied"] = "true" });
                Assert.True(kept.Status == HttpStatusCode.Redirect, $"{part}: {(int)kept.Status} {string.Join("; ", kept.Errors)}");
                var refused = await cas.SubmitAsync(await cas.GetAsync($"/testing/files/{wider.CaseFile}/{part}"), new(fields) { [field] = paste, ["IsMeantToBeCopied"] = "true" });
                Assert.Contains("may not know", refused.Errors.Single(), StringComparison.Ordinal);
                Assert.Null(refused.Html.QuerySelector("[name=IsMeantToBeCopied]"));
            }
        // A form outside the file's own address: the support that goes with it.
        var ended = await cas.SubmitAsync(await cas.GetAsync(Lapwing.Modules.Referrals.Support.EndModel.Url("testing", widerEpisode)), new() { ["Reason"] = "GoalsMet", ["NotMeasured"] = "TooShort", ["Note"] = Source });
        Assert.Contains("may not know", ended.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(0, await desk.LookAsync(db => db.Incidents.CountAsync(i => i.CaseFile == wider.CaseFile)));
        Assert.Equal(forms.Length * 2, await desk.LookAsync(db => db.AuditEntries.CountAsync(e => e.Action == "text.copied" && e.CaseFile == alike.CaseFile.Value)));
        Assert.Equal(forms.Length * 2 + 1, await desk.LookAsync(db => db.AuditEntries.CountAsync(e => e.Action == "text.copy-refused" && e.CaseFile == wider.CaseFile.Value)));
    }

    /// <summary>The twin: own words are not stopped, so the test above does not pass by refusing everything.</summary>
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Own_words_and_what_was_read_the_day_before_are_signed_as_they_are(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (from, into) = (await desk.FileAsync(cas, "Beforea"), await desk.FileAsync(cas, "Aftera"));
        var words = "an entirely different made-up story about a bicycle and a long walk along the canal to the market";
        await cas.WriteAsync(from, words);
        Assert.Equal(HttpStatusCode.Redirect, (await cas.WriteAsync(into, "The person telephoned about a bicycle and a walk along the canal. We agreed to meet.")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cas.WriteAsync(into, words)).Status);
        desk.App.Clock.Advance(TimeSpan.FromHours(25));
        using var later = await desk.AsAsync("cas");
        Assert.Equal(HttpStatusCode.Redirect, (await later.WriteAsync(into, words)).Status);
    }

    [Theory]
    [InlineData("one two three four five six seven eight nine ten", true)]
    [InlineData("ONE, two; three – four (five) six… seven “eight” nine ten!", true)]
    [InlineData("zero one two three four five six seven eight nine", false)]
    [InlineData("one two three four five X six seven eight nine ten", false)]
    public void A_run_of_ten_words_is_a_copy_whatever_stands_between_them(string text, bool isCopy) =>
        Assert.Equal(isCopy, Copied.Same(text, "Before: one two three four five six seven eight nine ten, after.") is not null);

    /// <summary>A part of the source of at least ten words, as word processors change it, between own words.</summary>
    private static string Paste(Random random)
    {
        var words = Source.Split(' ');
        var from = random.Next(words.Length - Copied.Run);
        var piece = words[from..random.Next(from + Copied.Run, words.Length + 1)].Select(word => random.Next(6) switch
        {
            0 => word.ToUpperInvariant(), 1 => word + ",", 2 => "\u201C" + word + "\u201D", 3 => word + "\r\n", 4 => word.Insert(1, "\u200B"), _ => word,
        });
        return $"Own words number {random.Next()} {string.Join(random.Next(2) == 0 ? " " : "\u00A0", piece)} and more own words.";
    }
}
