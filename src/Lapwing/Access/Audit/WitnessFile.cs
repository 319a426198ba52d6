using System.Diagnostics;
using System.Text;

namespace Lapwing.Access;

/// <summary>
/// A witness: an append-only file outside the database, best on another machine, that keeps every checkpoint and refuses one that does not extend the last.
/// A checkpoint is on the disk when <see cref="Append"/> returns. A write that a power cut tore is left out when reading, and overwritten by the next.
/// </summary>
public sealed class WitnessFile(string path, string partnership, Func<int, byte[]?> publicKey)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly string SignatureStart = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Checkpoint.SignatureStart));

    private CheckpointLine line = new(partnership, publicKey);
    private long seen;

    public string Path { get; } = path;

    /// <summary>The checkpoints in order, as far as the file is whole. Whether they are genuine is for a <see cref="CheckpointLine"/> to judge.</summary>
    /// <exception cref="FormatException">Something in the middle is no checkpoint.</exception>
    public IEnumerable<Checkpoint> Read()
    {
        if (!File.Exists(Path))
            yield break;
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        foreach (var (checkpoint, _) in From(file))
            yield return checkpoint;
    }

    /// <summary>The line up to the last checkpoint in the file.</summary>
    /// <exception cref="CheckpointRefused">The file itself does not hold together.</exception>
    public CheckpointLine Line()
    {
        var whole = new CheckpointLine(partnership, publicKey);
        foreach (var checkpoint in Read())
            whole.Accept(checkpoint);
        return whole;
    }

    /// <summary>Keeps a checkpoint for good. The one that is already the last is not written twice.</summary>
    /// <exception cref="CheckpointRefused">It does not extend what is in the file.</exception>
    public void Append(Checkpoint next)
    {
        ArgumentNullException.ThrowIfNull(next);
        using var file = Open();
        CatchUp(file);
        if (line.Last is { } last && last.Body == next.Body)
            return;
        line.Accept(next);
        var bytes = Encoding.UTF8.GetBytes(next.Text);
        file.SetLength(seen);
        file.Position = seen;
        file.Write(bytes);
        file.Flush(flushToDisk: true);
        seen += bytes.Length;
    }

    /// <summary>Reads what another process has added since.</summary>
    private void CatchUp(FileStream file)
    {
        if (file.Length < seen)
            throw new CheckpointRefused($"The witness file {Path} has become shorter: somebody cut it.");
        file.Position = seen;
        var from = seen;
        try
        {
            foreach (var (checkpoint, end) in From(file))
            {
                line.Accept(checkpoint);
                seen = from + end;
            }
        }
        catch (Exception broken) when (broken is FormatException or CheckpointRefused)
        {
            (line, seen) = (new(partnership, publicKey), 0);
            throw new CheckpointRefused($"The witness file {Path} does not hold together, and nothing is added to it. {broken.Message}");
        }
    }

    /// <summary>Whole checkpoints from the present position, each with the number of bytes up to its end. Read as bytes (Latin 1), so that
    /// a character torn in two does not stop the reading, and decoded when a checkpoint is whole.</summary>
    private static IEnumerable<(Checkpoint Checkpoint, long End)> From(FileStream file)
    {
        using var reader = new StreamReader(file, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var rest = file.Length - file.Position;
        var text = new StringBuilder();
        long read = 0;
        while (reader.ReadLine() is { } row)
        {
            read += row.Length + 1;
            if (read > rest)
                yield break;
            text.Append(row).Append('\n');
            if (!row.StartsWith(SignatureStart, StringComparison.Ordinal))
                continue;
            yield return (Checkpoint.Parse(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text.ToString()))), read);
            text.Clear();
        }
    }

    private FileStream Open()
    {
        if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) is { } folder)
            Directory.CreateDirectory(folder);
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            }
            catch (IOException) when (waited.Elapsed < Patience)
            {
                Thread.Sleep(20);
            }
        }
    }
}
