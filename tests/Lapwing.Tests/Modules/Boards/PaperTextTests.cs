using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Boards;
using Lapwing.Modules.Boards.Documents;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Figures;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Modules.Referrals;
using Lapwing.Time;

namespace Lapwing.Tests.Modules.Boards;

/// <summary>How the text of a section is read.</summary>
public sealed class PaperTextTests
{
    private static readonly Quarter Quarter = new(2023, 1);

    private static PaperFigures Figures { get; } = new(Release(), new(Catalogue.All(new ClockSettings()), new([]), new()), Quarter, null, ["E09000002"], "Testing");

    private static Disclosed Release()
    {
        var risk = Breakdowns.ByRisk;
        var table = new TallyBuilder("referrals-received-by-risk", "Referrals received by level of risk", "referrals-received").Unit("referrals").Within("quarter", Quarter.Code).By(risk.Dimension);
        foreach (var (category, count) in risk.Categories.Zip([20, 3, 40, 2]))
            table.Cell(count, [], category.Code);
        return DisclosureControl.Protect(new ReleaseBuilder(DisclosurePolicy.Board).Add(table.Build())
            .Figure("referrals-received", "Referrals received", CellKey.Of("referrals-received", ("quarter", Quarter.Code))).Build());
    }

    private static string Said(PaperText text) => string.Concat(text.Blocks.OfType<Paragraph>().SelectMany(p => p.Runs).Select(r => r.Text));

    [Fact]
    public void A_figure_in_a_sentence_is_the_number_of_the_table()
    {
        var text = PaperText.Read("In {{quarter}} we **received {{referrals-received}}** referrals, {{referrals-received-by-risk:high}} of them at high risk.", Figures);
        Assert.Equal("In 2023/24 Q1 we received 65 referrals, 20 of them at high risk.", Said(text));
        Assert.Equal(["referrals-received", "referrals-received-by-risk:high"], text.Used.Select(u => u.From.Code));
        Assert.Empty(text.Problems);
    }

    [Fact]
    public void A_number_that_is_protected_in_the_table_is_protected_in_the_sentence()
    {
        var text = PaperText.Read("{{referrals-received-by-risk:medium}} at medium risk", Figures);
        Assert.Equal("fewer than 5 at medium risk", Said(text));
    }

    [Fact]
    public void Official_figures_stand_in_a_sentence_with_their_source()
    {
        var text = PaperText.Read("{{police-offences}} offences against {{police-offences-year-before}} a year before.", Figures);
        Assert.Equal("1,218 offences against 1,048 a year before.", Said(text));
        Assert.All(text.Used, used => Assert.Contains("Open Government Licence", used.Source, StringComparison.Ordinal));
    }

    [Fact]
    public void Tables_and_charts_stand_on_a_line_of_their_own()
    {
        var text = PaperText.Read("Before\n\n{{table referrals-received-by-risk}}\n\n{{chart referrals-received-by-risk}}\n\n{{chart police-offences}}\n\n- one\n- {{referrals-received}}\n\n### Under", Figures);
        Assert.Empty(text.Problems);
        Assert.Equal([typeof(Paragraph), typeof(FigureTable), typeof(FigureChart), typeof(FigureChart), typeof(Points), typeof(Subheading)], text.Blocks.Select(b => b.GetType()));
        Assert.Equal("65", Assert.Single(text.Blocks.OfType<Points>().Single().Items[1]).Text);
    }

    [Theory]
    [InlineData("{{no-such}}")]
    [InlineData("{{referrals-received-by-risk:purple}}")]
    [InlineData("{{table nothing}}")]
    [InlineData("{{chart nothing}}")]
    [InlineData("{{}}")]
    [InlineData("- a {{no-such}} point")]
    public void A_reference_that_leads_nowhere_is_said(string text) => Assert.Single(PaperText.Read(text, Figures).Problems);

    [Theory]
    [InlineData("<b>bold</b> & <script>alert(1)</script>")]
    [InlineData("ليلى 😀 \u202Eabc")]
    [InlineData("{ one brace } and {{ unclosed")]
    [InlineData("=1+1")]
    public void Whatever_is_typed_stays_words(string typed)
    {
        var text = PaperText.Read(typed, Figures);
        Assert.Equal(typed, Said(text));
        Assert.Empty(text.Problems);
    }

    [Fact]
    public void Numbers_typed_by_hand_are_found_and_years_days_and_references_are_not() =>
        Assert.Equal(["3", "17%", "£1,200", "+18%"],
            PaperText.TypedNumbers("In 2023/24 Q1, on 8 March 2022, {{referrals-received}} came; 3 women, 17% of them, £1,200 each, +18% on 2021."));

    [Fact]
    public void Every_template_refers_only_to_figures_that_exist()
    {
        var clocks = new ClockSettings();
        foreach (var template in PaperTemplate.All)
        {
            string[] services = ["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10"];
            var catalogue = Catalogue.All(clocks);
            foreach (var code in template.Sections.SelectMany(s => System.Text.RegularExpressions.Regex.Matches(s.Body, @"\{\{(?:(?:table|chart) )?([^}]+)\}\}")).Select(m => m.Groups[1].Value))
            {
                var known = code is "quarter" or "months" or "partnership" or "year-before" or PaperFigures.Offences or PaperFigures.OffencesYearBefore
                    || Breakdowns.EthnicityKnown.Code == code || Breakdowns.DisabilityKnown.Code == code || Breakdowns.OrientationKnown.Code == code
                    || catalogue.Any(m => code == m.Code || code == m.Code + "-change" || (m.SubsetOf is not null && code == m.Code + "-share") || code == QuarterFigures.Trend(m.Code)
                        || m.BreakdownsFor(new([])).Any(b => code.Split(':')[0] == QuarterFigures.Table(m.Code, b.Code)
                            && (!code.Contains(':', StringComparison.Ordinal) || b.Categories.Any(c => c.Code == code.Split(':')[1]) || services.Contains(code.Split(':')[1]))));
                Assert.True(known, $"{template.Code}: {code}");
            }
            Assert.Contains(template.Marking, new PaperSettings().Markings.Select(m => m.Code));
        }
    }
}
