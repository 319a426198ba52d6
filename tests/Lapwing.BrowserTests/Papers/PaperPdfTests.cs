using System.Diagnostics;
using Lapwing.Access;
using Lapwing.Modules.Boards.Documents;
using Lapwing.Modules.Boards.Export;
using Lapwing.Settings;
using Lapwing.Tests.Modules.Boards.Export;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace Lapwing.BrowserTests.Papers;

/// <summary>Papers printed by the Chromium that is installed, and read back by something that is not a browser.</summary>
public sealed class PaperPdfTests
{
    private static readonly string s_ours = $"lapwing-print-{Environment.ProcessId}-";
    private static readonly Installation s_here = Installation.From("unused", null, null, null);

    [Fact]
    public async Task It_is_tagged_in_british_english_and_shows_its_title()
    {
        using var pdf = await PrintAsync(InventedPaper.Whole);
        var catalog = pdf.Structure.Catalog.CatalogDictionary;
        Assert.True(catalog.TryGet(NameToken.Create("MarkInfo"), out DictionaryToken marked) && marked.TryGet(NameToken.Create("Marked"), out BooleanToken isMarked) && isMarked.Data);
        Assert.True(catalog.ContainsKey(NameToken.Create("StructTreeRoot")));
        Assert.True(catalog.TryGet(NameToken.Create("Lang"), out StringToken language));
        Assert.Equal("en-GB", language.Data);
        Assert.Equal($"RESTRICTED: {InventedPaper.Title}", pdf.Information.Title);
        Assert.True(pdf.TryGetBookmarks(out var outline));
        Assert.Contains("Figures in this paper", outline.GetNodes().Select(n => n.Title));
    }

    [Fact]
    public async Task Every_sheet_carries_its_marking_twice_its_number_and_that_it_is_a_draft()
    {
        using var pdf = await PrintAsync(InventedPaper.Whole);
        Assert.True(pdf.NumberOfPages >= 3);
        foreach (var page in pdf.GetPages())
        {
            var words = page.GetWords().ToList();
            var markings = words.Where(w => w.Text == InventedPaper.Marking).ToList();
            Assert.True(markings.Count >= 2, $"Sheet {page.Number} carries its marking {markings.Count} times.");
            Assert.InRange(markings.Max(w => w.BoundingBox.Top), page.Height * 0.9, page.Height);
            Assert.Contains($"Page {page.Number} of {pdf.NumberOfPages}", string.Join(' ', words.Select(w => w.Text)));
            Assert.Contains(words, w => w.Text == "Draft" && w.BoundingBox.Top < page.Height * 0.1);
            Assert.All(words, w => Assert.InRange(w.BoundingBox.Right, 0, page.Width));
        }
    }

    [Fact]
    public async Task Nothing_covers_the_marking()
    {
        // Sixty bars are higher than a sheet, and twelve columns wider than one.
        using var pdf = await PrintAsync(InventedPaper.Whole with { Sections = [.. InventedPaper.Whole.Sections, InventedPaper.Large] });
        foreach (var page in pdf.GetPages())
        {
            var words = page.GetWords().ToList();
            var markings = words.Where(w => w.Text == InventedPaper.Marking && IsAtTheEdge(w, page)).ToList();
            Assert.All(markings, marking => Assert.Equal(["RESTRICTED"], words.Where(w => w.BoundingBox.Bottom < marking.BoundingBox.Top && marking.BoundingBox.Bottom < w.BoundingBox.Top).Select(w => w.Text)));
        }
        // No sheet has only its edges.
        Assert.All(pdf.GetPages(), page => Assert.True(page.GetWords().Count() > 12, $"Sheet {page.Number} is empty."));
        Assert.Contains(pdf.GetPages(), page => page.GetWords().Count(w => w.Text == "Ward") >= 60);
    }

    [Fact]
    public async Task Words_and_figures_can_be_read_out_of_it()
    {
        using var pdf = await PrintAsync(InventedPaper.Whole);
        var text = string.Join(' ', pdf.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text));
        Assert.Contains("We received 119 referrals, against 1,204 offences recorded by the police.", text);
        Assert.Contains("Standard 80 Total 119", text);
        Assert.Contains("Page 1 of", text);
    }

    [Theory]
    [InlineData("<script>document.title = 'run'</script>")]
    [InlineData("<iframe src=file:///etc/passwd></iframe>")]
    [InlineData("شكراً 🐦 {{referrals}} = bell\u0007")]
    public async Task Whatever_is_typed_is_printed_and_not_obeyed(string words)
    {
        using var pdf = await PrintAsync(InventedPaper.With(words));
        Assert.Equal($"RESTRICTED: {Hostile.Kept(words)}", pdf.Information.Title);
        Assert.DoesNotContain(pdf.GetPages().SelectMany(p => p.GetWords()), w => w.Text.StartsWith("root:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_very_long_paragraph_goes_on_over_the_sheets_and_each_of_them_is_marked()
    {
        using var pdf = await PrintAsync(InventedPaper.Whole with { Sections = [new DocumentSection("Long", [new Paragraph([new Run(new string('x', 30_000))])])] });
        Assert.True(pdf.NumberOfPages > 5);
        Assert.All(pdf.GetPages(), page => Assert.True(page.GetWords().Count(w => w.Text == InventedPaper.Marking) >= 2));
        Assert.Equal(30_000, pdf.GetPages().SelectMany(p => p.Letters).Count(l => l.Value == "x"));
    }

    [Fact]
    public async Task Nothing_of_it_stays_behind()
    {
        using var pdf = await PrintAsync(InventedPaper.Whole);
        Assert.Empty(Left());
    }

    [Fact]
    public async Task Nothing_stays_behind_when_it_fails_either()
    {
        // A program that is no browser, and one that is given up on.
        var no = s_here with { Chromium = "/bin/false" };
        await Assert.ThrowsAsync<InvalidOperationException>(() => PaperPdf.WriteAsync(InventedPaper.Whole, no, Stream.Null, default));
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(150));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PaperPdf.WriteAsync(InventedPaper.Whole, s_here, Stream.Null, soon.Token));
        Assert.Empty(Left());
        Assert.DoesNotContain(Process.GetProcesses(), p => Command(p).Contains(s_ours, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_browser_it_says_so()
    {
        var none = s_here with { Chromium = "/nowhere/chromium" };
        Assert.Equal("No Chromium is installed here, so there is no PDF; the HTML page prints the same", PaperPdf.WhyNot(none));
        await Assert.ThrowsAsync<RuleBroken>(() => PaperPdf.WriteAsync(InventedPaper.Whole, none, Stream.Null, default));
    }

    private static async Task<PdfDocument> PrintAsync(PaperDocument paper)
    {
        Assert.True(PaperPdf.WhyNot(s_here) is null, "These tests need Chromium: run ./test, or set LAPWING_CHROMIUM to its path.");
        using var to = new MemoryStream();
        await PaperPdf.WriteAsync(paper, s_here, to, default);
        return PdfDocument.Open(to.ToArray());
    }

    private static IEnumerable<string> Left() => new[] { Path.GetTempPath(), "/dev/shm" }.Where(Directory.Exists)
        .SelectMany(place => Directory.EnumerateDirectories(place, s_ours + "*"));

    private static string Command(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static bool IsAtTheEdge(Word word, Page page) => word.BoundingBox.Top > page.Height * 0.9 || word.BoundingBox.Bottom < page.Height * 0.1;
}
