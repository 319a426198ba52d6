using System.IO.Compression;
using System.Text;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Contact;
using Lapwing.Modules.Casework.Contact.Out;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Casework.Contact;

/// <summary>Threat cases 8 and 3: what two parties share is never used, and nothing that goes out holds anybody's whereabouts but the destination's own.</summary>
public sealed class SharedContactTests
{
    private const int Households = 1_000, Cases = 2_000;

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task In_1000_households_nothing_that_the_other_party_holds_too_can_be_used_and_everything_else_can(EngineKind engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var data = await TestData.ArrangeAsync(app);
        var seeded = new Lapwing.Demonstration.Seeded(20261128, 8);
        var homes = new List<(Held Survivor, Held Harmer, bool Phone, bool Email, bool Address)>();
        await using (var db = await app.OpenAllAsync())
        {
            var act = app.Act();
            for (var i = 0; i < Households; i++)
            {
                var (phone, email, address) = (seeded.Chance(.4), seeded.Chance(.3), seeded.Chance(.4));
                var matter = Guid.CreateVersion7();
                // Each side writes the same thing in its own way.
                var survivor = Contacts.Open(db, act, data.FrontDoor.Id, seeded.Chance(.8) ? Side.Survivor : Side.Child, matter, $"07700 9{i:00000}", $"Home.{i}@Inbox.example", $"{i} Made-up Street\nTesting\nZZ{1 + i % 90} 1AB");
                var harmer = Contacts.Open(db, act, data.FrontDoor.Id, Side.PersonCausingHarm, matter, phone ? $"+44 (0)7700-9{i:00000}" : $"07701 9{i:00000}", email ? $"home.{i}@inbox.EXAMPLE" : $"other.{i}@inbox.example",
                    address ? $"{i} made up st, testing, zz{1 + i % 90}1ab" : $"{i + 5000} Elsewhere Road, ZZ9 9ZZ");
                homes.Add((survivor, harmer, phone, email, address));
            }
            await db.SaveAsync(act);
        }
        await using var all = await app.OpenAllAsync();
        var wrong = new List<string>();
        foreach (var (survivor, harmer, phone, email, address) in homes)
            foreach (var side in new[] { survivor, harmer })
            {
                // Gathered as the guard gathers it, without an entry in the trail for each of thousands.
                var known = await Knowledge.GatherAsync(all, side.File, default);
                foreach (var (channel, isShared, wanted) in new[]
                {
                    ("phone", phone, new Wanted(ContactChannel.Telephone, app.Now, side.Phone)), ("text", phone, new(ContactChannel.Text, app.Now, side.Phone)), ("e-mail", email, new(ContactChannel.Email, app.Now, side.Email)),
                    ("letter", address, new(ContactChannel.Letter, app.Now, Place: side.Home)), ("visit", address, new(ContactChannel.Visit, app.Now, Place: side.Home)),
                })
                    if (SendGuard.Decide(known, wanted, needsDestination: true).MayGo == isShared)
                        wrong.Add($"{channel} {(isShared ? "shared and sendable" : "not shared and refused")}");
            }
        Assert.True(wrong.Count == 0, $"{wrong.Count}: {string.Join("; ", wrong.Distinct())}");
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Marking_a_number_unsafe_for_one_marks_it_for_everybody_who_shares_it_whoever_may_see_them(EngineKind engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var data = await TestData.ArrangeAsync(app);
        await using var db = await app.OpenAllAsync();
        var act = app.Act();
        var one = Contacts.Open(db, act, data.FrontDoor.Id, Side.Survivor, Guid.CreateVersion7(), "020 7946 0111", null, null);
        var two = Contacts.Open(db, act, data.ChildWorkers.Id, Side.Child, Guid.CreateVersion7(), "+44 20 7946 0111", null, null);
        var other = Contacts.Open(db, act, data.FrontDoor.Id, Side.Survivor, Guid.CreateVersion7(), "020 7946 0112", null, null);
        await db.SaveAsync(act);

        Assert.True(await Contacts.Guard(app, db).MarkUnsafeAsync(app.Act("contact-method.unsafe"), one.Phone!.Value, default));

        await using var look = await app.OpenAllAsync();
        var after = await look.ContactMethods.AsNoTracking().ToDictionaryAsync(m => m.Id);
        Assert.Equal((false, false), (after[one.Phone.Value].IsSafe, after[one.Phone.Value].IsUnsafeByAnother));
        Assert.Equal((false, true), (after[two.Phone!.Value].IsSafe, after[two.Phone.Value].IsUnsafeByAnother));
        Assert.True(after[other.Phone!.Value].IsSafe);
    }

    [Fact]
    public void In_2000_texts_every_token_of_the_matter_is_found_but_the_destinations_own_and_neutral_ones_pass()
    {
        var seeded = new Lapwing.Demonstration.Seeded(20261128, 3);
        var missed = new List<string>();
        for (var i = 0; i < Cases; i++)
        {
            var own = $"Zqown{i:00000}address, Testing, ZZ1 1AB";
            var (address, phone, email, phrase) = ($"{1 + i} Zqother{i:00000} Street\nTesting\nZZ{1 + i % 90} 2CD", $"020 7946 {i:0000}", $"zq{i:00000}token@inbox.example", $"zqphrase{i:00000}token");
            IReadOnlyList<string> Find(string text) => ProtectedWords.Find(text, own, [address], [phone], [email], [phrase]);
            if (Find($"We write to {own}. Please ring us on Monday at 14:30.").Count > 0)
                missed.Add("own address refused");
            var written = seeded.Below(3) switch { 0 => address, 1 => address.ToUpperInvariant().Replace("\n", ", ", StringComparison.Ordinal), _ => $"{1 + i} zqother{i:00000} st" };
            foreach (var (what, token) in new[] { ("address", written), ("phone", $"+44 (0)20-7946-{i:0000}"), ("e-mail", email.ToUpperInvariant()), ("phrase", phrase), ("postcode", $"zz{1 + i % 90}2cd") })
                if (Find($"Dear you,\nit is {token} now. Thank you.").Count == 0)
                    missed.Add($"{what}: {token}");
        }
        Assert.True(missed.Count == 0, $"{missed.Count}: {string.Join("; ", missed.Take(5))}");
        // The twin: a token that nobody holds passes, so it is the comparison that finds the others.
        Assert.Empty(ProtectedWords.Find("it is zqother00001 street now", null, [], [], [], []));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Letters_and_emails_of_50_matters_hold_no_token_but_the_one_address_that_they_go_to(EngineKind engine)
    {
        using var mail = MailServer.Start();
        await using var app = await TestApp.StartAsync(engine, outbound: Contacts.Through(mail));
        var data = await TestData.ArrangeAsync(app);
        await Contacts.SetAsync(app, Contacts.Ready);
        await using var db = await app.OpenAllAsync();
        var act = app.Act();
        var matters = Enumerable.Range(0, 50).Select(i =>
        {
            var matter = Guid.CreateVersion7();
            return (Number: i, Survivor: Contacts.Open(db, act, data.FrontDoor.Id, Side.Survivor, matter, $"0770090{i:0000}", $"zqmail{i:000}s@inbox.example", $"Zqplace{i:000}survivor, ZZ1 1AB"),
                Harmer: Contacts.Open(db, act, data.FrontDoor.Id, Side.PersonCausingHarm, matter, $"0770191{i:0000}", $"zqmail{i:000}h@inbox.example", $"Zqplace{i:000}harmer, ZZ2 2AB"));
        }).ToList();
        await db.SaveAsync(act);
        var guard = Contacts.Guard(app, db);
        var (refused, found) = (0, new List<string>());
        foreach (var (i, survivor, harmer) in matters)
        {
            var key = await db.KeyOfAsync(survivor.File);
            // Charnwood: the new address typed into the text of a letter to another address, in a merge field or by hand.
            foreach (var token in new[] { $"Zqplace{i:000}harmer", $"0770191{i:0000}", $"zqmail{i:000}h@inbox.example", $"zqmail{i:000}s@inbox.example" })
            {
                await Assert.ThrowsAsync<RuleBroken>(() => guard.WriteAsync(act, key, new(ContactChannel.Letter, app.Now, Place: survivor.Home), $"We wrote to {token}.", Guid.CreateVersion7(), default));
                refused++;
            }
            await guard.WriteAsync(act, key, new(ContactChannel.Letter, app.Now, Place: survivor.Home), "Please ring us.", Guid.CreateVersion7(), default);
            await guard.QueueAsync(act, survivor.File, new(ContactChannel.Email, app.Now, survivor.Email), Guid.CreateVersion7(), null, default);
            await db.SaveAsync(act);
            var letter = await db.Dispatches.Where(d => d.CaseFile == survivor.File && d.State == DispatchState.Ready).Select(d => d.Id).SingleAsync();
            var text = TextOf(await guard.PrintAsync(act, key, letter, new("Post box 1", "Madeup Person"), default));
            await db.SaveAsync(act);
            Assert.Contains($"Zqplace{i:000}survivor", text, StringComparison.Ordinal);
            if (text.Replace($"Zqplace{i:000}survivor", "", StringComparison.Ordinal).Contains("zq", StringComparison.OrdinalIgnoreCase) || text.Contains("07701", StringComparison.Ordinal) || text.Contains("07700", StringComparison.Ordinal))
                found.Add($"letter {i}");
            Assert.DoesNotContain("creator", text, StringComparison.OrdinalIgnoreCase);
        }
        await Contacts.RunAsync(app);
        Assert.Equal((200, 50), (refused, mail.Taken.Count));
        found.AddRange(mail.Taken.Where(m => m.Text.Split('\n').Any(line => line.Contains("zq", StringComparison.OrdinalIgnoreCase) && !line.StartsWith("To: ", StringComparison.Ordinal))).Select(_ => "e-mail"));
        Assert.Empty(found);
        Assert.Equal("letter.docx", LetterDocx.FileName);
    }

    private static string TextOf(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(entry.FullName).Append(reader.ReadToEnd());
        }
        return text.ToString();
    }
}
