using System.Text;
using CsCheck;
using Lapwing.Access;

namespace Lapwing.Tests.Access;

public sealed class CheckpointTests : IDisposable
{
    private readonly Trail trail = Trail.Of(21, 60);
    private readonly string folder = Directory.CreateTempSubdirectory("lapwing-witness-").FullName;

    private string Path => System.IO.Path.Combine(folder, "barnet.witness");
    private WitnessFile File => new(Path, "barnet", KeyOf);
    private byte[]? KeyOf(int id) => id == trail.Keys.Id ? trail.Keys.CheckpointPublicKey : null;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>The test vectors of the Certificate Transparency project for RFC 6962.</summary>
    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_Merkle_tree_is_that_of_RFC_6962(int leaves, string root)
    {
        string[] all = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
        Assert.Equal(root, Convert.ToHexStringLower(MerkleTree.Root([.. all.Take(leaves).Select(Convert.FromHexString)])));
    }

    [Fact]
    public void The_text_is_a_signed_note_and_reads_back_as_itself()
    {
        var text = trail.Witness[0].Text;
        var lines = text.Split('\n');
        Assert.Equal("lapwing/barnet", lines[0]);
        Assert.Matches("^[0-9]+$", lines[1]);
        Assert.Equal("checkpoint 1", lines[3]);
        Assert.StartsWith("at 2023-04-03T08:", lines[5], StringComparison.Ordinal);
        Assert.Equal("", lines[^3]);
        Assert.StartsWith("— lapwing/barnet ", lines[^2], StringComparison.Ordinal);
        Assert.All(trail.Witness, checkpoint => Assert.Equal(checkpoint.Text, Checkpoint.Parse(checkpoint.Text).Text));
    }

    [Fact]
    public void No_character_can_be_changed()
    {
        var (text, line) = (trail.Witness[0].Text, new CheckpointLine("barnet", KeyOf));
        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Char.AlphaNumeric).Sample((at, c) =>
        {
            var changed = text[..at] + c + text[(at + 1)..];
            if (changed == text)
                return true;
            try
            {
                return line.Objection(Checkpoint.Parse(changed)) is not null;
            }
            catch (FormatException)
            {
                return true;
            }
        }, iter: 1000, threads: 1);
    }

    [Fact]
    public void A_line_takes_only_what_extends_it()
    {
        var line = new CheckpointLine("barnet", KeyOf);
        Refuses(line, trail.Witness[1], "does not follow checkpoint 0");
        trail.Witness.Take(2).ToList().ForEach(line.Accept);
        Refuses(line, trail.Witness[0], "does not follow checkpoint 2");
        Refuses(new CheckpointLine("havering", KeyOf), trail.Witness[0], "not about havering");
        Refuses(new CheckpointLine("barnet", _ => null), trail.Witness[0], "which is not known");
        Refuses(new CheckpointLine("barnet", _ => PartnershipKeys.Fresh().CheckpointPublicKey), trail.Witness[0], "valid signature");

        var fork = new CheckpointLine("barnet", KeyOf);
        fork.Accept(fork.Next(trail.Keys, [LaneHead.At(1, 1, new byte[32])], DateTime.UnixEpoch)!);
        Refuses(fork, trail.Witness[1], "follows another checkpoint 1");
    }

    [Fact]
    public void A_trail_that_was_rolled_back_gets_no_further_checkpoint()
    {
        var line = trail.Line();
        Assert.Null(line.Next(trail.Keys, trail.Heads, DateTime.UnixEpoch));
        var lane = trail.Heads.First(head => head.Seq > 1);
        Assert.Throws<CheckpointRefused>(() => line.Next(trail.Keys, [LaneHead.At(lane.Lane, lane.Seq - 1, lane.H)], DateTime.UnixEpoch));
        Assert.Throws<CheckpointRefused>(() => line.Next(trail.Keys, [LaneHead.At(lane.Lane, lane.Seq, new byte[32])], DateTime.UnixEpoch));
    }

    [Fact]
    public void The_witness_keeps_all_and_takes_each_once()
    {
        var file = File;
        foreach (var checkpoint in trail.Witness)
        {
            file.Append(checkpoint);
            file.Append(checkpoint);
        }
        Assert.Equal(trail.Witness.Select(c => c.Text), File.Read().Select(c => c.Text));
        Assert.Equal(trail.Witness[^1].Text, File.Line().Last!.Text);
        Assert.Throws<CheckpointRefused>(() => file.Append(trail.Witness[0]));
        Assert.Throws<CheckpointRefused>(() => File.Append(trail.Witness[0]));
        Assert.Empty(new WitnessFile(Path + ".none", "barnet", KeyOf).Read());
    }

    [Fact]
    public void Two_programs_may_append_in_turn()
    {
        WitnessFile[] programs = [File, File];
        for (var i = 0; i < trail.Witness.Count; i++)
            programs[i % 2].Append(trail.Witness[i]);
        Assert.Equal(trail.Witness.Count, File.Read().Count());
    }

    [Fact]
    public void A_write_torn_by_a_power_cut_is_left_out_and_done_again()
    {
        File.Append(trail.Witness[0]);
        var whole = System.IO.File.ReadAllBytes(Path);
        var next = Encoding.UTF8.GetBytes(trail.Witness[1].Text);
        for (var length = 1; length < next.Length; length++)
        {
            System.IO.File.WriteAllBytes(Path, [.. whole, .. next.AsSpan(0, length)]);
            Assert.Single(File.Read());
        }
        File.Append(trail.Witness[1]);
        Assert.Equal(trail.Witness.Take(2).Select(c => c.Text), File.Read().Select(c => c.Text));
    }

    [Fact]
    public void A_witness_that_was_tampered_with_takes_nothing_more()
    {
        var file = File;
        trail.Witness.Take(3).ToList().ForEach(file.Append);
        var text = System.IO.File.ReadAllText(Path);
        System.IO.File.WriteAllText(Path, text[..(text.Length / 2)]);
        Assert.Contains("shorter", Assert.Throws<CheckpointRefused>(() => file.Append(trail.Witness[3])).Message, StringComparison.Ordinal);
        System.IO.File.WriteAllText(Path, text.Replace("checkpoint 2", "checkpoint 7", StringComparison.Ordinal));
        Assert.Contains("does not hold together", Assert.Throws<CheckpointRefused>(() => File.Append(trail.Witness[3])).Message, StringComparison.Ordinal);
        Assert.Throws<CheckpointRefused>(() => File.Line());
    }

    private static void Refuses(CheckpointLine line, Checkpoint checkpoint, string why) =>
        Assert.Contains(why, Assert.Throws<CheckpointRefused>(() => line.Accept(checkpoint)).Message, StringComparison.Ordinal);
}
