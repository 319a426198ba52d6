using System.IO.Compression;

namespace Lapwing.Modules.Figures.Snapshots;

/// <summary>Bytes made small for the database.</summary>
internal static class Packed
{
    public static byte[] Shut(ReadOnlySpan<byte> plain)
    {
        using var to = new MemoryStream();
        using (var brotli = new BrotliStream(to, CompressionLevel.Fastest))
            brotli.Write(plain);
        return to.ToArray();
    }

    public static byte[] Open(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var to = new MemoryStream();
        brotli.CopyTo(to);
        return to.ToArray();
    }
}
