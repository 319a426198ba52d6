using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Children;
using Lapwing.Modules.People.Orders;
using Lapwing.Modules.Referrals;

namespace Lapwing.Tests.Modules.People.Family;

/// <summary>Many made-up families, each file with a word of its own in everything that it says, and one worker for each side who is in no other circle.</summary>
internal sealed class FamilyWorld : IAsyncDisposable
{
    private static readonly string[] Sides = ["survivor", "other survivor", "child", "harm", "other harm"];

    private FamilyWorld(TestApp app) => App = app;

    public TestApp App { get; }
    public Dictionary<string, Team> Teams { get; } = [];
    public Dictionary<string, Member> Workers { get; } = [];

    /// <summary>Every file: its team and its word.</summary>
    public List<(Id<CaseFile> File, string Team, string Word, int Family)> Files { get; } = [];

    public static string EmailOf(string side) => side.Replace(' ', '-') + "@example.org";

    public static async Task<FamilyWorld> StartAsync(EngineKind engine, int perShape)
    {
        var world = new FamilyWorld(await TestApp.StartAsync(engine));
        await using var db = await world.App.OpenAllAsync();
        var act = world.App.Act();
        var agency = Agency.Add(act, "Harbour Council", AgencyKind.Council);
        var door = Team.Add(act, agency.Id, "Front door", "020 7946 0001", isFrontDoor: true);
        db.AddRange(agency, door);
        foreach (var side in Sides)
            db.Add(world.Teams[side] = Team.Add(act, agency.Id, side, "020 7946 0002"));
        await db.SaveAsync(act);
        foreach (var side in Sides)
            world.Workers[side] = await world.App.JoinAsync(EmailOf(side), Job.CaseWorker, agency, world.Teams[side]);
        var batch = db.NewBatch();
        for (var family = 0; family < perShape * FamilyShape.All.Length; family++)
            batch.AddRange(world.Family(db, family, door));
        await db.SaveAsync(world.App.Act("test.arrange"), batch);
        return world;
    }

    private List<object> Family(PartnershipDb db, int family, Team door)
    {
        var (act, made, matter) = (App.Act("referral.receive"), new List<object>(), Guid.CreateVersion7());
        foreach (var shape in FamilyShape.All[family % FamilyShape.All.Length].Files)
        {
            var opened = CaseFile.Open(act, db.Session.Keys, shape.Side, door.Id, act.At.AddYears(1), matter);
            var word = WordOf(Files.Count);
            Files.Add((opened.File.Id, shape.Team, word, family));
            made.AddRange([opened.File, opened.StoredKey, opened.Circle, opened.Admit(act, Teams[shape.Team].Id, Depth.Work, "test", act.At.AddYears(1)),
                opened.Unseal(act, Teams[shape.Team].Id, Seal.Whereabouts, "test", act.At.AddYears(1))]);
            made.AddRange(Records(db, act, opened.Key, shape, word));
        }
        return made;
    }

    private static IEnumerable<object> Records(PartnershipDb db, Act act, FileKey key, FileShape shape, string word)
    {
        var subject = Person.Record(key, word + "given", word + "family", new(1990, 1, 1), null, new());
        yield return subject;
        foreach (var term in db.Session.Index.KeysFor(subject, [word + "given", word + "family"], [new(1990, 1, 1)], []))
            yield return term;
        yield return Whereabouts.Record(act, key, db.Session.Index, subject.Id, word + "address");
        yield return ContactMethod.Add(act, key, db.Session.Index, subject.Id, ContactKind.Email, word + "@example.org", new() { MayEmail = true });
        var household = Household.Add(act, key, word + "household");
        yield return household;
        yield return Stay.Begin(act, household, subject, StayKind.Lives, null, null);
        if (shape.Side == Side.Child)
            yield return ChildConsent.Decide(act, key, subject, 12, Understanding.Understands, ConsentRoute.CompetentChild, null, true, word + "reasons");
        else
            yield return Referral.Receive(act, key, subject, new()
            {
                Reference = Reference.New().ToString(), OutcomeCodeHash = new byte[32], Source = ReferralSource.Police, Who = shape.Side == Side.Survivor ? WhoIsReferred.AdultVictim : WhoIsReferred.PersonCausingHarm,
                SafeContact = new() { MayRing = true, CodePhrase = word + "phrase" }, Basis = ConsentBasis.Consent, Account = word + "account", Risk = RiskLevel.Medium,
                TriageDueAt = act.At.AddHours(4), ContactDueAt = act.At.AddDays(1),
            });
        foreach (var (name, role, connection) in shape.Others)
        {
            var other = Person.Add(act, key, new() { GivenName = word + name.Replace(" ", "", StringComparison.Ordinal), FamilyName = word + "other", OtherNames = [word + "alias"], Role = role });
            yield return other;
            yield return Relationship.Assert(act, key, subject, other, new(connection, null, null, word + "words", AssertionStatus.Alleged, AssertionSource.ThePerson, new(2023, 6, 1)));
            if (role != RoleInFile.SaidToCauseHarm)
                continue;
            var order = ProtectionOrder.Record(act, key, new(OrderKind.NonMolestation, new(2023, 6, 1), null, word + "court", word + "conditions"));
            yield return order;
            yield return OrderParty.Name(order, subject, OrderSide.Protects);
            yield return OrderParty.Name(order, other, OrderSide.Binds);
            yield return order.Breach(act, key, new(2023, 6, 2), word + "breach", word + "done");
        }
    }

    /// <summary>A word that stands nowhere else: letters only, so that it survives every form of a name.</summary>
    private static string WordOf(int number) => "zq" + string.Concat(number.ToString("0000", CultureInfo.InvariantCulture).Select(digit => (char)('a' + (digit - '0')))) + "q";

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
