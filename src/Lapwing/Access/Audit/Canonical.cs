using System.Buffers;
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

    private readonly ArrayBufferWriter<byte> bytes = new(512);

    /// <param name="purpose">What the bytes are for, so that one kind of record is never taken for another.</param>
    public Canonical(string purpose) => Add(purpose);

    public ReadOnlySpan<byte> Written => bytes.WrittenSpan;

    public Canonical Add(ReadOnlySpan<byte> value)
    {
        Length((uint)value.Length);
        bytes.Write(value);
        return this;
    }

    public Canonical Add(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Length((uint)length);
        bytes.Advance(Encoding.UTF8.GetBytes(value, bytes.GetSpan(Math.Max(length, 1))));
        return this;
    }

    public Canonical Add(long value)
    {
        Length(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(sizeof(long)), value);
        bytes.Advance(sizeof(long));
        return this;
    }

    public Canonical Add(Guid value)
    {
        Length(16);
        value.TryWriteBytes(bytes.GetSpan(16), bigEndian: true, out var written);
        bytes.Advance(written);
        return this;
    }

    public Canonical Add(Guid? value)
    {
        if (value is { } some)
            return Add(some);
        Length(Nothing);
        return this;
    }

    public Canonical Add(DateTime instant) => Add(Microseconds(instant));

    /// <summary>One byte that says of what kind the next value is.</summary>
    public Canonical Mark(byte kind)
    {
        bytes.GetSpan(1)[0] = kind;
        bytes.Advance(1);
        return this;
    }

    /// <exception cref="ArgumentException">The instant is not of kind UTC.</exception>
    public static long Microseconds(DateTime instant)
    {
        Time.LondonTime.RequireUtc(instant);
        return instant.Ticks / TimeSpan.TicksPerMicrosecond;
    }

    /// <summary>The instant as both databases give it back.</summary>
    public static DateTime Whole(DateTime instant) => new(Microseconds(instant) * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);

    private void Length(uint length)
    {
        BinaryPrimitives.WriteUInt32BigEndian(bytes.GetSpan(sizeof(uint)), length);
        bytes.Advance(sizeof(uint));
    }
}
