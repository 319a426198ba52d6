using System.Text.Json.Serialization;

namespace Lapwing.Modules.Directory;

/// <summary>
/// Whose support a referral asks for, and therefore whom a service serves. It decides the side of the family's matter on which the file opens:
/// the survivor's, the child's and that of the person causing harm are kept apart.
/// </summary>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<WhoIsReferred>))]
public enum WhoIsReferred
{
    /// <summary>Not stated: never valid on a referral.</summary>
    None = 0,

    /// <summary>A victim or survivor aged 16 or over (Domestic Abuse Act 2021, s.1).</summary>
    AdultVictim = 1,

    /// <summary>A child who sees, hears or experiences the effects of abuse (s.3), or a young person in a relationship of their own.</summary>
    Child = 2,

    /// <summary>The person causing harm.</summary>
    PersonCausingHarm = 4,
}

/// <summary>How the words are printed.</summary>
public static class WhoIsReferredWords
{
    /// <summary>The three that a referral can name, in the order of the form.</summary>
    public static IReadOnlyList<WhoIsReferred> All { get; } = [WhoIsReferred.AdultVictim, WhoIsReferred.Child, WhoIsReferred.PersonCausingHarm];

    /// <summary>The number by which coded facts name who is referred: the place on the form, 0 for not stated.</summary>
    public static int NumberOf(WhoIsReferred who) => All.ToList().IndexOf(who) + 1;

    /// <summary>The words on the page; several are joined by a comma.</summary>
    public static string Title(this WhoIsReferred who) => who == WhoIsReferred.None
        ? "Not stated"
        : string.Join(", ", All.Where(w => who.HasFlag(w)).Select(w => w switch
        {
            WhoIsReferred.AdultVictim => "Adult victim",
            WhoIsReferred.Child => "Child",
            _ => "Person causing harm",
        }));
}
