using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Settings;

namespace Lapwing.Modules.Referrals.Handovers.Between;

/// <summary>Carries letters to other installations: over TLS with a certificate on both ends, each pinned by its key; to the partner's configured address and nowhere else.</summary>
public sealed class HandoverPost(Installation installation, TimeProvider time) : IDisposable
{
    private const int LongestAnswer = 16_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), ConnectPatience = TimeSpan.FromSeconds(10);

    private readonly Lazy<HandoverKeys> keys = new(() => HandoverKeys.Open(installation, Storage.Whole(time.GetUtcNow().UtcDateTime)));

    /// <summary>Partners who did not answer at all just now: whoever has many letters for one of them does not wait for it again with each.</summary>
    private readonly ConcurrentDictionary<string, DateTime> silent = new(StringComparer.Ordinal);

    /// <summary>This installation's keys, opened when somebody first needs them.</summary>
    public HandoverKeys Keys => keys.Value;

    internal async Task<Answered> SendAsync(Partner to, Letter letter, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (PartnerUrl.Problem(to.Url) is not null || (silent.TryGetValue(to.Url!, out var until) && now < until))
            return Answered.NotYet(HandoverProblem.Unreached);
        var envelope = Envelope.Write(letter, Keys, to.SealingKey!, now);
        using var client = Client(to.CertificatePin!);
        using var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(envelope, Letter.Format));
        body.Headers.ContentType = new("application/json");
        try
        {
            using var answer = await client.PostAsync(new Uri(new Uri(to.Url!), PartnerUrl.Path), body, ct);
            if (answer.StatusCode == HttpStatusCode.OK)
                return Letter.ReadJson<SignedReceipt>(await answer.Content.ReadAsByteArrayAsync(ct))?.Open(letter, to.SigningKey!) is { } receipt
                    ? Answered.With(receipt) : Answered.NotYet(HandoverProblem.BadReceipt);
            return Answered.NotYet(answer.StatusCode == HttpStatusCode.Forbidden ? HandoverProblem.AtTheDoor : HandoverProblem.Unreached);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            if (fault is OperationCanceledException or HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError })
                silent[to.Url!] = now + ConnectPatience * 3;
            return Answered.NotYet(HandoverProblem.Unreached);
        }
    }

    private HttpClient Client(byte[] pin)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = ConnectPatience, AutomaticDecompression = DecompressionMethods.None, MaxConnectionsPerServer = 1,
            ConnectCallback = ConnectAsync,
            SslOptions = new SslClientAuthenticationOptions
            {
                ClientCertificates = [Keys.Certificate], LocalCertificateSelectionCallback = (_, _, _, _, _) => Keys.Certificate,
                // Not who vouches for it, but whether it is the one that two administrators have pinned.
                RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null && IsPinned(shown, pin),
                EnabledSslProtocols = System.Security.Authentication.SslProtocols.None, CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
            },
        };
        return new HttpClient(handler) { Timeout = Patience, MaxResponseContentBufferSize = LongestAnswer };
    }

    private static bool IsPinned(X509Certificate shown, byte[] pin)
    {
        using var certificate = new X509Certificate2(shown);
        return CryptographicOperations.FixedTimeEquals(HandoverKeys.PinOf(certificate), pin);
    }

    /// <summary>Resolves the name once and connects to what it saw, not to what the name says a moment later.</summary>
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var addresses = (await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct)).Where(PartnerUrl.IsOrdinary).ToArray();
        if (addresses.Length == 0)
            throw new HttpRequestException("The partner's name leads to no server of another installation.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (keys.IsValueCreated)
            keys.Value.Dispose();
    }
}
