using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lapwing.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Lapwing.Tests.Modules.Casework.Contact;

/// <summary>What GOV.UK Notify answers, on this machine: it checks the token, keeps what it takes by its reference, and can fail in the ways in which a network fails.</summary>
internal sealed class NotifyServer : IAsyncDisposable
{
    public const string Service = "26785a09-ab16-4eb0-8407-a37497a57506", Secret = "3d844edf-8d35-48ac-975b-e847b4f122b0";

    private readonly WebApplication app;

    private NotifyServer(WebApplication app) => this.app = app;

    public ConcurrentQueue<(string Path, JsonElement Body)> Taken { get; } = [];
    public ConcurrentQueue<string> Problems { get; } = [];

    /// <summary>Takes the message and then fails to say so.</summary>
    public bool LosesItsAnswer { get; set; }
    public Func<DateTimeOffset> Now { get; init; } = () => TimeProvider.System.GetUtcNow();

    public NotifySettings Settings => new($"made_up-{Service}-{Secret}", app.Urls.First());

    public static async Task<NotifyServer> StartAsync(Func<DateTimeOffset> now)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new NotifyServer(app) { Now = now };
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        CheckToken(context.Request.Headers.Authorization.ToString());
        if (HttpMethods.IsGet(context.Request.Method))
        {
            var wanted = context.Request.Query["reference"].ToString();
            var known = Taken.Where(t => t.Body.GetProperty("reference").GetString() == wanted).Select(_ => new { id = Guid.NewGuid() });
            await context.Response.WriteAsJsonAsync(new { notifications = known });
            return;
        }
        using var json = await JsonDocument.ParseAsync(context.Request.Body);
        Taken.Enqueue((context.Request.Path, json.RootElement.Clone()));
        context.Response.StatusCode = LosesItsAnswer ? 500 : 201;
        await context.Response.WriteAsJsonAsync(new { id = Guid.NewGuid() });
    }

    /// <summary>As Notify says: HS256 with the secret, the service as issuer, issued within 30 seconds.</summary>
    private void CheckToken(string header)
    {
        var parts = header.Replace("Bearer ", "", StringComparison.Ordinal).Split('.');
        var signature = Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}")));
        using var head = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        if (signature != parts[2] || head.RootElement.GetProperty("alg").GetString() != "HS256" || claims.RootElement.GetProperty("iss").GetString() != Service
            || Math.Abs(Now().ToUnixTimeSeconds() - claims.RootElement.GetProperty("iat").GetInt64()) > 30)
            Problems.Enqueue(string.Create(CultureInfo.InvariantCulture, $"A bad token: {header.Length} characters"));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
