using System.Net;
using System.Net.Http.Headers;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Documents;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Casework.Notes;

/// <summary>Threat 39: what comes in as a file.</summary>
public sealed class DocumentTests(Desks desks) : IClassFixture<Desks>
{
    [Fact]
    public async Task Every_bad_file_is_refused_with_a_reason_and_every_good_one_is_what_it_says()
    {
        foreach (var (name, content) in BadFiles.Good)
            Assert.Equal(Path.GetExtension(name)[1..].ToLowerInvariant(), await DocumentCheck.KindAsync(new MemoryStream(content), name, default));
        var bad = BadFiles.Bad.Concat(BadFiles.Varied).ToList();
        Assert.True(bad.Count > 300, $"{bad.Count} bad files");
        foreach (var (why, name, content) in bad)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var refused = await Record.ExceptionAsync(() => DocumentCheck.KindAsync(new MemoryStream(content), name, default));
            Assert.True(refused is RuleBroken { Code: "document-refused" }, $"{why}: {refused?.GetType().Name ?? "was taken"}");
            // Whatever a file unpacks to, it is looked at through buffers of one size.
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 64 * 1024 * 1024, $"{why} took {(GC.GetAllocatedBytesForCurrentThread() - before) / 1024 / 1024} MB");
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_document_is_kept_under_seal_and_comes_back_as_a_download_under_a_neutral_name(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var file = await desk.FileAsync(cas);
        byte[] long1 = [.. Enumerable.Range(0, 60_000).SelectMany(n => System.Text.Encoding.UTF8.GetBytes($"A made-up line {n}\n"))];
        foreach (var (name, content) in BadFiles.Good.Append(("Wilhelmina Ashdown.txt", long1)))
            Assert.Equal(HttpStatusCode.Redirect, (await UploadAsync(cas, file, name, content, "A made-up " + name.Split('.')[1])).Status);

        var page = await cas.GetAsync(DocumentsModel.Url("testing", file));

        var links = page.Html.QuerySelectorAll("#documents tbody a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(7, links.Count);
        Assert.DoesNotContain("Wilhelmina", page.Text, StringComparison.Ordinal);
        var bodies = new List<byte[]>();
        foreach (var link in links)
        {
            var answer = await cas.SendAsync(new(HttpMethod.Get, link));
            var headers = answer.Response.Content.Headers;
            Assert.Matches("^attachment; filename=document-[0-9a-f]{8}\\.(pdf|txt|png|jpg|docx|xlsx)", headers.ContentDisposition!.ToString());
            Assert.Equal("nosniff", answer.Response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.True(answer.Response.Headers.CacheControl!.NoStore);
            bodies.Add(await answer.Response.Content.ReadAsByteArrayAsync());
        }
        Assert.Contains(bodies, body => body.AsSpan().SequenceEqual(long1));
        var stored = await desk.LookAsync(db => db.DocumentParts.Where(p => p.CaseFile == file).ToListAsync());
        Assert.True(stored.Count >= 10, $"{stored.Count} pieces");
        Assert.DoesNotContain(stored, part => part.Content.Stored.AsSpan().IndexOf("made-up"u8) >= 0);
        Assert.Empty(System.IO.Directory.EnumerateFiles(desk.App.Installation.DataFolder, "*.sealed", SearchOption.AllDirectories));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Fifty_megabytes_are_refused_before_they_are_all_here_and_a_bad_file_leaves_nothing(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var file = await desk.FileAsync(cas);
        var endless = new Counted(50L * 1024 * 1024);

        var refused = await UploadAsync(cas, file, "large.txt", endless, "Large");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("larger than 25 MB", refused.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal("Large", refused.Html.QuerySelector("[name=Title]")!.GetAttribute("value"));
        Assert.True(endless.Taken < 30L * 1024 * 1024, $"{endless.Taken / 1024 / 1024} MB were read");
        var bad = await UploadAsync(cas, file, "letter.pdf", System.Text.Encoding.UTF8.GetBytes("<html>"), "Letter");
        Assert.Contains("but its content is not", bad.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(0, await desk.LookAsync(db => db.DocumentParts.CountAsync(p => p.CaseFile == file)));
        Assert.Empty(System.IO.Directory.EnumerateFiles(desk.App.Installation.DataFolder, "*.sealed*", SearchOption.AllDirectories));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_sealed_document_is_there_only_for_the_teams_on_the_list_of_its_seal(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        using var ann = await desk.AsAsync("ann");
        var file = await desk.FileAsync(cas);
        Assert.Contains("not on the list", (await UploadAsync(cas, file, "letter.txt", BadFiles.Text, "From the clinic", "Health")).Errors.Single(), StringComparison.Ordinal);
        await using (var db = await desk.App.OpenAllAsync())
        {
            var act = desk.App.Act();
            Circles.Unseal(db, act, file, desk.Outreach.Id, Seal.Health, "test", act.At.AddYears(1));
            await db.SaveAsync(act);
        }
        Assert.Equal(HttpStatusCode.Redirect, (await UploadAsync(cas, file, "letter.txt", BadFiles.Text, "From the clinic", "Health")).Status);

        var mine = await cas.GetAsync(DocumentsModel.Url("testing", file));
        var link = mine.Html.QuerySelector("#documents tbody a")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await cas.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.OK, (await ann.GetAsync($"/testing/files/{file}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ann.GetAsync(link)).Status);
        Assert.DoesNotContain("From the clinic", (await ann.GetAsync(DocumentsModel.Url("testing", file))).Text + (await ann.GetAsync($"/testing/files/{file}/timeline")).Text, StringComparison.Ordinal);
    }

    private static Task<TestPage> UploadAsync(TestBrowser browser, Id<CaseFile> file, string name, byte[] content, string title, string seal = "None") =>
        UploadAsync(browser, file, name, new MemoryStream(content), title, seal);

    private static async Task<TestPage> UploadAsync(TestBrowser browser, Id<CaseFile> file, string name, Stream content, string title, string seal = "None")
    {
        var page = await browser.GetAsync(AddDocumentModel.Url("testing", file));
        var form = new MultipartFormDataContent();
        foreach (var (field, value) in TestBrowser.FieldsOf(page, new() { ["Title"] = title, ["Seal"] = seal }))
            form.Add(new StringContent(value), field);
        var upload = new StreamContent(content);
        upload.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(upload, "Upload", name);
        return await browser.SendAsync(new(HttpMethod.Post, page.Address) { Content = form });
    }

    /// <summary>So many bytes of text, which remembers how many were taken.</summary>
    private sealed class Counted(long length) : Stream
    {
        public long Taken { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var take = (int)Math.Min(count, length - Taken);
            buffer.AsSpan(offset, take).Fill((byte)'a');
            Taken += take;
            return take;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Taken; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
