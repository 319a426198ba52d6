using System.Buffers.Binary;
using System.Collections;
using System.Globalization;
using System.Security.Cryptography;

namespace Lapwing.Access;

/// <summary>
/// A keyed digest of one business row: the first 16 bytes of HMAC-SHA-256 over its type, id, version and columns. A row that was changed in the database by hand
/// no longer has the digest that its last audit entry names, and without the key nobody can make one that does.
/// </summary>
/// <remarks>
/// The same on both databases after a round trip: columns go by name; whole numbers of any width are the same, enums are their names, instants are UTC microseconds,
/// 1.50 is 1.5. A column that is null is left out, so a column that a later version adds as null changes no digest.
/// </remarks>
public static class RowDigest
{
    private const byte Whole = 1, Fraction = 2, Floating = 3, Text = 4, Instant = 5, Day = 6, Clock = 7, Identity = 8, Bytes = 9, Truth = 10, Several = 11, Missing = 12;

    /// <summary>The digest of a row as it stands.</summary>
    /// <param name="columns">Names and values as the model has them; their order does not matter.</param>
    /// <exception cref="ArgumentException">A value of a kind that has no canonical form; give it as text or number.</exception>
    public static UInt128 Of(PartnershipKeys keys, ushort type, Guid id, int version, IEnumerable<(string Name, object? Value)> columns)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(columns);
        var row = Begin(type, id, version);
        foreach (var (name, value) in columns.Where(column => column.Value is not null).OrderBy(column => column.Name, StringComparer.Ordinal))
            Add(row.Add(name), value, name);
        return Mac(keys, row);
    }

    /// <summary>The same for rows in bulk, whose names are sorted once for all of them.</summary>
    /// <param name="names">The names of the columns in ordinal order.</param>
    /// <param name="values">The values in the same order.</param>
    internal static UInt128 OfSorted(PartnershipKeys keys, ushort type, Guid id, int version, string[] names, ReadOnlySpan<object?> values)
    {
        var row = Begin(type, id, version);
        for (var i = 0; i < names.Length; i++)
            if (values[i] is { } some)
                Add(row.Add(names[i]), some, names[i]);
        return Mac(keys, row);
    }

    private static Canonical Begin(ushort type, Guid id, int version) => (room ??= new("")).Again("lapwing row 1").Add(type).Add(id).Add(version);

    /// <summary>One of each per thread, because making room and setting up a keyed hash cost more than the hash does.</summary>
    [ThreadStatic]
    private static Canonical? room;

    [ThreadStatic]
    private static (PartnershipKeys? Keys, IncrementalHash? Hash) ready;

    private static UInt128 Mac(PartnershipKeys keys, Canonical row)
    {
        if (!ReferenceEquals(ready.Keys, keys))
        {
            ready.Hash?.Dispose();
            ready = (keys, IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, keys.Rows));
        }
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        ready.Hash!.AppendData(row.Written);
        ready.Hash.GetHashAndReset(mac);
        return BinaryPrimitives.ReadUInt128BigEndian(mac);
    }

    /// <summary>One id for a row whose key has several parts.</summary>
    public static Guid IdOf(params IReadOnlyList<object> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key is [Guid alone])
            return alone;
        var parts = new Canonical("lapwing row key 1");
        foreach (var part in key)
            Add(parts, part, "key");
        return new Guid(SHA256.HashData(parts.Written).AsSpan(0, 16), bigEndian: true);
    }

    private static void Add(Canonical row, object? value, string name)
    {
        _ = value switch
        {
            null => row.Mark(Missing),
            Data.IId id => row.Mark(Identity).Add(id.Value),
            bool b => row.Mark(Truth).Add(b ? 1 : 0),
            Enum e => row.Mark(Text).Add(e.ToString()),
            byte or sbyte or short or ushort or int or uint or long => row.Mark(Whole).Add(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
            string s => row.Mark(Text).Add(s),
            char c => row.Mark(Text).Add(c.ToString()),
            Guid g => row.Mark(Identity).Add(g),
            DateTime t => row.Mark(Instant).Add(t),
            DateTimeOffset t => row.Mark(Instant).Add(t.UtcDateTime),
            DateOnly d => row.Mark(Day).Add(d.DayNumber),
            TimeOnly t => row.Mark(Clock).Add(t.Ticks / TimeSpan.TicksPerMicrosecond),
            TimeSpan t => row.Mark(Clock).Add(t.Ticks / TimeSpan.TicksPerMicrosecond),
            Protected p => row.Mark(Bytes).Add(p.Stored),
            byte[] b => row.Mark(Bytes).Add(b),
            decimal d => row.Mark(Fraction).Add((d / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)),
            double d => row.Mark(Floating).Add(BitConverter.DoubleToInt64Bits(d == 0 ? 0 : d)),
            IEnumerable several => AddAll(row, several, name),
            _ => throw new ArgumentException($"The column {name} holds a {value.GetType().Name}, which has no canonical form: give it as text or number.", nameof(value)),
        };
    }

    private static Canonical AddAll(Canonical row, IEnumerable several, string name)
    {
        var items = several.Cast<object?>().ToList();
        row.Mark(Several).Add(items.Count);
        foreach (var item in items)
            Add(row, item, name);
        return row;
    }
}
