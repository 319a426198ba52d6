using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Lapwing.Access;

namespace Lapwing.Modules.Referrals.Import;

/// <summary>What a file turned out to be, found by looking at what is in it and not at what it is called.</summary>
/// <param name="Hash">SHA-256 of the whole file.</param>
/// <param name="Encoding">The encoding of a text file; null for a workbook.</param>
internal sealed record ImportFile(byte[] Hash, long Length, Encoding? Encoding)
{
    public const long LargestFile = 200L * 1024 * 1024;

    /// <summary>What a workbook may unpack to, and how much smaller it may be packed once it is large.</summary>
    private const long LargestUnpacked = 2L * 1024 * 1024 * 1024, LargeUnpacked = 64L * 1024 * 1024, LargestRatio = 100;
    private const int MostParts = 2_000;

    public bool IsWorkbook => Encoding is null;

    public string Kind => Encoding switch
    {
        null => "Excel workbook",
        UTF8Encoding => "text in UTF-8",
        UnicodeEncoding => "text in UTF-16",
        _ => "text in Windows-1252",
    };

    static ImportFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="RuleBroken">It is nothing that can be imported; the sentence says why and what to do.</exception>
    public static async Task<ImportFile> InspectAsync(Stream stream, CancellationToken ct)
    {
        if (stream.Length == 0)
            throw new RuleBroken("empty-file", "The file is empty.");
        if (stream.Length > LargestFile)
            throw new RuleBroken("large-file", "The file is larger than 200 MB. Split it and import the parts one after the other.");
        stream.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var text = new TextCensus();
        var buffer = new byte[1 << 16];
        var head = Array.Empty<byte>();
        for (int read; (read = await stream.ReadAsync(buffer, ct)) > 0;)
        {
            if (head.Length == 0)
                head = buffer[..Math.Min(read, 4_096)];
            hash.AppendData(buffer, 0, read);
            text.Add(buffer.AsSpan(0, read));
        }
        var isZip = head is [0x50, 0x4b, 3, 4, ..];
        if (isZip)
            await CheckWorkbookAsync(stream, ct);
        else if (head is [0xd0, 0xcf, 0x11, 0xe0, ..])
            throw new RuleBroken("old-workbook", "This is a workbook of an old kind (.xls), or one with a password. Save it as an Excel workbook (.xlsx) without a password, or as CSV.");
        stream.Position = 0;
        return new(hash.GetHashAndReset(), stream.Length, isZip ? null : text.Encoding(head)
            ?? throw new RuleBroken("not-text", "This is neither a CSV file nor an Excel workbook (.xlsx). Save the table as one of the two."));
    }

    /// <summary>Unpacks every part once, counting: what a zip says about its own size is not to be believed.</summary>
    private static async Task CheckWorkbookAsync(Stream stream, CancellationToken ct)
    {
        try
        {
            stream.Position = 0;
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry("[Content_Types].xml") is null || zip.GetEntry("xl/workbook.xml") is null)
                throw new RuleBroken("not-a-workbook", "This is a zip file but not an Excel workbook. Save the table as .xlsx or as CSV.");
            if (zip.Entries.Count > MostParts)
                throw new RuleBroken("zip-bomb", "The workbook has far more parts than a table needs. Copy the table into a new workbook and save that.");
            var (unpacked, buffer) = (0L, new byte[1 << 16]);
            foreach (var part in zip.Entries)
            {
                await using var content = await part.OpenAsync(ct);
                for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
                {
                    unpacked += read;
                    if (unpacked > LargestUnpacked || (unpacked > LargeUnpacked && unpacked / LargestRatio > stream.Length))
                        throw new RuleBroken("zip-bomb", "The workbook unpacks to far more than it should. Copy the table into a new workbook and save that, or save it as CSV.");
                }
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or ArgumentException or IOException or NotSupportedException)
        {
            throw new RuleBroken("broken-file", "The workbook is damaged: it cannot be unpacked. Open it in a spreadsheet program and save it again.");
        }
    }
}
