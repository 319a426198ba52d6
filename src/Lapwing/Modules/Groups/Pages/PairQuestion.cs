namespace Lapwing.Modules.Groups.Pages;

/// <summary>The question about the other half of a pair, as every page asks it.</summary>
public sealed record PairQuestion(string Legend, string Hint, string TogetherWords, string ApartWords, PairAnswer? Answer);
