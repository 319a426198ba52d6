using Lapwing.Facts;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;

namespace Lapwing.Modules.Figures;

/// <summary>The breakdowns of the main line. Those by service and pathway depend on the partnership's directory.</summary>
public sealed class Breakdowns
{
    public Breakdowns(IReadOnlyList<Service> services)
    {
        ByService = new("service", "Service", [.. services.OrderBy(s => s.Number).Select(s => new Category($"s{s.Number}", s.Name)), new("none", "No service")], ServiceOf(services));
        ServicesOf = services.Select(s => (Pathway: Slug(s.Eligibility.Pathway.ToString()), Service: $"s{s.Number}")).Append((Pathway: "none", Service: "none")).ToLookup(s => s.Pathway, s => s.Service);
        var pathways = Enum.GetValues<Pathway>();
        var places = services.ToDictionary(service => service.Number, service => Array.IndexOf(pathways, service.Eligibility.Pathway));
        ByPathway = new("pathway", "Pathway", [.. pathways.Select(p => new Category(Slug(p.ToString()), p.Title())), new("none", "Not routed")],
            codes => places.GetValueOrDefault(codes.Service, pathways.Length));
    }

    public Breakdown ByService { get; }
    public Breakdown ByPathway { get; }

    /// <summary>The services of each pathway, by the codes of their categories.</summary>
    public ILookup<string, string> ServicesOf { get; }

    public static Breakdown BySource { get; } = OfEnum<ReferralSource>("source", "Source", source => source.Title(), codes => codes.Source);

    public static Breakdown ByRisk { get; } = new("risk", "Level of risk",
        [new("high", "High"), new("medium", "Medium"), new("standard", "Standard"), new("not-assessed", "Not assessed")], codes => 3 - codes.Risk);

    public static Breakdown ByWho { get; } = new("who", "Who was referred",
        [.. WhoIsReferredWords.All.Select(who => new Category(Slug(who.ToString()), who.Title())), new("not-stated", "Not stated")],
        codes => codes.Who == 0 ? 3 : codes.Who - 1);

    public static Breakdown ByAge { get; } = OfEnumFromZero<AgeBand>("age", "Age", band => band.Title(), codes => codes.AgeBand);
    public static Breakdown ByGender { get; } = OfList("gender", "Gender", Demographics.Gender, codes => codes.Gender);
    public static Breakdown ByDeclineReason { get; } = OfEnum<DeclineReason>("decline-reason", "Reason", reason => reason.Title(), codes => codes.Reason);
    public static Breakdown ByEndReason { get; } = OfEnum<EndReason>("end-reason", "Reason", reason => Words(reason.ToString()), codes => codes.Reason);

    public static Breakdown EthnicityKnown { get; } = Known("ethnicity-recorded", "Ethnicity", codes => codes.Ethnicity);
    public static Breakdown DisabilityKnown { get; } = Known("disability-recorded", "Disability", codes => codes.Disability);
    public static Breakdown OrientationKnown { get; } = Known("orientation-recorded", "Sexual orientation", codes => codes.Orientation);

    private static Breakdown Known(string code, string title, Func<FactCodes, int> number) =>
        new(code, title, [new("recorded", $"{title} recorded"), new("not-recorded", "Not recorded")], codes => number(codes) > 0 ? 0 : 1);

    private static Breakdown OfList(string code, string title, CodeList list, Func<FactCodes, int> number)
    {
        var last = list.Answers.Count - 1;
        return new(code, title, [.. list.Answers.Where(a => a.Code != CodeList.NotKnown).Select(a => new Category(a.Code, a.Title)), new(CodeList.NotKnown, "Not known")],
            codes => number(codes) is > 0 and var n ? n - 1 : last);
    }

    /// <summary>Enums are coded from 1; 0 is not known.</summary>
    private static Breakdown OfEnum<T>(string code, string title, Func<T, string> words, Func<FactCodes, int> number) where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        return new(code, title, [.. values.Select(value => new Category(Slug(value.ToString()), words(value))), new("not-recorded", "Not recorded")],
            codes => number(codes) is > 0 and var n ? n - 1 : values.Length);
    }

    private static Breakdown OfEnumFromZero<T>(string code, string title, Func<T, string> words, Func<FactCodes, int> number) where T : struct, Enum =>
        new(code, title, [.. Enum.GetValues<T>().Select(value => new Category(Slug(value.ToString()), words(value)))], number);

    private static Func<FactCodes, int> ServiceOf(IReadOnlyList<Service> services)
    {
        var positions = services.OrderBy(s => s.Number).Select((service, position) => (service.Number, position)).ToDictionary(s => s.Number, s => s.position);
        return codes => positions.GetValueOrDefault(codes.Service, positions.Count);
    }

    /// <summary>GoalsMet → goals-met.</summary>
    internal static string Slug(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    /// <summary>GoalsMet → Goals met.</summary>
    internal static string Words(string name) => char.ToUpperInvariant(Slug(name)[0]) + Slug(name)[1..].Replace('-', ' ');
}
