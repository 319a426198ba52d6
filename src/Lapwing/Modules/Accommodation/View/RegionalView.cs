namespace Lapwing.Modules.Accommodation.View;

/// <summary>A unit as the view for everybody may use it: codes, and how many spaces are free.</summary>
public sealed record PlaceCodes(UnitType Type, RegionBand? Region, int MaxPeople, AccessNeeds Access, bool TakesNoRecourse, PetKinds Pets, int Free);

/// <summary>One thing by which places can be looked for.</summary>
public sealed record PlaceDimension(string Code, string Title, IReadOnlyList<string> Categories, Func<PlaceCodes, int> CategoryOf);

/// <summary>The rules that keep a place from being found out. Each is dropped in a test to show that the attack finds one then.</summary>
[Flags]
public enum RegionalRules
{
    None = 0,
    /// <summary>Places are told apart only as far as every group keeps at least five units, or none.</summary>
    GroupsOfFive = 1,
    /// <summary>A question that would cut through a group counts nothing of it.</summary>
    WholeGroups = 2,
    All = GroupsOfFive | WholeGroups,
}

/// <summary>What a question is answered with, in words alone.</summary>
/// <param name="Units">How many units there are, as a band; null where nothing may be told.</param>
/// <param name="Free">How many spaces are free in them, as a band.</param>
/// <param name="HasMore">There may be more that cannot be told apart from others.</param>
public sealed record PlacesAnswer(string? Units, string? Free, bool HasMore);

/// <summary>
/// Vacancies for those who look from outside (threat 5: "one refuge in the borough, with one bed free"). No borough, only the band of a region; and all units are laid into groups
/// of at least five that no question can cut. Whatever somebody asks, and however they add and subtract the answers, they come upon whole groups, so never upon fewer than five units.
/// </summary>
public sealed class RegionalView
{
    /// <summary>Fewest units that a group may have (threat 5: k = 5).</summary>
    public const int Fewest = 5;

    /// <summary>In the order in which groups are parted: what is asked most comes first. There is no borough among them.</summary>
    public static IReadOnlyList<PlaceDimension> Dimensions { get; } =
    [
        new("region", "Region", [.. Enum.GetValues<RegionBand>().Select(band => band.Title()), "Not said"], u => u.Region is { } band ? (int)band : Enum.GetValues<RegionBand>().Length),
        new("type", "Kind", [.. Enum.GetValues<UnitType>().Select(type => type.Title())], u => (int)u.Type - 1),
        new("size", "Size of household", ["Up to 2 people", "3 or 4 people", "5 people or more"], u => u.MaxPeople <= 2 ? 0 : u.MaxPeople <= 4 ? 1 : 2),
        new("access", "Step-free way in", ["No", "Yes"], u => u.Access.HasFlag(AccessNeeds.StepFree) ? 1 : 0),
        new("recourse", "Funded without recourse to public funds", ["No", "Yes"], u => u.TakesNoRecourse ? 1 : 0),
        new("pets", "Takes a cat or a dog", ["No", "Yes"], u => (u.Pets & (PetKinds.Cat | PetKinds.Dog)) != 0 ? 1 : 0),
    ];

    /// <summary>A group: its units, and what is said of all of them alike. What is not said of all is said of none.</summary>
    internal sealed record Group(IReadOnlyList<PlaceCodes> Units, IReadOnlyDictionary<string, int> Said);

    private readonly RegionalRules rules;
    private readonly List<Group> groups = [];

    private RegionalView(IReadOnlyList<PlaceCodes> units, RegionalRules rules)
    {
        this.rules = rules;
        Part([.. units], 0, []);
    }

    public static RegionalView Of(IReadOnlyList<PlaceCodes> units) => new(units, RegionalRules.All);

    /// <summary>Without some of the rules: for the test that shows what each is for.</summary>
    internal static RegionalView Without(RegionalRules dropped, IReadOnlyList<PlaceCodes> units) => new(units, RegionalRules.All & ~dropped);

    /// <summary>The groups, each of which stands or falls as a whole.</summary>
    internal IReadOnlyList<Group> Groups => groups;

    /// <param name="filter">By dimension, the category that is asked for.</param>
    public PlacesAnswer Ask(IReadOnlyDictionary<string, int> filter)
    {
        var (told, more) = Told(filter);
        return told.Count == 0 ? new(null, null, more) : new(Band(told.Count), told.Sum(u => u.Free) switch { 0 => "none", var free => Band(free) }, more);
    }

    /// <summary>The units that an answer counts, and whether there may be others. Whether there may be others follows from the groups alone: a word that depended on what is
    /// inside a group would say what is inside.</summary>
    internal (IReadOnlyList<PlaceCodes> Told, bool HasMore) Told(IReadOnlyDictionary<string, int> filter)
    {
        var (told, more) = (new List<PlaceCodes>(), false);
        foreach (var group in groups)
        {
            if (filter.Any(f => group.Said.TryGetValue(f.Key, out var said) && said != f.Value))
                continue;
            var isWhole = filter.Keys.All(group.Said.ContainsKey) && !(rules.HasFlag(RegionalRules.GroupsOfFive) && group.Units.Count < Fewest);
            if (isWhole)
                told.AddRange(group.Units);
            else if (rules.HasFlag(RegionalRules.WholeGroups))
                more = true;
            else
                told.AddRange(group.Units.Where(unit => Fits(unit, filter)));
        }
        return (told, more);
    }

    private void Part(List<PlaceCodes> group, int d, Dictionary<string, int> said)
    {
        if (group.Count == 0)
            return;
        if (d == Dimensions.Count)
        {
            groups.Add(new(group, said));
            return;
        }
        var parts = group.GroupBy(Dimensions[d].CategoryOf).ToDictionary(part => part.Key, part => part.ToList());
        if (rules.HasFlag(RegionalRules.GroupsOfFive) && parts.Values.Any(part => part.Count < Fewest))
            Part(group, d + 1, said);
        else
            foreach (var (category, part) in parts)
                Part(part, d + 1, new(said) { [Dimensions[d].Code] = category });
    }

    private static bool Fits(PlaceCodes unit, IReadOnlyDictionary<string, int> filter) => Dimensions.All(d => !filter.TryGetValue(d.Code, out var wanted) || d.CategoryOf(unit) == wanted);

    /// <summary>Wide bands: one unit more or fewer from one day to the next shows rarely, and never where.</summary>
    private static string Band(int count) => count switch { < 5 => "fewer than 5", < 10 => "5 to 9", < 20 => "10 to 19", < 50 => "20 to 49", < 100 => "50 to 99", _ => "100 or more" };
}
