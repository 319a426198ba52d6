using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Access.Matrix;

/// <summary>Threat cases 4 and 14: a protected address is nowhere but where it was asked for on purpose, in no encoding and in no container,
/// and no address bar, title or header of any page says anything about anybody.</summary>
public sealed class CanaryCrawlTests
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Every_page_as_every_role_shows_no_protected_address_in_any_encoding_and_nothing_personal_in_its_address_title_or_headers(EngineKind engine)
    {
        await using var world = await MatrixWorld.StartAsync(engine);
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
                Situation?[] files = entrance.Parameters.Any(MatrixWorld.Records.Contains) ? [.. Situation.All] : [null];
                foreach (var file in files)
                {
                    var url = world.UrlOf(role, entrance, file, anothersDraft: false);
                    using var request = new HttpRequestMessage(HttpMethod.Get, url);
                    if (cookies.Length > 0)
                        request.Headers.Add("Cookie", cookies);
                    using var response = await client.SendAsync(request);
                    var bytes = await response.Content.ReadAsByteArrayAsync();
                    answers++;
                    foreach (var what in Look(bytes, url, response))
                        faults.Add($"{entrance} as {role}, file {file}: {what}");
                    if (response.StatusCode == HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType == "text/html")
                        titles.TryAdd(new HtmlParser().ParseDocument(Encoding.UTF8.GetString(bytes)).Title ?? "", 0);
                }
            }
        }
        Assert.True(faults.IsEmpty, $"{faults.Count} of {answers}:\n" + string.Join('\n', faults.Take(20)));
        Assert.True(answers > 2_000, $"Only {answers} answers were looked at.");
        Assert.DoesNotContain(titles.Keys, title => Words.Any(word => title.Contains(word, StringComparison.OrdinalIgnoreCase)));
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
            Assert.True(Holds(bytes, token), Encoding.Latin1.GetString(bytes));
        Assert.False(Holds(Encoding.UTF8.GetBytes("Zqlead and address"), token));
    }

    private static readonly string[] Words = [.. Situation.All.SelectMany(s => new[] { s.GivenName, s.Address, s.Account }), "Canary", "zqtoken"];

    private static IEnumerable<string> Look(byte[] bytes, string url, HttpResponseMessage response)
    {
        foreach (var file in Situation.All.Where(f => f.IsThere))
        {
            if (Holds(bytes, file.Address))
                yield return $"holds {file.Address}";
            if (Holds(bytes, "zqtoken" + file.Name))
                yield return $"holds the refuge of {file}";
        }
        var headers = string.Join('\n', response.Headers.Concat(response.Content.Headers).SelectMany(h => h.Value));
        if (Words.Any(word => url.Contains(word, StringComparison.OrdinalIgnoreCase) || headers.Contains(word, StringComparison.OrdinalIgnoreCase)))
            yield return "says something personal in its address or a header";
        if (response.Headers.TryGetValues("Referrer-Policy", out var policy) && policy.Single() != "no-referrer" || policy is null)
            yield return "lets a browser say where it came from";
        if (response.StatusCode == HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType == "text/html")
        {
            var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(bytes));
            if (Words.Any(word => page.Title?.Contains(word, StringComparison.OrdinalIgnoreCase) == true))
                yield return "says something personal in its title";
            if (page.QuerySelectorAll("[href],[src],[action]").SelectMany(e => new[] { e.GetAttribute("href"), e.GetAttribute("src"), e.GetAttribute("action") }).OfType<string>()
                .Any(link => Words.Any(word => Uri.UnescapeDataString(link).Contains(word, StringComparison.OrdinalIgnoreCase))))
                yield return "carries something personal in a link";
            if (page.QuerySelectorAll("form").Any(form => !string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase) && form.QuerySelectorAll("input[type=text],textarea").Any(e => e.GetAttribute("name") is "Name" or "Value" or "Address" or "Telephone" or "Email")))
                yield return "would put something personal into an address";
        }
    }

    private static bool Holds(byte[] bytes, string token, int deep = 0)
    {
        if (bytes.Length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && deep < 3)
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            return zip.Entries.Any(entry =>
            {
                using var open = entry.Open();
                using var memory = new MemoryStream();
                open.CopyTo(memory);
                return Holds(Encoding.UTF8.GetBytes(entry.FullName), token, deep + 1) || Holds(memory.ToArray(), token, deep + 1);
            });
        }
        var text = Encoding.Latin1.GetString(bytes);
        // Without its last zero byte, UTF-16 of either order holds the same bytes.
        if (text.Contains(token, StringComparison.OrdinalIgnoreCase) || text.Contains(Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(token))[..^1], StringComparison.OrdinalIgnoreCase))
            return true;
        if (text.Contains('%', StringComparison.Ordinal) && Uri.UnescapeDataString(text).Contains(token, StringComparison.OrdinalIgnoreCase))
            return true;
        // In base64 a word has three faces, by where it begins; the first and last sign of each depend on what stands around it.
        for (var before = 0; before < 3; before++)
        {
            var whole = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('a', before) + token));
            var (skip, take) = (before == 0 ? 0 : before + 1, (before + token.Length) * 8 / 6);
            if (text.Contains(whole[skip..take], StringComparison.Ordinal))
                return true;
        }
        return false;
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
