namespace Lapwing.Modules.People;

/// <summary>One answer of a <see cref="CodeList"/>.</summary>
/// <param name="Code">What is stored.</param>
/// <param name="Title">What is shown.</param>
/// <param name="Group">The broader group for small figures; empty for the two answers that say nothing.</param>
/// <param name="State">Whether it is an answer.</param>
public sealed record CodedAnswer(string Code, string Title, string Group, Answered State);
