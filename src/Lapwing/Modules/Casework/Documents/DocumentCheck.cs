using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Lapwing.Access;

namespace Lapwing.Modules.Casework.Documents;

/// <summary>
/// What an uploaded file really is, from its content and never from its name (threat 39): PDF, Word, Excel, JPEG, PNG or plain text, each in its own structure.
/// Refused with the reason: what pretends, what runs, what unpacks without end, pictures of absurd size, and the EICAR test string that stands for an infected file.
/// It reads a few pieces at a time, and unpacks only to count.
/// </summary>
public static class DocumentCheck
{
    /// <summary>What a file may unpack to: bytes, entries, and times its own size.</summary>
    public const long LargestUnpacked = 200L * 1024 * 1024;
    public const int MostEntries = 2_000, MostTimes = 100;

    /// <summary>The most pixels of a picture: more than any camera makes.</summary>
    public const long MostPixels = 120_000_000;

    private const int LargestDirectory = 512 * 1024;

    private static readonly byte[] Eicar = Encoding.ASCII.GetBytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");
    private static readonly byte[][] Runs = [.. new[] { "/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia", "/XFA" }.Select(Encoding.ASCII.GetBytes)];
    private static readonly string[] Markup = ["<!doctype", "<html", "<script", "<svg", "<?xml", "<body", "<iframe"];
    private static readonly string[] Programs = [".exe", ".dll", ".js", ".vbs", ".bat", ".cmd", ".ps1", ".hta", ".lnk", ".scr", ".html", ".htm", ".zip", ".jar"];
    private static readonly byte[] ZipEnd = [0x50, 0x4B, 5, 6];

    private static readonly Dictionary<string, string> KindOf = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "pdf", [".docx"] = "docx", [".xlsx"] = "xlsx", [".jpg"] = "jpg", [".jpeg"] = "jpg", [".png"] = "png", [".txt"] = "txt",
    };

    public static IReadOnlyDictionary<string, string> ContentTypes { get; } = new Dictionary<string, string>
    {
        ["pdf"] = "application/pdf", ["jpg"] = "image/jpeg", ["png"] = "image/png", ["txt"] = "text/plain; charset=utf-8",
        ["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };

    /// <summary>The kind of this file.</summary>
    /// <exception cref="RuleBroken">It is refused; the message says why.</exception>
    public static async Task<string> KindAsync(Stream file, string name, CancellationToken ct)
    {
        if (!KindOf.TryGetValue(Path.GetExtension(name), out var kind))
            throw Refused("The file must be a PDF, Word (docx), Excel (xlsx), JPEG, PNG or text file.");
        if (file.Length == 0)
            throw Refused("The file is empty.");
        var (head, tail) = (await AtAsync(file, 0, 64 * 1024, ct), await AtAsync(file, Math.Max(0, file.Length - 64 * 1024), 64 * 1024, ct));
        var found = kind switch
        {
            "pdf" => head.AsSpan().StartsWith("%PDF-"u8) && tail.AsSpan().IndexOf("%%EOF"u8) >= 0,
            "jpg" => head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) && tail.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0,
            "png" => head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) && tail.AsSpan().IndexOf("IEND"u8) >= 0,
            "txt" => true,
            _ => head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 3, 4]),
        };
        if (!found)
            throw Refused($"The file is called {Path.GetExtension(name)[1..].ToUpperInvariant()}, but its content is not. Save it again from the program that made it.");
        if (kind is "docx" or "xlsx")
            await OfficeAsync(file, kind, tail, ct);
        else if (tail.AsSpan().LastIndexOf(ZipEnd) >= 0 && kind != "txt")
            throw Refused("The file holds another file inside. Save it again from the program that made it.");
        if (kind is "jpg" or "png")
            Picture(kind, head);
        file.Position = 0;
        await ScanAsync(file, kind, ct);
        file.Position = 0;
        return kind;
    }

    /// <summary>Everything once, in pieces that overlap: what must not be in it, and for text that it is text.</summary>
    private static async Task ScanAsync(Stream content, string kind, CancellationToken ct)
    {
        const int Overlap = 128;
        var (buffer, kept, first) = (new byte[128 * 1024 + Overlap], 0, true);
        for (int read; (read = await content.ReadAsync(buffer.AsMemory(kept, buffer.Length - kept), ct)) > 0; first = false)
        {
            var piece = buffer.AsSpan(0, kept + read);
            if (piece.IndexOf(Eicar) >= 0)
                throw Refused("A virus test was found in this file. It was not kept.");
            if (kind == "pdf")
                foreach (var run in Runs)
                    if (piece.IndexOf(run) >= 0)
                        throw Refused("This PDF holds a program or another file. Print it to a new PDF and add that.");
            if (kind == "txt" && (piece.IndexOf((byte)0) >= 0 || piece.IndexOfAnyInRange((byte)1, (byte)8) >= 0 || piece.IndexOfAnyInRange((byte)14, (byte)31) >= 0))
                throw Refused("The file is called TXT, but its content is not text.");
            if (kind == "txt" && first && IsMarkup(piece))
                throw Refused("The file is called TXT, but it holds a web page.");
            kept = Math.Min(Overlap, piece.Length);
            piece[^kept..].CopyTo(buffer);
        }
    }

    private static bool IsMarkup(ReadOnlySpan<byte> text)
    {
        var start = Encoding.Latin1.GetString(text[..Math.Min(text.Length, 512)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return Markup.Any(tag => start.StartsWith(tag, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Word and Excel files are archives: looked at entry by entry, counted as they unpack, trusted in nothing that they say of themselves.</summary>
    private static async Task OfficeAsync(Stream file, string kind, byte[] tail, CancellationToken ct)
    {
        // The list of entries is read whole by the archive, so its size is looked at first.
        var end = tail.AsSpan().LastIndexOf(ZipEnd);
        if (end < 0 || end + 22 > tail.Length
            || BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10)) > MostEntries || BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12)) > LargestDirectory
            || BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12)) + (long)BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16)) != file.Length - tail.Length + end)
            throw Refused("The file is damaged or holds too many parts. Save it again from the program that made it.");
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var names = archive.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (!names.Contains("[Content_Types].xml") || !names.Contains(kind == "docx" ? "word/document.xml" : "xl/workbook.xml"))
                throw Refused($"The file is called {kind.ToUpperInvariant()}, but its content is not. Save it again from the program that made it.");
            if (names.Count != archive.Entries.Count || archive.Entries.Any(e => IsUnsafe(e)))
                throw Refused("The file holds parts that no document has. Save it again from the program that made it.");
            if (names.Any(n => n.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || n.Contains("activeX", StringComparison.OrdinalIgnoreCase) || n.Contains("macrosheets", StringComparison.OrdinalIgnoreCase)))
                throw Refused("The file holds a macro. Save it without macros (docx or xlsx).");
            var (unpacked, buffer) = (0L, new byte[64 * 1024]);
            foreach (var entry in archive.Entries)
                unpacked = await EntryAsync(entry, file.Length, unpacked, buffer, ct);
        }
        catch (InvalidDataException)
        {
            throw Refused("The file is damaged. Save it again from the program that made it.");
        }
    }

    private static async Task<long> EntryAsync(ZipArchiveEntry entry, long packed, long unpacked, byte[] buffer, CancellationToken ct)
    {
        await using var content = await entry.OpenAsync(ct);
        const int Overlap = 128;
        var (kept, first) = (0, true);
        for (int read; (read = await content.ReadAsync(buffer.AsMemory(kept, buffer.Length - kept), ct)) > 0; first = false)
        {
            unpacked += read;
            if (unpacked > LargestUnpacked || unpacked > packed * MostTimes + 1024 * 1024)
                throw Refused("The file unpacks to far more than a document holds. It was not kept.");
            var piece = buffer.AsSpan(0, kept + read);
            if (piece.IndexOf(Eicar) >= 0)
                throw Refused("A virus test was found in this file. It was not kept.");
            if (first && (piece.StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 3, 4]) || piece.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || piece.StartsWith("MZ"u8) || piece.StartsWith("Rar!"u8) || piece.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF])))
                throw Refused("The file holds another file inside. Save it without embedded files.");
            if (entry.FullName == "[Content_Types].xml" && Encoding.UTF8.GetString(piece).Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
                throw Refused("The file holds a macro. Save it without macros (docx or xlsx).");
            kept = Math.Min(Overlap, piece.Length);
            piece[^kept..].CopyTo(buffer);
        }
        return unpacked;
    }

    /// <summary>A way out of the folder, a link, or a program.</summary>
    private static bool IsUnsafe(ZipArchiveEntry entry) =>
        entry.FullName.Contains("..", StringComparison.Ordinal) || entry.FullName.StartsWith('/') || entry.FullName.Contains('\\', StringComparison.Ordinal) || entry.FullName.Contains(':', StringComparison.Ordinal)
        || ((uint)entry.ExternalAttributes >> 16 & 0xF000) == 0xA000
        || Programs.Contains(Path.GetExtension(entry.FullName), StringComparer.OrdinalIgnoreCase);

    /// <summary>Width and height as the head says, before anybody draws it.</summary>
    private static void Picture(string kind, byte[] head)
    {
        var (width, height) = kind == "png" ? Png(head) : Jpeg(head);
        if (width <= 0 || height <= 0)
            throw Refused("The picture is damaged. Save it again.");
        if (width > MostPixels / height) // divided, because a product of two such numbers can turn negative
            throw Refused("The picture has more pixels than any camera makes. Save it smaller.");
    }

    private static (long Width, long Height) Png(byte[] head) => head.Length < 24 || !head.AsSpan(12, 4).SequenceEqual("IHDR"u8) ? (0, 0)
        : (BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(16)), BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(20)));

    private static (long Width, long Height) Jpeg(byte[] head)
    {
        for (var at = 2; at + 9 < head.Length && head[at] == 0xFF;)
        {
            var marker = head[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(at + 7)), BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(at + 5)));
            at += marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(at + 2));
        }
        return (0, 0);
    }

    private static async Task<byte[]> AtAsync(Stream file, long position, int most, CancellationToken ct)
    {
        file.Position = position;
        var piece = new byte[Math.Min(most, file.Length - position)];
        await file.ReadExactlyAsync(piece, ct);
        return piece;
    }

    private static RuleBroken Refused(string why) => new("document-refused", why);
}
