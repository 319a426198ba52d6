using System.Reflection;
using System.Runtime.CompilerServices;
using Lapwing.Access;

namespace Lapwing.Tests.Access;

/// <summary>A partnership's trail in memory, written the way the data layer writes it, which tests then tamper with as somebody with every right in the database could.</summary>
internal sealed class Trail
{
    private static readonly DateTime Start = new(2023, 4, 3, 8, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Actions = ["referral.accept", "file.read", "contact.log", "person.change", "file.close"];

    public required PartnershipKeys Keys { get; init; }
    public List<AuditEntry> Entries { get; private init; } = [];
    public List<LaneHead> Heads { get; private init; } = [.. Enumerable.Range(0, AuditChain.Lanes).Select(LaneHead.Start)];
    public List<Checkpoint> Witness { get; private init; } = [];
    public List<StoredCheckpoint> Stored { get; private init; } = [];
    public Dictionary<(ushort Type, Guid Id), (int Version, string Content)> Rows { get; private init; } = [];
    private CheckpointLine? line;
    private int written;

    /// <summary>A trail of some case files, with checkpoints at random places and one at the end.</summary>
    public static Trail Of(int seed, int entries, int files = 4, PartnershipKeys? keys = null)
    {
        var trail = new Trail { Keys = keys ?? PartnershipKeys.Fresh() };
        var dice = new Dice(seed);
        var caseFiles = Enumerable.Range(0, files).Select(_ => dice.Guid()).ToArray();
        for (var i = 0; i < entries; i++)
        {
            trail.Write(dice, dice.Of(8) == 0 ? null : caseFiles[dice.Of(files)]);
            if (dice.Of(12) == 0)
                trail.Check();
        }
        trail.Check();
        return trail;
    }

    /// <summary>One action that touches up to three rows, as one transaction.</summary>
    public AuditEntry Write(Dice dice, Guid? caseFile, byte[]? com = null)
    {
        var actor = dice.Guid();
        var touched = new List<TouchedRow>();
        for (var i = dice.Of(3); i >= 0; i--)
            touched.Add(Touch(dice));
        var what = new AuditEvent
        {
            At = Start.AddSeconds(written++).AddTicks(dice.Of(10_000)), Actor = actor, ActingAs = "case-worker", Agency = dice.Of(2) == 0 ? null : dice.Guid(),
            Action = Actions[dice.Of(Actions.Length)], Object = dice.Guid(), CaseFile = caseFile, Purpose = "Support after a referral", Decision = "circle",
            RequestId = "r" + written, Node = "one", Touched = touched, Com = com ?? AuditText.NoText,
        };
        var lane = AuditChain.LaneOf(caseFile, actor);
        var entry = AuditChain.Link(Keys, Heads[lane], what);
        Heads[lane].Advance(entry);
        Entries.Add(entry);
        return entry;
    }

    private TouchedRow Touch(Dice dice)
    {
        var old = Rows.Count > 0 && dice.Of(3) > 0 ? Rows.Keys.OrderBy(key => key.Id).ElementAt(dice.Of(Rows.Count)) : default;
        if (old != default && dice.Of(6) == 0)
        {
            Rows.Remove(old, out var last);
            return new(old.Type, old.Id, last.Version, UInt128.Zero, Deleted: true);
        }
        var key = old == default ? ((ushort)(1 + dice.Of(300)), dice.Guid()) : old;
        var row = (Version: Rows.GetValueOrDefault(key).Version + 1, Content: "content " + dice.Of(1_000_000));
        Rows[key] = row;
        return new(key.Item1, key.Item2, row.Version, Digest(key.Item1, key.Item2, row.Version, row.Content));
    }

    /// <summary>Witnesses where the lanes stand now.</summary>
    public void Check()
    {
        line ??= Line();
        if (line.Next(Keys, Heads, Start.AddSeconds(written)) is not { } next)
            return;
        line.Accept(next);
        Witness.Add(next);
        Stored.Add(StoredCheckpoint.Of(next.Counter, next.Text));
    }

    public CheckpointLine Line()
    {
        var whole = new CheckpointLine("barnet", id => id == Keys.Id ? Keys.CheckpointPublicKey : null);
        Witness.ForEach(whole.Accept);
        return whole;
    }

    /// <summary>A copy that can be tampered with.</summary>
    public Trail Copy() => new()
    {
        Keys = Keys, written = written, Witness = [.. Witness], Stored = [.. Stored], Rows = new(Rows),
        Entries = [.. Entries.Select(Clone)], Heads = [.. Heads.Select(head => LaneHead.At(head.Lane, head.Seq, head.H))],
    };

    public Task<AuditVerdict> VerifyAsync(AuditVerifier? verifier = null, bool witnessed = true, bool rows = true) =>
        (verifier ?? new AuditVerifier(Keys)).VerifyAsync(new()
        {
            Partnership = "barnet", Witness = witnessed ? Witness : [], Heads = Heads, Entries = Async(Entries.OrderBy(e => e.Lane).ThenBy(e => e.Seq)),
            Checkpoints = witnessed ? Async(Stored) : null, TypeName = type => "Kind" + type,
            Rows = rows ? Async(Rows.Select(r => new CurrentRow(r.Key.Type, r.Key.Id, r.Value.Version, Digest(r.Key.Type, r.Key.Id, r.Value.Version, r.Value.Content)))) : null,
        }, TestContext.Current.CancellationToken);

    public List<AuditEntry> Lane(int lane) => [.. Entries.Where(e => e.Lane == lane).OrderBy(e => e.Seq)];

    public UInt128 Digest(ushort type, Guid id, int version, string content) => RowDigest.Of(Keys, type, id, version, [("content", content)]);

    /// <summary>What an UPDATE statement does.</summary>
    public static void Set(object row, string column, object? value) => row.GetType().GetProperty(column)!.SetValue(row, value);

    public static AuditEntry Clone(AuditEntry entry) =>
        (AuditEntry)typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(entry, null)!;

    public static async IAsyncEnumerable<T> Async<T>(IEnumerable<T> items, [EnumeratorCancellation] CancellationToken ct = default)
    {
        foreach (var item in items)
        {
            ct.ThrowIfCancellationRequested();
            yield return item;
        }
        await Task.CompletedTask;
    }
}

/// <summary>Chance that can be repeated (SplitMix64).</summary>
internal sealed class Dice(long seed)
{
    private ulong state = (ulong)seed;

    public int Of(int sides) => (int)(Next() % (ulong)sides);

    public Guid Guid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Next());
        BitConverter.TryWriteBytes(bytes[8..], Next());
        return new(bytes);
    }

    public byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(_ => (byte)Next())];

    private ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }
}
