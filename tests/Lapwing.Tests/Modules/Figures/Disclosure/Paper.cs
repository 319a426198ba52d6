using Lapwing.Modules.Figures.Disclosure;

namespace Lapwing.Tests.Modules.Figures.Disclosure;

/// <summary>A small paper about one quarter of a town: tables, trends and percentages, released and then printed for the attacker.</summary>
internal sealed class Paper(Town town, DisclosurePolicy rules, string quarter)
{
    private readonly List<(Tally Tally, (string, string)[] Caption)> _tables = [];
    private readonly List<(string Code, Dimension Of, string Category)> _shares = [];

    public Paper Table(params Dimension[] by)
    {
        _tables.Add((town.Table(string.Join('-', by.Select(d => d.Code)), "received", quarter, null, by), [("quarter", quarter)]));
        return this;
    }

    public Paper Trend(Dimension by, params string[] quarters)
    {
        var dimension = new Dimension("quarter", "Quarter", quarters.Select(q => new Category(q, q)), total: null);
        _tables.Add((town.Trend($"trend-{by.Code}", "received", dimension, by), []));
        return this;
    }

    /// <summary>The percentage of all referrals that fall into one category, in a sentence.</summary>
    public Paper Share(Dimension of, int category)
    {
        _shares.Add(($"share-{category}", of, of.Categories[category].Code));
        return this;
    }

    public Printed Release(IReadOnlyList<Printed> earlier, bool complementary = true)
    {
        var builder = new ReleaseBuilder(rules, [.. earlier.Select(e => e.Shown.Ledger!)]);
        foreach (var (tally, _) in _tables)
            builder.Add(tally);
        foreach (var (code, of, category) in _shares)
            builder.Percentage(code, code, CellKey.Of("received", ("quarter", quarter), (of.Code, category)), CellKey.Of("received", ("quarter", quarter)));
        return new Printed(rules, DisclosureControl.Protect(builder.Build(), complementary), this);
    }

    /// <summary>A released paper, as printed, and the truth that only the test knows.</summary>
    internal sealed class Printed(DisclosurePolicy rules, Disclosed shown, Paper paper)
    {
        public DisclosurePolicy Rules { get; } = rules;
        public Disclosed Shown { get; } = shown;

        public IEnumerable<KeyValuePair<string, int>> Truth => paper._tables.SelectMany(t => t.Tally.Cells)
            .Select(c => KeyValuePair.Create(NameOf(c.Key), c.Raw.Value))
            .Concat(paper._shares.Select(s => KeyValuePair.Create($"others than {s.Category}", Count(null) - Count(s.Category))));

        public void ShowTo(Attacker attacker)
        {
            foreach (var (tally, caption) in paper._tables)
                attacker.Read(Shown.Table(tally.Code), Rules, tally.Measure, caption);
            foreach (var (code, of, category) in paper._shares)
            {
                var (part, whole) = (Attacker.Called("received", ("quarter", paper.Quarter), (of.Code, category)), Attacker.Called("received", ("quarter", paper.Quarter)));
                attacker.ReadPercentage(Shown.Figure(code).Display, part, whole, rounded: Rules.RoundingBase);
                attacker.Know(whole, part, $"others than {category}");
            }
        }

        private int Count(string? category) => paper._tables.SelectMany(t => t.Tally.Cells)
            .First(c => NameOf(c.Key) == (category is null ? Attacker.Called("received", ("quarter", paper.Quarter)) : Attacker.Called("received", ("quarter", paper.Quarter), (category.Split('-')[0], category)))).Raw.Value;

        private static string NameOf(CellKey key)
        {
            var parts = key.Text.Split('|');
            return Attacker.Called(parts[0], parts.Skip(1).Select(p => (p.Split('=')[0], p.Split('=')[1])));
        }
    }

    private string Quarter => quarter;
}
