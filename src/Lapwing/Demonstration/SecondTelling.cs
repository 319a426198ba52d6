using Lapwing.Modules.People;

namespace Lapwing.Demonstration;

/// <summary>What is written down of one person at one referral.</summary>
public sealed record Told(string? GivenName, string? FamilyName, DateOnly? Born, string? Phone, string? Gender, int Area);

/// <summary>
/// The same person written down a second time, by somebody else and later: with the usual errors, some things left out, some changed in between. How often what
/// happens is made up to be no kinder than referrals between agencies are: about half of the second tellings differ in a name or the birth date.
/// </summary>
public static class SecondTelling
{
    /// <param name="areas">How many areas there are to move to.</param>
    /// <param name="anotherPhone">The number that somebody has by then, where it is another one.</param>
    public static Told Of(Told first, int areas, string anotherPhone, ref Seeded seeded)
    {
        var given = seeded.Chance(.22) && first.GivenName is { } g ? TypedErrors.InName(g, ref seeded) : first.GivenName;
        var family = seeded.Chance(.18) && first.FamilyName is { } f ? TypedErrors.InName(f, ref seeded) : first.FamilyName;
        if (seeded.Chance(.02))
            family = NameStock.Surnames.Draw(ref seeded); // married, divorced, or went back to a name of before
        if (seeded.Chance(.01))
            (given, family) = (family, given);
        var born = first.Born;
        if (born is { } day)
            born = seeded.Chance(.04) ? TypedErrors.InDate(day, TypedError.SwappedDate, ref seeded) : seeded.Chance(.06) ? TypedErrors.InDate(day, TypedError.WrongDigit, ref seeded) : day;
        born = seeded.Chance(.03) ? null : born;
        var phone = seeded.Chance(.12) ? null : seeded.Chance(.2) ? anotherPhone : first.Phone;
        var gender = seeded.Chance(.03) ? null : first.Gender;
        var area = seeded.Chance(.1) && areas > 0 ? 1 + seeded.Below(areas) : first.Area;
        return new(given, family, born, phone, gender, area);
    }

    /// <summary>As it is compared.</summary>
    public static Modules.People.Linkage.LinkageRecord ToCompare(this Told told, Modules.People.Linkage.NameBook names) => new(names.NumberOf(told.GivenName), names.NumberOf(told.FamilyName),
        Modules.People.Linkage.LinkageRecord.DateOf(told.Born), Modules.People.Linkage.LinkageRecord.PhoneOf(told.Phone), (byte)Demographics.Gender.NumberOf(told.Gender), (ushort)told.Area);
}
