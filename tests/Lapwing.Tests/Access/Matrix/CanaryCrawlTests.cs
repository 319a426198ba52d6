using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lapwing.Tests.Access.Matrix;

/// <summary>Threat cases 4 and 14: a protected address is nowhere but where it was asked for on purpose, in no encoding and in no container,
/// and no address bar, title or header of any page says anything about anybody. Nor does a line of the log or a file that is left behind.</summary>
public sealed class CanaryCrawlTests
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Every_page_as_every_role_shows_no_protected_address_in_any_encoding_and_nothing_personal_in_its_address_title_or_headers(EngineKind engine)
    {
        var lines = new LogLines();
        await using var world = await MatrixWorld.StartAsync(engine, lines.Into);
        await AddTokensAsync(world);
        var entrances = Entrance.All(world.App.Services).Where(e => e.Method == "GET").ToList();
        var (faults, answers, titles) = (new ConcurrentBag<string>(), 0, new ConcurrentDictionary<string, byte>());
        foreach (var role in Role.All)
        {
            var browser = role.IsSignedIn ? await world.App.SignInAsync(MatrixWorld.EmailOf(role)) : world.App.Browser();
            var cookies = browser.Cookies.GetCookieHeader(new("http://localhost/"));
            using var client = world.App.Client();
            foreach (var entrance in entrances.Where(e => e.Route != "/sign-out"))
            {
                Situation?[] files = entrance.Parameters.Any(MatrixWorld.Records.Contains) ? [.. world.FilesAt(entrance, role)] : [null];
                foreach (var file in files)
                {
                    var url = world.UrlOf(role, entrance, file, anothersDraft: false);
                    using var request = new HttpRequestMessage(HttpMethod.Get, url);
                    if (cookies.Length > 0)
                        request.Headers.Add("Cookie", cookies);
                    using var response = await client.SendAsync(request);
                    var bytes = await response.Content.ReadAsByteArrayAsync();
                    answers++;
                    foreach (var what in Look(bytes, url, response, titles))
                        faults.Add($"{entrance} as {role}, file {file}: {what}");
                }
            }
        }
        foreach (var (what, page) in await CanaryWork.DoAsync(world))
            foreach (var fault in LookAround(Encoding.UTF8.GetBytes(page.Text), page.Address, page.Response, titles))
                faults.Add($"{what}: {fault}");
        foreach (var (where, bytes) in lines.All().Concat(Left(world.App)))
            foreach (var token in new Haystack(bytes).Found(s_left))
                faults.Add($"{where} holds {token}");
        Assert.True(lines.Count > 1_000, $"Only {lines.Count} log lines were looked at.");
        Assert.True(faults.IsEmpty, $"{faults.Count} of {answers}:\n" + string.Join('\n', faults.Take(20)));
        Assert.True(answers > 2_000, $"Only {answers} answers were looked at.");
        Assert.True(titles.Count > 20, $"Only {titles.Count} titles were seen.");
    }

    /// <summary>The twin: in each encoding and container a planted address is found.</summary>
    [Fact]
    public void A_planted_address_is_found_in_every_encoding_and_inside_an_archive()
    {
        const string token = "Zqleadaddress";
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        using (var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open()))
            writer.Write($"<w:t>{token}</w:t>");
        foreach (var bytes in new[]
        {
            Encoding.UTF8.GetBytes($"x {token} y"), Encoding.UTF8.GetBytes($"x {token.ToUpperInvariant()} y"), Encoding.Unicode.GetBytes($"xx{token}"), Encoding.BigEndianUnicode.GetBytes($"x{token}"),
            Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"a{token}"))), Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"ab{token}b"))),
            Encoding.ASCII.GetBytes(string.Concat(token.Select(c => $"%{(int)c:X2}"))), memory.ToArray(),
        })
            Assert.True(Haystack.Holds(bytes, token), Encoding.Latin1.GetString(bytes));
        Assert.False(Haystack.Holds(Encoding.UTF8.GetBytes("Zqlead and address"), token));
    }

    /// <summary>The twin for what stays behind: an object that is printed into a log, and a file that was not taken away, are found; a sealed value that is printed says nothing.</summary>
    [Fact]
    public async Task An_object_with_an_address_in_a_log_line_and_a_file_left_behind_are_found()
    {
        const string token = "Zqleadaddress";
        var lines = new LogLines();
        await using var app = await TestApp.StartAsync(EngineKind.Sqlite, configure: lines.Into);
        var log = app.Services.GetRequiredService<ILogger<CanaryCrawlTests>>();
        var data = await TestData.ArrangeAsync(app);
        await using (var db = await app.OpenAllAsync())
        {
            var opened = CaseFile.Open(app.Act(), db.Session.Keys, Side.Survivor, data.FrontDoor.Id, app.Now.AddDays(1));
            var person = Person.Record(opened.Key, token, token, null, 30, new());
            var place = Whereabouts.Record(app.Act(), opened.Key, db.Session.Index, person.Id, token);
            db.AddRange(opened.File, opened.StoredKey, opened.Circle, person, place);
            await db.SaveAsync(app.Act());
            log.LogInformation("Opened {Place} {Address} {Person}", place, place.Address, person);
        }
        Assert.DoesNotContain(lines.All().Concat(Left(app)), piece => Haystack.Holds(piece.Bytes, token));

        log.LogInformation("Opened {Line}", new Lapwing.Modules.Casework.Contact.Pages.AddressLine(null!, token, "Somebody", null));
        File.WriteAllText(Path.Combine(app.Folder, "data", "left.tmp"), Convert.ToBase64String(Encoding.UTF8.GetBytes("at " + token)));

        Assert.Equal(["a log line", "left.tmp"], lines.All().Concat(Left(app)).Where(piece => Haystack.Holds(piece.Bytes, token)).Select(piece => piece.Where[..Math.Min(10, piece.Where.Length)]));
    }

    /// <summary>What the program leaves on disks: its whole folder, databases included, and what the server puts beside a request that does not fit into memory.</summary>
    private static IEnumerable<(string Where, byte[] Bytes)> Left(TestApp app)
    {
        foreach (var path in Directory.EnumerateFiles(app.Folder, "*", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(Path.GetTempPath(), "ASPNETCORE_*")))
            if (ReadIfThere(path) is { } bytes)
                yield return (Path.GetFileName(path), bytes);
    }

    /// <summary>Other programs put files into the same place and take them away again.</summary>
    private static byte[]? ReadIfThere(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var memory = new MemoryStream();
            file.CopyTo(memory);
            return memory.ToArray();
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static readonly string[] s_words = [.. Situation.All.SelectMany(s => new[] { s.GivenName, s.Address, s.Account }), "Canary", "zqtoken"];
    private static readonly SearchValues<string> s_personal = SearchValues.Create(s_words, StringComparison.OrdinalIgnoreCase);
    private static readonly Needles s_protected = new([.. Situation.All.Where(f => f.IsThere).SelectMany(f => new[] { f.Address, "zqtoken" + f.Name }), "zqtokenunit"]), s_left = new(CanaryWork.Tokens);

    private static IEnumerable<string> Look(byte[] bytes, string url, HttpResponseMessage response, ConcurrentDictionary<string, byte> titles) =>
        new Haystack(bytes).Found(s_protected).Select(token => $"holds {token}").Concat(LookAround(bytes, url, response, titles));

    private static bool IsPersonal(string? text) => text.AsSpan().ContainsAny(s_personal);

    /// <summary>What a browser keeps or passes on: address, headers, title, links.</summary>
    private static IEnumerable<string> LookAround(byte[] bytes, string url, HttpResponseMessage response, ConcurrentDictionary<string, byte> titles)
    {
        if (IsPersonal(url) || IsPersonal(string.Join('\n', response.Headers.Concat(response.Content.Headers).SelectMany(h => h.Value))))
            yield return "says something personal in its address or a header";
        if (response.Headers.TryGetValues("Referrer-Policy", out var policy) && policy.Single() != "no-referrer" || policy is null)
            yield return "lets a browser say where it came from";
        if (response.StatusCode == HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType == "text/html")
        {
            var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(bytes));
            titles.TryAdd(page.Title ?? "", 0);
            if (IsPersonal(page.Title))
                yield return "says something personal in its title";
            if (page.QuerySelectorAll("[href],[src],[action]").SelectMany(e => new[] { e.GetAttribute("href"), e.GetAttribute("src"), e.GetAttribute("action") }).OfType<string>()
                .Any(link => IsPersonal(Uri.UnescapeDataString(link))))
                yield return "carries something personal in a link";
            if (page.QuerySelectorAll("form").Any(form => !string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase) && form.QuerySelectorAll("input[type=text],textarea").Any(e => e.GetAttribute("name") is "Name" or "Value" or "Address" or "Telephone" or "Email")))
                yield return "would put something personal into an address";
        }
    }

    /// <summary>Every file gets a refuge with a token, a number, an e-mail address, a letter and a move, so that the pages of contact have something to give away.</summary>
    private static async Task AddTokensAsync(MatrixWorld world)
    {
        foreach (var partnership in new[] { "testing", "elsewhere" })
        {
            await using var db = await world.App.OpenAllAsync(partnership);
            var act = world.App.Act();
            foreach (var person in await db.People.ToListAsync())
            {
                var key = await db.KeyOfAsync(person.CaseFile);
                if (Situation.All.FirstOrDefault(s => s.GivenName == key.RevealIfAny(person.GivenName)) is not { } situation)
                    continue;
                db.Add(Whereabouts.Record(act, key, db.Session.Index, person.Id, $"zqtoken{situation.Name} Refuge, ZZ1 1ZZ", PlaceKind.Refuge));
                db.Add(SafetyChange.Record(act, person.CaseFile, person.Id, SafetyChangeKind.Moved, new(2023, 6, 5), CodeNames.Draw()));
                db.Add(ContactMethod.Add(act, key, db.Session.Index, person.Id, ContactKind.Telephone, "020 7946 0444", new() { MayRing = true }));
            }
            await db.SaveAsync(act);
        }
    }
}
