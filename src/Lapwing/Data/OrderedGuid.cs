using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Lapwing.Data;

/// <summary>
/// Version 7 GUIDs that rise within this process: 48 bits of milliseconds, 12 bits of the millisecond's part (RFC 9562, 6.2, method 3), 62 random bits.
/// Rows that are made one after the other stand next to each other on the disk, and pages fill up instead of splitting.
/// The random bits are drawn in one go for many ids, because asking the kernel for each costs more than making the id.
/// </summary>
internal static class OrderedGuid
{
    private const int Ahead = 512;

    private static long last;

    [ThreadStatic]
    private static (byte[] Bytes, int Used)? drawn;

    public static Guid Next()
    {
        Span<byte> id = stackalloc byte[16];
        Random(id[8..]);
        var stamp = Rising(Now());
        BinaryPrimitives.WriteUInt64BigEndian(id, (ulong)stamp >> 12 << 16 | 0x7000 | (ulong)stamp & 0xfff);
        id[8] = (byte)(id[8] & 0x3f | 0x80);
        return new(id, bigEndian: true);
    }

    /// <summary>Milliseconds since 1970 in the upper bits, 4,096ths of the millisecond in the lower 12.</summary>
    private static long Now()
    {
        var ticks = TimeProvider.System.GetUtcNow().UtcTicks - DateTime.UnixEpoch.Ticks;
        var (milliseconds, rest) = Math.DivRem(ticks, TimeSpan.TicksPerMillisecond);
        return milliseconds << 12 | rest * 4096 / TimeSpan.TicksPerMillisecond;
    }

    private static long Rising(long now)
    {
        while (true)
        {
            var before = Interlocked.Read(ref last);
            var next = Math.Max(now, before + 1);
            if (Interlocked.CompareExchange(ref last, next, before) == before)
                return next;
        }
    }

    private static void Random(Span<byte> into)
    {
        var (bytes, used) = drawn ?? (new byte[Ahead * 8], Ahead * 8);
        if (used == bytes.Length)
        {
            RandomNumberGenerator.Fill(bytes);
            used = 0;
        }
        bytes.AsSpan(used, 8).CopyTo(into);
        drawn = (bytes, used + 8);
    }
}
