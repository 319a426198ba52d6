using System.Net;
using System.Net.Sockets;

namespace Lapwing.Tests.Modules.Referrals.Handovers;

/// <summary>A stretch of bad network between two installations. It sees only what is encrypted, carries it or cuts it off: before anything went through, after so many bytes
/// of the one side, or after the other side has answered but before the answer arrives, which is what a killed sender looks like to a receiver.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly int target;
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;

    public Relay(int target)
    {
        this.target = target;
        Port = Installed.FreePort();
        listener = new(IPAddress.Loopback, Port);
        listener.Start();
        running = RunAsync();
    }

    public int Port { get; }

    /// <summary>What happens to the next connection: null carries it; otherwise after so many bytes of the caller, and of the answerer, it is cut.</summary>
    public Func<(long Out, long In)?> Next { get; set; } = () => null;

    public int Cut { get; private set; }

    private async Task RunAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var caller = await listener.AcceptTcpClientAsync(stop.Token);
                _ = CarryAsync(caller, Next());
            }
            catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(TcpClient caller, (long Out, long In)? limit)
    {
        using var one = caller;
        using var other = new TcpClient();
        try
        {
            if (limit is { Out: 0 })
            {
                Cut++;
                return;
            }
            await other.ConnectAsync(IPAddress.Loopback, target, stop.Token);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            var carried = await Task.WhenAny(CopyAsync(one.GetStream(), other.GetStream(), limit?.Out, both.Token), CopyAsync(other.GetStream(), one.GetStream(), limit?.In, both.Token));
            if (await carried)
                Cut++;
            await both.CancelAsync();
        }
        catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    private static async Task<bool> CopyAsync(NetworkStream from, NetworkStream to, long? most, CancellationToken ct)
    {
        var (buffer, passed) = (new byte[4096], 0L);
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer, ct)) > 0)
            {
                if (most is { } limit && passed + read > limit)
                    return true;
                await to.WriteAsync(buffer.AsMemory(0, read), ct);
                passed += read;
            }
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
        {
        }
        return false;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await running;
        stop.Dispose();
    }
}
