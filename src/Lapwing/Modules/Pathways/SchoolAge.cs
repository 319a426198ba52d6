namespace Lapwing.Modules.Pathways;

/// <summary>
/// Compulsory school age in whole years, 5 to 16 (Education Act 1996, s.8: from the term after the fifth birthday to the last Friday in June of the school
/// year in which somebody turns 16; the table works in whole years and the worker checks the edges).
/// </summary>
public static class SchoolAge
{
    /// <summary>The youngest.</summary>
    public const int From = 5;

    /// <summary>The oldest.</summary>
    public const int To = 16;

    /// <summary>Whether an age in years is school age.</summary>
    public static bool Contains(int age) => age is >= From and <= To;
}
