using System.Security.Cryptography;
using CsCheck;
using Lapwing.Access;

namespace Lapwing.Tests.Access;

public sealed class AuditChainTests
{
    private readonly PartnershipKeys keys = PartnershipKeys.Fresh();

    [Fact]
    public void Entries_count_up_behind_their_head_and_repeat_exactly()
    {
        var trail = Trail.Of(11, 40, keys: keys);
        Assert.All(trail.Heads.Where(head => head.Seq > 0), head =>
        {
            var h = AuditChain.Genesis;
            foreach (var (entry, at) in trail.Lane(head.Lane).Select((entry, at) => (entry, at)))
            {
                Assert.Equal(at + 1, entry.Seq);
                Assert.Equal(AuditChain.Mac(keys, entry, entry.Seq, h), entry.H);
                h = entry.H;
            }
            Assert.Equal(h, head.H);
        });
        Assert.Throws<InvalidOperationException>(() => trail.Heads.First(head => head.Seq > 1).Advance(trail.Entries[0]));
    }

    /// <summary>A column that is added later and forgotten in the hash fails here by its name.</summary>
    [Theory]
    [MemberData(nameof(Columns))]
    public void Every_column_is_under_the_hash(string column)
    {
        var entry = Trail.Of(3, 5, keys: keys).Entries[2];
        var property = typeof(AuditEntry).GetProperty(column)!;
        var before = AuditChain.Mac(keys, entry, 1, entry.H);
        Trail.Set(entry, column, property.GetValue(entry) switch
        {
            int number => number + 1, DateTime at => at.AddMicroseconds(1), string text => text + " ", byte[] bytes => (byte[])[.. bytes, 0], _ => Guid.NewGuid(),
        });
        Assert.NotEqual(before, AuditChain.Mac(keys, entry, 1, entry.H));
    }

    public static TheoryData<string> Columns => [.. typeof(AuditEntry).GetProperties().Select(p => p.Name).Where(name => name is not ("H" or "Seq"))];

    [Fact]
    public void Place_and_predecessor_are_under_the_hash_and_neighbouring_texts_do_not_run_together()
    {
        var entry = Trail.Of(3, 5, keys: keys).Entries[2];
        var before = AuditChain.Mac(keys, entry, 1, AuditChain.Genesis);
        Assert.NotEqual(before, AuditChain.Mac(keys, entry, 2, AuditChain.Genesis));
        Assert.NotEqual(before, AuditChain.Mac(keys, entry, 1, entry.H));
        Assert.NotEqual(before, AuditChain.Mac(PartnershipKeys.Fresh(), entry, 1, AuditChain.Genesis));
        var (decision, request) = (entry.Decision, entry.RequestId);
        Trail.Set(entry, "Decision", decision + request[0]);
        Trail.Set(entry, "RequestId", request[1..]);
        Assert.NotEqual(before, AuditChain.Mac(keys, entry, 1, AuditChain.Genesis));
    }

    [Fact]
    public void Entries_about_one_file_stand_in_one_lane_and_files_spread_over_all_lanes()
    {
        var file = Guid.NewGuid();
        Assert.Equal(AuditChain.LaneOf(file, Guid.NewGuid()), AuditChain.LaneOf(file, Guid.NewGuid()));
        var counts = Enumerable.Range(0, 16_000).CountBy(_ => AuditChain.LaneOf(Guid.CreateVersion7(), default)).ToDictionary();
        Assert.Equal(AuditChain.Lanes, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 800, 1200));
    }

    [Fact]
    public void What_does_not_fit_is_refused_and_never_cut()
    {
        var what = new AuditEvent
        {
            At = DateTime.UnixEpoch, Actor = Guid.NewGuid(), ActingAs = "", Action = "", Purpose = new string('p', AuditEntry.PurposeLimit + 1), Decision = "", RequestId = "", Node = "",
        };
        Assert.Throws<ArgumentException>(() => AuditChain.Link(keys, LaneHead.Start(0), what));
        Assert.Throws<ArgumentException>(() => AuditChain.Link(keys, LaneHead.Start(0), what with { Purpose = "", At = new(2023, 1, 1, 0, 0, 0, DateTimeKind.Local) }));
    }

    [Fact]
    public async Task Words_are_proven_by_their_entry_and_can_be_erased()
    {
        var trail = Trail.Of(8, 12);
        using var key = DataKey.Create(Guid.NewGuid());
        var (one, two) = (AuditText.Write(key, "High, was Medium"), AuditText.Write(key, "Medium, was Standard"));
        var dice = new Dice(4);
        var (first, second) = (trail.Write(dice, key.File, one.Com), trail.Write(dice, key.File, two.Com));
        trail.Check();
        var text = AuditText.Of(first, one);

        Assert.Equal("High, was Medium", text.Open(first, key));
        Assert.Throws<CryptographicException>(() => AuditText.Of(second, two).Open(first, key));
        Assert.ThrowsAny<CryptographicException>(() => text.Open(first, DataKey.Create(key.File)));
        Assert.Throws<InvalidOperationException>(() => AuditText.Of(first, two));
        Assert.NotEqual(AuditText.Write(key, "High, was Medium").Com, one.Com);

        key.Dispose(); // the file's key is destroyed: the words are gone, and nothing else
        Assert.Throws<ObjectDisposedException>(() => text.Open(first, key));
        Assert.True((await trail.VerifyAsync()).Sound);
    }

    [Fact]
    public void Touched_rows_come_out_as_they_went_in()
    {
        var row = Gen.Select(Gen.UShort, Gen.Guid, Gen.Int[0, int.MaxValue], Gen.ULong, Gen.Bool,
            (type, id, version, digest, deleted) => new TouchedRow(type, id, version, deleted ? 0 : new UInt128(digest, ~digest), deleted));
        row.List[0, 20].Sample(rows => TouchedRow.Unpack(TouchedRow.Pack(rows)).SequenceEqual(rows));
        Gen.Byte.Array[0, 100].Sample(bytes =>
        {
            try
            {
                TouchedRow.Unpack(bytes);
            }
            catch (FormatException)
            {
                // Refused with a sentence; nothing else may be thrown.
            }
        });
    }
}
