namespace Lapwing.Modules.People.Linkage;

/// <summary>One person as they are compared: names by their number in a <see cref="NameBook"/>, everything else as small numbers. 0 is "not known" in every field.</summary>
/// <param name="Given">The given name's number.</param>
/// <param name="Family">The family name's number.</param>
/// <param name="Born">The birth date as year * 10,000 + month * 100 + day.</param>
/// <param name="Phone">The telephone number's digits in international form.</param>
/// <param name="Gender">The number of the code, as <see cref="CodeList.NumberOf"/> says it.</param>
/// <param name="Area">The number of the area.</param>
public readonly record struct LinkageRecord(int Given, int Family, int Born, long Phone, byte Gender, ushort Area)
{
    /// <summary>A birth date as one number.</summary>
    public static int DateOf(DateOnly? day) => day is { } d ? d.Year * 10_000 + d.Month * 100 + d.Day : 0;

    /// <summary>A telephone number as its digits; 0 when there is none or it cannot be one.</summary>
    public static long PhoneOf(string? typed) =>
        SearchTerms.Phone(typed) is { } number && long.TryParse(number.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture, out var digits) ? digits : 0;

    /// <summary>Never the values: they identify a person.</summary>
    public override string ToString() => "(person to compare)";
}
