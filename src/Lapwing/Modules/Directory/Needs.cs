using System.Text.Json.Serialization;

namespace Lapwing.Modules.Directory;

/// <summary>What is needed, as asked on the referral form, and what a service meets. More than one may apply.</summary>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<Needs>))]
public enum Needs
{
    /// <summary>Nothing was asked for in particular.</summary>
    None = 0,

    /// <summary>Advice on staying safe.</summary>
    SafetyAdvice = 1,

    /// <summary>Somebody to speak and act for them.</summary>
    Advocacy = 2,

    /// <summary>A safe place to live, or making home safe.</summary>
    SafeHousing = 4,

    /// <summary>Support for children.</summary>
    ChildSupport = 8,

    /// <summary>Counselling or therapy.</summary>
    Counselling = 16,

    /// <summary>Legal help.</summary>
    LegalHelp = 32,

    /// <summary>Money, benefits and debt.</summary>
    MoneyAdvice = 64,

    /// <summary>Help to stop causing harm.</summary>
    BehaviourChange = 128,

    /// <summary>Health care.</summary>
    HealthCare = 256,

    /// <summary>Immigration advice, no recourse to public funds included.</summary>
    ImmigrationAdvice = 512,
}

/// <summary>How the words are printed.</summary>
public static class NeedsWords
{
    /// <summary>Each need in the order of the form.</summary>
    public static IReadOnlyList<Needs> All { get; } = [.. Enum.GetValues<Needs>().Where(n => n != Needs.None)];

    /// <summary>The words on the page; several are joined by a comma.</summary>
    public static string Title(this Needs needs) => needs == Needs.None
        ? "Nothing in particular"
        : string.Join(", ", All.Where(n => needs.HasFlag(n)).Select(n => n switch
        {
            Needs.SafetyAdvice => "Safety advice",
            Needs.Advocacy => "Advocacy",
            Needs.SafeHousing => "Safe housing",
            Needs.ChildSupport => "Support for children",
            Needs.Counselling => "Counselling or therapy",
            Needs.LegalHelp => "Legal help",
            Needs.MoneyAdvice => "Money advice",
            Needs.BehaviourChange => "Help to stop causing harm",
            Needs.HealthCare => "Health care",
            _ => "Immigration advice",
        }));
}
