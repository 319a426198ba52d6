using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Lapwing.Modules.Accommodation.Units;

/// <summary>What a unit is and takes, as a form fills it.</summary>
public sealed class UnitForm
{
    public UnitType? Type { get; set; }
    public ProviderStanding? Standing { get; set; }
    public Premises? Premises { get; set; }
    public UnitFor? For { get; set; }
    public Specialism? Specialism { get; set; }
    public string? Spaces { get; set; }
    public string? MaxPeople { get; set; }
    public string? YoungestAdult { get; set; } = "18";
    public string? Children { get; set; } = "yes";
    public string? BoysUpTo { get; set; }
    public string? ChildrenUpTo { get; set; }
    public List<string> Access { get; set; } = [];
    public List<string> Pets { get; set; } = [];
    public List<string> Support { get; set; } = [];
    public string? Recourse { get; set; }
    public string? Commissioned { get; set; } = "yes";

    public static UnitForm Of(UnitTerms t) => new()
    {
        Type = t.Type, Standing = t.Standing, Premises = t.Premises, For = t.For, Specialism = t.Specialism, Spaces = Text(t.Spaces), MaxPeople = Text(t.MaxPeople), YoungestAdult = Text(t.YoungestAdult),
        Children = t.TakesChildren ? "yes" : "no", BoysUpTo = Text(t.BoysUpTo), ChildrenUpTo = Text(t.ChildrenUpTo), Access = [.. t.Access.Each().Select(a => a.ToString())],
        Pets = [.. t.Pets.Each().Select(p => p.ToString())], Support = [.. t.Support.Each().Select(s => s.ToString())], Recourse = t.TakesNoRecourse ? "yes" : "no", Commissioned = t.IsCommissioned ? "yes" : "no",
    };

    /// <summary>The terms as they were typed, or null with what is wrong at each field.</summary>
    public UnitTerms? Read(ModelStateDictionary state, string prefix)
    {
        void Wrong(string member, string message) => state.AddModelError($"{prefix}.{member}", message);
        if (Type is null || !Enum.IsDefined(Type.Value))
            Wrong(nameof(Type), "Choose what kind of accommodation it is");
        if (Standing is null || !Enum.IsDefined(Standing.Value))
            Wrong(nameof(Standing), "Choose who provides it");
        if (Premises is null || !Enum.IsDefined(Premises.Value))
            Wrong(nameof(Premises), "Choose what kind of premises it is");
        if (For is null || !Enum.IsDefined(For.Value))
            Wrong(nameof(For), "Choose for whom it is");
        foreach (var (member, answer, message) in new[]
        {
            (nameof(Children), Children, "Say whether children can live there"), (nameof(Recourse), Recourse, "Say whether it has places paid for people without recourse to public funds"),
            (nameof(Commissioned), Commissioned, "Say whether the authority commissions it"),
        })
            if (answer is not ("yes" or "no"))
                Wrong(member, message);
        var known = Known<AccessNeeds>(Access) && Known<PetKinds>(Pets) && Known<SupportNeeds>(Support);
        if (!known)
            Wrong(nameof(Access), "Choose from the list");
        if (!state.IsValid)
            return null;
        var terms = new UnitTerms
        {
            Type = Type!.Value, Standing = Standing!.Value, Premises = Premises!.Value, For = For!.Value, Specialism = Type == UnitType.Specialist ? Specialism ?? default : default,
            Spaces = Whole(Spaces) ?? -1, MaxPeople = Whole(MaxPeople) ?? -1, YoungestAdult = Whole(YoungestAdult) ?? -1, TakesChildren = Children == "yes",
            BoysUpTo = Limit(BoysUpTo), ChildrenUpTo = Limit(ChildrenUpTo), Access = Joined<AccessNeeds>(Access), Pets = Joined<PetKinds>(Pets), Support = Joined<SupportNeeds>(Support),
            TakesNoRecourse = Recourse == "yes", IsCommissioned = Commissioned == "yes",
        };
        foreach (var (member, message) in terms.Problems())
            Wrong(member, message);
        // The law's own conditions are told at the answer that they are about.
        foreach (var rule in RelevantAccommodation.Against(terms))
            Wrong(rule.Code == "provider" ? nameof(Standing) : nameof(Premises), $"{rule.Reason} ({rule.Source})");
        return state.IsValid ? terms : null;
    }

    internal IEnumerable<(string Field, string Text)> Rows() =>
    [
        ("Spaces", Spaces ?? ""), ("Most people", MaxPeople ?? ""), ("For", For?.Title() ?? ""), ("Premises", Premises?.Title() ?? ""), ("Youngest adult", YoungestAdult ?? ""), ("Children", Children ?? ""),
        ("Oldest boy", BoysUpTo ?? ""), ("Oldest child", ChildrenUpTo ?? ""), ("Building", string.Join(", ", Access)), ("Animals", string.Join(", ", Pets)), ("Support", string.Join(", ", Support)),
        ("Without recourse", Recourse ?? ""), ("Commissioned", Commissioned ?? ""),
    ];

    private static bool Known<T>(List<string> chosen) where T : struct, Enum => chosen.TrueForAll(c => AccommodationWords.Options<T>().Any(o => o.Value == c));

    private static T Joined<T>(List<string> chosen) where T : struct, Enum => AccommodationWords.Joined(chosen.Select(c => Enum.Parse<T>(c)));

    private static int? Limit(string? text) => string.IsNullOrWhiteSpace(text) ? null : Whole(text) ?? -1;

    private static int? Whole(string? text) => int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
