using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Notes;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Casework.Notes;

/// <summary>Threat 26: what was copied out of one case into another.</summary>
public sealed class CopiedTests(Desks desks) : IClassFixture<Desks>
{
    private const string Source = "the elder made-up daughter told her teacher that the invented neighbour shouted at the dog every single evening last week";

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
        for (var n = 0; n < 100; n++)
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
        var trail = await desk.LookAsync(async db => (await db.AuditEntries.Where(e => e.Action.StartsWith("note.") || e.Action == "note.sign-copied").Select(e => new { e.Action, e.CaseFile }).ToListAsync()).CountBy(e => (e.Action, e.CaseFile)).ToDictionary());
        // What was signed in the one file stands in two from then on: a refusal is in the trail of either.
        var refusedFrom = trail.GetValueOrDefault(("note.copy-refused", (Guid?)from.Value)) + trail.GetValueOrDefault(("note.copy-refused", (Guid?)alike.Value));
        Assert.Equal((warned, warned, refused, refused, signed, signed), (trail[("note.copy-warned", alike.Value)], trail[("note.copy-warned", from.Value)], trail[("note.copy-refused", wider.Value)],
            refusedFrom, trail[("note.sign-copied", alike.Value)], trail[("note.copied-out", from.Value)]));
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
