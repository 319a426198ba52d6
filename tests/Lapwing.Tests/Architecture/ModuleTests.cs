using ArchUnitNET.Loader;
using Lapwing.Web;

namespace Lapwing.Tests.Architecture;

/// <summary>The arrows between modules, as the plan of the house draws them.</summary>
public sealed class ModuleTests
{
    /// <summary>Which modules each module may use. Everything may use what lies below the modules (access, data, time, facts, design).</summary>
    public static readonly IReadOnlyDictionary<string, string[]> MayUse = new Dictionary<string, string[]>
    {
        ["Accounts"] = ["Directory", "People"],
        ["Directory"] = [],
        ["People"] = ["Directory"],
        ["Risk"] = ["People", "Directory"],
        ["Pathways"] = ["Directory", "Risk", "People"],
        ["Casework"] = ["People", "Risk", "Directory"],
        ["Referrals"] = ["People", "Risk", "Pathways", "Casework", "Directory"],
        ["Groups"] = ["Casework", "People", "Risk", "Directory"],
        ["SubjectAccess"] = ["Accommodation", "Groups", "Referrals", "Casework", "Risk", "People", "Directory"],
        ["Places"] = ["Casework", "Referrals", "Risk", "People", "Directory"],
        ["Accommodation"] = ["Casework", "Risk", "People", "Directory"],
        ["Figures"] = ["Accommodation", "Places", "Groups", "Referrals", "Casework", "Risk", "People", "Pathways", "Directory"],
        ["Boards"] = ["Figures", "Directory"],
    };

    private static readonly Lazy<IReadOnlyList<(string From, string To, string Where)>> Arrows = new(() =>
        [.. new ArchLoader().LoadAssemblies(typeof(WebHost).Assembly).Build().Types
            .Select(type => (Module: ModuleOf(type.Namespace.FullName), Type: type))
            .Where(t => t.Module is not null)
            .SelectMany(t => t.Type.Dependencies.Select(d => (From: t.Module!, To: ModuleOf(d.Target.Namespace?.FullName ?? ""), Where: $"{t.Type.FullName} uses {d.Target.FullName}")))
            .Where(a => a.To is not null && a.To != a.From).Select(a => (a.From, a.To!, a.Where)).Distinct()]);

    [Fact]
    public void Modules_use_only_the_modules_that_the_plan_allows() =>
        Assert.Empty(Forbidden(MayUse));

    [Fact]
    public void An_arrow_that_the_plan_does_not_draw_is_found()
    {
        var without = MayUse.ToDictionary(m => m.Key, m => m.Key == "Referrals" ? m.Value.Where(to => to != "Casework").ToArray() : m.Value);
        Assert.NotEmpty(Forbidden(without));
    }

    [Fact]
    public void Every_module_is_in_the_plan() =>
        Assert.Empty(Arrows.Value.SelectMany(a => new[] { a.From, a.To }).Distinct().Except(MayUse.Keys));

    private static List<string> Forbidden(IReadOnlyDictionary<string, string[]> plan) =>
        [.. Arrows.Value.Where(a => !plan.GetValueOrDefault(a.From, []).Contains(a.To)).Select(a => a.Where).Order()];

    private static string? ModuleOf(string name) =>
        name.StartsWith("Lapwing.Modules.", StringComparison.Ordinal) ? name.Split('.')[2] : null;
}
