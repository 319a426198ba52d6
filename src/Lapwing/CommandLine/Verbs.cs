using System.CommandLine;
using Lapwing.Data;
using Lapwing.Jobs;
using Lapwing.Modules.Figures;
using Lapwing.Settings;
using Lapwing.Web;

namespace Lapwing.CommandLine;

/// <summary>The list of verbs. A verb that belongs to a feature stands in the feature's folder.</summary>
public static class Verbs
{
    public static IEnumerable<Command> All() =>
    [
        Serve(),
        Work(),
        Migrate(),
        Demonstration.DemoVerb.Command(),
        AuditCommand.Make(),
        FiguresCommand.Make(),
        Modules.Boards.PaperCommand.Make(),
        Modules.Referrals.Import.ImportVerb.Command(),
        Demonstration.GenerateVerb.Command(),
    ];

    /// <summary>The services of a verb that serves no pages.</summary>
    public static ServiceProvider Services(ParseResult parsed) => Services(Root.Installation(parsed));

    public static ServiceProvider Services(Installation installation)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning));
        services.AddLapwing(installation);
        return services.BuildServiceProvider();
    }

    private static Command Serve()
    {
        var urls = new Option<string?>("--urls") { Description = "Addresses to listen on (default http://localhost:5080)", HelpName = "URLS" };
        var empty = new Option<bool>("--empty") { Description = "Start for real: no demonstration; prints a one-time link for the first administrator" };
        var command = new Command("serve", "Serves the pages, and does background work in the same process.") { urls, empty };
        command.SetAction(async (parsed, ct) =>
        {
            var installation = Root.Installation(parsed, parsed.GetValue(urls));
            await Opening.PrepareAsync(installation, demonstration: !parsed.GetValue(empty), Console.Out, ct);
            await using var app = WebHost.Build(installation);
            await app.StartAsync(ct);
            await Opening.WelcomeAsync(app, Console.Out, ct);
            await app.WaitForShutdownAsync(ct);
            return Root.Done;
        });
        return command;
    }

    private static Command Work()
    {
        var command = new Command("work", "Does background work without serving pages.");
        command.SetAction(async (parsed, ct) =>
        {
            var installation = Root.Installation(parsed);
            var host = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
            host.Logging.AddSimpleConsole(console => console.SingleLine = true);
            host.Services.AddLapwing(installation).AddHostedService<JobRunner>().AddHostedService<CheckpointRunner>();
            await host.Build().RunAsync(ct);
            return Root.Done;
        });
        return command;
    }

    private static Command Migrate()
    {
        var command = new Command("migrate", "Brings the databases of the house and of every partnership to this version.");
        command.SetAction(async (parsed, ct) =>
        {
            await using var services = Services(parsed);
            await Opening.MigrateAsync(services, Console.Out, ct);
            return Root.Done;
        });
        return command;
    }
}
