using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Demonstration;

/// <summary>Founds the three demonstration partnerships with what the two seed papers say: agencies, teams, areas, services and one sign-in for each role.
/// May be run again: what is there stays.</summary>
public static class DemonstrationDirectory
{
    /// <summary>Every demonstration account's password. It opens invented people only, and is printed at start.</summary>
    public const string Password = "lapwing over the marsh";

    internal static IReadOnlyList<PlannedPartnership> Plans { get; } = [BarkingAndDagenham.Plan, Barnet.Plan, DriveEastArea.Plan];

    /// <param name="progress">Told what is being made, in plain sentences.</param>
    public static async Task CreateAsync(IServiceProvider services, IProgress<string> progress, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var hash = accounts.PasswordHasher.HashPassword(new(), Password);
        foreach (var plan in Plans)
        {
            progress.Report($"Founding {plan.Name} …");
            await services.GetRequiredService<Partnerships>().FoundAsync(plan.Address, plan.Name, isDemonstration: true, ct);
            await FillAsync(services, accounts, hash, plan, ct);
        }
    }

    private static async Task FillAsync(IServiceProvider services, UserManager<Account> accounts, string hash, PlannedPartnership plan, CancellationToken ct)
    {
        var now = Storage.Whole(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        await using var db = await services.GetRequiredService<Partnerships>().OpenAsSystemAsync(plan.Address, "demonstration", ct);
        if (await db.Agencies.AnyAsync(ct))
            return;
        var act = new Act(db.Viewer, now, "demonstration.directory", "setting up the demonstration");
        var number = 0;
        db.Areas.AddRange(plan.Areas.Select(area => Area.Add(act, ++number, area.Name, area.GssCode, area.CommandUnit)));
        var agencies = plan.Agencies.ToDictionary(agency => agency.Key, agency => Agency.Add(act, agency.Name, agency.Kind));
        db.Agencies.AddRange(agencies.Values);
        var teams = plan.Teams.ToDictionary(team => team.Key, team => Team.Add(act, agencies[team.Agency].Id, team.Name, team.Telephone, team.IsFrontDoor));
        db.Teams.AddRange(teams.Values);
        foreach (var service in plan.Services)
        {
            var given = plan.GivenBy.Single(g => g.Service == service.Number);
            db.Services.Add(Service.Add(act, service.Number, service.Name, service.Summary, agencies[given.Provider].Id, teams[given.Team].Id,
                service.Stage, service.Capacity, service.Eligibility));
        }
        foreach (var planned in plan.Members)
        {
            var account = await AccountAsync(accounts, hash, plan, planned);
            var member = Member.Join(act, account.Id, planned.Name, agencies[planned.Agency].Id, planned.Jobs);
            db.Members.Add(member);
            db.TeamMemberships.AddRange(planned.Teams.Select(team => TeamMembership.Join(act, member.Id, teams[team].Id)));
        }
        await db.SaveAsync(act, ct);
    }

    private static async Task<Account> AccountAsync(UserManager<Account> accounts, string hash, PlannedPartnership plan, PlannedMember planned)
    {
        var email = SignInOf(plan, planned);
        if (await accounts.FindByEmailAsync(email) is { } there)
            return there;
        var account = new Account
        {
            Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true, FullName = planned.Name, PasswordHash = hash,
        };
        var made = await accounts.CreateAsync(account);
        return made.Succeeded ? account
            : throw new InvalidOperationException($"The demonstration account {email} could not be made: {string.Join("; ", made.Errors.Select(e => e.Description))}");
    }

    internal static string SignInOf(PlannedPartnership plan, PlannedMember planned) => $"{planned.SignIn}@{plan.Address}.example";

    /// <summary>One sign-in for each role of each demonstration partnership, for the words at start.</summary>
    public static IEnumerable<(string Partnership, string Email, string Role)> SignIns() =>
        from plan in Plans
        from job in Enum.GetValues<Job>().Where(job => job != Job.None)
        let planned = plan.Members.FirstOrDefault(member => member.Jobs.HasFlag(job))
        where planned is not null
        select (plan.Name, SignInOf(plan, planned), Access.Jobs.Title(job));
}
