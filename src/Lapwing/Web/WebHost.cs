using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Jobs;
using Lapwing.Modules.Accounts;
using Lapwing.Modules.Referrals.Handovers.Between;
using Lapwing.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace Lapwing.Web;

/// <summary>Puts the web application together: services, the order of the pipeline, and the check that every page states its permission.</summary>
public static class WebHost
{
    /// <param name="configure">Last word on the builder: tests swap the clock and the server here.</param>
    public static WebApplication Build(Installation installation, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebHost).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"), EnvironmentName = Environments.Production,
        });
        if (installation.HandoverListen is null)
            builder.WebHost.UseUrls(installation.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = UploadLimit;
            HandoverListening.Listen(kestrel, installation);
        });
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true)
            .SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        Services(builder.Services, installation);
        configure?.Invoke(builder);

        var app = builder.Build();
        Pipeline(app);
        return app;
    }

    /// <summary>The largest file that a page takes, in bytes. More is refused by the server itself.</summary>
    public const long UploadLimit = 256L * 1024 * 1024;

    private static void Services(IServiceCollection services, Installation installation)
    {
        services.AddLapwing(installation);
        services.AddScoped<Here>();
        services.AddScoped(provider => provider.GetRequiredService<Here>().Db);
        services.AddScoped<Ledger>();
        services.AddScoped<Modules.Casework.Contact.SendGuard>();
        services.AddScoped<Modules.Places.Work.Crossing>();
        services.AddScoped<Modules.Groups.Register>();
        services.AddScoped<Once>();
        services.AddScoped<OnceFilter>();
        services.AddScoped<CopyDoor>();
        services.AddScoped<SharedOutcomes>();
        services.AddScoped<Modules.Referrals.Intake.Starting>();
        services.AddScoped<Modules.Referrals.Intake.Sending>();
        services.AddScoped<Modules.SubjectAccess.Holdings>();
        services.AddRazorPages(pages => pages.Conventions.ConfigureFilter(new ServiceFilterAttribute<Ledger>()).ConfigureFilter(new ServiceFilterAttribute<OnceFilter>()).ConfigureFilter(new ServiceFilterAttribute<CopyDoor>()))
            .WithRazorPagesAtContentRoot().AddLapwingDesign()
            .AddMvcOptions(mvc =>
            {
                mvc.Filters.Add<BrokenRules>();
                mvc.ModelBindingMessageProvider.SetValueMustNotBeNullAccessor(_ => "Enter an answer");
                mvc.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((value, field) => $"\"{value}\" is not something that can go here");
            });
        services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = UploadLimit;
            form.ValueLengthLimit = 1024 * 1024;
        });
        services.AddSignIn();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "lapwing-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddRouting(routing => routing.LowercaseUrls = true);
        if (installation.RunsJobs)
            services.AddHostedService<JobRunner>().AddHostedService<CheckpointRunner>();
    }

    private static void Pipeline(WebApplication app)
    {
        app.UseHandoverPort();
        app.UseExceptionHandler("/fault");
        app.UseSecurityHeaders();
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.UseStaticFiles();
        app.Use(next => context => KeptForm.ShowSignInAsync(context, next));
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<Door>();
        app.UseAntiforgery();
        app.MapRazorPages();
        app.MapExit();
        app.MapGet("/health", () => "well").WithMetadata(new PermitAttribute(Permission.Public));
        app.MapHandovers();
        PermissionCheck.Run(app);
    }
}
