using System.Text.RegularExpressions;
using Lapwing.Access;
using Lapwing.Web;

namespace Lapwing.Tests.Architecture;

/// <summary>What every page must be, found by walking all of them.</summary>
public sealed partial class PageTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync(EngineKind.Sqlite);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public void Every_page_states_its_permission() =>
        Assert.Empty(PermissionCheck.Pages(app.Services).Where(page => page.Permission is null).Select(page => page.Name));

    [Fact]
    public void Every_record_that_a_route_names_is_in_the_ledger()
    {
        string[] notRecords = ["partnership", "code", "draft", "question", "agency", "team", "area", "service", "member", "link", "run", "mapping",
            "quarter", "measure", "paper", "section", "figure", "pack", "concern", "grant", "snapshot", "kind", "format", "cell"];
        var unknown = PermissionCheck.Pages(app.Services)
            .SelectMany(page => Parameter().Matches(page.Route).Select(match => (page.Name, Parameter: match.Groups[1].Value)))
            .Where(found => !notRecords.Contains(found.Parameter) && !Ledger.Records.ContainsKey(found.Parameter));
        Assert.Empty(unknown);
    }

    [Fact]
    public async Task A_page_that_is_not_public_is_not_shown_without_a_session()
    {
        using var browser = app.Browser();
        foreach (var page in PermissionCheck.Pages(app.Services).Where(page => page.Permission != Permission.Public))
        {
            var address = Parameter().Replace(page.Route.Replace("{partnership}", "testing", StringComparison.Ordinal), _ => Guid.CreateVersion7().ToString("N"));
            var answer = await browser.GetAsync(address.Replace("?", "", StringComparison.Ordinal));
            Assert.True(answer.Status is System.Net.HttpStatusCode.Redirect or System.Net.HttpStatusCode.NotFound, $"{page.Name} answered {answer.Status}");
            if (answer.Status == System.Net.HttpStatusCode.Redirect)
                Assert.StartsWith("/sign-in", answer.Location, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
