namespace Lapwing.Modules.Figures;

/// <summary>One change of what an audience may be shown, kept for ever beside the policies: nobody loosens protection unseen.</summary>
/// <param name="By">The member.</param>
/// <param name="What">What it was and became, in words.</param>
/// <param name="Why">The reason; empty where none was needed.</param>
public sealed record PolicyChange(string Audience, DateTime At, Guid By, string What, string Why);
