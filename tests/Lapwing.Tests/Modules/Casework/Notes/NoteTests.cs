using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Notes;
using Lapwing.Modules.Casework.Working;
using Lapwing.Tests.Architecture;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Casework.Notes;

public sealed class NoteTests(Desks desks) : IClassFixture<Desks>
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_session_that_ends_in_mid_note_loses_nothing_and_the_draft_is_its_authors_alone(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var file = await desk.FileAsync(cas);
        var page = await cas.GetAsync(WriteModel.Url("testing", file));
        var (_, first) = await cas.KeepAsync(page, new() { ["Words"] = "She said tha" });
        Assert.True(first!.Value.GetProperty("saved").GetBoolean());
        var typed = new Dictionary<string, string> { ["draft"] = first.Value.GetProperty("draft").GetString()!, ["Version"] = "1", ["Words"] = "She said that the made-up letters have stopped", ["At"] = "14:3" };
        Assert.Equal(2, (await cas.KeepAsync(page, typed)).Told!.Value.GetProperty("version").GetInt32());

        desk.App.Clock.Advance(TimeSpan.FromHours(30)); // the session is over while they type
        var (after, told) = await cas.KeepAsync(page, new(typed) { ["Version"] = "2", ["Words"] = typed["Words"] + " and" });
        Assert.Null(told);
        Assert.DoesNotContain("application/json", after.Response.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);

        using var again = await desk.AsAsync("cas");
        Assert.Contains("Go on with the note of", (await again.GetAsync(TimelineModel.Url("testing", file))).Text, StringComparison.Ordinal);
        Assert.Contains(typed["draft"], (await again.GetAsync(WorkModel.Url("testing"))).Text, StringComparison.Ordinal);
        var back = await again.GetAsync(WriteModel.Url("testing", file, Id<NoteDraft>.Parse(typed["draft"], null)));
        Assert.Equal(typed["Words"], back.Html.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal("14:3", back.Html.QuerySelector("[name=At]")!.GetAttribute("value"));
        using var eve = await desk.AsAsync("eve");
        Assert.Equal(HttpStatusCode.NotFound, (await eve.GetAsync(back.Address)).Status);
        Assert.DoesNotContain("made-up letters", (await eve.GetAsync(TimelineModel.Url("testing", file))).Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_signed_note_never_changes_and_its_correction_stands_beside_it(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var file = await desk.FileAsync(cas);
        await cas.WriteAsync(file, "He was seen on Monday");
        var first = (await desk.NotesAsync(file)).Single();
        var page = await cas.GetAsync(NoteModel.Url("testing", file, first.Id));
        Assert.Contains("He was seen on Monday", page.Text, StringComparison.Ordinal);

        var corrected = await cas.WriteAsync(file, "He was seen on Tuesday", first.Id);

        Assert.Equal(HttpStatusCode.Redirect, corrected.Status);
        var notes = await desk.NotesAsync(file);
        Assert.Equal((first.Version, first.SignedAt), (notes.Single(n => n.Id == first.Id).Version, notes.Single(n => n.Id == first.Id).SignedAt));
        Assert.Equal(first.Id, notes.Single(n => n.Id != first.Id).Corrects);
        page = await cas.GetAsync(NoteModel.Url("testing", file, first.Id));
        Assert.Contains("He was seen on Monday", page.Text, StringComparison.Ordinal);
        Assert.Contains("This note was corrected", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(typeof(Note).GetMethods().Where(m => m.DeclaringType == typeof(Note) && !m.IsSpecialName && !m.IsStatic), m => m.Name is not ("Equals" or "GetHashCode" or "ToString"));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task One_draft_in_two_windows_becomes_two_and_neither_text_is_lost(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var file = await desk.FileAsync(cas);
        var page = await cas.GetAsync(WriteModel.Url("testing", file));
        var one = (await cas.KeepAsync(page, new() { ["Words"] = "written in the first window" })).Told!.Value;
        var two = (await cas.KeepAsync(page, new() { ["Words"] = "written in the second window" })).Told!.Value;

        Assert.NotEqual(one.GetProperty("draft").GetString(), two.GetProperty("draft").GetString());
        Assert.Contains("another window", two.GetProperty("note").GetString(), StringComparison.Ordinal);
        var key = await desk.LookAsync(db => db.KeyOfAsync(file));
        var words = await desk.LookAsync(async db => (await db.NoteDrafts.Where(d => d.CaseFile == file).ToListAsync()).Select(d => d.Open(key).Words).Order().ToList());
        Assert.Equal(["written in the first window", "written in the second window"], words);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Without_scripts_there_is_a_button_and_a_draft_becomes_the_note_once(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var file = await desk.FileAsync(cas);
        var page = await cas.GetAsync(WriteModel.Url("testing", file));
        var saved = await cas.PressAsync(page, "Draft", new() { ["Words"] = "Half a made-up note" });
        page = await cas.GetAsync(saved.Location!);
        Assert.Contains("Saved at", page.Html.QuerySelector("[data-kept-status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("off", page.Html.QuerySelector("main form")!.GetAttribute("autocomplete"));

        var bad = await cas.SubmitAsync(page, new() { ["Kind"] = "FromAnotherAgency", ["Words"] = "A whole made-up note", ["At"] = "half past" });
        Assert.Equal(["Write the time like 14:30", "Say who gave this information"], bad.Errors);
        Assert.Equal("A whole made-up note", bad.Html.QuerySelector("textarea")!.TextContent.Trim());
        var fields = new Dictionary<string, string> { ["Kind"] = "FromAnotherAgency", ["Source"] = "A made-up school", ["At"] = "0:01", ["IsThirdParty"] = "true", ["Words"] = "A whole made-up note" };
        var signed = await cas.SubmitAsync(bad, fields);
        var again = await cas.SubmitAsync(bad, fields);

        Assert.Equal(signed.Location, again.Location);
        var note = Assert.Single(await desk.NotesAsync(file));
        Assert.True(note.IsThirdParty);
        Assert.True(note.HappenedAt < note.SignedAt);
        Assert.Contains("A made-up school", (await cas.GetAsync(signed.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(signed.Location, (await cas.GetAsync(page.Address)).Location);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_note_of_one_file_is_not_there_under_the_address_of_another(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (file, other) = (await desk.FileAsync(cas), await desk.FileAsync(cas, "Otherina"));
        await cas.WriteAsync(file, "About the first");
        var note = (await desk.NotesAsync(file)).Single();

        Assert.Equal(HttpStatusCode.NotFound, (await cas.GetAsync(NoteModel.Url("testing", other, note.Id))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await cas.GetAsync(WriteModel.Url("testing", other, corrects: note.Id))).Status);
    }

    /// <summary>What is typed is never left in a browser that other people use.</summary>
    [Fact]
    public void The_script_that_keeps_what_is_typed_puts_nothing_into_the_browser() =>
        Assert.DoesNotMatch("localStorage|sessionStorage|indexedDB|document\\.cookie|caches", System.IO.File.ReadAllText(Path.Combine(SourceTests.Root, "src/Lapwing/wwwroot/keep-typed.js")));
}
