using Lapwing.Access;
using Lapwing.Demonstration;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals.Intake;
using Lapwing.Modules.Risk;

namespace Lapwing.Bench;

/// <summary>Complete referrals of invented people, as somebody would fill the form.</summary>
internal sealed class Made(ulong seed)
{
    private readonly SyntheticPeople people = new(seed, Time.LondonTime.DateOf(Site.Viewer.Now));

    public IntakeAnswers Referral(int number)
    {
        var family = people.Family(number, "");
        return new()
        {
            Who = WhoIsReferred.AdultVictim, SafeContact = people.SafeContact(number), Subject = Named(family.Survivor), Harmer = Named(family.PersonCausingHarm),
            Characteristics = new(family.Survivor.Gender, family.Survivor.Ethnicity, family.Survivor.Disability, family.Survivor.SexualOrientation),
            Telephone = family.Survivor.Phone, Email = "somebody@mail.example", Address = $"{family.Survivor.AddressLine}, {family.Survivor.Postcode}", Basis = ConsentBasis.Consent,
            Abuse = AbuseKind.PhysicalOrSexual | AbuseKind.ControllingOrCoercive, Relationship = family.Connection, Account = "He came to the door again and would not leave.",
            Needs = Needs.SafetyAdvice | Needs.Advocacy, Needed = "Somebody to go with her to court.", Children = family.Children.Count, ReferrerName = "A practitioner", ReferrerRole = "Social worker", ReferrerTelephone = "020 7946 0958",
            Answered = [.. Journey.All().Select(question => question.Code)],
        };
    }

    private static PersonAnswer Named(SyntheticPerson person) => new() { GivenName = person.GivenName, FamilyName = person.FamilyName, BornOn = person.BornOn, Age = person.Age };
}
