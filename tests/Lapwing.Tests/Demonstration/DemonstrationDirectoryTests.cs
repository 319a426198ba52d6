using Lapwing.Access;
using Lapwing.Demonstration;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Demonstration;

public sealed class DemonstrationDirectoryTests
{
    private sealed class Silent : IProgress<string>
    {
        public void Report(string value) { }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task It_founds_what_the_two_papers_say_and_a_second_run_adds_nothing(EngineKind engine)
    {
        await using var app = await TestApp.StartAsync(engine, ct: TestContext.Current.CancellationToken);
        await DemonstrationDirectory.CreateAsync(app.Services, new Silent(), TestContext.Current.CancellationToken);
        await DemonstrationDirectory.CreateAsync(app.Services, new Silent(), TestContext.Current.CancellationToken);

        await using var db = await app.OpenAllAsync("barking-and-dagenham");
        var services = await db.Services.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        var front = Assert.Single(services, s => s.Eligibility.Pathway == Pathway.FrontDoor);
        Assert.Equal("Support 2 Safety", front.Name);
        Assert.Equal(ServiceStage.FormallyLaunched, front.Stage);
        Assert.Empty(front.Eligibility.RiskLevels);
        Assert.Equal(3, services.Count(s => s.Name.StartsWith("Phoenix", StringComparison.Ordinal)));
        Assert.Single(await db.Teams.Where(t => t.IsFrontDoor).ToListAsync(TestContext.Current.CancellationToken));
        foreach (var plan in DemonstrationDirectory.Plans)
        {
            await using var each = await app.OpenAllAsync(plan.Address);
            Assert.Equal(plan.Members.Length, await each.Members.CountAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void Every_service_can_be_used_and_every_job_has_a_sign_in_in_every_partnership()
    {
        foreach (var plan in DemonstrationDirectory.Plans)
        {
            Assert.All(plan.Services, service => Assert.Empty(service.Eligibility.Problems()));
            Assert.Single(plan.Teams, team => team.IsFrontDoor);
            Assert.Equal(plan.Services.Select(s => s.Number), plan.GivenBy.Select(g => g.Service));
            Assert.All(plan.GivenBy, given => Assert.Contains(plan.Members, member => member.Teams.Contains(given.Team) && (member.Jobs & Lapwing.Access.Jobs.CaseWork) != 0));
            var jobs = plan.Members.Aggregate(Job.None, (all, member) => all | member.Jobs);
            Assert.Equal((Job)511, jobs);
            Assert.All(plan.Members, member => Assert.Null(Lapwing.Access.Jobs.WhyNotTogether(member.Jobs)));
        }
        Assert.Equal(27, DemonstrationDirectory.SignIns().Count());
    }

    [Fact]
    public void A_service_that_breaks_its_own_rules_would_be_seen() =>
        Assert.NotEmpty(new ServiceEligibility { Pathway = Pathway.FrontDoor, RiskLevels = [RiskLevel.High] }.Problems());
}
