using Lapwing.Access;

namespace Lapwing.Tests.Access;

/// <summary>What is told about the classical deeds: the kind, the lane and the first bad entry.</summary>
public sealed class AuditKindTests
{
    private readonly Trail trail = Trail.Of(31, 50, files: 1);
    private readonly List<AuditEntry> lane;

    public AuditKindTests() => lane = trail.Lane(trail.Entries.GroupBy(e => e.Lane).MaxBy(group => group.Count())!.Key);

    [Fact]
    public Task Altered()
    {
        Trail.Set(lane[4], "Purpose", "Nothing to see");
        return Tells(AuditFaultKind.Altered, 5, "was altered");
    }

    [Fact]
    public Task Removed_with_a_gap()
    {
        trail.Entries.Remove(lane[4]);
        trail.Entries.Remove(lane[5]);
        return Tells(AuditFaultKind.Removed, 5, "is missing, with all up to 6");
    }

    [Theory]
    [InlineData(1, "was removed, and those behind it were given new numbers")]
    [InlineData(3, "and 2 more were removed")]
    public Task Removed_and_renumbered(int count, string words)
    {
        lane.Skip(4).Take(count).ToList().ForEach(gone => trail.Entries.Remove(gone));
        lane.Skip(4 + count).ToList().ForEach(later => Trail.Set(later, "Seq", later.Seq - count));
        return Tells(AuditFaultKind.Removed, 5, words);
    }

    [Theory]
    [InlineData(4, 5, true)]
    [InlineData(4, 5, false)]
    [InlineData(4, 9, true)]
    [InlineData(4, 9, false)]
    public Task Reordered(int one, int other, bool withHash)
    {
        var (x, y) = (lane[one], lane[other]);
        var (seq, h) = (x.Seq, x.H);
        Trail.Set(x, "Seq", y.Seq);
        Trail.Set(y, "Seq", seq);
        if (!withHash)
        {
            Trail.Set(x, "H", y.H);
            Trail.Set(y, "H", h);
        }
        return Tells(AuditFaultKind.Reordered, one + 1, "another order");
    }

    [Fact]
    public Task Moved_behind_others()
    {
        lane.Skip(5).Take(4).ToList().ForEach(later => Trail.Set(later, "Seq", later.Seq - 1));
        Trail.Set(lane[4], "Seq", 9L);
        return Tells(AuditFaultKind.Reordered, 5, "another order");
    }

    [Fact]
    public Task Inserted_in_the_middle()
    {
        var forged = Trail.Clone(lane[4]);
        Trail.Set(forged, "RequestId", "forged");
        lane.Skip(4).ToList().ForEach(later => Trail.Set(later, "Seq", later.Seq + 1));
        trail.Entries.Add(forged);
        return Tells(AuditFaultKind.Inserted, 5, "was never written by the program");
    }

    [Fact]
    public Task Inserted_at_the_end()
    {
        var forged = Trail.Clone(lane[^1]);
        Trail.Set(forged, "Seq", lane.Count + 1L);
        trail.Entries.Add(forged);
        return Tells(AuditFaultKind.Inserted, lane.Count + 1, "behind the head");
    }

    [Fact]
    public Task Cut_from_the_end_as_its_head_knows()
    {
        trail.Entries.Remove(lane[^1]);
        trail.Witness.Clear();
        trail.Stored.Clear();
        return Tells(AuditFaultKind.CutFromEnd, lane.Count, "the head of the lane has seen");
    }

    [Fact]
    public Task Cut_from_the_end_as_the_witness_knows()
    {
        trail.Entries.Remove(lane[^1]);
        trail.Heads[lane[0].Lane] = LaneHead.At(lane[0].Lane, lane.Count - 1, lane[^2].H);
        return Tells(AuditFaultKind.CutFromEnd, lane.Count, "a witness saw");
    }

    [Fact]
    public Task Forged_head()
    {
        trail.Heads[lane[0].Lane] = LaneHead.At(lane[0].Lane, lane.Count, new byte[32]);
        return Tells(AuditFaultKind.ForgedHead, lane.Count, "does not have the hash of its last entry");
    }

    [Fact]
    public Task Rewritten_by_the_holder_of_the_keys()
    {
        Trail.Set(lane[0], "Purpose", "Nothing to see");
        var h = AuditChain.Genesis;
        foreach (var entry in lane)
            Trail.Set(entry, "H", h = AuditChain.Mac(trail.Keys, entry, entry.Seq, h));
        trail.Heads[lane[0].Lane] = LaneHead.At(lane[0].Lane, lane.Count, h);
        return Tells(AuditFaultKind.WitnessMismatch, 1, "a witness saw");
    }

    [Fact]
    public async Task Wrong_key()
    {
        var other = PartnershipKeys.Fresh();
        var verdict = await trail.VerifyAsync(new AuditVerifier(other), witnessed: false);
        Assert.All(verdict.Faults, fault => Assert.Equal(AuditFaultKind.WrongKey, fault.Kind));
        Assert.Contains("it is the wrong key", verdict.First!.Sentence, StringComparison.Ordinal);

        Trail.Set(lane[3], "KeyId", 7);
        verdict = await trail.VerifyAsync();
        Assert.Equal((AuditFaultKind.WrongKey, 4L), (verdict.First!.Kind, verdict.First.Seq!.Value));
    }

    [Fact]
    public async Task Rows_changed_added_and_removed_by_hand_are_named()
    {
        var rows = trail.Rows.Keys.ToArray();
        trail.Rows[rows[0]] = (trail.Rows[rows[0]].Version, "changed by hand");
        trail.Rows[rows[1]] = (trail.Rows[rows[1]].Version + 1, "changed by hand with a new version");
        trail.Rows.Remove(rows[2]);
        var added = (Type: (ushort)3, Id: Guid.NewGuid());
        trail.Rows[added] = (1, "added by hand");
        var deleted = trail.Entries.SelectMany(e => TouchedRow.Unpack(e.Touched)).First(row => row.Deleted);
        trail.Rows[(deleted.Type, deleted.Id)] = (deleted.Version, "brought back by hand");

        var verdict = await trail.VerifyAsync();
        Assert.Empty(verdict.Faults);
        (RowFaultKind, string, Guid)[] expected =
        [
            (RowFaultKind.Changed, "Kind" + rows[0].Type, rows[0].Id), (RowFaultKind.Changed, "Kind" + rows[1].Type, rows[1].Id),
            (RowFaultKind.Removed, "Kind" + rows[2].Type, rows[2].Id), (RowFaultKind.Added, "Kind3", added.Id), (RowFaultKind.Added, "Kind" + deleted.Type, deleted.Id),
        ];
        Assert.Equal(expected.Order(), verdict.Rows.Select(row => (row.Kind, row.Type, row.Id)).Order());
        Assert.Equal(5, verdict.RowFaults);
    }

    private async Task Tells(AuditFaultKind kind, long seq, string words)
    {
        var verdict = await trail.VerifyAsync(rows: false);
        var fault = Assert.Single(verdict.Faults);
        Assert.Equal((kind, lane[0].Lane, seq), (fault.Kind, fault.Lane!.Value, fault.Seq!.Value));
        Assert.Contains(words, fault.Sentence, StringComparison.Ordinal);
    }
}
