using System.Buffers.Binary;
using System.Security.Cryptography;
using Lapwing.Access;

namespace Lapwing.Data;

/// <summary>
/// A file in the data folder that is never there in the clear: sealed in pieces under a key of its own, written as it streams in, read from any place.
/// Every piece carries its number and whether it is the last, so that pieces cannot be swapped, dropped or cut off.
/// </summary>
public sealed class SealedFile : Stream
{
    private const int Piece = 256 * 1024, Mark = 9;

    private readonly FileStream file;
    private readonly DataKey key;
    private readonly int sealedPiece;
    private readonly long length;
    private byte[] plain = [];
    private long loaded = -1;

    private SealedFile(FileStream file, DataKey key)
    {
        (this.file, this.key) = (file, key);
        Span<byte> head = stackalloc byte[12];
        file.ReadExactly(head);
        (length, sealedPiece) = (BinaryPrimitives.ReadInt64BigEndian(head), BinaryPrimitives.ReadInt32BigEndian(head[8..]));
        // The head is in the clear; the last piece proves it.
        if (length > 0 && (Load((length - 1) / Piece), plain.Length - Mark).Item2 != (length - 1) % Piece + 1)
            throw new CryptographicException("The stored file was cut short or altered.");
    }

    /// <summary>Streams a file in. What is larger than the limit is refused, and nothing of it stays.</summary>
    /// <returns>Its length.</returns>
    /// <exception cref="RuleBroken">It is too large.</exception>
    public static async Task<long> WriteAsync(string path, DataKey key, Stream from, long limit, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = path + ".part";
        try
        {
            long length = 0;
            await using (var to = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await to.WriteAsync(new byte[12], ct);
                var (piece, size) = (new byte[Mark + Piece], 0);
                var (next, read) = (new byte[Piece], await FillAsync(from, piece.AsMemory(Mark), ct));
                for (var number = 0L; read > 0; number++)
                {
                    length += read;
                    if (length > limit)
                        throw new RuleBroken("large-file", $"The file is larger than {limit / 1024 / 1024} MB. Split it and import the parts one after the other.");
                    var following = read == Piece ? await FillAsync(from, next, ct) : 0;
                    BinaryPrimitives.WriteInt64BigEndian(piece, number);
                    piece[8] = (byte)(following == 0 ? 1 : 0);
                    var box = key.SealBytes(piece.AsSpan(0, Mark + read)).Stored;
                    size = number == 0 ? box.Length : size;
                    await to.WriteAsync(box, ct);
                    next.AsSpan(0, following).CopyTo(piece.AsSpan(Mark));
                    read = following;
                }
                to.Position = 0;
                var head = new byte[12];
                BinaryPrimitives.WriteInt64BigEndian(head, length);
                BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(8), size);
                await to.WriteAsync(head, ct);
                to.Flush(flushToDisk: true);
                CryptographicOperations.ZeroMemory(piece);
                CryptographicOperations.ZeroMemory(next);
            }
            File.Move(beside, path, overwrite: true);
            return length;
        }
        finally
        {
            File.Delete(beside);
        }
    }

    public static SealedFile Open(string path, DataKey key) => new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read), key);

    public override long Length => length;
    public override long Position { get; set; }
    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (Position >= length)
            return 0;
        Load(Position / Piece);
        var from = (int)(Position % Piece);
        var take = Math.Min(buffer.Length, plain.Length - Mark - from);
        plain.AsSpan(Mark + from, take).CopyTo(buffer);
        Position += take;
        return take;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    private SealedFile Load(long number)
    {
        if (number == loaded)
            return this;
        file.Position = 12 + number * sealedPiece;
        var box = new byte[Math.Min(sealedPiece, file.Length - file.Position)];
        file.ReadExactly(box);
        plain = key.RevealBytes(Protected.FromStored(box));
        var isLast = number == (length - 1) / Piece;
        if (BinaryPrimitives.ReadInt64BigEndian(plain) != number || plain[8] != (isLast ? 1 : 0))
            throw new CryptographicException("The pieces of the stored file are not in their order.");
        loaded = number;
        return this;
    }

    private static async Task<int> FillAsync(Stream from, Memory<byte> buffer, CancellationToken ct)
    {
        var filled = 0;
        for (int read; filled < buffer.Length && (read = await from.ReadAsync(buffer[filled..], ct)) > 0; filled += read) { }
        return filled;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
            CryptographicOperations.ZeroMemory(plain);
        }
        base.Dispose(disposing);
    }

    public override void Flush() { }
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
