using System.Text;

namespace Lapwing.Access;

/// <summary>
/// Where the keys of an installation lie: never, by default, in its data folder or in a clone of the program, so that a copy of either is useless.
/// The installation is known by a number in its data folder.
/// </summary>
public static class KeyPlace
{
    /// <summary>The file in the data folder that holds the installation's number.</summary>
    public const string InstallationFile = "installation.id";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The installation's number; a data folder without one gets one.</summary>
    /// <exception cref="KeyProblem">The file is there but holds no number.</exception>
    public static string Installation(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        var path = Path.Combine(dataFolder, InstallationFile);
        if (!File.Exists(path))
            Number(path);
        var text = File.ReadAllText(path).Trim();
        return Guid.TryParseExact(text, "N", out _) ? text
            : throw new KeyProblem(KeyFault.Corrupt, $"{path} does not hold the installation's number. Restore it from a backup: without it the key file cannot be found.");
    }

    /// <summary>Written beside and moved into place, so that nobody reads half a number. Two programs that begin at once take turns: the number of the first counts.</summary>
    private static void Number(string path)
    {
        using var turn = FileTurn.Take(path, Patience, busy => new KeyProblem(KeyFault.Busy, $"Another program is writing {path}. Try again when it has finished.", busy));
        if (File.Exists(path))
            return;
        var beside = path + ".new";
        using (var made = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            made.Write(Encoding.ASCII.GetBytes(Guid.NewGuid().ToString("N") + "\n"));
            made.Flush(flushToDisk: true);
        }
        File.Move(beside, path);
    }

    /// <summary>The key file of an installation, <c>lapwing/{installation}.keys.json</c> in the user's configuration folder.</summary>
    /// <param name="environment">Reads an environment variable; the process's own when it is left out.</param>
    /// <exception cref="KeyProblem">There is no configuration folder, or it lies where keys may not.</exception>
    public static string Default(string dataFolder, Func<string, string?>? environment = null)
    {
        var path = Path.Combine(Configuration(environment ?? Environment.GetEnvironmentVariable), "lapwing", Installation(dataFolder) + ".keys.json");
        if (IsWithin(path, dataFolder))
            throw new KeyProblem(KeyFault.Place, $"The key file would lie in the data folder ({path}), where a copy of the data takes the keys along. Name another place with --key-file.");
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Lapwing.slnx")))
                throw new KeyProblem(KeyFault.Place, $"The key file would lie in a clone of the program ({path}), from where it could be published. Name another place with --key-file.");
        return path;
    }

    /// <summary>The XDG base directory specification: a relative path is ignored.</summary>
    private static string Configuration(Func<string, string?> environment)
    {
        if (environment("XDG_CONFIG_HOME") is { Length: > 0 } xdg && Path.IsPathFullyQualified(xdg))
            return xdg;
        if (environment("HOME") is { Length: > 0 } home && Path.IsPathFullyQualified(home))
            return Path.Combine(home, ".config");
        var fallback = Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return fallback.Length > 0 ? fallback
            : throw new KeyProblem(KeyFault.Place, "There is no home folder in which to keep the key file. Name a place with --key-file or LAPWING_KEY_FILE.");
    }

    private static bool IsWithin(string path, string folder) =>
        !Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(path)).StartsWith("..", StringComparison.Ordinal);
}
