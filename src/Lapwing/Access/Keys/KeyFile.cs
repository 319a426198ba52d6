using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lapwing.Access;

/// <summary>
/// The file that holds the partnerships' secrets, outside the databases: read only while nobody else may read it, written whole or not at all,
/// by one program at a time.
/// </summary>
internal sealed class KeyFile(string path)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>What the file says. <paramref name="Installation"/> guards against the file of another server.</summary>
    internal sealed record Content(string Installation, SortedDictionary<string, Entry> Keys);

    /// <summary>The keys of one partnership.</summary>
    internal sealed record Entry(int Id, string Secret, string Signing, DateTime Created)
    {
        /// <summary>A compiler-made text would hold the secret.</summary>
        public override string ToString() => Protected.Veil;
    }

    public string Path { get; } = path;

    /// <summary>How long a writer waits for another.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <exception cref="KeyProblem">Missing, readable by others, or not understood.</exception>
    public Content Read()
    {
        try
        {
            using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            RefuseWhenOthersMayRead(file);
            return JsonSerializer.Deserialize<Content>(file, Format) ?? throw Corrupt(null);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new KeyProblem(KeyFault.NoFile,
                $"The key file {Path} is missing. Put it back from where you keep its copy, or name another place with --key-file. Without it nothing in the databases can be read.", missing);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new KeyProblem(KeyFault.Permissions, $"The key file {Path} cannot be read by this user. It belongs to the user who runs the program, with mode 600.", refused);
        }
        catch (JsonException broken)
        {
            throw Corrupt(broken);
        }
    }

    /// <summary>Changes the file while no other program does.</summary>
    /// <param name="change">Gets what the file says now (null when there is none) and returns what it shall say.</param>
    public Content Change(Func<Content?, Content> change)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        using var turn = FileTurn.Take(Path, Patience, busy => new KeyProblem(KeyFault.Busy, $"Another program is changing the key file {Path}. Try again when it has finished.", busy));
        var before = File.Exists(Path) ? Read() : null;
        var after = change(before);
        if (!ReferenceEquals(before, after))
            Write(after);
        return after;
    }

    /// <summary>Writes beside, forces it to the disk, then puts it in place. The second flush carries the new name to the disk on file systems with a journal.</summary>
    private void Write(Content content)
    {
        var beside = Path + ".new";
        File.Delete(beside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Delete };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using var file = new FileStream(beside, options);
        JsonSerializer.Serialize(file, content, Format);
        file.Flush(flushToDisk: true);
        File.Move(beside, Path, overwrite: true);
        file.Flush(flushToDisk: true);
    }

    private void RefuseWhenOthersMayRead(FileStream file)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file.SafeFileHandle) & ~(OwnerOnly | UnixFileMode.UserExecute)) != 0)
            throw new KeyProblem(KeyFault.Permissions, $"The key file {Path} can be read or changed by other users. Allow only its owner (chmod 600), and consider the keys in it known to them.");
    }

    private KeyProblem Corrupt(Exception? inner) =>
        new(KeyFault.Corrupt, $"The key file {Path} is damaged: it is not the JSON that this program writes. Restore it from its copy; do not edit it by hand.", inner);
}
