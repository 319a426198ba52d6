namespace Lapwing.Modules.Casework.Plans;

/// <summary>A support plan says what somebody wants to reach; a safety plan says how they stay safe on the way.</summary>
public enum PlanKind { Support, Safety }

/// <summary>One part of a plan, with the words that it is asked by.</summary>
public sealed record PlanSection(PlanKind Kind, string Code, string Title, string Hint)
{
    public const int WordsLimit = 4_000;

    /// <summary>Fields that are not free text; they are merged and kept like the others.</summary>
    public const string Owner = "owner", ReviewOn = "review-on";

    /// <summary>In the order of the form. A code is stored and never changes its meaning; new sections go to the end of their kind.</summary>
    public static IReadOnlyList<PlanSection> All { get; } =
    [
        new(PlanKind.Support, "own-words", "In their own words", "What the person wants to be different"),
        new(PlanKind.Support, "strengths", "What already helps", "Strengths, people and things that have worked"),
        new(PlanKind.Support, "needs", "Needs", "What is needed: safety, health, housing, money, children, legal help"),
        new(PlanKind.Support, "goals", "Goals", "What shall be reached, so that both can see whether it was"),
        new(PlanKind.Support, "agreed", "What each will do", "What the person does, what you do, what other agencies do. Steps with a date are tasks."),
        new(PlanKind.Support, "barriers", "What may get in the way", "And what to do then"),
        new(PlanKind.Safety, "signs", "Signs that danger grows", "What the person knows to come before violence"),
        new(PlanKind.Safety, "home", "At home", "Safer rooms, ways out, what neighbours know, a word that means “call the police”"),
        new(PlanKind.Safety, "leaving", "Leaving", "When it is safe, what to take, where to go first. Never write an address here."),
        new(PlanKind.Safety, "children", "The children", "What they know to do, who may fetch them, what the school knows"),
        new(PlanKind.Safety, "technology", "Phones and accounts", "Shared devices, location, passwords"),
        new(PlanKind.Safety, "elsewhere", "At work and on the way", "Routes, colleagues, routine places"),
        new(PlanKind.Safety, "people", "Who can help", "Whom to tell and how to reach them"),
        new(PlanKind.Safety, "emergency", "In an emergency", "999, and 55 when it is not safe to speak"),
    ];

    public static IEnumerable<PlanSection> Of(PlanKind kind) => All.Where(s => s.Kind == kind);

    public static string TitleOf(PlanKind kind) => kind == PlanKind.Safety ? "Safety plan" : "Support plan";

    public static string TitleOf(string code) => code switch
    {
        Owner => "Who is responsible",
        ReviewOn => "Review on",
        _ => All.FirstOrDefault(s => s.Code == code)?.Title ?? code,
    };
}
