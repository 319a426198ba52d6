using Microsoft.Playwright;

namespace Lapwing.BrowserTests.Papers;

/// <summary>A paper from its draft to the copy that is taken away, by two programme leads.</summary>
public sealed class PaperJourneyTests(Site site)
{
    [Fact]
    public async Task A_paper_is_drafted_frozen_approved_by_somebody_else_read_and_traced()
    {
        await using var writer = await site.AsAsync("programme");
        await writer.OpenAsync(Site.Place + "/papers");
        await writer.PressAsync("Make a paper");
        await writer.AnswerAsync(("Audience", "board"), ("From", "barking-and-dagenham"));
        await writer.PressAsync("Make the draft");
        var paper = new Uri(writer.Page.Url).AbsolutePath;

        await writer.PressAsync("Phoenix");
        await writer.AnswerAsync(("Text", "In {{quarter}} {{referals}} came."));
        await writer.PressAsync("Save");
        Assert.Contains("There is no figure called “referals”", string.Join(" ", await writer.ErrorsAsync()), StringComparison.Ordinal);
        Assert.Equal("In {{quarter}} {{referals}} came.", await writer.Page.InputValueAsync("[name=Text]"));
        // A heading of one word that is longer than any screen is wide: the pages are looked at with it.
        await writer.AnswerAsync(("Heading", new string('W', 200)), ("Text", "In {{quarter}} **{{referrals-received}} referrals** came.\n\n{{table referrals-received-by-risk}}\n\n{{chart police-offences}}"));
        await writer.PressAsync("Save and read the paper");
        Assert.Equal(2, await writer.Page.Locator(".lapwing-marking", new() { HasText = "RESTRICTED" }).CountAsync());
        Assert.DoesNotContain("{{", await writer.MainAsync(), StringComparison.Ordinal);

        await writer.PressAsync("Back to the paper's page");
        await writer.PressAsync("Freeze the figures");
        await writer.PressAsync("Freeze the figures");
        Assert.Contains("The figures are frozen", await writer.MainAsync(), StringComparison.Ordinal);
        await writer.PressAsync("What has changed since the figures were frozen");
        Assert.Contains("Nothing has changed", await writer.MainAsync(), StringComparison.Ordinal);
        await writer.OpenAsync(paper + "/marking");
        await writer.AnswerAsync(("Marking", "official"), ("Reason", "It says little"));
        await writer.PressAsync("Save");
        Assert.Contains("It takes two people", string.Join(" ", await writer.ErrorsAsync()), StringComparison.OrdinalIgnoreCase);
        await writer.OpenAsync(paper + "/approve");
        Assert.Contains("Somebody else must approve it", await writer.MainAsync(), StringComparison.Ordinal);

        await using var colleague = await site.AsAsync("programme2");
        await colleague.OpenAsync(paper);
        await colleague.PressAsync("Approve the paper");
        await colleague.PressAsync("Approve the paper");
        Assert.Single(await colleague.ErrorsAsync());
        await colleague.AnswerAsync(("Checked", "true"));
        await colleague.PressAsync("Approve the paper");
        Assert.Contains("The paper is approved", await colleague.MainAsync(), StringComparison.Ordinal);
        await colleague.PressAsync("Read the paper");
        await colleague.LeaveAsync(() => colleague.Page.Locator("main p a.govuk-link").First.ClickAsync());
        await colleague.LookAsync();
        Assert.Contains("Known by", await colleague.MainAsync(), StringComparison.Ordinal);

        await colleague.OpenAsync(paper);
        foreach (var (name, ending) in new[] { ("Word document (DOCX)", ".docx"), ("Accessible web page (HTML)", ".html"), ("PDF, tagged for screen readers", ".pdf") })
        {
            var taken = await colleague.Page.RunAndWaitForDownloadAsync(() => colleague.Page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync());
            Assert.StartsWith("RESTRICTED Domestic Abuse Update", taken.SuggestedFilename, StringComparison.Ordinal);
            Assert.EndsWith(ending, taken.SuggestedFilename, StringComparison.Ordinal);
        }
        await colleague.OpenAsync(paper + "/reopen");
        await colleague.PressAsync("Take the approval back");
        Assert.Single(await colleague.ErrorsAsync());
    }

    [Fact]
    public async Task The_labels_that_papers_carry_are_the_partnerships_own()
    {
        await using var administrator = await site.AsAsync("administrator");
        await administrator.OpenAsync(Site.Place + "/settings");
        await administrator.PressAsync("Papers and markings");
        await administrator.AnswerAsync(("Input[4].Label", "BOARD ONLY"), ("Input[4].Rules", ""));
        await administrator.PressAsync("Save");
        Assert.Contains("BOARD ONLY", string.Join(" ", await administrator.ErrorsAsync()), StringComparison.Ordinal);
        await administrator.AnswerAsync(("Input[4].Rules", "Read it in the room."));
        await administrator.PressAsync("Save");
        Assert.Contains("The markings are saved", await administrator.MainAsync(), StringComparison.Ordinal);
    }
}
