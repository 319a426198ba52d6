using System.Diagnostics;
using System.Text.Json;
using Lapwing.CommandLine;
using Lapwing.Modules.Figures;

namespace Lapwing.Tests.Modules.Figures;

/// <summary><c>lapwing figures</c>, run as the program that it is.</summary>
public sealed class FiguresCommandTests(Boroughs boroughs)
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task It_prints_the_quarter_as_the_audience_may_see_it(EngineKind engine)
    {
        var borough = await boroughs.OnAsync(engine);
        var (board, publicly) = (await RunAsync(borough, "barnet", "2023-24-Q1"), await RunAsync(borough, "barnet", "2023-24-Q1", "--audience", "public"));

        Assert.Equal((Root.Done, ""), (board.Exit, board.Error));
        Assert.StartsWith("2023/24 Q1, April to June 2023, for the board (below 5)", board.Out, StringComparison.Ordinal);
        Assert.Contains("fewer than 5", board.Out, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^Referrals received +\d+  referrals\r?$", board.Out);
        Assert.Matches(@"(?m)^Ethnicity recorded +\d+%\r?$", board.Out);
        Assert.DoesNotContain("%  %", board.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("-0%", board.Out, StringComparison.Ordinal);

        Assert.Equal(Root.Done, publicly.Exit);
        Assert.Contains("for the public (below 10, rounded to 5)", publicly.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("fewer than 5", publicly.Out, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^Referrals received +\d*[05]  referrals\r?$", publicly.Out);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task For_machines_it_prints_one_document_that_holds_what_is_shown_and_no_count_beneath_it(EngineKind engine)
    {
        var borough = await boroughs.OnAsync(engine);
        var printed = await RunAsync(borough, "barnet", "2023-24-Q1", "--json");
        Assert.Equal(Root.Done, printed.Exit);
        using var json = JsonDocument.Parse(printed.Out);
        var (figures, tables) = (json.RootElement.GetProperty("figures").EnumerateArray().ToList(), json.RootElement.GetProperty("tables").EnumerateArray().ToList());
        Assert.Equal(("2023-24-Q1", "board"), (json.RootElement.GetProperty("quarter").GetString(), json.RootElement.GetProperty("audience").GetString()));
        Assert.Equal("referrals", figures.Single(f => f.GetProperty("code").GetString() == "referrals-received").GetProperty("unit").GetString());

        await using var db = await borough.OpenAsync();
        var census = await Census.TakeAsync(db);
        var rows = tables.Single(t => t.GetProperty("code").GetString() == "referrals-received-by-source").GetProperty("rows").EnumerateArray().ToList();
        var small = Breakdowns.BySource.Categories.Where(c => census.Count("referrals-received", Borough.Last, "source", c.Code) is > 0 and < 5).ToList();
        Assert.NotEmpty(small);
        Assert.All(small, c => Assert.Equal("fewer than 5", rows.Single(r => r.GetProperty("category").GetString() == c.Title).GetProperty("shown").GetString()));
        Assert.All(rows, row => Assert.Equal(["category", "shown", "status"], row.EnumerateObject().Select(p => p.Name)));
    }

    [Theory]
    [InlineData(Root.Refused, "There is no partnership called \"atlantis\"", "atlantis", "2023-24-Q1")]
    [InlineData(Root.WrongUse, "\"2023-24-Q7\" is not a quarter", "barnet", "2023-24-Q7")]
    [InlineData(Root.Refused, "2097/98 Q1 has not begun yet", "barnet", "2097-98-Q1")]
    [InlineData(Root.Refused, "There is no audience called \"press\". Choose board or public", "barnet", "2023-24-Q1", "--audience", "press")]
    [InlineData(Root.WrongUse, "See lapwing --help", "barnet")]
    public async Task What_cannot_be_printed_is_refused_with_its_reason(int exit, string says, params string[] arguments)
    {
        var refused = await RunAsync(await boroughs.OnAsync(EngineKind.Sqlite), arguments);
        Assert.Equal((exit, ""), (refused.Exit, refused.Out));
        Assert.Contains(says, refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_key_it_says_so()
    {
        var borough = await boroughs.OnAsync(EngineKind.Sqlite);
        var locked = await RunAsync(borough, "barnet", "2023-24-Q1", "--key-file", Path.Combine(borough.App.Installation.DataFolder, "no-such-key.json"));
        Assert.Equal((Root.NoKey, ""), (locked.Exit, locked.Out));
        Assert.NotEmpty(locked.Error);
    }

    private static async Task<(int Exit, string Out, string Error)> RunAsync(Borough borough, params string[] arguments)
    {
        var installation = borough.App.Installation;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])[typeof(Root).Assembly.Location, "figures", .. arguments])
            start.ArgumentList.Add(argument);
        (start.Environment["LAPWING_DATA"], start.Environment["LAPWING_KEY_FILE"], start.Environment["LAPWING_POSTGRES"]) = (installation.DataFolder, installation.KeyFile, installation.Postgres);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, (await output).Trim(), (await error).Trim());
    }
}
