using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Settings;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Lapwing.Modules.Referrals.Handovers.Between;

/// <summary>The door for other installations: a port of its own, with a certificate asked of whoever comes. Pages are not served there.</summary>
internal static class HandoverListening
{
    public static void Listen(KestrelServerOptions kestrel, Installation installation)
    {
        if (installation.HandoverListen is not { } door)
            return;
        // Once one address is bound by hand, all are.
        foreach (var url in installation.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            Bind(kestrel, BindingAddress.Parse(url), isDoor: false);
        Bind(kestrel, BindingAddress.Parse(door), isDoor: true);
    }

    /// <summary>On the port of the door there is the door and nothing else.</summary>
    public static void UseHandoverPort(this WebApplication app)
    {
        if (app.Services.GetRequiredService<Installation>().HandoverListen is not { } door)
            return;
        var port = BindingAddress.Parse(door).Port;
        app.Use(async (context, next) =>
        {
            if (context.Connection.LocalPort == port && context.Request.Path != PartnerUrl.Path)
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            else
                await next(context);
        });
    }

    private static void Bind(KestrelServerOptions kestrel, BindingAddress address, bool isDoor)
    {
        void Configure(ListenOptions listen)
        {
            if (isDoor)
                listen.UseHttps(https =>
                {
                    https.ServerCertificate = listen.ApplicationServices.GetRequiredService<HandoverPost>().Keys.Certificate;
                    https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
                    // Any certificate comes in; whose it is, is looked up among the partners of the receiver, where a refusal is kept with its reason.
                    https.ClientCertificateValidation = (_, _, _) => true;
                    https.CheckCertificateRevocation = false;
                });
            else if (address.Scheme == Uri.UriSchemeHttps)
                listen.UseHttps();
        }

        if (address.Host == "localhost")
            kestrel.ListenLocalhost(address.Port, Configure);
        else if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip))
            kestrel.Listen(ip, address.Port, Configure);
        else
            kestrel.ListenAnyIP(address.Port, Configure);
    }
}
