namespace Lapwing.Modules.Risk;

/// <summary>The flags of an assessment as its row keeps them: their names, comma separated.</summary>
public static class RiskFlagCodes
{
    public static string Write(IEnumerable<RiskFlag> flags) => string.Join(',', flags);

    /// <summary>A name that this version does not know is left out rather than hiding the others.</summary>
    public static IEnumerable<RiskFlag> Read(string codes) => codes.Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(code => Enum.TryParse<RiskFlag>(code, out var flag) && Enum.IsDefined(flag) ? flag : (RiskFlag?)null).OfType<RiskFlag>();
}
