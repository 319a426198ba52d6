using Lapwing.Data;
using Lapwing.Jobs;
using Lapwing.Modules.Boards.Documents;
using Lapwing.Modules.Figures;
using Lapwing.Modules.Accounts;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lapwing.Settings;

/// <summary>What the web application and the command line share.</summary>
public static class LapwingServices
{
    public static IServiceCollection AddLapwing(this IServiceCollection services, Installation installation)
    {
        services.AddSingleton(installation);
        services.AddSingleton(installation.Outbound);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Engine>();
        services.AddSingleton<Partnerships>();
        services.AddSingleton<Checkpoints>();
        services.AddSingleton<FiguresDoor>();
        services.AddSingleton<Typesetter>();
        services.AddSingleton<Modules.Referrals.Handovers.Between.HandoverPost>();
        services.AddAccounts();
        foreach (var job in typeof(IJob).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && typeof(IJob).IsAssignableFrom(type)))
            services.AddScoped(typeof(IJob), job);
        return services;
    }
}
