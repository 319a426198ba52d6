namespace Lapwing.Modules.Boards.Export;

/// <summary>
/// A folder for one print, which only this account may read and which is gone afterwards, whatever happens. In memory where the system has a
/// place for that, so that even a power cut leaves nothing; what a killed process left elsewhere is swept up by the next print.
/// </summary>
internal sealed class PrintRoom : IDisposable
{
    private const string Prefix = "lapwing-print-", Memory = "/dev/shm";
    private const long Enough = 256L * 1024 * 1024;
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(10);

    private readonly DirectoryInfo folder;

    public PrintRoom()
    {
        var place = InMemory() ? Memory : Path.GetTempPath();
        Sweep(place);
        // A name of its own, and made for its owner alone: nobody else can have put it there.
        folder = new DirectoryInfo(Path.Combine(place, $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}"));
        if (OperatingSystem.IsWindows()) folder.Create();
        else System.IO.Directory.CreateDirectory(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Folder => folder.FullName;
    public string Page => Path.Combine(Folder, "paper.html");
    public string Pdf => Path.Combine(Folder, "paper.pdf");
    public string Profile => Path.Combine(Folder, "profile");

    public void Dispose() => Clear(folder);

    private static bool InMemory() => OperatingSystem.IsLinux() && System.IO.Directory.Exists(Memory) && new DriveInfo(Memory) is { IsReady: true, AvailableFreeSpace: > Enough };

    private static void Sweep(string place)
    {
        foreach (var left in new DirectoryInfo(place).EnumerateDirectories(Prefix + "*"))
        {
            try
            {
                if (TimeProvider.System.GetUtcNow() - left.LastWriteTimeUtc > Forgotten) left.Delete(recursive: true);
            }
            catch (Exception notOurs) when (notOurs is IOException or UnauthorizedAccessException)
            {
                // Another account's, or gone by now.
            }
        }
    }

    /// <summary>A process that is ending may still be writing, so one failure is not the end of it.</summary>
    private static void Clear(DirectoryInfo folder)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                folder.Delete(recursive: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException && attempt < 10)
            {
                Thread.Sleep(50 * attempt);
            }
        }
    }
}
