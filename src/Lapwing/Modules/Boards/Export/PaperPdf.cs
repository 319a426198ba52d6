using System.Diagnostics;
using Lapwing.Access;
using Lapwing.Modules.Boards.Documents;
using Lapwing.Settings;

namespace Lapwing.Modules.Boards.Export;

/// <summary>
/// A paper as a tagged PDF, printed by an installed Chromium from <see cref="PaperHtml.Whole"/>. It runs alone, without a network, on a folder of its own
/// that is gone afterwards: a paper must not stay on the server's disk.
/// </summary>
public static class PaperPdf
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60), Leaving = TimeSpan.FromSeconds(10);

    /// <summary>A browser takes a processor and 200 MB: more at a time would make everybody else wait.</summary>
    private static readonly SemaphoreSlim AtOnce = new(2);

    /// <summary>Whoever cannot be given a PDF is told why; null when they can.</summary>
    public static string? WhyNot(Installation installation) =>
        Chromium.Find(installation) is null ? "No Chromium is installed here, so there is no PDF; the HTML page prints the same" : null;

    public static async Task WriteAsync(PaperDocument document, Installation installation, Stream to, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(to);
        await to.WriteAsync(await PrintAsync(PaperHtml.Whole(document, PaperStyle.Css), installation, ct), ct);
    }

    private static async Task<byte[]> PrintAsync(string html, Installation installation, CancellationToken ct)
    {
        var program = Chromium.Find(installation) ?? throw new RuleBroken("no-chromium", WhyNot(installation)!);
        await AtOnce.WaitAsync(ct);
        try
        {
            using var room = new PrintRoom();
            await File.WriteAllTextAsync(room.Page, html, ct);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(Limit);
            await RunAsync(Chromium.Printing(program, room), ct, limit.Token);
            return File.Exists(room.Pdf) ? await File.ReadAllBytesAsync(room.Pdf, ct) : throw new InvalidOperationException("Chromium ended without having printed the paper.");
        }
        finally
        {
            AtOnce.Release();
        }
    }

    private static async Task RunAsync(ProcessStartInfo start, CancellationToken asked, CancellationToken limit)
    {
        using var process = Process.Start(start)!;
        // What it says is read, or a full pipe would stop it, and thrown away: it may name what it printed. The pipes end with the last of its processes.
        var ended = Task.WhenAll(process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None), process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None));
        try
        {
            await process.WaitForExitAsync(limit);
        }
        catch (OperationCanceledException) when (!asked.IsCancellationRequested)
        {
            throw new TimeoutException($"Chromium did not print the paper within {Limit.TotalSeconds:0} seconds.");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            // Its helpers may outlive it for a moment, and would write into a folder that is being removed.
            await ended.WaitAsync(Leaving, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        if (process.ExitCode != 0) throw new InvalidOperationException($"Chromium ended with {process.ExitCode} and printed nothing.");
    }
}
