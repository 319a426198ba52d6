namespace Lapwing.Modules.Risk.OverTime;

/// <summary>What happened, in the words that decide whether it qualifies for a repeat referral (domain facts b2 [S10b]). Several may hold.</summary>
[Flags]
public enum IncidentKind
{
    None = 0,
    Violence = 1,
    Strangulation = 2,
    ThreatOfViolence = 4,
    Property = 8,
    RapeOrSexualAbuse = 16,

    /// <summary>One act; two such acts by the same person are a course of conduct (Protection from Harassment Act 1997, s.7(3)).</summary>
    StalkingOrHarassment = 32,

    /// <summary>Reported as a pattern.</summary>
    PatternOfStalking = 64,
    ControlOrCoercion = 128,
    Economic = 256,
    BreachOfOrder = 512,
    OtherAbuse = 1024,
}

/// <summary>Who told us.</summary>
public enum IncidentSource { ThePerson, Police, Health, ChildrensSocialCare, AdultSocialCare, Housing, Education, Probation, SpecialistService, FamilyOrFriend, SomebodyElse }

/// <summary>How the words are printed.</summary>
public static class IncidentWords
{
    public static IReadOnlyList<IncidentKind> All { get; } = [.. Enum.GetValues<IncidentKind>().Where(k => k != IncidentKind.None)];

    public static IEnumerable<IncidentKind> Each(this IncidentKind kinds) => All.Where(k => kinds.HasFlag(k));

    /// <summary>Several are joined by a semicolon.</summary>
    public static string Title(this IncidentKind kinds) => kinds == IncidentKind.None ? "Not stated" : string.Join("; ", kinds.Each().Select(One));

    public static string Title(this IncidentSource source) => source switch
    {
        IncidentSource.ThePerson => "The person themself",
        IncidentSource.Police => "Police",
        IncidentSource.Health => "Health: doctor, hospital, midwife, mental health",
        IncidentSource.ChildrensSocialCare => "Children's social care",
        IncidentSource.AdultSocialCare => "Adult social care",
        IncidentSource.Housing => "Housing",
        IncidentSource.Education => "School, college or nursery",
        IncidentSource.Probation => "Probation",
        IncidentSource.SpecialistService => "A specialist service",
        IncidentSource.FamilyOrFriend => "Family, a friend or a neighbour",
        IncidentSource.SomebodyElse => "Somebody else",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };

    private static string One(IncidentKind kind) => kind switch
    {
        IncidentKind.Violence => "Violence",
        IncidentKind.Strangulation => "Strangulation or suffocation",
        IncidentKind.ThreatOfViolence => "Threat of violence",
        IncidentKind.Property => "Damage or threats to property",
        IncidentKind.RapeOrSexualAbuse => "Rape or sexual abuse",
        IncidentKind.StalkingOrHarassment => "Stalking or harassment",
        IncidentKind.PatternOfStalking => "A pattern of stalking or harassment",
        IncidentKind.ControlOrCoercion => "Controlling or coercive behaviour",
        IncidentKind.Economic => "Economic abuse",
        IncidentKind.BreachOfOrder => "An order or bail condition was broken",
        IncidentKind.OtherAbuse => "Psychological, emotional or other abuse",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
