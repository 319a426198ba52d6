using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Lapwing.Modules.Accommodation;

/// <summary>As whom somebody asks for a place, as far as units ask.</summary>
public enum AskingAs
{
    [Display(Name = "A woman")]
    Woman,
    [Display(Name = "A man")]
    Man,
    [Display(Name = "Somebody else, or they prefer not to say")]
    Another,
}

/// <summary>A child who comes along: only what a unit's limits ask about.</summary>
public readonly record struct ComingChild(int Age, bool IsBoy);

/// <summary>What a household needs, in codes that identify nobody: the same for a request of a file, for an anonymous enquiry, and for the provider who is asked.</summary>
public sealed record HouseholdNeeds
{
    public const int MostAdults = 6, MostChildren = 10, TextLimit = 200;

    public required int Adults { get; init; }
    public required AskingAs As { get; init; }

    /// <summary>Of who asks; nothing when it was not said.</summary>
    public int? Age { get; init; }
    public IReadOnlyList<ComingChild> Children { get; init; } = [];
    public AccessNeeds Access { get; init; }
    public PetKinds Pets { get; init; }
    public bool NoRecourse { get; init; }
    public SupportNeeds Support { get; init; }

    public int People => Adults + Children.Count;

    /// <summary>As it is stored: "1|Woman|34|b14 g3|5|4|1|0".</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture,
        $"{Adults}|{As}|{Age}|{string.Join(' ', Children.Select(c => $"{(c.IsBoy ? 'b' : 'g')}{c.Age}"))}|{(int)Access}|{(int)Pets}|{(NoRecourse ? 1 : 0)}|{(int)Support}");

    /// <exception cref="FormatException">It is no such code.</exception>
    public static HouseholdNeeds Of(string code)
    {
        var part = code.Split('|');
        if (part.Length != 8)
            throw new FormatException("These are not the needs of a household.");
        return new()
        {
            Adults = Number(part[0]), As = Enum.Parse<AskingAs>(part[1]), Age = part[2].Length == 0 ? null : Number(part[2]),
            Children = [.. part[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(child => new ComingChild(Number(child[1..]), child[0] == 'b'))],
            Access = (AccessNeeds)Number(part[4]), Pets = (PetKinds)Number(part[5]), NoRecourse = part[6] == "1", Support = (SupportNeeds)Number(part[7]),
        };
    }

    /// <summary>As a provider reads it: a line for each need, and nothing that says who it is.</summary>
    public IReadOnlyList<string> Lines()
    {
        var lines = new List<string> { $"{As.Title()}{(Age is { } age ? $", {age}" : "")}{(Adults > 1 ? $", {Adults} adults in all" : "")}" };
        lines.Add(Children.Count == 0 ? "No children" : "Children: " + string.Join(", ", Children.Select(c => $"{(c.IsBoy ? "boy" : "girl")} {(c.Age == 0 ? "under 1" : c.Age)}")));
        if (Access != AccessNeeds.None)
            lines.Add("Needs: " + Access.Listed());
        if (Pets != PetKinds.None)
            lines.Add("Animals: " + Pets.Listed());
        if (NoRecourse)
            lines.Add("No recourse to public funds");
        if (Support != SupportNeeds.None)
            lines.Add("Support with: " + Support.Listed());
        return lines;
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
