using System.Buffers;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Lapwing.Access;

/// <summary>
/// The key of one case file: 32 random bytes that seal and reveal everything in it. It is stored only wrapped by the partnership's key;
/// destroying the wrapped key makes the file's text unreadable in the database and in every backup of it.
/// Safe for use by several threads until it is disposed.
/// </summary>
[DebuggerDisplay("data key " + Protected.Veil)]
public sealed class DataKey : IDisposable
{
    /// <summary>AES-256.</summary>
    public const int Size = 32;

    private const int OnTheStack = 512;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly byte[] key;

    /// <summary>Made ready at the first use; taken by one thread at a time.</summary>
    private AesGcm? ready;

    private bool gone;

    private DataKey(Guid file, byte[] key) => (File, this.key) = (file, key);

    /// <summary>The case file that it belongs to; authenticated with every value.</summary>
    public Guid File { get; }

    /// <summary>A new key for a file that opens.</summary>
    public static DataKey Create(Guid file)
    {
        var key = Pinned();
        RandomNumberGenerator.Fill(key);
        return new(file, key);
    }

    /// <summary>The key wrapped for storage: sealed under the partnership's wrapping key and bound to the case file.</summary>
    public byte[] Wrap(PartnershipKeys keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ObjectDisposedException.ThrowIf(gone, this);
        return SealedBox.Seal(SealedBox.Key, WrappingOf(keys), File, key);
    }

    /// <summary>The key out of its wrapping.</summary>
    /// <exception cref="CryptographicException">Altered, of another case file, or of another partnership.</exception>
    public static DataKey Unwrap(PartnershipKeys keys, Guid file, byte[] wrapped)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(wrapped);
        if (SealedBox.PlainLength(SealedBox.Key, wrapped) != Size)
            throw new CryptographicException("This is not the wrapped key of a case file: it has the wrong length.");
        var key = Pinned();
        SealedBox.Open(SealedBox.Key, WrappingOf(keys), file, wrapped, key);
        return new(file, key);
    }

    /// <summary>Encrypts a text. Its length is hidden in a bucket; sealing the same text twice gives different bytes.</summary>
    public Protected Seal(string plain)
    {
        ArgumentNullException.ThrowIfNull(plain);
        var length = Strict.GetByteCount(plain);
        return WithScratch(Padding.Bucket(length), (Key: this, plain, length), static (bucket, s) =>
        {
            Strict.GetBytes(s.plain, bucket);
            Padding.Fill(bucket, s.length);
            return s.Key.Box(SealedBox.Text, bucket);
        });
    }

    /// <summary>The text inside.</summary>
    /// <exception cref="CryptographicException">Altered, cut short, of another file, or sealed with another key.</exception>
    public string Reveal(Protected value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return WithScratch(SealedBox.PlainLength(SealedBox.Text, value.Stored), (Key: this, value), static (bucket, s) =>
        {
            s.Key.Unbox(SealedBox.Text, s.value, bucket);
            return Strict.GetString(Padding.Strip(bucket));
        });
    }

    /// <summary>Encrypts the bytes of an attachment. A value sealed as bytes does not open as text, nor the other way round.</summary>
    public Protected SealBytes(ReadOnlySpan<byte> plain)
    {
        var bucket = new byte[Padding.Bucket(plain.Length)];
        plain.CopyTo(bucket);
        Padding.Fill(bucket, plain.Length);
        var result = Box(SealedBox.Bytes, bucket);
        CryptographicOperations.ZeroMemory(bucket);
        return result;
    }

    /// <summary>The bytes inside.</summary>
    /// <exception cref="CryptographicException">Altered, cut short, of another file, or sealed with another key.</exception>
    public byte[] RevealBytes(Protected value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var bucket = new byte[SealedBox.PlainLength(SealedBox.Bytes, value.Stored)];
        Unbox(SealedBox.Bytes, value, bucket);
        var plain = Padding.Strip(bucket).ToArray();
        CryptographicOperations.ZeroMemory(bucket);
        return plain;
    }

    /// <summary>Overwrites the key in memory. It opens nothing any more.</summary>
    public void Dispose()
    {
        lock (key)
        {
            gone = true;
            ready?.Dispose();
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Never the key.</summary>
    public override string ToString() => "data key " + Protected.Veil;

    /// <summary>Refuses half a surrogate pair instead of storing a question mark.</summary>
    private static UTF8Encoding Strict { get; } = new(false, throwOnInvalidBytes: true);

    private Protected Box(byte version, ReadOnlySpan<byte> bucket)
    {
        lock (key)
            return Protected.FromStored(SealedBox.Seal(version, Ready(), File, bucket));
    }

    private void Unbox(byte version, Protected value, Span<byte> bucket)
    {
        lock (key)
            SealedBox.Open(version, Ready(), File, value.Stored, bucket);
    }

    private AesGcm Ready()
    {
        ObjectDisposedException.ThrowIf(gone, this);
        return ready ??= SealedBox.Ready(key);
    }

    /// <summary>The partnership's wrapping key, ready for this thread.</summary>
    private static AesGcm WrappingOf(PartnershipKeys keys)
    {
        if (!ReferenceEquals(wrapping.Keys, keys))
        {
            wrapping.Ready?.Dispose();
            wrapping = (keys, SealedBox.Ready(keys.Wrapping));
        }
        return wrapping.Ready!;
    }

    [ThreadStatic]
    private static (PartnershipKeys? Keys, AesGcm? Ready) wrapping;

    /// <summary>Pinned, so that the collector leaves no copies behind.</summary>
    private static byte[] Pinned() => GC.AllocateUninitializedArray<byte>(Size, pinned: true);

    private delegate T Work<T, TState>(Span<byte> scratch, TState state);

    /// <summary>Lends room for plain text and overwrites it afterwards, also when the work fails.</summary>
    private static T WithScratch<T, TState>(int size, TState state, Work<T, TState> work)
    {
        var rented = size > OnTheStack ? ArrayPool<byte>.Shared.Rent(size) : null;
        var scratch = (rented ?? stackalloc byte[OnTheStack])[..size];
        try
        {
            return work(scratch, state);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(scratch);
            if (rented is not null)
                ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
