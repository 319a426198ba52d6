namespace Lapwing.Bench;

/// <summary>One line of the report: what was measured, beside what it should be or what it is compared with.</summary>
/// <param name="Ratio">Measured over aim, or over what it is compared with; at or below 1 is as it should be.</param>
internal sealed record Result(string Part, string What, string Engine, string Measured, string Aim, double Ratio, string Note = "");
