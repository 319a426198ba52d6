using System.Text.RegularExpressions;
using Lapwing.Access;
using Lapwing.Tests.Access.Matrix;
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
            "quarter", "measure", "paper", "section", "figure", "pack", "concern", "audience", "grant", "snapshot", "kind", "format", "cell", "request", "pool", "unit", "enquiry", "step",
            // Of a group, which knows nobody: who sits in it stands in their own files.
            "programme", "facilitator", "cohort", "session"];
        var unknown = PermissionCheck.Pages(app.Services)
            .SelectMany(page => Parameter().Matches(page.Route).Select(match => (page.Name, Parameter: match.Groups[1].Value)))
            .Where(found => !notRecords.Contains(found.Parameter) && !Ledger.Records.ContainsKey(found.Parameter));
        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_entrance_has_its_line_in_the_permission_model_and_an_address_that_the_matrix_can_knock_at()
    {
        var entrances = Entrance.All(app.Services);
        var unsaid = entrances.Where(entrance => WhoMay.Of(entrance) is null).Select(entrance => entrance.Place).Distinct();
        Assert.True(!unsaid.Any(), "Say in Access/Matrix/WhoMay.cs whose job these are, from the permission model: " + string.Join(", ", unsaid));
        var unknown = entrances.SelectMany(entrance => entrance.Parameters).Distinct().Where(name => !MatrixWorld.Parameters.Contains(name));
        Assert.True(!unknown.Any(), "Give Access/Matrix/MatrixWorld.cs an example of what these parameters name: " + string.Join(", ", unknown));
        Assert.Empty(WhoMay.Places.Except(entrances.Select(entrance => entrance.Place)));
        Assert.Equal(Ledger.Records.Keys.Where(name => entrances.Any(entrance => entrance.Parameters.Contains(name))).Order(), MatrixWorld.Records.Order());
    }

    [Fact]
    public void A_page_that_nobody_gave_a_line_is_found() => Assert.Null(WhoMay.Of(new("/{partnership}/made-up", "GET", null)));

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
