using System.Text.Json.Nodes;
using Lapwing.Modules.Risk;

namespace Lapwing.Tests.Modules.Risk;

public sealed class QuestionnaireTests
{
    [Fact]
    public void The_demonstration_has_24_questions_of_its_own_that_can_surface_every_flag()
    {
        var pack = Questionnaire.Demonstration;
        Assert.Empty(pack.Problems());
        Assert.Equal((24, 24), (pack.Items.Count, pack.HighestScore));
        Assert.Equal(pack.Sections.Count(), pack.Items.Zip(pack.Items.Skip(1)).Count(p => p.First.Section != p.Second.Section) + 1);
        Assert.Equal(
            Enum.GetValues<RiskFlag>().Where(f => f != RiskFlag.SeparationControlAndViolence),
            pack.Items.Select(i => i.Flag).OfType<RiskFlag>().Order());
        Assert.Contains("not the SafeLives Dash", pack.Acknowledgement, StringComparison.Ordinal);
        Assert.All(pack.Items, i => Assert.True(i.Text.EndsWith('?') && i.Help.Length > 0));
        Assert.True(pack.IsFor(16) && pack.IsFor(null) && !pack.IsFor(15));
    }

    [Theory]
    [InlineData("""{"items":[{"code":"a"}]}""", "missing required properties")]
    [InlineData("""[]""", "cannot be read as a questionnaire")]
    [InlineData("""null""", "holds nothing")]
    [InlineData("""not json""", "cannot be read as a questionnaire")]
    public void Text_that_is_no_pack_is_refused(string json, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => Questionnaire.Parse(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("code", "\"Bad Code\"", "The pack's code must be small letters")]
    [InlineData("version", "0", "The version must be 1 or more")]
    [InlineData("title", "\" \"", "The title must have from 1")]
    [InlineData("acknowledgement", "\"\"", "say whose wording it is")]
    [InlineData("minimumAge", "19", "The ages must be in years")]
    [InlineData("items", "[]", "A pack has from 1 to 100 questions; this one has 0")]
    [InlineData("items", "[null]", "Question 1 is empty")]
    [InlineData("items.0.code", "\"b\"", "Question 2 (b): the code is used twice")]
    [InlineData("items.0.code", "\"1\"", "Question 1 (1): the code must be")]
    [InlineData("items.0.text", "\"\"", "Question 1 (a): the text must have")]
    [InlineData("items.0.section", "\"  \"", "Question 1 (a): the section must have")]
    [InlineData("items.0.flag", "\"SeparationControlAndViolence\"", "worked out from the three parts")]
    [InlineData("items.0.flag", "\"Strangling\"", "cannot be read")]
    [InlineData("items.0.flag", "1", "cannot be read")]
    [InlineData("items.0.alwaysSurface", "true", "alwaysSurface")]
    [InlineData("items.0.cluster", "\"Separation\"", "needs all three parts")]
    [InlineData("items.0.scores", "false", "At least one question must score")]
    public void Each_fault_of_a_pack_is_named_where_it_is(string path, string value, string message)
    {
        var json = JsonNode.Parse("""{"code":"x","version":1,"title":"X","acknowledgement":"Us","maximumAge":18,"items":[{"code":"a","section":"S","text":"A?"},{"code":"b","section":"S","text":"B?","scores":false}]}""")!;
        Assert.Equal("x 1", Questionnaire.Parse(json.ToJsonString()).ToString());
        var parts = path.Split('.');
        var node = parts.Length == 1 ? json : json["items"]![0]!;
        node[parts[^1]] = JsonNode.Parse(value);
        Assert.Contains(message, Assert.Throws<FormatException>(() => Questionnaire.Parse(json.ToJsonString())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_listed_at_once()
    {
        var message = Assert.Throws<FormatException>(() => Questionnaire.Parse(
            """{"code":"x","version":0,"title":"","acknowledgement":"Us","items":[{"code":"a","section":"S","text":""},{"code":"a","section":"","text":"B?"}]}""")).Message;
        Assert.Equal(5, message.Split('\n').Length);
    }
}
