using System.Buffers.Binary;
using System.Text;

namespace Lapwing.Access;

/// <summary>
/// One way only to write down a row of values before it is hashed. Every value has its length in front (4 bytes, big-endian), so that no two different
/// rows give the same bytes; "nothing" has a length that no value has. Instants are whole microseconds, which both databases keep.
/// </summary>
internal sealed class Canonical
{
    private const uint Nothing = uint.MaxValue;

    private byte[] bytes = new byte[512];
    private int written;

    /// <param name="purpose">What the bytes are for, so that one kind of record is never taken for another.</param>
    public Canonical(string purpose) => Add(purpose);

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, written);

    /// <summary>Begins anew in the same room: millions of rows are written down one after the other.</summary>
    public Canonical Again(string purpose)
    {
        written = 0;
        return Add(purpose);
    }

    public Canonical Add(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Room((uint)value.Length, value.Length));
        return this;
    }

    public Canonical Add(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Encoding.UTF8.GetBytes(value, Room((uint)length, length));
        return this;
    }

    public Canonical Add(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(Room(sizeof(long), sizeof(long)), value);
        return this;
    }

    public Canonical Add(Guid value)
    {
        value.TryWriteBytes(Room(16, 16), bigEndian: true, out _);
        return this;
    }

    public Canonical Add(Guid? value)
    {
        if (value is { } some)
            return Add(some);
        Room(Nothing, 0);
        return this;
    }

    public Canonical Add(DateTime instant) => Add(Microseconds(instant));

    /// <summary>One byte that says of what kind the next value is.</summary>
    public Canonical Mark(byte kind)
    {
        Grow(1);
        bytes[written++] = kind;
        return this;
    }

    /// <exception cref="ArgumentException">The instant is not of kind UTC.</exception>
    public static long Microseconds(DateTime instant)
    {
        Time.LondonTime.RequireUtc(instant);
        return instant.Ticks / TimeSpan.TicksPerMicrosecond;
    }

    /// <summary>The instant as both databases give it back.</summary>
    /// <exception cref="ArgumentException">The instant is not of kind UTC.</exception>
    public static DateTime Whole(DateTime instant)
    {
        Time.LondonTime.RequireUtc(instant);
        return Data.Storage.Whole(instant);
    }

    /// <summary>Writes the length and makes room for the value behind it.</summary>
    private Span<byte> Room(uint said, int length)
    {
        Grow(sizeof(uint) + length);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(written), said);
        var room = bytes.AsSpan(written + sizeof(uint), length);
        written += sizeof(uint) + length;
        return room;
    }

    private void Grow(int by)
    {
        if (bytes.Length - written < by)
            Array.Resize(ref bytes, checked(Math.Max(bytes.Length * 2, written + by)));
    }
}
