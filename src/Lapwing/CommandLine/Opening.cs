using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Demonstration;
using Lapwing.Modules.Accounts;
using Lapwing.Modules.Directory;
using Lapwing.Settings;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.CommandLine;

/// <summary>Gets an installation ready to serve: databases, keys, and the demonstration or the first administrator's link.</summary>
public static class Opening
{
    public static async Task PrepareAsync(Installation installation, bool demonstration, TextWriter say, CancellationToken ct)
    {
        await using var services = Verbs.Services(installation);
        await MigrateAsync(services, say, ct);
        var there = await services.GetRequiredService<Partnerships>().AllAsync(ct);
        if (demonstration && there.All(partnership => partnership.IsDemonstration))
        {
            await DemonstrationDirectory.CreateAsync(services, new Said(say), ct);
            await DemonstrationActivity.CreateAsync(services, new Said(say), ct);
            await DemonstrationFamilies.CreateAsync(services, new Said(say), ct);
            await DemonstrationRisk.CreateAsync(services, new Said(say), ct);
            await DemonstrationHandovers.CreateAsync(services, new Said(say), ct);
            await DemonstrationPlaces.CreateAsync(services, new Said(say), ct);
            await DemonstrationGroups.CreateAsync(services, new Said(say), ct);
            await DemonstrationAccommodation.CreateAsync(services, new Said(say), ct);
            await DemonstrationPapers.CreateAsync(services, new Said(say), ct);
        }
    }

    public static async Task MigrateAsync(IServiceProvider services, TextWriter say, CancellationToken ct)
    {
        var engine = services.GetRequiredService<Engine>();
        await say.WriteLineAsync("Preparing the databases …");
        await engine.PrepareAsync("house", ct);
        await using (var house = engine.OpenHouse())
            await Engine.MigrateAsync(house, ct);
        var partnerships = services.GetRequiredService<Partnerships>();
        foreach (var partnership in await partnerships.AllAsync(ct))
            await partnerships.MigrateAsync(partnership.Address, ct);
        // After the partnerships: a key file that got lost is told by them, before a new one could be begun here.
        Keyring.Open(services.GetRequiredService<Installation>()).Create(Keyring.House, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
    }

    public static async Task WelcomeAsync(WebApplication app, TextWriter say, CancellationToken ct)
    {
        var there = await app.Services.GetRequiredService<Partnerships>().AllAsync(ct);
        await say.WriteLineAsync($"\nLapwing is at {string.Join(", ", app.Urls)}".AsMemory(), ct);
        if (there.Any(partnership => partnership.IsDemonstration))
            await SaySignInsAsync(say);
        if (there.Count == 0)
            await say.WriteLineAsync($"""

                There is no partnership yet. Open this link within a day to make the first administrator; it works once:
                  {app.Urls.First()}{await FirstLinkAsync(app.Services, ct)}
                """.AsMemory(), ct);
    }

    public static async Task SaySignInsAsync(TextWriter say)
    {
        await say.WriteLineAsync($"\nThe demonstration holds invented people only. Every sign-in has the password: {DemonstrationDirectory.Password}");
        foreach (var partnership in DemonstrationDirectory.SignIns().GroupBy(signIn => signIn.Partnership))
        {
            await say.WriteLineAsync($"\n  {partnership.Key}");
            foreach (var (_, email, role) in partnership)
                await say.WriteLineAsync($"    {role,-24}{email}");
        }
        await say.WriteLineAsync();
    }

    /// <summary>A new link each time: whoever lost the last one starts again, and only the newest works.</summary>
    internal static async Task<string> FirstLinkAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var house = services.GetRequiredService<Engine>().OpenHouse();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        foreach (var earlier in await house.Invitations.Where(i => i.Account == null && i.UsedAt == null).ToListAsync(ct))
            earlier.Use(now);
        var (code, hash) = InvitationCode.New();
        house.Invitations.Add(Invitation.Send(hash, "", "", null, now.AddDays(1)));
        await house.SaveChangesAsync(ct);
        return InvitationModel.Url(code);
    }

    /// <summary>Says each sentence as it comes; the framework's own progress would say them later and out of order.</summary>
    private sealed class Said(TextWriter say) : IProgress<string>
    {
        public void Report(string value) => say.WriteLine(value);
    }
}
