using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsCheck;
using Lapwing.Access;

namespace Lapwing.Tests.Access;

public sealed class ProtectedTests
{
    private const string Planted = "Wren Sandpiper, 12 Invented Street";
    private static readonly Gen<string> AnyText = Gen.OneOf(Gen.String[0, 80], Gen.Const("Ná 李 \u0000 \u0080"), Gen.Char.Array[200, 3000].Select(c => new string(c)))
        .Select(text => new string([.. text.Where(c => !char.IsSurrogate(c))]) + "🦜");

    [Fact]
    public void What_was_sealed_is_revealed() => AnyText.Sample(text =>
    {
        using var key = DataKey.Create(Guid.NewGuid());
        return key.Reveal(Protected.FromStored(key.Seal(text).Stored)) == text;
    }, iter: 500);

    [Fact]
    public void Bytes_come_back_too_and_are_not_text()
    {
        using var key = DataKey.Create(Guid.NewGuid());
        Gen.Byte.Array[0, 3000].Sample(bytes => key.RevealBytes(key.SealBytes(bytes)).AsSpan().SequenceEqual(bytes), iter: 200);
        Refused(() => key.Reveal(key.SealBytes([1, 2, 3])));
        Refused(() => key.RevealBytes(key.Seal("text")));
    }

    [Fact]
    public void Another_key_another_file_and_another_partnership_are_refused()
    {
        var (ours, theirs) = (PartnershipKeys.Fresh(), PartnershipKeys.Fresh());
        var file = Guid.NewGuid();
        using var key = DataKey.Create(file);
        using var other = DataKey.Create(file);
        var wrapped = key.Wrap(ours);
        using var same = DataKey.Unwrap(ours, file, wrapped);
        var value = key.Seal(Planted);

        Assert.Equal(Planted, same.Reveal(value));
        Refused(() => other.Reveal(value));
        Refused(() => DataKey.Unwrap(theirs, file, wrapped));
        Refused(() => DataKey.Unwrap(ours, Guid.NewGuid(), wrapped));
        Refused(() => DataKey.Unwrap(ours, file, wrapped[..^1]));
    }

    [Fact]
    public void A_value_moved_to_another_file_does_not_open_even_under_the_same_key()
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        var box = SealedBox.Seal(SealedBox.Text, secret, Guid.NewGuid(), new byte[32]);
        Refused(() => SealedBox.Open(SealedBox.Text, secret, Guid.NewGuid(), box, new byte[32]));
    }

    [Fact]
    public void Every_flipped_bit_and_every_truncation_is_refused()
    {
        using var key = DataKey.Create(Guid.NewGuid());
        var stored = key.Seal("Wren").Stored;
        for (var bit = 0; bit < stored.Length * 8; bit++)
        {
            var altered = stored.ToArray();
            altered[bit / 8] ^= (byte)(1 << bit % 8);
            Refused(() => key.Reveal(Protected.FromStored(altered)));
        }
        for (var length = 0; length < stored.Length; length++)
        {
            Refused(() => key.Reveal(Protected.FromStored(stored[..length])));
        }
        Refused(() => key.Reveal(Protected.FromStored([.. stored, 0])));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_and_never_replaced()
    {
        using var key = DataKey.Create(Guid.NewGuid());
        Assert.ThrowsAny<ArgumentException>(() => key.Seal("half \ud83e of a bird"));
    }

    [Fact]
    public void The_length_does_not_tell_one_name_from_another()
    {
        using var key = DataKey.Create(Guid.NewGuid());
        string[] names = ["", "Jo", "Persephone", "Wolfeschlegelsteinhausenberger"];
        Assert.Single(names.Select(name => key.Seal(name).Stored.Length).Distinct());
        Gen.Int[0, 1_000_000].Sample(length =>
        {
            var bucket = Padding.Bucket(length);
            return bucket > length && bucket - length <= Math.Max(32, length / 8 + 1) && Padding.Bucket(bucket - 1) == bucket;
        });
        Assert.InRange(Enumerable.Range(0, 10_000).Select(Padding.Bucket).Distinct().Count(), 2, 60);
    }

    [Fact]
    public void Sealing_twice_gives_different_bytes_and_no_plain_text()
    {
        using var key = DataKey.Create(Guid.NewGuid());
        var (one, two) = (key.Seal(Planted).Stored, key.Seal(Planted).Stored);
        Assert.NotEqual(one, two);
        Assert.Equal(-1, one.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Planted).AsSpan(0, 4)));
    }

    [Fact]
    public void Nothing_prints_serialises_or_interpolates_what_is_inside()
    {
        var keys = PartnershipKeys.Fresh();
        using var key = DataKey.Create(Guid.NewGuid());
        var value = key.Seal(Planted);
        Assert.Equal(Protected.Veil, value.ToString());
        Assert.Equal($"a {Protected.Veil} b", $"a {value} b");
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(value));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new { Inside = value }));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<Protected>("\"x\""));
        Assert.All([key.ToString(), keys.ToString(), new BlindIndex(keys).ToString()], text => Assert.EndsWith(Protected.Veil, text, StringComparison.Ordinal));
        Assert.DoesNotContain(typeof(Protected).GetMembers(), member => member.Name.Contains("Plain", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_destroyed_key_opens_nothing()
    {
        var key = DataKey.Create(Guid.NewGuid());
        var value = key.Seal(Planted);
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Reveal(value));
    }

    private static void Refused(Action action) => Assert.ThrowsAny<CryptographicException>(action);
}
