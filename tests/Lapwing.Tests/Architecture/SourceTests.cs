using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Lapwing.Tests.Architecture;

/// <summary>Guarantees with one door each: nothing else in the source may go through it.</summary>
public sealed partial class SourceTests
{
    internal static readonly string Root = FindRoot();

    /// <summary>The callers of the key cupboard, each with its reason in its own file. A new caller is a decision, made here.</summary>
    private static readonly string[] MayLookPastCircles =
    [
        "Access/NeedToKnow.cs",
        "Access/FamilyFiles.cs", "Access/Walls.cs", "Access/LookBack/", "Access/Conflicts/CheckConflicts.cs", "Data/PartnershipDb.Follow.cs", "Data/PartnershipDb.Walls.cs",
        "CommandLine/",
        "Demonstration/",
        "Modules/Casework/Capacity/ServiceUse.cs",
        "Modules/Casework/Contact/Out/SendDispatch.cs",
        "Modules/Casework/Contact/SendGuard.cs",
        "Modules/Figures/",
        "Modules/Places/ReturnLapsedHolds.cs", "Modules/Places/Work/Crossing.cs",
        "Modules/Referrals/ChildFiles/KnownChild.cs", "Modules/Referrals/Emergency/",
        "Modules/Referrals/Handovers/",
        "Modules/Referrals/Import/",
        "Modules/Referrals/Intake/",
        "Modules/Referrals/Outcome/",
        "Modules/Referrals/Search/LookForSamePeople.cs",
        "Modules/Referrals/Triage/KnownToUs.cs",
        "Modules/SubjectAccess/Holdings.cs",
    ];

    [Fact]
    public void Only_the_listed_callers_open_the_key_cupboard() =>
        Assert.DoesNotContain(Sources(), s => s.Text.Contains("NeedToKnow.Unrestricted(", StringComparison.Ordinal) && !MayLookPastCircles.Any(s.Name.StartsWith));

    [Fact]
    public void Circles_walls_and_seals_are_read_and_given_in_access_alone() =>
        Assert.DoesNotContain(Sources(), s => !s.Name.StartsWith("Access/", StringComparison.Ordinal) && !s.Name.StartsWith("Data/", StringComparison.Ordinal)
            && Standing().IsMatch(s.Text));

    [Fact]
    public void The_search_for_forbidden_callers_finds_one() =>
        Assert.Matches(Standing(), "var all = db.Circles.ToList();");

    [Fact]
    public void Engine_specific_sql_lives_with_the_data() =>
        Assert.Empty(Sources().Where(s => !s.Name.StartsWith("Data/", StringComparison.Ordinal) && s.Text.Contains("CommandText", StringComparison.Ordinal)).Select(s => s.Name));

    [Fact]
    public void No_file_is_longer_than_400_lines_unless_it_is_a_table() => Assert.Empty(TooLong(Sources()));

    [Fact]
    public void A_file_of_401_lines_is_found_and_one_of_400_is_not()
    {
        static string Lines(int count) => string.Concat(Enumerable.Repeat("// a line\n", count));
        Assert.Equal(["Long.cs"], TooLong([("Short.cs", Lines(400)), ("Long.cs", Lines(401))]));
    }

    [Fact]
    public void Pages_carry_no_inline_script_or_style() =>
        Assert.Empty(Files("*.cshtml").Where(s => Inline().IsMatch(s.Text)).Select(s => s.Name));

    private static IEnumerable<string> TooLong(IEnumerable<(string Name, string Text)> files) =>
        files.Where(file => file.Text.Count(c => c == '\n') > 400).Select(file => file.Name);

    internal static IEnumerable<(string Name, string Text)> Sources() => Files("*.cs");

    private static IEnumerable<(string Name, string Text)> Files(string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src", "Lapwing"), pattern, SearchOption.AllDirectories)
            .Select(path => (Name: Path.GetRelativePath(Path.Combine(Root, "src", "Lapwing"), path).Replace('\\', '/'), path))
            .Where(file => !file.Name.Contains("/Migrations/", StringComparison.Ordinal) && !file.Name.StartsWith("obj/", StringComparison.Ordinal) && !file.Name.StartsWith("bin/", StringComparison.Ordinal))
            .Select(file => (file.Name, File.ReadAllText(file.path)));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Lapwing.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("The repository's root was not found from the test's source.");
        return folder.FullName;
    }

    [Fact]
    public void Only_access_lets_a_change_follow_into_a_file_that_is_not_seen() =>
        Assert.DoesNotContain(Sources(), s => !s.Name.StartsWith("Access/", StringComparison.Ordinal) && !s.Name.StartsWith("Data/", StringComparison.Ordinal)
            && s.Text.Contains(".Follows(", StringComparison.Ordinal));

    [GeneratedRegex(@"(?<!Access|Accounts)\.(Circles|Walls|SealGrants|NamedMembers|Sharings|SharingReceipts|EmergencyUses|DeclaredPeople|ConflictTerms)\b|\bCircle\.Give\(|\bSealGrant\.Give\(")]
    private static partial Regex Standing();

    [GeneratedRegex(@"\sstyle=""|\son(click|load|submit|change)=""|<script(?![^>]*\ssrc=)|<style")]
    private static partial Regex Inline();
}
