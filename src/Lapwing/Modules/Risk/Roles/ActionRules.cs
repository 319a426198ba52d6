namespace Lapwing.Modules.Risk.Roles;

/// <summary>A kind of action that nobody arranges while it is unresolved who harms whom.</summary>
public sealed record ForbiddenAction(ActionKind Kind, string Reason);

/// <summary>Two kinds of action on two sides of one matter that work against each other.</summary>
public sealed record ConflictingActions(string Code, ActionKind One, ActionKind Other, string Reason);

/// <summary>Which actions of agencies conflict. One table, each with its reason; source: SafeLives, responding to counter-allegations (domain facts b2 [S18]),
/// and what each pair would do to somebody's safety.</summary>
public static class ActionRules
{
    public static IReadOnlyList<ForbiddenAction> Forbidden { get; } =
    [
        new(ActionKind.Mediation, "Mediation needs two people who are free to speak; where one controls the other it is dangerous."),
        new(ActionKind.JointMeeting, "Seen together, the person who is harmed cannot speak, and pays for it afterwards."),
        new(ActionKind.CouplesWork, "Work with both as a couple puts the person who is harmed at risk."),
        new(ActionKind.SharedContact, "An arrangement that brings the two together gives the one who causes harm a way in."),
        new(ActionKind.JointTenancyLetter, "A letter to both tells each what the other said."),
        new(ActionKind.BehaviourChange, "A programme for people who cause harm labels somebody before it is assessed who causes it."),
        new(ActionKind.AddressShared, "An address that was shared cannot be taken back."),
    ];

    public static IReadOnlyList<ConflictingActions> Conflicting { get; } =
    [
        new("refuge-address", ActionKind.RefugeOrMove, ActionKind.AddressShared, "One side moves to be safe while the other is told where somebody lives."),
        new("home-return", ActionKind.SafetyPlanAtHome, ActionKind.ReturnHome, "One side is made safe at home while the other is helped to go back there."),
        new("refuge-contact", ActionKind.RefugeOrMove, ActionKind.SharedContact, "One side moves to be safe while the other is brought into contact with them."),
        new("order-contact", ActionKind.OrderApplication, ActionKind.SharedContact, "One side asks a court for protection while the other is brought into contact with them."),
        new("order-meeting", ActionKind.OrderApplication, ActionKind.JointMeeting, "One side asks a court for protection while both are asked to one meeting."),
        new("order-mediation", ActionKind.OrderApplication, ActionKind.Mediation, "One side asks a court for protection while mediation is arranged."),
        new("order-return", ActionKind.OrderApplication, ActionKind.ReturnHome, "One side asks a court for protection while the other is helped to go back home."),
        new("order-order", ActionKind.OrderApplication, ActionKind.OrderApplication, "Both sides are helped to ask for an order against the other."),
        new("disclosure-both", ActionKind.Disclosure, ActionKind.Disclosure, "Each side is told of the other's past as if the other were the one who causes harm."),
        new("programme-both", ActionKind.BehaviourChange, ActionKind.BehaviourChange, "Both are treated as the one who causes harm."),
        new("refuge-both", ActionKind.RefugeOrMove, ActionKind.RefugeOrMove, "Both are helped to move: they must not be placed near each other."),
        new("tenancy-letter", ActionKind.RefugeOrMove, ActionKind.JointTenancyLetter, "One side moves to be safe while a letter goes to both."),
    ];

    /// <summary>The conflict between an action on this side and one on another, whichever way round it stands; null when there is none.</summary>
    public static ConflictingActions? Between(ActionKind mine, ActionKind theirs) =>
        Conflicting.FirstOrDefault(c => (c.One == mine && c.Other == theirs) || (c.One == theirs && c.Other == mine));

    /// <summary>The kinds on this side that conflict with something on another. Of the other side it says nothing more.</summary>
    public static IReadOnlyList<ActionKind> Conflicts(IEnumerable<ActionKind> mine, IReadOnlyCollection<ActionKind> theirs) =>
        [.. mine.Distinct().Where(kind => theirs.Any(other => Between(kind, other) is not null))];

    public static string Title(this ActionKind kind) => kind switch
    {
        ActionKind.SafetyPlanAtHome => "Safety at home: locks, alarms, sanctuary",
        ActionKind.RefugeOrMove => "Refuge, or a move to be safe",
        ActionKind.OrderApplication => "Application for an order or injunction",
        ActionKind.Disclosure => "Disclosure of the other's past (right to ask or to know)",
        ActionKind.AddressShared => "An address was or will be shared",
        ActionKind.ReturnHome => "Help to return home",
        ActionKind.SharedContact => "Contact arrangement that brings both together",
        ActionKind.JointMeeting => "Meeting with both",
        ActionKind.Mediation => "Mediation",
        ActionKind.CouplesWork => "Work with both as a couple",
        ActionKind.JointTenancyLetter => "Letter to both, such as on a joint tenancy",
        ActionKind.BehaviourChange => "Programme to change behaviour",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
