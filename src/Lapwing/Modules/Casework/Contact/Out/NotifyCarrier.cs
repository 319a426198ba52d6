using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lapwing.Modules.People;
using Lapwing.Settings;

namespace Lapwing.Modules.Casework.Contact.Out;

/// <summary>Texts and e-mail through GOV.UK Notify (REST API, version 2): a token signed with HS256 for each request, and our key as the reference, by which it is asked first whether it has the message already.</summary>
internal sealed class NotifyCarrier(NotifySettings notify, ContactSettings settings, TimeProvider time, HttpMessageHandler? wire = null) : ICarrier
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public bool Carries(ContactChannel channel) => channel switch
    {
        ContactChannel.Text => settings.NotifyTextTemplate.Length > 0,
        ContactChannel.Email => settings.NotifyEmailTemplate.Length > 0,
        _ => false,
    };

    public async Task<Carried> CarryAsync(Verdict verdict, Parcel parcel, CancellationToken ct)
    {
        verdict.MustGo();
        using var http = wire is null ? new HttpClient() : new HttpClient(wire, disposeHandler: false);
        (http.BaseAddress, http.Timeout) = (new Uri(notify.Url.TrimEnd('/') + "/"), Patience);
        http.DefaultRequestHeaders.UserAgent.ParseAdd("messages/1");
        try
        {
            if (await HasItAsync(http, parcel, ct) is not { } has)
                return Carried.Unreached;
            if (has)
                return Carried.Sent;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return Carried.Unreached;
        }
        try
        {
            return await HandOverAsync(http, verdict.Going.Channel == ContactChannel.Text, parcel, ct);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return Carried.Unsure;
        }
    }

    private async Task<Carried> HandOverAsync(HttpClient http, bool isText, Parcel parcel, CancellationToken ct)
    {
        var (path, to, template) = isText ? ("v2/notifications/sms", "phone_number", settings.NotifyTextTemplate) : ("v2/notifications/email", "email_address", settings.NotifyEmailTemplate);
        var body = new Dictionary<string, object>
        {
            [to] = parcel.To, ["template_id"] = template, ["reference"] = parcel.Key.ToString("N"),
            ["personalisation"] = new Dictionary<string, string> { ["line"] = parcel.Line, ["link"] = parcel.Link },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token());
        using var answer = await http.SendAsync(request, ct);
        return answer.IsSuccessStatusCode ? Carried.Sent
            : answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable ? Carried.Unreached
            : (int)answer.StatusCode >= 500 ? Carried.Unsure : Carried.Refused;
    }

    /// <summary>Whether Notify has a message with our reference; null when it does not say.</summary>
    private async Task<bool?> HasItAsync(HttpClient http, Parcel parcel, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"v2/notifications?reference={parcel.Key:N}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token());
        using var answer = await http.SendAsync(request, ct);
        if (!answer.IsSuccessStatusCode)
            return null;
        using var json = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(ct), cancellationToken: ct);
        return json.RootElement.TryGetProperty("notifications", out var list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0;
    }

    /// <summary>RFC 7519 with HS256: issuer is the service's id, issued now; Notify takes it for thirty seconds.</summary>
    internal string Token()
    {
        var head = Base64Url.EncodeToString("""{"typ":"JWT","alg":"HS256"}"""u8);
        var claims = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"iss":"{{notify.Service}}","iat":{{time.GetUtcNow().ToUnixTimeSeconds()}}}""")));
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(notify.Secret), Encoding.ASCII.GetBytes($"{head}.{claims}"));
        return $"{head}.{claims}.{Base64Url.EncodeToString(signature)}";
    }
}
