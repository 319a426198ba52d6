using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lapwing.Tests.Modules.Casework.Contact;

/// <summary>A mail server on this machine that speaks SMTP (RFC 5321) and keeps what it takes.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();

    private bool isStopped;

    private MailServer() { }

    public sealed record Mail(string From, string To, string Text);

    public ConcurrentQueue<Mail> Taken { get; } = [];

    /// <summary>How many times it hangs up after taking a message, before it says so.</summary>
    public int HangUps { get; set; }

    public bool RefusesEverybody { get; set; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public static MailServer Start()
    {
        var server = new MailServer();
        server.listener.Start();
        _ = server.ServeAsync();
        return server;
    }

    private async Task ServeAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            TcpClient client;
            try
            {
                client = await listener.AcceptTcpClientAsync(stop.Token);
            }
            catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
            _ = SpeakAsync(client);
        }
    }

    private async Task SpeakAsync(TcpClient client)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test ESMTP");
        var (from, to) = ("", "");
        try
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                switch (verb)
                {
                    case "EHLO" or "HELO":
                        await writer.WriteLineAsync("250 test");
                        break;
                    case "MAIL":
                        from = line;
                        await writer.WriteLineAsync("250 ok");
                        break;
                    case "RCPT" when RefusesEverybody:
                        await writer.WriteLineAsync("550 nobody here");
                        break;
                    case "RCPT":
                        to = line;
                        await writer.WriteLineAsync("250 ok");
                        break;
                    case "DATA":
                        await writer.WriteLineAsync("354 go on");
                        var text = new StringBuilder();
                        while (await reader.ReadLineAsync() is { } part && part != ".")
                            text.Append(part.StartsWith("..", StringComparison.Ordinal) ? part[1..] : part).Append('\n');
                        Taken.Enqueue(new(from, to, text.ToString()));
                        if (HangUps-- > 0)
                            return;
                        await writer.WriteLineAsync("250 taken");
                        break;
                    case "QUIT":
                        await writer.WriteLineAsync("221 bye");
                        return;
                    default:
                        await writer.WriteLineAsync("250 ok");
                        break;
                }
            }
        }
        catch (IOException)
        {
            // The other side hung up.
        }
    }

    public void Dispose()
    {
        if (isStopped)
            return;
        isStopped = true;
        stop.Cancel();
        listener.Stop();
        stop.Dispose();
    }
}
