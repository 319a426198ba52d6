using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Lapwing.Access;

/// <summary>
/// Makes encrypted text searchable without showing it: a term such as (family name, "lapwing") becomes a number that only the holder
/// of the partnership's key can compute. Equal terms of one kind give equal numbers within a partnership and nowhere else.
/// </summary>
/// <remarks>
/// The first 8 bytes of HMAC-SHA-256 over the kind, a zero byte and the canonical text. With ten million terms two different ones share a number about once in
/// 370,000 indexes of that size, and a search looks at what it found before it shows it. What remains visible to whoever has only the database: how often a term occurs.
/// </remarks>
[DebuggerDisplay("blind index " + Protected.Veil)]
public sealed class BlindIndex : IDisposable
{
    private const int OnTheStack = 256;

    /// <summary>One per thread, because setting up a keyed hash costs twice what the hash does.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly ThreadLocal<IncrementalHash> hashes;

    public BlindIndex(PartnershipKeys keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        hashes = new(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, keys.BlindIndexing), trackAllValues: true);
    }

    /// <summary>Where the keys of new people go.</summary>
    public Shelves Shelves { get; init; } = new();

    /// <summary>The number under which a term is stored and looked up.</summary>
    /// <param name="kind">What the text is, such as <c>family-name</c> or <c>phone</c>: the same text as two kinds gives two numbers.</param>
    /// <param name="canonical">The text in its canonical form; the caller has folded case, accents and spaces.</param>
    public long Term(string kind, string canonical)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentNullException.ThrowIfNull(canonical);
        if (kind.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException("A kind of term is a plain word.", nameof(kind));
        var most = Encoding.UTF8.GetMaxByteCount(kind.Length + 1 + canonical.Length);
        var rented = most > OnTheStack ? ArrayPool<byte>.Shared.Rent(most) : null;
        var text = rented ?? stackalloc byte[OnTheStack];
        var length = Encoding.UTF8.GetBytes(kind, text);
        text[length++] = 0;
        length += Encoding.UTF8.GetBytes(canonical, text[length..]);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var mac = hashes.Value!;
        mac.AppendData(text[..length]);
        mac.GetHashAndReset(hash);
        CryptographicOperations.ZeroMemory(text[..length]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    /// <summary>Lets go of the key.</summary>
    public void Dispose()
    {
        foreach (var hash in hashes.Values)
            hash.Dispose();
        hashes.Dispose();
    }

    /// <summary>Never the key.</summary>
    public override string ToString() => "blind index " + Protected.Veil;
}
