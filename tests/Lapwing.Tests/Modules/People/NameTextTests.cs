using Lapwing.Modules.People;

namespace Lapwing.Tests.Modules.People;

public sealed class NameTextTests
{
    [Theory]
    [InlineData("  Ada \t Lark ", "Ada Lark")]
    [InlineData("Łucja Żółć", "Łucja Żółć")]
    [InlineData("ليلى العلي", "ليلى العلي")]
    [InlineData("שרה כהן", "שרה כהן")]
    [InlineData("রহিমা", "রহিমা")]
    [InlineData("ക്ഷ്മി", "ക്ഷ്മി")]
    [InlineData("می‌خواهم", "می‌خواهم")] // a Persian non-joiner is part of the spelling
    [InlineData("\u202Etxt.exe Lark", "txt.exe Lark")] // text that turns the line around
    [InlineData("\u2066Ada\u2069 Lark", "Ada Lark")]
    [InlineData("A\u200Bd\uFEFFa\u00AD", "Ada")] // characters of no width
    [InlineData("Ada\0\u0007", "Ada")]
    [InlineData("\u200D\u200C", null)]
    [InlineData("\u3164", null)] // a letter that shows nothing
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("\uD800Ada", "Ada")] // half a character
    [InlineData("   ", null)]
    [InlineData(null, null)]
    public void A_name_keeps_its_letters_and_loses_what_deceives_the_eye(string? typed, string? kept) => Assert.Equal(kept, NameText.Tidy(typed));

    [Fact]
    public void Names_on_lines_are_kept_once_each() =>
        Assert.Equal(["Ada Lark", "أدا"], NameText.Lines("Ada Lark\r\n\r\n  Ada  Lark\nأدا\u200B\n"));
}
