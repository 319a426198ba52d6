using Lapwing.Access;

namespace Lapwing.Tests.Access;

/// <summary>Where somebody tampered: the lane (null when in all), the first entry that is not what it was, and whether it can be named to the entry.</summary>
internal sealed record Harm(int? Lane, long Seq, bool Exact = true);

/// <summary>What somebody with every right in the database can do to a trail.</summary>
internal static class Tampering
{
    public delegate Harm Deed(Trail trail, Dice dice);

    /// <summary>Without the partnership's keys.</summary>
    public static readonly IReadOnlyDictionary<string, Deed> WithoutKeys = new Dictionary<string, Deed>
    {
        ["edit a column"] = EditColumn, ["delete, leaving a gap"] = (t, d) => Delete(t, d, renumber: false), ["delete and renumber"] = (t, d) => Delete(t, d, renumber: true),
        ["swap two entries"] = Swap, ["insert and renumber"] = Insert, ["insert a copy of another entry"] = InsertCopy, ["append"] = Append,
        ["move to another lane"] = MoveLane, ["cut the tail"] = (t, d) => CutTail(t, d, resetHead: false), ["cut the tail and put the head back"] = (t, d) => CutTail(t, d, resetHead: true),
        ["forge a head"] = ForgeHead, ["delete a head"] = DeleteHead, ["rewrite a lane under another key"] = (t, d) => Rewrite(t, d, PartnershipKeys.Fresh()),
        ["delete a lane and its head's past"] = DeleteLane, ["roll everything back"] = RollBack,
    };

    /// <summary>With all the keys, but without the witness.</summary>
    public static readonly IReadOnlyDictionary<string, Deed> WithKeys = new Dictionary<string, Deed>
    {
        ["rewrite a lane"] = (t, d) => Rewrite(t, d, t.Keys),
        ["rewrite a lane and its checkpoints"] = (t, d) => RewriteWithCheckpoints(t, d),
        ["forget the stored checkpoints too"] = (t, d) => { var harm = Rewrite(t, d, t.Keys); t.Stored.Clear(); return harm; },
        ["cut the tail and put the head back"] = (t, d) => CutTail(t, d, resetHead: true),
        ["roll everything back"] = RollBack,
    };

    private static List<AuditEntry> SomeLane(Trail trail, Dice dice, int atLeast = 1)
    {
        var lanes = trail.Heads.Where(head => head.Seq >= atLeast).ToList();
        return trail.Lane(lanes[dice.Of(lanes.Count)].Lane);
    }

    private static LaneHead HeadOf(Trail trail, int lane) => trail.Heads.Single(head => head.Lane == lane);

    private static void SetHead(Trail trail, int lane, long seq, byte[] h) => trail.Heads[trail.Heads.FindIndex(head => head.Lane == lane)] = LaneHead.At(lane, seq, h);

    public static Harm EditColumn(Trail trail, Dice dice)
    {
        var lane = SomeLane(trail, dice);
        var entry = lane[dice.Of(lane.Count)];
        string[] columns = ["At", "Actor", "ActingAs", "Agency", "Action", "Object", "CaseFile", "Purpose", "Decision", "RequestId", "Node", "Touched", "Com", "H", "KeyId"];
        var column = columns[dice.Of(columns.Length)];
        var old = typeof(AuditEntry).GetProperty(column)!.GetValue(entry);
        Trail.Set(entry, column, old switch
        {
            DateTime at => at.AddTicks(10 * (1 + dice.Of(1000))),
            string text => dice.Of(2) == 0 ? text + "x" : text[..^1],
            int id => id + 1 + dice.Of(5),
            byte[] bytes when bytes.Length > 0 => Flip(bytes, dice),
            byte[] => new byte[] { 1 },
            Guid when column != "Actor" && dice.Of(3) == 0 => null,
            _ => dice.Guid(),
        });
        return new(entry.Lane, entry.Seq);
    }

    private static byte[] Flip(byte[] bytes, Dice dice)
    {
        var changed = bytes.ToArray();
        changed[dice.Of(changed.Length)] ^= (byte)(1 << dice.Of(8));
        return changed;
    }

    private static Harm Delete(Trail trail, Dice dice, bool renumber)
    {
        var lane = SomeLane(trail, dice, 3);
        var first = dice.Of(lane.Count - 1);
        var count = 1 + dice.Of(Math.Min(4, lane.Count - 1 - first));
        foreach (var gone in lane.Skip(first).Take(count))
            trail.Entries.Remove(gone);
        if (renumber)
        {
            foreach (var later in lane.Skip(first + count))
                Trail.Set(later, "Seq", later.Seq - count);
            if (dice.Of(2) == 0)
                SetHead(trail, lane[0].Lane, lane[^1].Seq, lane[^1].H);
        }
        return new(lane[0].Lane, first + 1);
    }

    private static Harm Swap(Trail trail, Dice dice)
    {
        var lane = SomeLane(trail, dice, 2);
        var a = dice.Of(lane.Count - 1);
        var b = a + 1 + dice.Of(lane.Count - a - 1);
        var (x, y) = (lane[a], lane[b]);
        var (seq, h) = (x.Seq, x.H);
        Trail.Set(x, "Seq", y.Seq);
        Trail.Set(y, "Seq", seq);
        if (dice.Of(2) == 0)
        {
            Trail.Set(x, "H", y.H);
            Trail.Set(y, "H", h);
        }
        return new(x.Lane, a + 1);
    }

    private static Harm Insert(Trail trail, Dice dice) => InsertEntry(trail, dice, (lane, at) =>
    {
        var forged = Trail.Clone(lane[Math.Min(at, lane.Count - 1)]);
        Trail.Set(forged, "RequestId", "forged");
        Trail.Set(forged, "H", dice.Bytes(AuditChain.HashSize));
        return forged;
    });

    private static Harm InsertCopy(Trail trail, Dice dice) => InsertEntry(trail, dice, (lane, _) => Trail.Clone(lane[dice.Of(lane.Count)]));

    private static Harm InsertEntry(Trail trail, Dice dice, Func<List<AuditEntry>, int, AuditEntry> make)
    {
        var lane = SomeLane(trail, dice, 2);
        var at = dice.Of(lane.Count);
        var forged = make(lane, at);
        foreach (var later in lane.Skip(at))
            Trail.Set(later, "Seq", later.Seq + 1);
        Trail.Set(forged, "Seq", at + 1L);
        trail.Entries.Add(forged);
        if (dice.Of(2) == 0)
            SetHead(trail, lane[0].Lane, lane[^1].Seq, lane[^1].H);
        // A copy put right before its original cannot be told from one put right behind it.
        var same = lane[at];
        return forged.RequestId == same.RequestId ? new(forged.Lane, at + 2, Exact: false) : new(forged.Lane, at + 1);
    }

    private static Harm Append(Trail trail, Dice dice)
    {
        var lane = SomeLane(trail, dice);
        var forged = Trail.Clone(lane[^1]);
        Trail.Set(forged, "Seq", lane.Count + 1L);
        Trail.Set(forged, "RequestId", "forged");
        trail.Entries.Add(forged);
        if (dice.Of(2) == 0)
            SetHead(trail, forged.Lane, forged.Seq, forged.H);
        return new(forged.Lane, forged.Seq);
    }

    private static Harm MoveLane(Trail trail, Dice dice)
    {
        var lane = SomeLane(trail, dice, 3);
        var entry = lane[dice.Of(lane.Count - 1)];
        var seq = entry.Seq;
        var from = entry.Lane;
        var to = (from + 1 + dice.Of(AuditChain.Lanes - 1)) % AuditChain.Lanes;
        Trail.Set(entry, "Lane", to);
        Trail.Set(entry, "Seq", trail.Heads.Single(head => head.Lane == to).Seq + 1);
        return new(from, seq);
    }

    private static Harm CutTail(Trail trail, Dice dice, bool resetHead)
    {
        var lane = SomeLane(trail, dice);
        var left = dice.Of(lane.Count);
        foreach (var gone in lane.Skip(left))
            trail.Entries.Remove(gone);
        if (resetHead)
            SetHead(trail, lane[0].Lane, left, left == 0 ? AuditChain.Genesis : lane[left - 1].H);
        return new(lane[0].Lane, left + 1);
    }

    private static Harm ForgeHead(Trail trail, Dice dice)
    {
        var lane = SomeLane(trail, dice, 2);
        var head = HeadOf(trail, lane[0].Lane);
        var choice = dice.Of(3);
        SetHead(trail, head.Lane, choice == 0 ? head.Seq - 1 : choice == 1 ? head.Seq + 1 : head.Seq, choice == 2 ? Flip(head.H, dice) : head.H);
        return new(head.Lane, choice == 1 ? head.Seq + 1 : head.Seq);
    }

    private static Harm DeleteHead(Trail trail, Dice dice)
    {
        var lane = SomeLane(trail, dice);
        trail.Heads.RemoveAll(head => head.Lane == lane[0].Lane);
        return new(lane[0].Lane, lane[^1].Seq);
    }

    private static Harm DeleteLane(Trail trail, Dice dice)
    {
        var lane = SomeLane(trail, dice);
        trail.Entries.RemoveAll(entry => entry.Lane == lane[0].Lane);
        SetHead(trail, lane[0].Lane, 0, AuditChain.Genesis);
        return new(lane[0].Lane, 1);
    }

    /// <summary>Writes one lane anew from some entry on, with another purpose and hashes that agree under the given keys.</summary>
    private static Harm Rewrite(Trail trail, Dice dice, PartnershipKeys keys)
    {
        var lane = SomeLane(trail, dice);
        var from = dice.Of(lane.Count);
        var h = from == 0 ? AuditChain.Genesis : lane[from - 1].H;
        Trail.Set(lane[from], "Purpose", "Nothing to see");
        foreach (var entry in lane.Skip(from))
        {
            h = AuditChain.Mac(keys, entry, entry.Seq, h);
            Trail.Set(entry, "H", h);
        }
        SetHead(trail, lane[0].Lane, lane[^1].Seq, h);
        return new(lane[0].Lane, from + 1, Exact: keys != trail.Keys);
    }

    private static Harm RewriteWithCheckpoints(Trail trail, Dice dice)
    {
        var harm = Rewrite(trail, dice, trail.Keys);
        var (witnessed, line) = (trail.Witness.ToList(), new CheckpointLine("barnet", _ => trail.Keys.CheckpointPublicKey));
        trail.Stored.Clear();
        var heads = Enumerable.Range(0, AuditChain.Lanes).ToDictionary(lane => lane, LaneHead.Start);
        foreach (var real in witnessed)
        {
            foreach (var mark in real.Moved)
                heads[mark.Lane] = LaneHead.At(mark.Lane, mark.Seq, trail.Lane(mark.Lane)[(int)mark.Seq - 1].H);
            var forged = line.Next(trail.Keys, heads.Values, real.At)!;
            line.Accept(forged);
            trail.Stored.Add(StoredCheckpoint.Of(forged.Counter, forged.Text));
        }
        return harm;
    }

    /// <summary>Puts back a copy of the whole database that was taken earlier.</summary>
    private static Harm RollBack(Trail trail, Dice dice)
    {
        var keep = dice.Of(trail.Witness.Count);
        var heads = trail.Heads.ToDictionary(head => head.Lane, head => LaneHead.Start(head.Lane));
        foreach (var mark in trail.Witness.Take(keep).SelectMany(checkpoint => checkpoint.Moved))
            heads[mark.Lane] = LaneHead.At(mark.Lane, mark.Seq, mark.H);
        trail.Entries.RemoveAll(entry => entry.Seq > heads[entry.Lane].Seq);
        foreach (var head in heads.Values)
            SetHead(trail, head.Lane, head.Seq, head.H);
        trail.Stored.RemoveRange(keep, trail.Stored.Count - keep);
        return new(null, 0);
    }
}
