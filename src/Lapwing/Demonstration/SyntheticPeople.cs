using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Time;

namespace Lapwing.Demonstration;

/// <summary>
/// Made-up people for demonstration, training, tests and benchmarks. The same seed, number and day give the same person on every machine, whichever people were
/// made before; different numbers are independent. Names have their true frequencies in the United Kingdom; everything else is as <see cref="Likelihoods"/> says.
/// Any likeness to a living person is chance.
/// </summary>
/// <param name="seed">The seed of the set.</param>
/// <param name="day">The day on which ages are counted.</param>
public sealed class SyntheticPeople(ulong seed, DateOnly day)
{
    private static readonly string[] Birds =
    [
        "Avocet", "Bittern", "Bunting", "Chiffchaff", "Curlew", "Dipper", "Dunlin", "Fieldfare", "Goldcrest", "Grebe", "Heron", "Kestrel", "Kingfisher", "Lapwing",
        "Linnet", "Martin", "Nightjar", "Nuthatch", "Osprey", "Pipit", "Plover", "Redstart", "Redwing", "Sandpiper", "Siskin", "Skylark", "Swift", "Teal", "Wagtail", "Wheatear",
    ];

    private static readonly string[] Ways = ["Avenue", "Close", "Court", "Gardens", "Grove", "Lane", "Road", "Street", "Walk", "Way"];

    /// <summary>The letters that end a postcode: the Post Office avoids C I K M O V.</summary>
    private const string PostcodeLetters = "ABDEFGHJLNPQRSTUWXYZ";

    /// <summary>One person.</summary>
    /// <param name="number">Which; from 0.</param>
    /// <param name="who">On which side of the matter.</param>
    /// <param name="area">The borough, as a Government Statistical Service code.</param>
    public SyntheticPerson Person(int number, WhoIsReferred who, string area)
    {
        var seeded = Numbers(number, (uint)who);
        var age = who == WhoIsReferred.Child ? seeded.Below(18) : Likelihoods.AdultAge.Draw(ref seeded);
        return Make(ref seeded, who, area, age, null, null);
    }

    /// <summary>One family in a borough.</summary>
    /// <param name="number">Which; from 0.</param>
    /// <param name="area">The borough, as a Government Statistical Service code.</param>
    public SyntheticFamily Family(int number, string area)
    {
        var seeded = Numbers(number, 0);
        var survivor = Make(ref seeded, WhoIsReferred.AdultVictim, area, Likelihoods.AdultAge.Draw(ref seeded), null, null);
        var connection = ConnectionAt(ref seeded, survivor.Age);
        var together = !connection.HasEnded() && seeded.Chance(.7);
        var sameName = !connection.IsOrWasPartner() || (connection is PersonallyConnected.Married or PersonallyConnected.WereMarried && seeded.Chance(.75));
        var harmer = Make(ref seeded, WhoIsReferred.PersonCausingHarm, area, HarmerAge(ref seeded, survivor.Age, connection),
            sameName ? survivor.FamilyName : null, together ? survivor : null);
        var children = survivor.Age < 55 ? Children(ref seeded, survivor, harmer) : [];
        return new SyntheticFamily(survivor, harmer, connection, together, children);
    }

    /// <summary>How it is safe to make contact with somebody: most may be rung at some times, few get letters, some only through the referrer.</summary>
    /// <param name="number">The same number gives the same answers.</param>
    public SafeContact SafeContact(int number)
    {
        var seeded = Numbers(number, 16);
        if (seeded.Chance(.04))
        {
            return Modules.People.SafeContact.ThroughReferrer("Anybody else in the household.");
        }
        var ring = seeded.Chance(.88);
        return new SafeContact
        {
            MayRing = ring,
            MayLeaveVoicemail = ring && seeded.Chance(.25),
            MayText = !ring || seeded.Chance(.5),
            MayEmail = seeded.Chance(.3),
            MayWrite = seeded.Chance(.12),
            WithholdNumber = ring && seeded.Chance(.6),
            SafeTimes = seeded.Chance(.5) ? seeded.Of(SafeTimes) : null,
            WhoMayAnswer = ring && seeded.Chance(.15) ? "Her sister." : null,
            CodePhrase = seeded.Chance(.2) ? $"Calling about the {seeded.Of(Birds).ToLowerInvariant()} book." : null,
            NotSafeToTalkTo = seeded.Chance(.7) ? "The person causing harm and his family." : null,
        };
    }

    private static readonly WeeklyHours[] SafeTimes =
        [.. new[] { "Mon-Fri 09:30-14:45", "Mon-Fri 10:00-16:00", "Tue 09:00-12:00, Thu 09:00-12:00", "Mon-Fri 12:00-13:00", "Mon-Sun 19:00-21:00" }.Select(WeeklyHours.Parse)];

    private Seeded Numbers(int number, uint purpose)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return new Seeded(seed, ((ulong)purpose << 32) | (uint)number);
    }

    private SyntheticPerson Make(ref Seeded seeded, WhoIsReferred who, string area, int age, string? familyName, SyntheticPerson? livesWith)
    {
        var gender = Likelihoods.Gender(who).Draw(ref seeded);
        var born = day.AddYears(-age).AddDays(-seeded.Below(365));
        return new SyntheticPerson
        {
            Who = who,
            GivenName = NameStock.FirstNamesOf(gender == "female" || (gender != "male" && seeded.Chance(.5)), born.Year).Draw(ref seeded),
            FamilyName = familyName ?? NameStock.Surnames.Draw(ref seeded),
            BornOn = born,
            Age = Age.On(born, day),
            Phone = age < 12 || seeded.Chance(.06) ? null : seeded.Chance(.9) ? $"07700 900{seeded.Below(1_000):000}" : $"020 7946 0{seeded.Below(1_000):000}",
            AddressLine = livesWith?.AddressLine ?? $"{1 + seeded.Below(250)} {seeded.Of(Birds)} {seeded.Of(Ways)}",
            Postcode = livesWith?.Postcode ?? $"ZZ{1 + seeded.Below(98)} {seeded.Below(10)}{PostcodeLetters[seeded.Below(20)]}{PostcodeLetters[seeded.Below(20)]}",
            Area = area,
            Gender = gender,
            Ethnicity = Likelihoods.Ethnicity(area).Draw(ref seeded),
            Disability = Likelihoods.Disability.Draw(ref seeded),
            SexualOrientation = age < 16 ? null : Likelihoods.SexualOrientation.Draw(ref seeded),
            GenderIdentity = age < 16 ? null : Likelihoods.GenderIdentity.Draw(ref seeded),
        };
    }

    /// <summary>Nobody under 35 is abused by a grown-up child, and nobody over 45 by a parent, in these families.</summary>
    private static PersonallyConnected ConnectionAt(ref Seeded seeded, int age)
    {
        while (true)
        {
            var connection = Likelihoods.Connection.Draw(ref seeded);
            if (!(connection == PersonallyConnected.HarmerIsChild && age < 35) && !(connection == PersonallyConnected.HarmerIsParent && age > 45))
            {
                return connection;
            }
        }
    }

    private static int HarmerAge(ref Seeded seeded, int survivor, PersonallyConnected connection) => connection switch
    {
        PersonallyConnected.HarmerIsChild => Math.Max(16, survivor - 18 - seeded.Below(15)),
        PersonallyConnected.HarmerIsParent => survivor + 18 + seeded.Below(18),
        _ => Math.Clamp(survivor - 4 + seeded.Below(13), 16, 90),
    };

    private SyntheticPerson[] Children(ref Seeded seeded, SyntheticPerson survivor, SyntheticPerson harmer)
    {
        var oldest = Math.Min(17, survivor.Age - 16);
        var children = new SyntheticPerson[Math.Min(Likelihoods.Children.Draw(ref seeded), oldest + 1)];
        for (var i = 0; i < children.Length; i++)
        {
            var name = seeded.Chance(.5) ? survivor.FamilyName : harmer.FamilyName;
            children[i] = Make(ref seeded, WhoIsReferred.Child, survivor.Area, seeded.Below(oldest + 1), name, survivor) with { Ethnicity = survivor.Ethnicity };
        }
        return [.. children.OrderBy(c => c.BornOn)];
    }
}
