namespace Lapwing.Modules.People.Children;

/// <summary>Who can agree to a child's support.</summary>
public enum ConsentRoute
{
    /// <summary>A child under 16 who understands enough.</summary>
    CompetentChild,

    /// <summary>A young person of 16 or 17.</summary>
    YoungPerson,

    /// <summary>Somebody with parental responsibility.</summary>
    ParentalResponsibility,

    /// <summary>Nobody agrees; the child must be safeguarded.</summary>
    Safeguarding,
}

/// <summary>Whether a child was found to understand what they agree to.</summary>
public enum Understanding { NotAssessed, Understands, DoesNotUnderstand }

/// <summary>A route that is open, with why and where that stands.</summary>
public sealed record OpenRoute(ConsentRoute Route, string Why, string Source);

/// <summary>
/// Which routes are open for a child, by age and understanding. The one place that decides it.
/// Under 16: the child's own agreement where a named worker has assessed that they understand fully what is proposed (Gillick v West Norfolk and Wisbech AHA [1986] AC 112;
/// for advice on sexual health the guidelines of Lord Fraser in the same case). At 16 and 17: their own (Family Law Reform Act 1969, s.8), capacity being presumed
/// (Mental Capacity Act 2005, ss.1 and 2). Otherwise somebody with parental responsibility (Children Act 1989, s.3), who may not be the person said to cause harm;
/// and always, without anybody's agreement, the duty to safeguard (Children Act 1989, ss.17 and 47).
/// </summary>
public static class ConsentRoutes
{
    public const int OwnConsentFrom = 16, Adult = 18;

    public static IReadOnlyList<OpenRoute> For(int? age, Understanding understanding) => (age, understanding) switch
    {
        (>= Adult, _) => [],
        (>= OwnConsentFrom, Understanding.DoesNotUnderstand) =>
        [
            Parental("They are 16 or 17 and were found to lack capacity for this decision, with reasons."), Safeguarding,
        ],
        (>= OwnConsentFrom, _) =>
        [
            new(ConsentRoute.YoungPerson, "They are 16 or 17: their own agreement counts, and capacity is presumed.", "Family Law Reform Act 1969, s.8; Mental Capacity Act 2005, s.1"), Safeguarding,
        ],
        (_, Understanding.Understands) =>
        [
            new(ConsentRoute.CompetentChild, "They are under 16 and were found to understand fully what is proposed, with reasons.", "Gillick v West Norfolk and Wisbech AHA [1986] AC 112"), Safeguarding,
        ],
        _ => [Parental(understanding == Understanding.NotAssessed ? "Whether they understand enough to agree themselves was not assessed." : "They were found not to understand enough to agree themselves."), Safeguarding],
    };

    public static bool IsOpen(ConsentRoute route, int? age, Understanding understanding) => For(age, understanding).Any(open => open.Route == route);

    public static string Title(this ConsentRoute route) => route switch
    {
        ConsentRoute.CompetentChild => "The child agrees themselves",
        ConsentRoute.YoungPerson => "The young person agrees themselves",
        ConsentRoute.ParentalResponsibility => "Somebody with parental responsibility agrees",
        ConsentRoute.Safeguarding => "Without agreement: the child must be safeguarded",
        _ => throw new ArgumentOutOfRangeException(nameof(route), route, null),
    };

    public static string Title(this Understanding understanding) => understanding switch
    {
        Understanding.NotAssessed => "Not assessed",
        Understanding.Understands => "They understand fully what is proposed",
        Understanding.DoesNotUnderstand => "They do not understand enough",
        _ => throw new ArgumentOutOfRangeException(nameof(understanding), understanding, null),
    };

    private static OpenRoute Parental(string why) => new(ConsentRoute.ParentalResponsibility, why, "Children Act 1989, s.3");

    private static OpenRoute Safeguarding { get; } = new(ConsentRoute.Safeguarding, "The child is suffering or likely to suffer harm, and waiting for agreement would not be safe.", "Children Act 1989, ss.17 and 47");
}
