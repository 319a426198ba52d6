using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Intake;
using Lapwing.Modules.SubjectAccess;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.SubjectAccess;

/// <summary>Threat case 9: somebody asks for their own data, and gets nothing that is about anybody else.</summary>
public sealed class SubjectAccessTests
{
    private const int Families = 48;

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Two_guardians_stand_for_an_answer_and_nobody_for_their_own(EngineKind engine)
    {
        await using var place = await Registry.StartAsync(engine);
        await place.ReceiveAsync(ReferralSource.Self, number: 1);
        using var first = await place.App.SignInAsync("first@example.org");
        using var second = await place.App.SignInAsync("second@example.org");

        var page = await place.RecordAsync(first, Registry.Survivor(1));
        var early = await first.SendAsync(new(HttpMethod.Post, page.Address + "?handler=Document") { Content = Registry.Form(page, []) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        var empty = await first.SubmitAsync(page, new() { ["HarmTest"] = "" }, "form.lapwing-prepare");
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Equal(2, empty.Errors.Count);

        var prepared = await first.SubmitAsync(page, Registry.Pack, "form.lapwing-prepare");
        Assert.Contains("1 file: In the answer", Flat(prepared.Html.QuerySelector("main")!.TextContent), StringComparison.Ordinal);
        Assert.Null(prepared.Html.QuerySelector("form.lapwing-approve"));
        var theirs = await second.GetAsync(page.Address);
        var own = await first.SendAsync(new(HttpMethod.Post, page.Address + "?handler=Approve")
        {
            Content = Registry.Form(prepared, new() { ["Version"] = theirs.Html.QuerySelector("form.lapwing-approve [name=Version]")!.GetAttribute("value")! }),
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.Status);
        Assert.Contains("Another guardian approves it", own.Text, StringComparison.Ordinal);

        var approved = await second.SubmitAndFollowAsync(theirs, [], "form.lapwing-approve");
        var document = await Registry.DocumentAsync(second, approved);
        Assert.Contains("Heard by me 1", document, StringComparison.Ordinal);
        var again = await second.SubmitAsync(theirs, [], "form.lapwing-approve");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        var given = await second.SubmitAndFollowAsync(approved, [], "form.lapwing-sent");
        Assert.Null(given.Html.QuerySelector("form.lapwing-prepare"));

        // Each look at the file is in its trail, also before anything was approved.
        var looks = await place.App.OpenAllAsync();
        await using (looks)
            Assert.True(await looks.AuditEntries.AnyAsync(e => e.Action == "subject-access.read" && e.CaseFile != null));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_is_approved_is_what_leaves_whatever_is_written_afterwards(EngineKind engine)
    {
        await using var place = await Registry.StartAsync(engine);
        await place.ReceiveAsync(ReferralSource.Self, number: 1);
        using var first = await place.App.SignInAsync("first@example.org");
        using var second = await place.App.SignInAsync("second@example.org");
        var page = await place.RecordAsync(first, Registry.Survivor(1));
        await first.SubmitAsync(page, Registry.Pack, "form.lapwing-prepare");
        var approved = await second.SubmitAndFollowAsync(await second.GetAsync(page.Address), [], "form.lapwing-approve");
        await place.ReceiveAsync(ReferralSource.Self, number: 1, account: "Written only afterwards");

        Assert.DoesNotContain("Written only afterwards", await Registry.DocumentAsync(second, approved), StringComparison.Ordinal);
        // Preparing again takes the approval back.
        var again = await first.SubmitAsync(await first.GetAsync(page.Address), Registry.Pack, "form.lapwing-prepare");
        Assert.Contains("Written only afterwards", again.Text, StringComparison.Ordinal);
        Assert.Null(again.Html.QuerySelector("form.lapwing-document"));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Nobody_learns_anything_of_anybody_else_and_nothing_held_looks_like_nothing_to_say(EngineKind engine)
    {
        await using var place = await Registry.StartAsync(engine);
        for (var number = 1; number <= Families; number++)
            await place.ReceiveAsync(number % 3 == 0 ? ReferralSource.Police : ReferralSource.Self, number, Registry.AccountOf(number));
        using var first = await place.App.SignInAsync("first@example.org");
        using var second = await place.App.SignInAsync("second@example.org");

        var nothing = await AnswerAsync(place, first, second, new("Nobody", "Atall", new(1970, 1, 1), "Passport"), "NeitherConfirmNorDeny");
        Assert.Contains("neither confirm nor deny", nothing, StringComparison.Ordinal);
        for (var number = 1; number <= Families; number++)
        {
            var harmer = await AnswerAsync(place, first, second, Registry.Harmer(number), "Pack");
            Assert.Null(harmer); // nothing may be given, so a pack is refused
            Assert.Equal(nothing, await AnswerAsync(place, first, second, Registry.Harmer(number), "NeitherConfirmNorDeny"));
            Assert.Null(await AnswerAsync(place, first, second, Registry.Child(number), "Pack"));
            var survivor = await AnswerAsync(place, first, second, Registry.Survivor(number), "Pack");
            Assert.NotNull(survivor);
            foreach (var secret in Registry.SecretsOf(number))
                Assert.DoesNotContain(secret, survivor, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(number % 3 != 0 && !Registry.AccountNamesSomebody(number), survivor.Contains($"Heard by me {number}", StringComparison.Ordinal));
            foreach (var other in Enumerable.Range(1, Families).Where(other => other != number))
                Assert.DoesNotContain(Registry.Survivor(other).GivenName, survivor, StringComparison.Ordinal);
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Behind_a_wall_a_guardian_finds_nothing(EngineKind engine)
    {
        await using var place = await Registry.StartAsync(engine);
        var file = await place.ReceiveAsync(ReferralSource.Self, number: 1);
        await using (var db = await place.App.OpenAllAsync())
        {
            var act = place.App.Act();
            db.Add(Wall.Raise(act, file, place.First.Id, "test"));
            await db.SaveAsync(act);
        }
        using var first = await place.App.SignInAsync("first@example.org");
        var page = await first.SubmitAsync(await place.RecordAsync(first, Registry.Survivor(1)), Registry.Pack, "form.lapwing-prepare");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Nothing may be given", page.Text, StringComparison.Ordinal);
    }

    /// <summary>The words of the answer, or null when a pack was refused because nothing may be given.</summary>
    private static async Task<string?> AnswerAsync(Registry place, TestBrowser first, TestBrowser second, Requester who, string reply)
    {
        var page = await place.RecordAsync(first, who);
        var prepared = await first.SubmitAsync(page, new(Registry.Pack) { ["Reply"] = reply }, "form.lapwing-prepare");
        if (prepared.Status == HttpStatusCode.UnprocessableEntity)
            return null;
        return await Registry.DocumentAsync(second, await second.SubmitAndFollowAsync(await second.GetAsync(page.Address), [], "form.lapwing-approve"));
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A front door with two guardians, and families in which everything that is somebody else's is a word that stands nowhere else.</summary>
internal sealed class Registry(TestApp app, Member first) : IAsyncDisposable
{
    public static readonly Dictionary<string, string> Pack = new() { ["Reply"] = "Pack", ["HarmTest"] = "Nobody can come to harm through what they said themselves." };

    public TestApp App => app;
    public Member First => first;

    public static async Task<Registry> StartAsync(EngineKind engine)
    {
        var app = await TestApp.StartAsync(engine);
        var data = await TestData.ArrangeAsync(app);
        var first = await app.JoinAsync("first@example.org", Job.Guardian, data.Council);
        await app.JoinAsync("second@example.org", Job.Guardian, data.Council);
        return new(app, first);
    }

    public static Requester Survivor(int number) => new("Zs" + Word(number), "Ashdown", new(1985, 1 + number % 12, 1 + number % 28), "Passport, seen in person");

    public static Requester Harmer(int number) => new("Zh" + Word(number), "Harmfield", new(1980, 1 + number % 12, 1 + number % 28), "Passport");

    public static Requester Child(int number) => new("Zc" + Word(number), "Ashdown", new(2015, 1 + number % 12, 1 + number % 28), "Brought by a parent");

    public static bool AccountNamesSomebody(int number) => number % 4 == 1;

    public static string AccountOf(int number) => $"Heard by me {number}" + (AccountNamesSomebody(number) ? $", and {Harmer(number).GivenName.ToUpperInvariant()} was there." : ".");

    public static IEnumerable<string> SecretsOf(int number) =>
    [
        Harmer(number).GivenName, "Harmfield", Child(number).GivenName, "Zr" + Word(number), "Zplace" + Word(number), Telephone(number),
        $"zmail{Word(number)}", "Zwords" + Word(number), "Police",
    ];

    public async Task<Id<CaseFile>> ReceiveAsync(ReferralSource source, int number, string? account = null)
    {
        await using var db = await app.OpenAllAsync();
        var desk = await FrontDesk.ReadAsync(db);
        var act = app.Act("referral.receive");
        var received = desk.Receive(act, new()
        {
            Who = WhoIsReferred.AdultVictim, SafeContact = new() { MayRing = true }, Basis = ConsentBasis.Consent,
            Subject = new() { GivenName = Survivor(number).GivenName, FamilyName = "Ashdown", BornOn = Survivor(number).Born },
            Harmer = new() { GivenName = Harmer(number).GivenName, FamilyName = "Harmfield", BornOn = Harmer(number).Born }, HarmerWords = "Zwords" + Word(number),
            ChildrenNamed = [new() { GivenName = Child(number).GivenName, FamilyName = "Ashdown", BornOn = Child(number).Born }],
            Telephone = Telephone(number), Email = $"zmail{Word(number)}@example.org", Address = $"Zplace{Word(number)} House, 4 Made Up Lane",
            Account = account ?? $"Heard by me {number}", ReferrerName = "Zr" + Word(number) + " Sendwell", ReferrerRole = "Sergeant",
        }, new(source));
        db.AddRange(received.Entities);
        await db.SaveAsync(act);
        return received.File.File.Id;
    }

    public async Task<TestPage> RecordAsync(TestBrowser guardian, Requester who)
    {
        var form = await guardian.GetAsync("/testing/subject-access/new");
        return await guardian.SubmitAndFollowAsync(form, new()
        {
            ["GivenName"] = who.GivenName, ["FamilyName"] = who.FamilyName, ["IdentityProof"] = who.IdentityProof,
            ["Born.Day"] = $"{who.Born.Day}", ["Born.Month"] = $"{who.Born.Month}", ["Born.Year"] = $"{who.Born.Year}",
            ["ReceivedOn.Day"] = "5", ["ReceivedOn.Month"] = "6", ["ReceivedOn.Year"] = "2023",
        });
    }

    public static FormUrlEncodedContent Form(TestPage page, Dictionary<string, string> fields) => new(TestBrowser.FieldsOf(page, fields, "form.lapwing-prepare"));

    /// <summary>Everything in the document: every part of the package, as text.</summary>
    public static async Task<string> DocumentAsync(TestBrowser guardian, TestPage page)
    {
        var answer = await guardian.SubmitAsync(page, [], "form.lapwing-document");
        Assert.Equal("attachment; filename=answer.docx; filename*=UTF-8''answer.docx", answer.Response.Content.Headers.ContentDisposition!.ToString());
        using var package = new ZipArchive(new MemoryStream(await answer.Response.Content.ReadAsByteArrayAsync()));
        var all = new StringBuilder();
        foreach (var part in package.Entries.OrderBy(part => part.FullName, StringComparer.Ordinal))
        {
            using var reader = new StreamReader(part.Open());
            all.Append(await reader.ReadToEndAsync());
        }
        Assert.DoesNotContain("creator", all.ToString(), StringComparison.OrdinalIgnoreCase);
        return all.ToString();
    }

    private static string Telephone(int number) => "079460" + number.ToString("D5", CultureInfo.InvariantCulture);

    private static string Word(int number) => new([.. number.ToString("D3", CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')), 'q', 'x']);

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
