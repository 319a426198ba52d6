namespace Lapwing.Modules.People.Linkage;

/// <summary>What each field can agree in, and how it is said.</summary>
public static class LinkageFields
{
    private static readonly Agreement[] OfNames = [Agreement.Different, Agreement.Partly, Agreement.Nearly, Agreement.Variant, Agreement.Swapped, Agreement.Same];
    private static readonly Agreement[] OfDates = [Agreement.Different, Agreement.Partly, Agreement.Nearly, Agreement.Swapped, Agreement.Same];
    private static readonly Agreement[] OfPhones = [Agreement.Different, Agreement.Nearly, Agreement.Same];
    private static readonly Agreement[] OfCodes = [Agreement.Different, Agreement.Same];

    /// <summary>The agreements that a field uses, beside not known.</summary>
    public static IReadOnlyList<Agreement> AgreementsOf(LinkageField field) => field switch
    {
        LinkageField.GivenName or LinkageField.FamilyName => OfNames,
        LinkageField.Born => OfDates,
        LinkageField.Phone => OfPhones,
        _ => OfCodes,
    };

    /// <summary>How an agreement is said to whoever decides.</summary>
    public static string Say(LinkageField field, Agreement agreement) => (field, agreement) switch
    {
        (LinkageField.GivenName, Agreement.Swapped) => "first name and family name are written the other way round",
        (LinkageField.FamilyName, Agreement.Swapped) => "the same names in each other's place",
        (LinkageField.Born, Agreement.Same) => "same birth date",
        (LinkageField.Born, Agreement.Swapped) => "birth date with day and month changed over",
        (LinkageField.Born, Agreement.Nearly) => "birth date differs in one digit",
        (LinkageField.Born, Agreement.Partly) => "birth date differs in the day, the month or the year",
        (LinkageField.Phone, Agreement.Same) => "same telephone number",
        (LinkageField.Phone, Agreement.Nearly) => "telephone number differs in one digit",
        (_, Agreement.Same) => "same " + Name(field),
        (_, Agreement.Variant) => Name(field) + " is another form of the same name",
        (_, Agreement.Nearly) => Name(field) + " is nearly the same or sounds the same",
        (_, Agreement.Partly) => Name(field) + " is somewhat alike",
        (_, Agreement.Different) => "different " + Name(field),
        _ => Name(field) + " not known in one of them",
    };

    private static string Name(LinkageField field) => field switch
    {
        LinkageField.GivenName => "first name",
        LinkageField.FamilyName => "family name",
        LinkageField.Born => "birth date",
        LinkageField.Phone => "telephone number",
        LinkageField.Gender => "gender",
        LinkageField.Area => "area",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };
}
