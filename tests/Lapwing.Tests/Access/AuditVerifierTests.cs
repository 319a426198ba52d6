using System.Text.Json;
using CsCheck;
using Lapwing.Access;

namespace Lapwing.Tests.Access;

public sealed class AuditVerifierTests
{
    private const int Tries = 250;
    private static readonly Trail[] Trails = [.. Enumerable.Range(1, 6).Select(seed => Trail.Of(seed, 20 * seed, files: 1 + seed % 5))];

    public static TheoryData<string> DeedsWithoutKeys => [.. Tampering.WithoutKeys.Keys];
    public static TheoryData<string> DeedsWithKeys => [.. Tampering.WithKeys.Keys];

    [Fact]
    public async Task An_untouched_trail_is_sound()
    {
        foreach (var trail in Trails.Append(new Trail { Keys = PartnershipKeys.Fresh() }))
        {
            var verdict = await trail.VerifyAsync();
            Assert.True(verdict.Sound, verdict.Text);
            Assert.Equal((trail.Entries.Count, trail.Rows.Count, trail.Witness.Count, 0), (verdict.EntriesRead, verdict.RowsRead, verdict.CheckpointsRead, verdict.Unwitnessed));
        }
    }

    [Theory, MemberData(nameof(DeedsWithoutKeys))]
    public Task Whatever_is_done_without_the_keys_is_found_in_its_lane(string deed) => FoundAsync(Tampering.WithoutKeys[deed]);

    [Theory, MemberData(nameof(DeedsWithKeys))]
    public Task Whatever_is_done_with_all_keys_but_without_the_witness_is_found(string deed) => FoundAsync(Tampering.WithKeys[deed]);

    private static Task FoundAsync(Tampering.Deed deed) => Gen.Select(Gen.Int[0, Trails.Length - 1], Gen.Long).SampleAsync(async (which, seed) =>
    {
        var trail = Trails[which].Copy();
        var harm = deed(trail, new Dice(seed));
        var verdict = await trail.VerifyAsync(rows: false);
        Assert.False(verdict.Sound);
        if (harm.Lane is null)
            return;
        var first = verdict.Faults.FirstOrDefault(fault => fault.Lane == harm.Lane);
        Assert.NotNull(first);
        Assert.True(harm.Exact ? first.Seq == harm.Seq : first.Seq <= harm.Seq, $"{first.Text} instead of {harm}");
    }, iter: Tries);

    [Fact]
    public Task Random_trails_and_several_deeds_at_once_are_found_too() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 6], Gen.Int, Gen.Int[1, 4]).SampleAsync(async (entries, files, seed, deeds) =>
        {
            var trail = Trail.Of(seed, entries + 6, files, Trails[0].Keys);
            Assert.True((await trail.VerifyAsync()).Sound);
            var (dice, before) = (new Dice(seed), JsonSerializer.Serialize(trail.Entries));
            for (; deeds > 0; deeds--)
                Tampering.EditColumn(trail, dice);
            var undone = JsonSerializer.Serialize(trail.Entries) == before; // a second edit can put back what the first one took
            Assert.Equal(undone, (await trail.VerifyAsync()).Sound);
        }, iter: 200);

    [Fact]
    public async Task The_twin_without_the_keyed_hash_misses_what_was_altered()
    {
        var trail = Trails[2].Copy();
        Trail.Set(trail.Entries[7], "Purpose", "Nothing to see");
        Assert.False((await trail.VerifyAsync()).Sound);
        var blind = new AuditVerifier(trail.Keys) { Mac = (entry, _, _) => entry.H };
        Assert.True((await trail.VerifyAsync(blind)).Sound);
    }

    [Theory, MemberData(nameof(DeedsWithKeys))]
    public async Task The_twin_without_a_witness_misses_what_the_holder_of_the_keys_did(string deed)
    {
        var trail = Trails[3].Copy();
        Tampering.WithKeys[deed](trail, new Dice(5));
        var verdict = await trail.VerifyAsync(witnessed: false, rows: false);
        Assert.True(verdict.Sound, verdict.Text);
        Assert.Contains(verdict.Cautions, caution => caution.Contains("no witness", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_witnessed_yet_can_be_cut_and_the_verdict_says_how_much_that_is()
    {
        var trail = Trails[1].Copy();
        var before = (trail.Entries.Count, Rows: trail.Rows.ToDictionary());
        var dice = new Dice(1);
        var heads = trail.Heads.Select(head => LaneHead.At(head.Lane, head.Seq, head.H)).ToList();
        trail.Write(dice, dice.Guid());
        Assert.Equal(1, (await trail.VerifyAsync()).Unwitnessed);

        trail.Entries.RemoveRange(before.Count, 1);
        heads.ForEach(head => trail.Heads[head.Lane] = head);
        Assert.True((await trail.VerifyAsync(rows: false)).Sound); // a limit that the product states, not a feature
        Assert.Equal(trail.Rows.Count == before.Rows.Count && trail.Rows.All(row => before.Rows.GetValueOrDefault(row.Key) == row.Value), (await trail.VerifyAsync()).Sound);
    }

    [Fact]
    public async Task A_witness_that_was_cut_or_forged_is_noticed()
    {
        var cut = Trails[4].Copy();
        cut.Witness.RemoveAt(cut.Witness.Count - 1);
        Assert.Equal(AuditFaultKind.WitnessMismatch, (await cut.VerifyAsync()).First!.Kind);

        var forged = Trails[4].Copy();
        forged.Witness[^1] = Checkpoint.Parse(forged.Witness[^1].Text.Replace("\nat 2023", "\nat 2024", StringComparison.Ordinal));
        Assert.Contains("valid signature", (await forged.VerifyAsync()).First!.Sentence, StringComparison.Ordinal);

        var copies = Trails[4].Copy();
        copies.Stored.RemoveAt(1);
        Assert.Contains("copy of checkpoint 2 is missing", (await copies.VerifyAsync()).First!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_witness_may_go_on_while_the_verifier_reads()
    {
        var trail = Trails[1].Copy();
        var early = trail.Witness.ToList();
        trail.Write(new Dice(9), Guid.NewGuid());
        trail.Check();
        var (reads, ct) = (0, TestContext.Current.CancellationToken);
        IEnumerable<Checkpoint> Growing() => reads++ == 0 ? early : trail.Witness;
        var witness = Enumerable.Range(0, 1).SelectMany(_ => Growing());
        var verdict = await new AuditVerifier(trail.Keys).VerifyAsync(new()
        {
            Partnership = "barnet", Witness = witness, Heads = trail.Heads, Checkpoints = Trail.Async(trail.Stored, ct),
            Entries = Trail.Async(trail.Entries.OrderBy(e => e.Lane).ThenBy(e => e.Seq), ct),
        }, ct);
        Assert.True(verdict.Sound, verdict.Text);
    }

    [Fact]
    public async Task The_verdict_is_text_for_people_and_JSON_for_machines()
    {
        var trail = Trails[5].Copy();
        Tampering.EditColumn(trail, new Dice(3));
        trail.Rows.Remove(trail.Rows.Keys.First());
        var verdict = await trail.VerifyAsync();
        Assert.StartsWith("The audit trail has been tampered with", verdict.Text, StringComparison.Ordinal);
        Assert.Contains("Lane ", verdict.Text, StringComparison.Ordinal);
        var json = JsonSerializer.Serialize(verdict);
        Assert.Contains("\"Kind\":\"Altered\"", json, StringComparison.Ordinal);
        Assert.Contains("\"Sound\":false", json, StringComparison.Ordinal);
    }
}
