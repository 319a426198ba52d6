using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Documents;

/// <summary>A document's content, one piece at a time as it is sent: never the whole of it in memory.</summary>
internal sealed class DocumentContent(PartnershipDb db, DocumentRecord document, DataKey key) : Stream
{
    private byte[] plain = [];
    private int at, number;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (at >= plain.Length)
        {
            var (id, next) = (document.Id, number);
            var part = await db.DocumentParts.AsNoTracking().SingleOrDefaultAsync(p => p.Document == id && p.Number == next, cancellationToken);
            if (part is null)
                return (long)number * DocumentPart.Piece >= document.Length ? 0 : throw new InvalidDataException("A piece of the document is missing.");
            (plain, at, number) = (part.Open(key), 4, number + 1);
        }
        var take = Math.Min(buffer.Length, plain.Length - at);
        plain.AsMemory(at, take).CopyTo(buffer);
        at += take;
        return take;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A document is sent asynchronously.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            key.Dispose();
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(plain);
        }
        base.Dispose(disposing);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => document.Length;
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
