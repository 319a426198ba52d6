using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Lapwing.Modules.Accommodation;

/// <summary>What a household needs, as a form fills it: the same for a request of a file and for an enquiry without a name.</summary>
public sealed class NeedsForm
{
    public AskingAs? As { get; set; }
    public string? Adults { get; set; } = "1";
    public string? Age { get; set; }
    public string? Girls { get; set; }
    public string? Boys { get; set; }
    public List<string> Access { get; set; } = [];
    public List<string> Pets { get; set; } = [];
    public List<string> Support { get; set; } = [];
    public string? Recourse { get; set; }
    public List<string> Avoid { get; set; } = [];

    public static NeedsForm Of(HouseholdNeeds needs, IReadOnlyList<string> avoid) => new()
    {
        As = needs.As, Adults = Text(needs.Adults), Age = needs.Age is { } age ? Text(age) : null,
        Girls = string.Join(", ", needs.Children.Where(c => !c.IsBoy).Select(c => Text(c.Age))), Boys = string.Join(", ", needs.Children.Where(c => c.IsBoy).Select(c => Text(c.Age))),
        Access = [.. needs.Access.Each().Select(a => a.ToString())], Pets = [.. needs.Pets.Each().Select(p => p.ToString())], Support = [.. needs.Support.Each().Select(s => s.ToString())],
        Recourse = needs.NoRecourse ? "no" : "yes", Avoid = [.. avoid],
    };

    /// <summary>The boroughs that were chosen; what is none is left out.</summary>
    public IReadOnlyList<string> Boroughs => [.. Avoid.Where(LondonBoroughs.IsKnown).Distinct()];

    /// <summary>The needs as they were typed, or null with what is wrong at each field.</summary>
    public HouseholdNeeds? Read(ModelStateDictionary state, string prefix)
    {
        void Wrong(string member, string message) => state.AddModelError($"{prefix}.{member}", message);
        if (As is null || !Enum.IsDefined(As.Value))
            Wrong(nameof(As), "Choose who asks for a place");
        if (Whole(Adults) is not { } adults || adults is < 1 or > HouseholdNeeds.MostAdults)
        {
            adults = 1;
            Wrong(nameof(Adults), $"Enter how many adults there are, from 1 to {HouseholdNeeds.MostAdults}");
        }
        var age = string.IsNullOrWhiteSpace(Age) ? null : Whole(Age);
        if (!string.IsNullOrWhiteSpace(Age) && age is not (>= 16 and <= 120))
            Wrong(nameof(Age), "Enter an age from 16 to 120, or leave it empty");
        var (girls, boys) = (Ages(Girls), Ages(Boys));
        if (girls is null)
            Wrong(nameof(Girls), "Enter the ages of the girls in whole years from 0 to 17, such as 3, 7");
        if (boys is null)
            Wrong(nameof(Boys), "Enter the ages of the boys in whole years from 0 to 17, such as 3, 7");
        if (girls?.Count + boys?.Count > HouseholdNeeds.MostChildren)
            Wrong(nameof(Girls), $"Enter {HouseholdNeeds.MostChildren} children or fewer");
        if (Recourse is not ("yes" or "no"))
            Wrong(nameof(Recourse), "Say whether they have recourse to public funds. When nobody knows, choose yes");
        var (access, pets, support) = (Flags<AccessNeeds>(Access), Flags<PetKinds>(Pets), Flags<SupportNeeds>(Support));
        foreach (var (member, read) in new[] { (nameof(Access), access is null), (nameof(Pets), pets is null), (nameof(Support), support is null) })
            if (read)
                Wrong(member, "Choose from the list");
        if (!state.IsValid)
            return null;
        return new()
        {
            As = As!.Value, Adults = adults, Age = age, Children = [.. girls!.Select(a => new ComingChild(a, false)), .. boys!.Select(a => new ComingChild(a, true))],
            Access = access!.Value, Pets = pets!.Value, Support = support!.Value, NoRecourse = Recourse == "no",
        };
    }

    private static IReadOnlyList<int>? Ages(string? typed)
    {
        var parts = (typed ?? "").Split([',', ';', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length > 2 * HouseholdNeeds.MostChildren)
            return null;
        var ages = parts.Select(Whole).ToList();
        return ages.TrueForAll(age => age is >= 0 and <= 17) ? [.. ages.OfType<int>()] : null;
    }

    private static T? Flags<T>(List<string> chosen) where T : struct, Enum
    {
        var known = AccommodationWords.Options<T>().Select(o => o.Value).ToHashSet();
        return chosen.TrueForAll(known.Contains) ? AccommodationWords.Joined(chosen.Select(c => Enum.Parse<T>(c))) : null;
    }

    private static int? Whole(string? text) => int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
