using Lapwing.Access;

namespace Lapwing.Tests.Access;

/// <summary>When a likeness raises a wall, as a table.</summary>
public sealed class ConflictRulesTests
{
    [Theory]
    [InlineData(2, true, true, 2, false, false, true, LikenessVerdict.Sure)] // same name, same birth date
    [InlineData(1, true, true, 2, false, false, true, LikenessVerdict.Likely)] // one part spelled differently
    [InlineData(0, true, true, 2, false, false, true, LikenessVerdict.Likely)] // both parts spelled differently
    [InlineData(2, true, false, 0, false, false, true, LikenessVerdict.None)] // same name, another birth date
    [InlineData(2, true, false, 0, false, false, false, LikenessVerdict.Likely)] // same name, a birth date is not known
    [InlineData(0, true, false, 0, false, false, false, LikenessVerdict.Likely)] // the name sounds the same, a birth date is not known
    [InlineData(1, false, false, 0, false, false, false, LikenessVerdict.None)] // the same family name alone
    [InlineData(1, false, true, 1, false, false, true, LikenessVerdict.Likely)] // the same family name and birth date
    [InlineData(0, false, true, 0, false, false, true, LikenessVerdict.None)] // the same birth date alone
    [InlineData(1, false, false, 0, true, false, true, LikenessVerdict.Sure)] // a telephone and a part of the name
    [InlineData(0, false, false, 0, true, false, false, LikenessVerdict.Likely)] // a shared telephone
    [InlineData(0, false, false, 0, false, true, true, LikenessVerdict.Likely)] // a shared e-mail address
    [InlineData(1, false, false, 0, false, true, false, LikenessVerdict.Sure)]
    [InlineData(0, false, false, 0, false, false, false, LikenessVerdict.None)]
    public void A_likeness_is_worth_what_the_table_says(int names, bool sounds, bool born, int soundsAndBorn, bool phone, bool email, bool known, LikenessVerdict verdict) =>
        Assert.Equal(verdict, ConflictRules.Of(new(names, sounds, born, soundsAndBorn, phone, email, known)));
}
