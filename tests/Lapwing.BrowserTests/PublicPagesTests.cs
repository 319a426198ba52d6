namespace Lapwing.BrowserTests;

/// <summary>The pages that anybody can open.</summary>
public sealed class PublicPagesTests(Site site)
{
    [Theory, InlineData("/sign-in"), InlineData(Site.Place + "/get-help"), InlineData(Site.Place + "/outcome"), InlineData("/nowhere")]
    public async Task A_public_page_is_sound_for_everybody_and_on_a_telephone(string path)
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync(path);
        Assert.NotEqual("", await visitor.HeadingAsync());
    }

    [Fact]
    public async Task A_wrong_password_is_said_at_the_field_and_in_the_summary()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync("/sign-in");
        await visitor.AnswerAsync(("Email", "nobody@testing.example"), ("Password", "not the password"));
        await visitor.PressAsync("Sign in");
        Assert.NotEmpty(await visitor.ErrorsAsync());
        Assert.StartsWith("Error: ", await visitor.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal("nobody@testing.example", await visitor.Page.InputValueAsync("[name=Email]"));
    }
}
