namespace Lapwing.Modules.Risk;

/// <summary>An answer to a question of a risk questionnaire. Only "yes" counts towards the score; the other three mean different things and are kept apart.</summary>
public enum Answer
{
    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,

    /// <summary>The person does not know.</summary>
    DontKnow,

    /// <summary>The person did not want to answer.</summary>
    Declined,
}

/// <summary>How the words are printed.</summary>
public static class Answers
{
    /// <summary>The words on the page.</summary>
    public static string Title(this Answer answer) => answer switch
    {
        Answer.Yes => "Yes",
        Answer.No => "No",
        Answer.DontKnow => "Don't know",
        Answer.Declined => "Declined to answer",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
    };
}
