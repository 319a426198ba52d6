using System.Diagnostics.CodeAnalysis;

namespace Lapwing.Modules.People;

/// <summary>A closed list of coded answers to one question, with "prefer not to say" and "not known" kept apart.</summary>
/// <param name="Code">The question, for example <c>ethnicity</c>.</param>
/// <param name="Title">The question as a heading.</param>
/// <param name="Answers">The answers in the order of the form.</param>
public sealed record CodeList(string Code, string Title, IReadOnlyList<CodedAnswer> Answers)
{
    /// <summary>The code of "prefer not to say": an answer that the person gave.</summary>
    public const string PreferNotToSay = "prefer-not-to-say";

    /// <summary>The code of "not known": nobody asked, or nobody wrote it down.</summary>
    public const string NotKnown = "not-known";

    private readonly Dictionary<string, CodedAnswer> byCode = Answers.ToDictionary(a => a.Code, StringComparer.Ordinal);

    /// <summary>The answer with a code.</summary>
    public bool TryFind(string? code, [MaybeNullWhen(false)] out CodedAnswer answer)
    {
        answer = null;
        return code is not null && byCode.TryGetValue(code, out answer);
    }

    /// <summary>The number by which coded facts name an answer: its place in the list, 0 for not known. New answers are added before
    /// the two refusals only with a new list.</summary>
    public int NumberOf(string? code) => code is null or NotKnown ? 0 : IndexOf(code) + 1;

    /// <summary>The answer that a coded fact's number names; null for 0.</summary>
    public CodedAnswer? OfNumber(int number) => number == 0 ? null : Answers[number - 1];

    private int IndexOf(string code)
    {
        for (var i = 0; i < Answers.Count; i++)
            if (Answers[i].Code == code)
                return i;
        throw new ArgumentException($"'{code}' is not an answer to '{Code}'.", nameof(code));
    }

    /// <summary>The words of a code; nothing recorded reads "Not known".</summary>
    /// <exception cref="ArgumentException">The code is not in the list.</exception>
    public string TitleOf(string? code) => TryFind(code ?? NotKnown, out var answer)
        ? answer.Title
        : throw new ArgumentException($"'{code}' is not an answer to '{Code}'.", nameof(code));

    /// <summary>Whether the question was answered, for counting completeness. A code that is missing or unknown counts as not known.</summary>
    public Answered StateOf(string? code) => TryFind(code, out var answer) ? answer.State : Answered.NotKnown;
}
