using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;

namespace Lapwing.Tests;

/// <summary>A small partnership to test in: a front door, two services with teams, and referrals with plainly made-up people.</summary>
public sealed class TestData
{
    public Agency Council { get; private set; } = null!;
    public Agency Charity { get; private set; } = null!;
    public Team FrontDoor { get; private set; } = null!;
    public Team Advocates { get; private set; } = null!;
    public Team ChildWorkers { get; private set; } = null!;
    public Service Advocacy { get; private set; } = null!;
    public Service ChildSupport { get; private set; } = null!;

    public static async Task<TestData> ArrangeAsync(TestApp app)
    {
        var act = app.Act();
        var data = new TestData();
        await using var db = await app.OpenAllAsync();
        data.Council = Agency.Add(act, "Testing Council", AgencyKind.Council);
        data.Charity = Agency.Add(act, "Testing Charity", AgencyKind.VoluntarySector);
        data.FrontDoor = Team.Add(act, data.Council.Id, "Front door", "020 7946 0001", isFrontDoor: true);
        data.Advocates = Team.Add(act, data.Charity.Id, "Advocates", "020 7946 0002");
        data.ChildWorkers = Team.Add(act, data.Charity.Id, "Children's workers", "020 7946 0003");
        data.Advocacy = Service.Add(act, 1, "Advocacy", "Independent advocates for adults.", data.Charity.Id, data.Advocates.Id,
            ServiceStage.FormallyLaunched, 20, new ServiceEligibility { Pathway = Pathway.IndependentAdvocacy, Serves = WhoIsReferred.AdultVictim, MinimumAge = 16 });
        data.ChildSupport = Service.Add(act, 2, "Child support", "One to one support for children.", data.Charity.Id, data.ChildWorkers.Id,
            ServiceStage.FormallyLaunched, 5, new ServiceEligibility { Pathway = Pathway.ChildWellbeing, Serves = WhoIsReferred.Child, MaximumAge = 17 });
        db.AddRange(data.Council, data.Charity, data.FrontDoor, data.Advocates, data.ChildWorkers, data.Advocacy, data.ChildSupport);
        db.Areas.Add(Area.Add(act, 1, "Testing", "E09000099", "East Area"));
        await db.SaveAsync(act);
        return data;
    }

    /// <summary>One referral of a named adult, received now, in the front door's circle for a year.</summary>
    public async Task<Referral> ReferAsync(TestApp app, string given = "Wilhelmina", string family = "Ashdown", RiskLevel risk = RiskLevel.Standard,
        WhoIsReferred who = WhoIsReferred.AdultVictim, int age = 34)
    {
        var act = app.Act("referral.receive");
        await using var db = await app.OpenAllAsync();
        var opened = CaseFile.Open(act, db.Session.Keys, who switch
        {
            WhoIsReferred.Child => Side.Child,
            WhoIsReferred.PersonCausingHarm => Side.PersonCausingHarm,
            _ => Side.Survivor,
        }, FrontDoor.Id, act.At.AddYears(1));
        var person = Person.Record(opened.Key, given, family, null, age, new Characteristics());
        var referral = Referral.Receive(act, opened.Key, person, new Arrival
        {
            Reference = Reference.New().ToString(), OutcomeCodeHash = new byte[32], Source = ReferralSource.Police, Who = who,
            SafeContact = new SafeContact { MayRing = true }, Basis = ConsentBasis.Consent,
            TriageDueAt = act.At.AddHours(4), ContactDueAt = act.At.AddDays(1), Risk = risk,
        });
        db.AddRange(opened.File, opened.StoredKey, opened.Circle, person, referral);
        await db.SaveAsync(act);
        return referral;
    }
}
