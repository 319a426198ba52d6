namespace Lapwing.Modules.Referrals.Search;

/// <summary>What somebody looks for. It travels in the body of a form, never in an address.</summary>
public sealed record Wanted(string? Name, DateOnly? Born, string? Phone, string? Reference)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && Born is null && string.IsNullOrWhiteSpace(Phone) && string.IsNullOrWhiteSpace(Reference);

    /// <summary>How it is written into the audit trail: by what, never what.</summary>
    public string Kinds => string.Join(", ", new[]
    {
        string.IsNullOrWhiteSpace(Name) ? null : "name", Born is null ? null : "birth date",
        string.IsNullOrWhiteSpace(Phone) ? null : "telephone", string.IsNullOrWhiteSpace(Reference) ? null : "reference",
    }.OfType<string>());
}
