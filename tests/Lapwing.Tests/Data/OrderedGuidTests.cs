using Lapwing.Data;

namespace Lapwing.Tests.Data;

public sealed class OrderedGuidTests
{
    [Fact]
    public void Ids_are_version_7_and_rise_in_the_order_in_which_they_are_made()
    {
        var ids = Enumerable.Range(0, 20_000).Select(_ => OrderedGuid.Next()).ToList();
        Assert.All(ids, id => Assert.Equal((7, 8), (id.Version, id.Variant & 0b1100)));
        Assert.Equal(ids.Order(), ids);
    }

    [Fact]
    public async Task Threads_never_make_the_same_id()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Enumerable.Range(0, 20_000).Select(_ => OrderedGuid.Next()).ToList())));
        Assert.Equal(80_000, made.SelectMany(ids => ids).Distinct().Count());
    }

    [Fact]
    public void An_id_tells_its_millisecond_and_nothing_else()
    {
        var (before, id, other) = (DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()), OrderedGuid.Next(), OrderedGuid.Next());
        var at = DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(id.ToString("N")[..12], 16));
        Assert.InRange(at, before, before.AddMinutes(1));
        Assert.NotEqual(id.ToString("N")[17..], other.ToString("N")[17..]);
    }
}
