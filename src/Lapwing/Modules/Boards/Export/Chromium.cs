using System.Diagnostics;
using Lapwing.Settings;

namespace Lapwing.Modules.Boards.Export;

/// <summary>The installed browser: where it is, and how it is started so that it prints one file and does nothing else.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome"];

    private static readonly string[] Homes = ["HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"];
    private static readonly string[] OnMac = ["Chromium", "Google Chrome", "Microsoft Edge"];
    private static readonly string[] OnWindows = [@"Chromium\Application\chrome.exe", @"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];
    private static readonly Environment.SpecialFolder[] WindowsFolders =
        [Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData];

    /// <summary>None of these asks anybody anything, and a name that is asked for all the same is not found.</summary>
    private static readonly string[] Alone =
    [
        "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--no-default-browser-check", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-extensions", "--disable-default-apps", "--disable-domain-reliability", "--disable-client-side-phishing-detection", "--disable-breakpad", "--disable-crash-reporter",
        "--metrics-recording-only", "--no-pings", "--password-store=basic", "--use-mock-keychain", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
    ];

    /// <summary>What an administrator set and nothing else, or else the first of the usual ones; null when there is none.</summary>
    public static string? Find(Installation installation)
    {
        ArgumentNullException.ThrowIfNull(installation);
        if (installation.Chromium is { } chosen) return InPath(chosen);
        // A snap may read neither the place for temporary files nor the one in memory, so it could not print.
        return Names.Select(InPath).Concat(Places()).FirstOrDefault(path => File.Exists(path) && !path.StartsWith("/snap/", StringComparison.Ordinal));
    }

    public static ProcessStartInfo Printing(string program, PrintRoom room)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false, CreateNoWindow = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = room.Folder,
        };
        foreach (var flag in Alone) start.ArgumentList.Add(flag);
        // The browser's own walls do not stand when root starts it; a server should run as somebody else.
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess) start.ArgumentList.Add("--no-sandbox");
        start.ArgumentList.Add($"--user-data-dir={room.Profile}");
        start.ArgumentList.Add("--no-pdf-header-footer");
        start.ArgumentList.Add("--export-tagged-pdf");
        start.ArgumentList.Add("--generate-pdf-document-outline");
        start.ArgumentList.Add($"--print-to-pdf={room.Pdf}");
        start.ArgumentList.Add(new Uri(room.Page).AbsoluteUri);
        // Our settings hold passwords, and whatever it keeps of its own belongs into the folder that goes.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("LAPWING_", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        foreach (var name in Homes)
        {
            if (!OperatingSystem.IsWindows()) start.Environment[name] = room.Folder;
        }
        return start;
    }

    private static string? InPath(string name) => Path.IsPathRooted(name)
        ? File.Exists(name) ? name : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() && !Path.HasExtension(name) ? name + ".exe" : name)).FirstOrDefault(File.Exists);

    private static IEnumerable<string> Places()
    {
        if (OperatingSystem.IsMacOS()) return OnMac.Select(name => $"/Applications/{name}.app/Contents/MacOS/{name}");
        if (!OperatingSystem.IsWindows()) return ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/opt/google/chrome/chrome", "/usr/bin/microsoft-edge"];
        return WindowsFolders.Select(Environment.GetFolderPath).Where(folder => folder.Length > 0).SelectMany(folder => OnWindows.Select(file => Path.Combine(folder, file)));
    }
}
