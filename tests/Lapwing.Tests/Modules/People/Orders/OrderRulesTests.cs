using System.Globalization;
using Lapwing.Modules.People.Orders;

namespace Lapwing.Tests.Modules.People.Orders;

public sealed class OrderRulesTests
{
    [Theory]
    [InlineData("2023-06-06", "2023-06-06", null, null, OrderStanding.InForce)] // made today
    [InlineData("2023-06-05", "2023-06-06", null, null, OrderStanding.NotYet)]
    [InlineData("2033-06-06", "2023-06-06", null, null, OrderStanding.InForce)] // until further order
    [InlineData("2024-06-05", "2023-06-06", "2024-06-05", null, OrderStanding.InForce)] // its last day
    [InlineData("2024-06-06", "2023-06-06", "2024-06-05", null, OrderStanding.Expired)]
    [InlineData("2023-07-01", "2023-06-06", "2024-06-05", "2023-07-01", OrderStanding.Discharged)]
    [InlineData("2023-06-30", "2023-06-06", "2024-06-05", "2023-07-01", OrderStanding.InForce)]
    [InlineData("2025-06-30", "2023-06-06", "2024-06-05", "2023-07-01", OrderStanding.Discharged)]
    public void An_order_holds_from_its_day_to_the_end_of_its_last(string day, string issued, string? ends, string? discharged, OrderStanding standing) =>
        Assert.Equal(standing, OrderRules.On(Day(day)!.Value, Day(issued)!.Value, Day(ends), Day(discharged)));

    [Theory]
    [InlineData("2024-05-08", 28, true)] // 28 days before its last day
    [InlineData("2024-05-07", 28, false)]
    [InlineData("2024-06-05", 28, true)]
    [InlineData("2024-06-06", 28, false)] // over
    [InlineData("2024-05-29", 7, true)]
    [InlineData("2024-05-28", 7, false)]
    public void Its_end_is_near_within_the_days_that_the_partnership_chose(string day, int reminder, bool soon) =>
        Assert.Equal(soon, OrderRules.EndsSoon(Day(day)!.Value, new(2023, 6, 6), new(2024, 6, 5), null, reminder));

    [Fact]
    public void One_that_holds_until_further_order_or_was_discharged_has_no_end_that_is_near()
    {
        Assert.False(OrderRules.EndsSoon(new(2024, 6, 1), new(2023, 6, 6), null, null, 365));
        Assert.False(OrderRules.EndsSoon(new(2024, 6, 1), new(2023, 6, 6), new(2024, 6, 5), new(2024, 5, 1), 365));
    }

    [Fact]
    public void Every_kind_of_order_has_its_words() => Assert.All(Enum.GetValues<OrderKind>(), kind => Assert.NotEqual("", kind.Title()));

    private static DateOnly? Day(string? iso) => iso is null ? null : DateOnly.Parse(iso, CultureInfo.InvariantCulture);
}
