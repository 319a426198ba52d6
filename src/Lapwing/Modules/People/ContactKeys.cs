using Lapwing.Access;

namespace Lapwing.Modules.People;

/// <summary>The keyed numbers by which equal telephones, e-mail addresses and addresses are known as one across files, without showing what they are.</summary>
public static class ContactKeys
{
    public static long ContactKey(this BlindIndex index, ContactKind kind, string value)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(value);
        return index.Term($"Contact{kind}", kind == ContactKind.Email ? Email(value) : SearchTerms.Phone(value) ?? new string([.. value.Where(char.IsAsciiDigit)]));
    }

    /// <summary>By postcode, and by street: one address is written in many ways, so either is enough. Null where it has none.</summary>
    public static (long? ByPostcode, long? ByStreet) AddressKeys(this BlindIndex index, string address)
    {
        ArgumentNullException.ThrowIfNull(index);
        var plain = PlainAddress.Of(address);
        return (plain.ByPostcode is { } code ? index.Term("AddressByPostcode", code) : null, plain.ByStreet is { } street ? index.Term("AddressByStreet", street) : null);
    }

    /// <summary>Small letters; what stands after a plus sign reaches the same letter box.</summary>
    public static string Email(string value)
    {
        var plain = value.Trim().ToLowerInvariant();
        var at = plain.LastIndexOf('@');
        var plus = plain.IndexOf('+', StringComparison.Ordinal);
        return plus > 0 && plus < at ? plain[..plus] + plain[at..] : plain;
    }
}
