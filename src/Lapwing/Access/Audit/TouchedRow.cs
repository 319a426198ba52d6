using System.Buffers;
using System.Buffers.Binary;

namespace Lapwing.Access;

/// <summary>
/// One business row that an action added, changed or deleted, as its audit entry keeps it: enough to find later that the row was changed by hand,
/// and nothing about its content.
/// </summary>
/// <param name="Type">The stable number of the kind of row.</param>
/// <param name="Id">The row's own id. It is used once: a row that was deleted never comes back under it.</param>
/// <param name="Version">The version that the row has after the action, from 1; of a deleted row, the last that it had.</param>
/// <param name="Digest">The <see cref="RowDigest"/> after the action; zero for a deleted row.</param>
public readonly record struct TouchedRow(ushort Type, Guid Id, int Version, UInt128 Digest, bool Deleted = false)
{
    private const int IdSize = 16;
    private const int DigestSize = 16;

    /// <summary>For each row: type and deletion mark (7 bits a byte), id, version (7 bits a byte), and the digest unless it is deleted.</summary>
    public static byte[] Pack(IReadOnlyList<TouchedRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var packed = new ArrayBufferWriter<byte>(Math.Max(rows.Count, 1) * (2 + IdSize + 2 + DigestSize));
        foreach (var row in rows)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row.Version, nameof(rows));
            WriteNumber(packed, (uint)row.Type << 1 | (row.Deleted ? 1u : 0));
            row.Id.TryWriteBytes(packed.GetSpan(IdSize), bigEndian: true, out _);
            packed.Advance(IdSize);
            WriteNumber(packed, (uint)row.Version);
            if (row.Deleted)
                continue;
            BinaryPrimitives.WriteUInt128BigEndian(packed.GetSpan(DigestSize), row.Digest);
            packed.Advance(DigestSize);
        }
        return packed.WrittenSpan.ToArray();
    }

    /// <exception cref="FormatException">Not what <see cref="Pack"/> makes.</exception>
    public static IReadOnlyList<TouchedRow> Unpack(ReadOnlySpan<byte> packed)
    {
        var rows = new List<TouchedRow>();
        while (!packed.IsEmpty)
        {
            var type = ReadNumber(ref packed);
            var id = new Guid(Take(ref packed, IdSize), bigEndian: true);
            var version = ReadNumber(ref packed);
            var deleted = (type & 1) == 1;
            var digest = deleted ? UInt128.Zero : BinaryPrimitives.ReadUInt128BigEndian(Take(ref packed, DigestSize));
            if (type >> 1 > ushort.MaxValue || version > int.MaxValue)
                throw Broken();
            rows.Add(new((ushort)(type >> 1), id, (int)version, digest, deleted));
        }
        return rows;
    }

    private static void WriteNumber(ArrayBufferWriter<byte> to, uint number)
    {
        for (; number >= 0x80; number >>= 7)
            to.Write([(byte)(number | 0x80)]);
        to.Write([(byte)number]);
    }

    private static uint ReadNumber(ref ReadOnlySpan<byte> from)
    {
        uint number = 0;
        for (var shift = 0; shift < 32; shift += 7)
        {
            var part = Take(ref from, 1)[0];
            number |= (uint)(part & 0x7f) << shift;
            if (part < 0x80)
                return number;
        }
        throw Broken();
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> from, int count)
    {
        if (from.Length < count)
            throw Broken();
        var taken = from[..count];
        from = from[count..];
        return taken;
    }

    private static FormatException Broken() => new("The rows that an audit entry touched cannot be read.");
}
