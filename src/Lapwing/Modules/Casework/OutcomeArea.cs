namespace Lapwing.Modules.Casework;

/// <summary>One part of life in which support is meant to make a difference.</summary>
public sealed record OutcomeArea(string Code, string Title, string Question)
{
    /// <summary>In the order of the form. A code is stored and never changes its meaning; new areas go to the end.</summary>
    public static IReadOnlyList<OutcomeArea> All { get; } =
    [
        new("safety", "Safety", "How safe do you feel?"),
        new("wellbeing", "Health and wellbeing", "How are your health and wellbeing?"),
        new("housing", "Housing", "How settled and safe is where you live?"),
        new("money", "Money", "How well do you manage with money?"),
        new("children", "Children", "How are things for the children?"),
        new("confidence", "Confidence", "How confident are you in making your own decisions?"),
    ];

    /// <summary>An area that this version does not know, such as from an import, is named by its code.</summary>
    public static string TitleOf(string code) => All.FirstOrDefault(a => a.Code == code)?.Title ?? code;

    public static string ScoreTitle(int score) => score switch { 1 => "1, very bad", 2 => "2", 3 => "3", 4 => "4", _ => "5, very good" };
}
