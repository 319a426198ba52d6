using System.Text;
using Lapwing.Data;
using Lapwing.Modules.Accounts;

namespace Lapwing.Tests.Modules.Accounts;

public sealed class AuthenticatorCodeTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>The published examples of RFC 6238, appendix B, last six digits.</summary>
    [Theory]
    [InlineData(59, "287082"), InlineData(1111111109, "081804"), InlineData(1111111111, "050471"), InlineData(1234567890, "005924"), InlineData(2000000000, "279037")]
    public void It_shows_what_the_standard_shows(long seconds, string code) =>
        Assert.Equal(code, AuthenticatorCode.Of(Secret, AuthenticatorCode.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public void A_code_fits_one_step_early_or_late_and_never_after_it_was_spent()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_111);
        var step = AuthenticatorCode.StepOf(now);
        Assert.Equal(step, AuthenticatorCode.Match(Secret, "050 471", now, 0));
        Assert.Equal(step, AuthenticatorCode.Match(Secret, "050471", now.AddSeconds(30), 0));
        Assert.Null(AuthenticatorCode.Match(Secret, "050471", now.AddSeconds(61), 0));
        Assert.Null(AuthenticatorCode.Match(Secret, "050471", now, step));
        Assert.Null(AuthenticatorCode.Match(Secret, "05047", now, 0));
    }

    [Theory]
    [InlineData("password1234"), InlineData("P@ssword-1234"), InlineData("aaaaaaaaaaaaaa"), InlineData("abababababab"), InlineData("1234567890123"), InlineData("Letmein!2024"), InlineData("lapwing over the marsh"), InlineData("merriweather-77")]
    public void What_everybody_tries_first_is_refused(string password) =>
        Assert.NotNull(CommonPasswords.WhyNot(password, new Account { Email = "merriweather@harbour.example", FullName = "Jo Merriweather" }));

    [Theory, InlineData("otter lantern gravel"), InlineData("correct horse battery"), InlineData("привет зимний трамвай")]
    public void Three_words_that_do_not_belong_together_are_taken(string password) =>
        Assert.Null(CommonPasswords.WhyNot(password, new Account { Email = "merriweather@harbour.example", FullName = "Jo Merriweather" }));

    [Fact]
    public void A_recovery_code_works_once_however_it_is_typed()
    {
        var codes = RecoveryCodes.New();
        var left = RecoveryCodes.Use(RecoveryCodes.Keep(codes), codes[3].ToUpperInvariant().Replace("-", " "));
        Assert.Equal(RecoveryCodes.Count - 1, RecoveryCodes.Left(left));
        Assert.Null(RecoveryCodes.Use(left, codes[3]));
    }
}
