using Lapwing.Facts;
using Lapwing.Modules.Accommodation;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Casework.Measuring;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Modules.People;
using Lapwing.Modules.Places;
using Lapwing.Modules.Places.Work;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Handovers;

namespace Lapwing.Modules.Figures;

/// <summary>The breakdowns of the main line. Those by service and pathway depend on the partnership's directory.</summary>
public sealed class Breakdowns
{
    /// <param name="partners">Other partnerships, of handovers, by their numbers.</param>
    public Breakdowns(IReadOnlyList<Service> services, IReadOnlyList<(int Number, string Name)>? partners = null, IReadOnlyList<Area>? areas = null)
    {
        var others = partners ?? [];
        var rows = others.Select((partner, position) => (partner.Number, position)).ToDictionary(p => p.Number, p => p.position);
        ByPartner = new("partner", "Other partnership", [.. others.Select(p => new Category($"p{p.Number}", p.Name)), new("none", "Not known")], codes => rows.GetValueOrDefault(codes.Partner, others.Count));
        var boroughs = (areas ?? []).Select((area, place) => (area.Number, Place: place)).ToDictionary(area => area.Number, area => area.Place);
        ByBorough = new("borough", "Borough", [.. (areas ?? []).Select(area => new Category($"a{area.Number}", area.Name)), new("not-known", "Not known")], codes => boroughs.GetValueOrDefault(codes.Area, boroughs.Count));
        ByService = new("service", "Service", [.. services.OrderBy(s => s.Number).Select(s => new Category($"s{s.Number}", s.Name)), new("none", "No service")], ServiceOf(services));
        ServicesOf = services.Select(s => (Pathway: Slug(s.Eligibility.Pathway.ToString()), Service: $"s{s.Number}")).Append((Pathway: "none", Service: "none")).ToLookup(s => s.Pathway, s => s.Service);
        var pathways = Enum.GetValues<Pathway>();
        var places = services.ToDictionary(service => service.Number, service => Array.IndexOf(pathways, service.Eligibility.Pathway));
        ByPathway = new("pathway", "Pathway", [.. pathways.Select(p => new Category(Slug(p.ToString()), p.Title())), new("none", "Not routed")],
            codes => places.GetValueOrDefault(codes.Service, pathways.Length));
    }

    public Breakdown ByService { get; }
    public Breakdown ByPathway { get; }
    public Breakdown ByPartner { get; }

    /// <summary>The areas of the directory.</summary>
    public Breakdown ByBorough { get; }

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

    public static Breakdown ByOutcomeChange { get; } = new("change", "Change since the start", [new("worse", "Worse"), new("same", "The same"), new("better", "Better")],
        codes => (int)OutcomePair.DirectionOf(codes.Reason) - 1);

    private static readonly HandoverStatus[] Outcomes = [HandoverStatus.Accepted, HandoverStatus.Declined, HandoverStatus.Withdrawn, HandoverStatus.Refused, HandoverStatus.Expired];

    public static Breakdown ByHandoverOutcome { get; } = new("handover-outcome", "How it came out",
        [new("accepted", "Accepted"), new("declined", "Declined"), new("withdrawn", "Taken back"), new("refused", "Refused when it arrived"), new("expired", "Its time ran out"), new("not-recorded", "Not recorded")],
        codes => Array.IndexOf(Outcomes, (HandoverStatus)(codes.Reason - 1)) is >= 0 and var position ? position : Outcomes.Length);

    public static Breakdown ByHarmPattern { get; } = OfEnum<HarmKind>("harm-pattern", "Serial or repeat", kind => Words(kind.ToString()), codes => codes.Reason);
    public static Breakdown ByPlaceOutcome { get; } = OfEnum<PlaceOutcome>("place-outcome", "What became of it", outcome => outcome.Title(), codes => codes.Reason);
    public static Breakdown ByReturnReason { get; } = OfEnum<ReturnReason>("return-reason", "Reason", reason => reason.Title(), codes => codes.Reason);

    /// <summary>Strand by strand, with the person before with others: the order of the coded fact.</summary>
    public static Breakdown ByStrand { get; } = new("strand", "Strand", [.. Enum.GetValues<Strand>().SelectMany(s => (Category[])[new($"{Slug(s.ToString())}-direct", $"{s.Title()}, with the person"), new($"{Slug(s.ToString())}-indirect", $"{s.Title()}, with others")])],
        codes => codes.Reason - 1);

    public static Breakdown ByAbuseKind { get; } = new("abuse", "Kind of abuse", [.. AbuseView.Kinds.Select(kind => new Category(Slug(kind.ToString()), SeverityRecord.TitleOf(kind)))], codes => (int)AbuseView.AbuseOf(codes.Reason));

    public static Breakdown ByUnitType { get; } = OfWords<UnitType>("unit-type", "Kind of accommodation", codes => codes.Route);
    public static Breakdown ByTurnAwayReason { get; } = OfWords<TurnAwayReason>("turn-away-reason", "Reason", codes => codes.Reason);
    public static Breakdown ByMoveOn { get; } = OfWords<MoveOnTo>("moved-on-to", "Where they went", codes => codes.Reason);
    public static Breakdown ByChildren { get; } = new("children-coming", "Children", [new("with", "With children"), new("without", "Without children")], codes => codes.Children > 0 ? 0 : 1);

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

    /// <summary>Codes of safe accommodation: each enum's positions from 1, said in its own words.</summary>
    private static Breakdown OfWords<T>(string code, string title, Func<FactCodes, int> number) where T : struct, Enum =>
        OfEnum<T>(code, title, value => AccommodationWords.Title(value), number);

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
