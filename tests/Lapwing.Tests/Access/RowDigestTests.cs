using Lapwing.Access;

namespace Lapwing.Tests.Access;

public sealed class RowDigestTests
{
    private static readonly PartnershipKeys Keys = PartnershipKeys.Fresh();
    private static readonly Guid Id = Guid.NewGuid();
    private static readonly DateTime At = new(2023, 5, 1, 9, 30, 15, 123, 456, DateTimeKind.Utc);

    /// <summary>What a database may give back otherwise than it was given.</summary>
    [Fact]
    public void The_same_row_has_the_same_digest_after_a_round_trip()
    {
        Same(7, 7L);
        Same((short)7, 7L);
        Same(1.50m, 1.5m);
        Same(100m, 100.000m);
        Same(-0.0, 0.0);
        Same(At.AddTicks(3), At);
        Same(new DateTimeOffset(At), At);
        Same(DayOfWeek.Monday, "Monday");
        Same(Protected.FromStored([1, 2]), new byte[] { 1, 2 });
        Same("half \ud83e of a bird", "half \ufffd of a bird");
        string[] several = ["a", "b"];
        Same(new List<string>(several), several);
        Assert.Equal(Digest(("a", 1), ("b", 2)), Digest(("b", 2), ("a", 1)));
        Assert.Equal(Digest(("a", 1)), Digest(("a", 1), ("added later", null)));
    }

    [Fact]
    public void Whatever_is_changed_changes_the_digest()
    {
        object?[] values =
        [
            null, 0, 1, -1, "", "0", "a", false, true, 0.5, 0.5m, At, At.AddMicroseconds(1), DateOnly.FromDateTime(At), TimeOnly.FromDateTime(At), Id, Guid.Empty,
            new byte[] { 0 }, Array.Empty<byte>(), new[] { "a" }, new[] { "a", "" }, new[] { 1 }, new object?[] { null },
        ];
        Assert.Equal(values.Length, values.Select(value => Digest(("a", value))).Distinct().Count());
        Assert.NotEqual(Digest(("a", "bc")), Digest(("ab", "c")));
        Assert.NotEqual(Digest(("a", 1), ("b", 2)), Digest(("a", 2), ("b", 1)));
        (string, object?)[] row = [("a", 1)];
        UInt128[] others = [RowDigest.Of(Keys, 2, Id, 1, row), RowDigest.Of(Keys, 1, Guid.NewGuid(), 1, row), RowDigest.Of(Keys, 1, Id, 2, row), RowDigest.Of(PartnershipKeys.Fresh(), 1, Id, 1, row)];
        Assert.DoesNotContain(Digest(("a", 1)), others);
    }

    [Fact]
    public void What_has_no_canonical_form_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Digest(("a", new object())));
        Assert.Throws<ArgumentException>(() => Digest(("a", DateTime.SpecifyKind(At, DateTimeKind.Unspecified))));
    }

    [Fact]
    public void A_key_of_several_parts_has_one_id()
    {
        Assert.Equal(Id, RowDigest.IdOf(Id));
        Assert.Equal(RowDigest.IdOf(Id, 3), RowDigest.IdOf(Id, 3L));
        Assert.NotEqual(RowDigest.IdOf(Id, 3), RowDigest.IdOf(Id, 4));
        Assert.NotEqual(RowDigest.IdOf("a", "bc"), RowDigest.IdOf("ab", "c"));
    }

    private static void Same(object one, object other) => Assert.Equal(Digest(("a", one)), Digest(("a", other)));

    private static UInt128 Digest(params (string, object?)[] columns) => RowDigest.Of(Keys, 1, Id, 1, columns);
}
