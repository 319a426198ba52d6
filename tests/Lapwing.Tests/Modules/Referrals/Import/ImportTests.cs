using System.IO.Compression;
using System.Text;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Import;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;

namespace Lapwing.Tests.Modules.Referrals.Import;

/// <summary>A partnership into which files are imported, one for each engine.</summary>
public sealed class ImportPlace : IAsyncDisposable
{
    public TestApp App { get; private init; } = null!;
    public string Folder { get; private init; } = "";

    public static async Task<ImportPlace> ArrangeAsync(EngineKind engine)
    {
        var app = await TestApp.StartAsync(engine);
        await TestData.ArrangeAsync(app);
        return new() { App = app, Folder = System.IO.Directory.CreateTempSubdirectory("lapwing-import-").FullName };
    }

    public FileInfo Write(string name, string text, Encoding? encoding = null)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text, encoding ?? new UTF8Encoding(false));
        return new(path);
    }

    internal async Task<FileOutcome> ImportAsync(FileInfo file, ImportMap? map = null, bool dryRun = false, FileInfo? rejects = null, CancellationToken ct = default) =>
        (await FilesImport.RunAsync(new(App.Partnerships, App.Clock), "testing", [file], map ?? ImportMap.Canonical, dryRun, rejects, TextWriter.Null, ct))[0];

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        System.IO.Directory.Delete(Folder, recursive: true);
    }
}

public sealed class ImportTests
{
    private const string Heading = "Received on,Who is referred,Safe contact,Consent,Given name,Family name,Date of birth,Gender,What happened";

    private static string Row(int n) => $"2023-0{1 + n % 5}-{1 + n % 27:00},Adult victim,Ring; Text,The person agreed,Testina,Invented-{n},{1960 + n % 40}-03-0{1 + n % 9},Woman or girl,\"Said \"\"no\"\", then left\"";

    private static string Table(int rows) => string.Join("\n", Enumerable.Range(0, rows).Select(Row).Prepend(Heading)) + "\n";

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_file_is_received_once_and_a_second_run_knows_every_row(EngineKind engine)
    {
        await using var place = await ImportPlace.ArrangeAsync(engine);
        var file = place.Write("referrals.csv", Table(50));
        Assert.Equal(new ImportCount(50, 50, 0, 0), (await place.ImportAsync(file, dryRun: true)).Count);
        Assert.Equal(new ImportCount(50, 50, 0, 0), (await place.ImportAsync(file)).Count);
        Assert.Equal(new ImportCount(50, 0, 0, 50), (await place.ImportAsync(file)).Count);
        var renamed = place.Write("copy of referrals.csv", Table(50));
        Assert.Equal(new ImportCount(50, 0, 0, 50), (await place.ImportAsync(renamed)).Count);
        var grown = place.Write("referrals.csv", Table(53));
        Assert.Equal(new ImportCount(53, 3, 0, 50), (await place.ImportAsync(grown)).Count);

        await using var db = await place.App.OpenAllAsync();
        Assert.Equal(53, await db.Referrals.CountAsync());
        Assert.Equal(53, await db.Facts.CountAsync(f => f.Kind == Facts.FactKind.ReferralReceived));
        var first = await db.People.AsNoTracking().FirstAsync();
        Assert.StartsWith("Testina Invented-", first.DisplayName(await db.KeyOfAsync(first.CaseFile)), StringComparison.Ordinal);
        var referral = await db.Referrals.AsNoTracking().FirstAsync();
        Assert.Equal("Said \"no\", then left", (await db.KeyOfAsync(referral.CaseFile)).Reveal(referral.Account!));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_same_row_twice_on_one_day_is_two_contacts(EngineKind engine)
    {
        await using var place = await ImportPlace.ArrangeAsync(engine);
        var file = place.Write("same.csv", $"{Heading}\n{Row(1)}\n{Row(1)}\n");
        Assert.Equal(new ImportCount(2, 2, 0, 0), (await place.ImportAsync(file)).Count);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_stops_an_import_anywhere_leaves_nothing_half_done_and_it_goes_on_exactly_there(EngineKind engine)
    {
        await using var place = await ImportPlace.ArrangeAsync(engine);
        const int rows = ReferralImport.BatchSize * 3 + 17;
        var file = place.Write("long.csv", Table(rows));
        for (var stop = 1; stop <= 40; stop++)
        {
            using var token = new CancellationTokenSource();
            token.CancelAfter(TimeSpan.FromMilliseconds(60 * stop));
            try
            {
                await place.ImportAsync(file, ct: token.Token);
                break;
            }
            catch (OperationCanceledException)
            {
                await using var meanwhile = await place.App.OpenAllAsync();
                var run = await meanwhile.Set<ImportRun>().AsNoTracking().SingleOrDefaultAsync();
                Assert.Equal(run?.Received ?? 0, await meanwhile.Referrals.CountAsync());
                Assert.Equal(run?.Received ?? 0, await meanwhile.Set<ImportedLine>().CountAsync());
                Assert.True(run is null || run.AddsUp);
            }
        }
        var last = await place.ImportAsync(file);
        Assert.Equal(rows, last.Count.Rows);
        Assert.Equal(rows, last.Count.Received + last.Count.Duplicate);
        await using var db = await place.App.OpenAllAsync();
        Assert.Equal(rows, await db.Referrals.CountAsync());
        Assert.Equal(rows, await db.CaseFiles.CountAsync());
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Every_rejected_row_says_line_column_value_and_what_to_do(EngineKind engine)
    {
        await using var place = await ImportPlace.ArrangeAsync(engine);
        var file = place.Write("bad.csv", string.Join("\r\n",
            Heading,
            Row(1),
            "31/02/2023,Adult victim,Ring,The person agreed,A,B,,,",
            "2023-01-01,Neighbour,Ring,The person agreed,A,B,,,",
            "2023-01-01,Adult victim,,The person agreed,A,B,,,",
            "2023-01-01,Adult victim,Ring,,A,B,,,",
            "2093-01-01,Adult victim,Ring,The person agreed,A,B,,,",
            "2023-01-01,Adult victim,Ring,The person agreed,A,B,2015-01-01,,",
            "2023-01-01,Adult victim,Ring,The person agreed,=1+1,B,1850-01-01,Woman or girl,",
            "2023-01-01,Adult victim,Voicemail,The person agreed,A,B,,,",
            "2023-01-01,Adult victim,Ring,The person agreed,A\0,B,,,",
            "2023-01-01,Adult victim,Ring,The person agreed,A,B,,=cmd|' /C calc'!A0,",
            "2023-01-01,Adult victim,Ring,The person agreed,A,B,,,,too many",
            "2023-01-01,Adult victim,Ring",
            $"2023-01-01,Adult victim,Ring,The person agreed,{new string('x', 201)},B,,,",
            "2023-01-01,Adult victim,Ring,The person agreed,a\"b,c\"d,,,",
            "", Row(2)));
        var rejects = new FileInfo(Path.Combine(place.Folder, "rejects.csv"));
        var outcome = await place.ImportAsync(file, rejects: rejects);
        Assert.Equal(new ImportCount(16, 2, 14, 0), outcome.Count);

        var lines = await File.ReadAllLinesAsync(rejects.FullName);
        Assert.Equal("Line,Column,Value,Reason", lines[0].TrimStart('\uFEFF'));
        Assert.Equal(15, lines.Length);
        Assert.StartsWith("3,Received on,31/02/2023,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("4,Who is referred,Neighbour,This is no word for who is referred. Write one of: Adult victim; Child; Person causing harm.", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("5,Safe contact,,", lines[3], StringComparison.Ordinal);
        Assert.Contains("It is never guessed", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("6,Consent,,", lines[4], StringComparison.Ordinal);
        Assert.Contains("in the future", lines[5], StringComparison.Ordinal);
        Assert.Contains("16 or over", lines[6], StringComparison.Ordinal);
        Assert.StartsWith("10,Safe contact,Voicemail,", lines[8], StringComparison.Ordinal);
        Assert.Contains("NUL", lines[9], StringComparison.Ordinal);
        // A formula in a value is text in the reject file.
        Assert.Contains(lines, line => line.Contains("'=cmd|", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(",=cmd", StringComparison.Ordinal));
        Assert.Equal(14, lines.Skip(1).Count(line => line.TrimEnd().Length > line.LastIndexOf(',') + 10));

        var dry = await place.ImportAsync(file, dryRun: true);
        Assert.Equal(new ImportCount(16, 0, 14, 2), dry.Count);
    }

    [Theory]
    [InlineData("empty.csv", "", "empty")]
    [InlineData("missing.csv", "Received on,Consent\n2023-01-01,The person agreed\n", "lacks the columns \"Who is referred\", \"Safe contact\"")]
    [InlineData("twice.csv", "Received on,received ON,Who is referred,Safe contact,Consent\n", "two columns")]
    [InlineData("notes.xlsx", "This is text", "lacks the columns")]
    public async Task A_file_that_cannot_be_used_is_refused_whole_with_a_reason(string name, string text, string reason)
    {
        await using var place = await ImportPlace.ArrangeAsync(EngineKind.Sqlite);
        var outcome = await place.ImportAsync(place.Write(name, text));
        Assert.Contains(reason, outcome.Refusal, StringComparison.Ordinal);
        await using var db = await place.App.OpenAllAsync();
        Assert.Equal(0, await db.Referrals.CountAsync());
    }

    [Fact]
    public async Task A_zip_that_is_no_workbook_a_bomb_and_a_program_are_refused()
    {
        await using var place = await ImportPlace.ArrangeAsync(EngineKind.Sqlite);
        Assert.Contains("not an Excel workbook", (await place.ImportAsync(Zip(place, "other.xlsx", ("readme.txt", 10)))).Refusal, StringComparison.Ordinal);
        Assert.Contains("unpacks to far more", (await place.ImportAsync(Zip(place, "bomb.xlsx", ("[Content_Types].xml", 10), ("xl/workbook.xml", 10), ("xl/media/zeros", 90_000_000)))).Refusal, StringComparison.Ordinal);
        var program = new FileInfo(Path.Combine(place.Folder, "program.csv"));
        await File.WriteAllBytesAsync(program.FullName, [0x7f, 0x45, 0x4c, 0x46, .. Enumerable.Range(0, 4000).Select(n => (byte)(n * 7 % 32))]);
        Assert.Contains("neither a CSV file nor", (await place.ImportAsync(program)).Refusal, StringComparison.Ordinal);
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "utf-16", "utf-16-be", "windows-1252"];

    [Theory, MemberData(nameof(Encodings))]
    public async Task Text_is_read_in_the_encoding_that_it_is_in(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var place = await ImportPlace.ArrangeAsync(EngineKind.Sqlite);
        Encoding encoding = name switch
        {
            "utf-8" => new UTF8Encoding(false), "utf-8-bom" => new UTF8Encoding(true), "utf-16" => new UnicodeEncoding(false, true),
            "utf-16-be" => new UnicodeEncoding(true, true), _ => Encoding.GetEncoding(1252),
        };
        var file = place.Write("encoded.csv", $"{Heading.ToUpperInvariant()}, ,\n{Row(1).Replace("Testina", "Zoë Renée", StringComparison.Ordinal)},,\n", encoding);
        var outcome = await place.ImportAsync(file);
        Assert.Equal(new ImportCount(1, 1, 0, 0), outcome.Count);
        await using var db = await place.App.OpenAllAsync();
        var person = await db.People.AsNoTracking().SingleAsync();
        Assert.Equal("Zoë Renée Invented-1", person.DisplayName(await db.KeyOfAsync(person.CaseFile)));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_workbook_is_read_like_a_text_file(EngineKind engine)
    {
        await using var place = await ImportPlace.ArrangeAsync(engine);
        var path = Path.Combine(place.Folder, "book.xlsx");
        await MiniExcel.SaveAsAsync(path, Enumerable.Range(0, 30).Select(n => new Dictionary<string, object?>
        {
            ["received on "] = new DateTime(2023, 2, 1 + n % 20), ["Who is referred"] = "adult victim", ["Safe contact"] = "only through the referrer",
            ["Consent"] = "The person agreed", ["Age"] = n == 7 ? 130 : 20 + n, ["Something else"] = null,
        }));
        var outcome = await place.ImportAsync(new(path));
        Assert.Equal(new ImportCount(30, 29, 1, 0), outcome.Count);
        Assert.Equal(["Something else"], outcome.Unused);
        Assert.Equal(new ImportCount(30, 0, 1, 29), (await place.ImportAsync(new(path))).Count);
    }

    [Fact]
    public async Task A_declined_referral_of_the_past_arrives_decided()
    {
        await using var place = await ImportPlace.ArrangeAsync(EngineKind.Sqlite);
        var file = place.Write("past.csv", "Received on,Who is referred,Safe contact,Consent,Outcome,Decided on\n2023-01-09,Child,Only through the referrer,The person agreed,The survivor declined,2023-01-11\n");
        Assert.Equal(new ImportCount(1, 1, 0, 0), (await place.ImportAsync(file)).Count);
        await using var db = await place.App.OpenAllAsync();
        var referral = await db.Referrals.AsNoTracking().SingleAsync();
        Assert.Equal((ReferralStatus.Declined, DeclineReason.SurvivorDeclined), (referral.Status, referral.DeclineReason));
    }

    [Theory]
    [InlineData("{ not json", "cannot be read")]
    [InlineData("""{"columns":[{"column":"a","field":"Shoe size"}]}""", "There is no field called \"Shoe size\"")]
    [InlineData("""{"columns":[{"column":"a","field":"Received on"}],"constants":{"Consent":"The person agreed","Who is referred":"Child"}}""", "Nothing is for Safe contact")]
    public void A_mapping_that_cannot_be_used_says_why(string json, string reason) =>
        Assert.Contains(reason, Assert.Throws<RuleBroken>(() => ImportMap.Parse(json)).Message, StringComparison.Ordinal);

    private static FileInfo Zip(ImportPlace place, string name, params (string Part, int Zeros)[] parts)
    {
        var path = Path.Combine(place.Folder, name);
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var (part, zeros) in parts)
        {
            using var content = zip.CreateEntry(part).Open();
            content.Write(new byte[zeros]);
        }
        return new(path);
    }
}
