using System.Text.RegularExpressions;

namespace Lapwing.Tests.Architecture;

/// <summary>Threat 49 for the whole product: every form that makes something carries its own number, so that sending it twice has one effect. A form without it stands
/// in the list below with the reason why it needs none; a new one fails here by its name.</summary>
public sealed partial class OnceFormTests
{
    /// <summary>It changes one record of which it carries the version: the second sending is refused and changes nothing.</summary>
    private const string Versioned = "carries the version of what it changes";

    /// <summary>It moves one record on, and the record refuses to move on twice.</summary>
    private const string Moves = "moves a record that does not move twice";

    /// <summary>Signing in and one's own account: no partnership's record is made.</summary>
    private const string House = "belongs to an account, not to a partnership";

    /// <summary>Writes and sends one draft, which is the form's number already.</summary>
    private const string Drafted = "carries the draft that it writes, which is sent once";

    private const string Reads = "looks and makes nothing";

    private const string ByContent = "the same content twice is recognised";

    /// <summary>What crosses the sides is a record on each of them, and the number of the form is the number of both.</summary>
    private const string AsTheRecordsNumber = "crossing.SendAsync(";

    private static readonly Dictionary<string, string> Exempt = new()
    {
        ["Accommodation/Enquiries/Enquiry#Refer"] = Moves, ["Accommodation/Enquiries/Enquiry#Withdraw"] = Moves, ["Accommodation/Enquiries/Enquiry#Release"] = Moves,
        ["Accommodation/Seeking/Safety#TakeOver"] = Moves, ["Accommodation/Seeking/Safety#Accept"] = Moves, ["Accommodation/Seeking/Safety#Decline"] = Moves,
        ["Accommodation/Seeking/Safety#Release"] = Moves, ["Accommodation/Seeking/Safety#Support"] = Moves, ["Accommodation/Settings/Accommodation"] = Versioned, ["Accommodation/Units/Unit#Close"] = Moves,
        ["Accommodation/Units/UnitAddress#Open"] = Reads, ["Accommodation/Units/Vacancies#Offer"] = Moves, ["Accommodation/Units/Vacancies#Refuse"] = Moves, ["Accommodation/Units/Vacancies#Vacancies"] = Versioned,
        ["Accounts/Authenticator"] = House, ["Accounts/Invitation"] = House, ["Accounts/Password"] = House, ["Accounts/SignIn"] = House, ["Accounts/SignOut"] = House,
        ["Accounts/Emergency/Reviews#Allow"] = Moves, ["Accounts/Emergency/Reviews#Judge"] = Moves,
        ["Accounts/Files/Access#Address"] = Moves, ["Accounts/Files/Access#Recall"] = Moves, ["Accounts/Files/Access#Withdraw"] = Moves,
        ["Accounts/Files/Restrict#Widen"] = Moves, ["Accounts/Known/People#Remove"] = Moves,
        ["Accounts/Members/Add"] = "an address that is a member already is refused, and its link is shown on this page alone",
        ["Accounts/Members/Grants"] = Moves, ["Accounts/Members/Grants#Refuse"] = Moves, ["Accounts/Members/Member"] = Versioned, ["Accounts/Members/Member#End"] = Moves,
        ["Accounts/Members/Member#Link"] = "its link is shown on this page alone: sent again, it shows another",
        ["Accounts/Settings/AccessPage"] = Versioned, ["Accounts/Walls/Walls"] = Moves,
        ["Boards/Pages/Freeze"] = Moves, ["Boards/Pages/Markings"] = Versioned,
        ["Boards/Pages/Section@2"] = "moves a section up or down: each press is one step", ["Boards/Pages/Section@3"] = Moves,
        ["Casework/Contact/Pages/Addresses#Open"] = Reads, ["Casework/Contact/Pages/Letter#Print"] = Moves,
        ["Casework/Contact/Pages/Letter@2"] = "carries the letter's own key, which the guard takes once", ["Casework/Contact/Pages/Message"] = "carries the message's own key, which the guard takes once",
        ["Casework/Contact/Pages/MessageSettings"] = Versioned, ["Casework/Contact/Pages/UnsafeContacts"] = Versioned,
        ["Casework/Notes/Write"] = Drafted, ["Casework/Plans/Plan#Submit"] = Versioned, ["Casework/Plans/Plan#Approve"] = Versioned, ["Casework/Plans/Plan#SendBack"] = Versioned,
        ["Casework/Plans/Task#Finish"] = Versioned, ["Casework/Plans/Task@2"] = Versioned,
        ["Casework/Settings/Casework"] = Versioned, ["Casework/Settings/LoadOutcomes"] = ByContent,
        ["Directory/Editing/Links#End"] = Moves, ["Directory/Editing/Links@2"] = "its link is shown on this page alone: sent again, it shows another", ["Directory/Editing/Team#FrontDoor"] = Versioned,
        ["Figures/Settings/Policy"] = Versioned, ["People/Family/Household#Leave"] = "says when somebody left; said again it says the same", ["People/Orders/Settings"] = Versioned,
        ["Groups/Pages/ChangePlace#Drop"] = Versioned, ["Groups/Pages/ChangePlace#Move"] = Versioned, ["Groups/Pages/Cohort#End"] = Versioned, ["Groups/Pages/Cohort#Places"] = Versioned,
        ["Groups/Pages/GroupSettingsPage"] = Versioned, ["Groups/Pages/Session#Lead"] = Versioned, ["Groups/Pages/Waiting#End"] = Versioned,
        ["Referrals/Handovers/Pages/Handovers#Recall"] = Moves, ["Referrals/Handovers/Pages/Partners#Confirm"] = Moves, ["Referrals/Handovers/Pages/Partners#End"] = Moves, ["Referrals/Handovers/Pages/Partners#Refuse"] = Moves,
        ["Referrals/Import/Run"] = Moves, ["Referrals/Import/Upload"] = ByContent,
        ["Referrals/Intake/GetHelp"] = Drafted, ["Referrals/Intake/GetHelpResume"] = Reads, ["Referrals/Intake/Refer"] = Drafted, ["Referrals/Intake/ReferResume"] = Reads, ["Referrals/Intake/ReferWith"] = Drafted,
        ["Referrals/Intake/_Check"] = Drafted, ["Referrals/Intake/_Later"] = Drafted, ["Referrals/Intake/_Step"] = Drafted,
        ["Referrals/Outcome/Outcome"] = "each try counts", ["Referrals/Search/SameList"] = "one look that waits is enough", ["Referrals/Search/Search"] = Reads, ["Referrals/Search/Search@2"] = Reads,
        ["Referrals/Search/_EndSame"] = Moves, ["Referrals/Search/_EndSame#End"] = Moves, ["Referrals/Settings/Clocks"] = Versioned,
        ["Referrals/Support/About"] = Versioned, ["Referrals/Support/End"] = Versioned, ["Referrals/Support/Episode#Accept"] = Versioned, ["Referrals/Support/Episode#ConfirmEnd"] = Versioned,
        ["Referrals/Support/NotTake"] = Versioned, ["Referrals/Support/Worker"] = Versioned,
        ["Referrals/Triage/Decline"] = Versioned, ["Referrals/Triage/Route#TakeBack"] = Versioned, ["Referrals/Triage/_Claim"] = Versioned,
        ["Risk/OverTime/Incident#TakeBack"] = Versioned, ["Risk/Roles/Decide#Reverse"] = Versioned, ["Risk/Roles/Roles#Withdraw"] = Versioned, ["Risk/Roles/Roles#End"] = Versioned,
        ["Risk/Settings/Bands"] = Versioned, ["Risk/Settings/LoadPack"] = ByContent,
        ["SubjectAccess/Request#Extend"] = Versioned, ["SubjectAccess/Request#Approve"] = Versioned, ["SubjectAccess/Request#Sent"] = Versioned, ["SubjectAccess/Request#Prepare"] = Versioned,
        ["SubjectAccess/Request#Document"] = Reads,
    };

    [Fact]
    public void Every_form_that_makes_something_carries_its_number() => Assert.Empty(Without(Pages()));

    [Fact]
    public void A_form_that_nobody_listed_and_that_carries_no_number_is_found_by_its_name()
    {
        const string page = """
            <form method="post" novalidate><govuk-button>Make it</govuk-button></form>
            <form method="post" asp-page-handler="Again"><lapwing-once /></form>
            <form method="post" asp-page-handler="Other"></form>
            <form method="get"></form>
            """;
        Assert.Equal(["Made/Up", "Made/Up#Other"], Without([("Made/Up", page)]));
    }

    /// <summary>A form that carries a number whose page does not ask for it would only look safe.</summary>
    [Fact]
    public void Every_page_whose_form_carries_a_number_saves_once() =>
        Assert.Empty(Pages().Where(page => page.Text.Contains("<lapwing-once", StringComparison.Ordinal) && CodeOf(page.Name, page.Text) is var code
            && !code.Contains("once.SaveAsync(", StringComparison.Ordinal) && !code.Contains(AsTheRecordsNumber, StringComparison.Ordinal)).Select(page => page.Name));

    [Fact]
    public void What_is_listed_as_needing_none_is_there_and_carries_none()
    {
        var bare = Pages().SelectMany(page => Forms(page.Name, page.Text)).Where(form => !form.HasNumber).Select(form => form.Name).ToHashSet();
        Assert.Empty(Exempt.Keys.Except(bare));
    }

    [Fact]
    public void What_is_listed_by_its_version_carries_it()
    {
        var forms = Pages().SelectMany(page => Forms(page.Name, page.Text)).ToLookup(form => form.Name);
        Assert.Empty(Exempt.Where(line => line.Value == Versioned && !forms[line.Key].All(form => form.Text.Contains("name=\"Version\"", StringComparison.Ordinal))).Select(line => line.Key));
    }

    private static IEnumerable<string> Without(IEnumerable<(string Name, string Text)> pages) =>
        pages.SelectMany(page => Forms(page.Name, page.Text)).Where(form => !form.HasNumber && !Exempt.ContainsKey(form.Name)).Select(form => form.Name);

    /// <summary>The forms of a page by the button they answer to; a second one without a button of its own is told by its place among those without a number.</summary>
    private static List<(string Name, bool HasNumber, string Text)> Forms(string page, string text)
    {
        var found = new List<(string, bool, string)>();
        var matches = Form().Matches(text);
        for (var n = 0; n < matches.Count; n++)
        {
            var handler = Handler().Match(matches[n].Value.Split('>')[0]);
            var name = handler.Success ? $"{page}#{handler.Groups[1].Value}" : n == 0 || page is "Accounts/SignIn" ? page : $"{page}@{n + 1}";
            found.Add((name, matches[n].Value.Contains("<lapwing-once", StringComparison.Ordinal), matches[n].Value));
        }
        return found;
    }

    private static IEnumerable<(string Name, string Text)> Pages()
    {
        var modules = Path.Combine(SourceTests.Root, "src", "Lapwing", "Modules");
        return Directory.EnumerateFiles(modules, "*.cshtml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(modules, path).Replace('\\', '/')[..^".cshtml".Length], File.ReadAllText(path)));
    }

    /// <summary>The code of the page, or of the page whose part this is.</summary>
    private static string CodeOf(string page, string text)
    {
        var modules = Path.Combine(SourceTests.Root, "src", "Lapwing", "Modules");
        var beside = Path.Combine(modules, page + ".cshtml.cs");
        // The page that takes a file in asks in its own way, because nothing reads its form before it does.
        return File.ReadAllText(File.Exists(beside) ? beside : Path.Combine(modules, Path.GetDirectoryName(page)!, Model().Match(text).Groups[1].Value.Split('.')[^1] + ".cs"));
    }

    [GeneratedRegex(@"<form\b[^>]*method=""post""[^>]*>.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex(@"asp-page-handler=""(\w+)""")]
    private static partial Regex Handler();

    [GeneratedRegex(@"@model (\S+)")]
    private static partial Regex Model();
}
