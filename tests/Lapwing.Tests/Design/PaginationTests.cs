using Lapwing.Design.TagHelpers;
using Xunit;

namespace Lapwing.Tests.Design;

public sealed class PaginationTests
{
    [Theory]
    [InlineData(1, 1, "1")]
    [InlineData(1, 3, "1 2 3")]
    [InlineData(1, 9, "1 2 … 9")]
    [InlineData(4, 9, "1 2 3 4 5 … 9")]
    [InlineData(5, 9, "1 … 4 5 6 … 9")]
    [InlineData(6, 9, "1 … 5 6 7 8 9")]
    [InlineData(9, 9, "1 … 8 9")]
    public void FirstLastAndNeighboursAreShown(int page, int pages, string expected) =>
        Assert.Equal(expected, string.Join(' ', PaginationTagHelper.Numbers(page, pages).Select(n => n?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "…")));
}
