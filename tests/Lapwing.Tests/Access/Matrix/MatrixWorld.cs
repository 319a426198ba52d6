using System.Security.Cryptography;
using System.Text;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accounts;
using Lapwing.Modules.Accommodation;
using Lapwing.Modules.Accommodation.Pathway;
using Lapwing.Modules.Accommodation.Sanctuary;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Casework.Documents;
using Lapwing.Modules.Casework.Notes;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Modules.Boards;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Figures;
using Lapwing.Modules.Groups;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Orders;
using Lapwing.Modules.Places;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Import;
using Lapwing.Modules.Referrals.Intake;
using Lapwing.Modules.Risk;
using Lapwing.Modules.SubjectAccess;
using Lapwing.Modules.Risk.OverTime;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lapwing.Tests.Access.Matrix;

/// <summary>Two partnerships, one member for each role, one family file for each situation, and one of everything else that an address can name.</summary>
internal sealed class MatrixWorld : IAsyncDisposable
{
    private readonly Dictionary<string, string> examples = [];
    private readonly Dictionary<Situation, Dictionary<string, string>> records = [];
    private readonly Dictionary<Role, string> drafts = [];
    private readonly string invitation = InvitationCode.New().Code;
    private readonly string agencyLink = AgencyLinkCode.New();

    private MatrixWorld(TestApp app, EngineKind engine) => (App, this.engine) = (app, engine);

    private readonly EngineKind engine;

    public TestApp App { get; }

    /// <summary>The files that one role asks for at an entrance whose address names one. On SQLite all; on PostgreSQL what is not there and a third of the others, another third at each
    /// entrance and for each role: who may what is decided by the same code on both, and that the filter is the same rule in the SQL of both is tried apart (<see cref="NeedToKnowTests"/>).</summary>
    public IEnumerable<Situation> FilesAt(Entrance entrance, Role role) => Situation.All.Where(file => file.IsThere && (engine == EngineKind.Sqlite
        || SHA256.HashData(Encoding.UTF8.GetBytes($"{entrance}|{role}|{file}"))[0] % 3 == 0)).Prepend(Situation.NotThere);

    /// <summary>Who acts, as the trail names them.</summary>
    public Dictionary<Role, Guid> Members { get; } = [];

    /// <summary>The reference that each file's referral was given.</summary>
    public Dictionary<Situation, string> References { get; } = [];

    public static string EmailOf(Role role) => (role.Name.StartsWith("member elsewhere", StringComparison.Ordinal) ? "elsewhere" : role.Name.Replace(' ', '-')) + "@example.org";

    public static async Task<MatrixWorld> StartAsync(EngineKind engine, Action<Microsoft.AspNetCore.Builder.WebApplicationBuilder>? configure = null)
    {
        var app = await TestApp.StartAsync(engine, configure: configure);
        await app.Partnerships.FoundAsync("elsewhere", "Elsewhere", isDemonstration: true);
        var world = new MatrixWorld(app, engine);
        await world.ArrangeAsync("testing");
        await world.ArrangeAsync("elsewhere");
        await world.InviteAsync();
        return world;
    }

    /// <summary>The parameters that addresses may have: each has an example here, or the matrix does not know where to knock.</summary>
    public static IReadOnlySet<string> Parameters { get; } = new HashSet<string>
    {
        "partnership", "code", "draft", "question", "agency", "team", "area", "service", "member", "run", "mapping", "quarter", "measure", "audience", "paper", "section",
        "figure", "format", "request", "pool", "file", "referral", "assessment", "episode", "person", "relationship", "household", "order", "note", "task", "document", "incident",
        "programme", "facilitator", "cohort", "session", "waiting", "place", "unit", "enquiry", "stay", "works", "step",
    };

    /// <summary>The records of a file that an address can name.</summary>
    public static IReadOnlySet<string> Records { get; } = new HashSet<string> { "file", "referral", "assessment", "episode", "person", "relationship", "household", "order", "note", "task", "document", "incident", "waiting", "place", "stay", "works" };

    public string UrlOf(Role role, Entrance entrance, Situation? file, bool anothersDraft)
    {
        var values = new Dictionary<string, string>(examples) { ["partnership"] = role.Partnership };
        values["code"] = entrance.Route.Contains("invitation", StringComparison.Ordinal) ? invitation : entrance.Route.Contains("status", StringComparison.Ordinal) ? "404" : agencyLink;
        values["draft"] = entrance.Route.Contains("get-help", StringComparison.Ordinal) ? examples["survivor's draft"]
            : entrance.Route.Contains("as-agency", StringComparison.Ordinal) ? examples["agency's draft"]
            : drafts.GetValueOrDefault(anothersDraft ? Role.All.First(other => other != role && drafts.ContainsKey(other)) : role, examples["agency's draft"]);
        foreach (var record in Records)
            values[record] = file is { IsThere: true } ? records[file][record] : Guid.CreateVersion7().ToString("N");
        return entrance.UrlWith(values);
    }

    /// <summary>The number of one record of a file, as it stands in addresses.</summary>
    public string RecordOf(Situation file, string name) => records[file][name];

    /// <summary>What the form says, where it is the form that names something; an empty form says enough everywhere else.</summary>
    public KeyValuePair<string, string>[] FormOf(Entrance entrance) => entrance.Route switch
    {
        "/{partnership}/search" => [new("Name", "Canary")],
        "/{partnership}/members/grants" => [new("Grant", examples["grant"])],
        "/{partnership}/accommodation/units/{unit}/address" => [new("Purpose", "journey")],
        "/{partnership}/files/{file}/contact/addresses" => [new("Purpose", "safety-plan")],
        "/{partnership}/directory/agencies/{agency}/links" => [new("Link", examples["link"])],
        _ => [],
    };

    /// <summary>The records that this address names, as the trail keeps them.</summary>
    public IEnumerable<Guid> RecordsOf(Entrance entrance, Situation file) => entrance.Parameters.Where(Records.Contains).Select(name => Guid.Parse(records[file][name]));

    private async Task ArrangeAsync(string partnership)
    {
        var isHere = partnership == "testing";
        await using var db = await App.OpenAllAsync(partnership);
        var act = App.Act();
        var agency = Agency.Add(act, "Harbour Council", AgencyKind.Council);
        var ours = Team.Add(act, agency.Id, "Ours", "020 7946 0001", isFrontDoor: true);
        var theirs = Team.Add(act, agency.Id, "Theirs", "020 7946 0002");
        var service = Service.Add(act, 1, "Kingfisher", "", agency.Id, ours.Id, ServiceStage.FormallyLaunched, null, new() { Pathway = Pathway.Outreach });
        var area = Area.Add(act, 1, "Testing", "E09000099", "East Area");
        db.AddRange(agency, ours, theirs, service, area);
        await db.SaveAsync(act);
        foreach (var role in Role.All.Where(role => role.IsSignedIn && (isHere != role.IsElsewhere)))
            await JoinAsync(db, role, agency, ours);
        var group = await PlanAsync(db, ours, service, isHere);
        foreach (var situation in Situation.All.Where(situation => situation.IsThere && situation.IsElsewhere != isHere))
            await OpenAsync(db, situation, ours, theirs, service, group);
        if (isHere)
            await ExamplesAsync(db, agency, ours, theirs, service, area);
    }

    private async Task JoinAsync(PartnershipDb db, Role role, Agency agency, Team team)
    {
        if (role is { Letter: null, Name: "member elsewhere, here" })
            return; // its account is made where it is a member
        var act = App.Act();
        var account = await App.AccountAsync(EmailOf(role));
        var member = role.Letter is not null ? Member.Join(act, account.Id, role.Name, agency.Id, role.Job)
            : role.Name.StartsWith("invited", StringComparison.Ordinal) ? Member.Invite(act, account.Id, role.Name, agency.Id)
            : Member.Join(act with { At = act.At.AddDays(-30) }, account.Id, role.Name, agency.Id, Job.CaseWorker);
        if (role.Name.EndsWith("left", StringComparison.Ordinal))
            member.Leave(act with { At = act.At.AddSeconds(-1) });
        var draft = IntakeDraft.Start(act with { Who = act.Who with { Member = member.Id } }, db.Session.Keys, WayIn.Member, agency.Id, null, new(), 14);
        db.AddRange(member, TeamMembership.Join(act, member.Id, team.Id), draft);
        await db.SaveAsync(act);
        (Members[role], drafts[role]) = (member.Id.Value, draft.Id.ToString());
    }

    /// <summary>One person's file with a referral, an assessment, a support episode and a sealed address. All belong to one family matter: being on one side shows no other.</summary>
    private async Task OpenAsync(PartnershipDb db, Situation situation, Team ours, Team theirs, Service service, (GroupProgramme Programme, Cohort Cohort) group)
    {
        var act = App.Act("referral.receive");
        var before = act with { At = act.At.AddDays(-10) };
        var opened = CaseFile.Open(act, db.Session.Keys, situation.IsOtherSide ? Side.PersonCausingHarm : Side.Survivor, theirs.Id, act.At.AddYears(1), Matter);
        var person = Person.Record(opened.Key, situation.GivenName, "Canary", new(1990, 1, 1 + records.Count), null, new());
        References[situation] = Reference.OfOrdinal(1000 + records.Count).ToString();
        var referral = Referral.Receive(act, opened.Key, person, new()
        {
            Reference = References[situation], OutcomeCodeHash = new byte[32], Source = ReferralSource.Police, Who = WhoIsReferred.AdultVictim,
            SafeContact = new() { MayRing = true }, Basis = ConsentBasis.Consent, Account = situation.Account, Risk = RiskLevel.Medium,
            TriageDueAt = act.At.AddHours(4), ContactDueAt = act.At.AddDays(1),
        });
        var assessment = RiskAssessment.Complete(act, opened.Key, person.Id, "lapwing-demonstration", "1", "[]", 0, RiskLevel.Standard, RiskLevel.Standard, null, "");
        var episode = referral.OfferTo(act, service, 10);
        db.AddRange(opened.File, opened.StoredKey, opened.Circle, person, referral, assessment, episode, Whereabouts.Record(act, opened.Key, db.Session.Index, person.Id, situation.Address));
        var note = Note.Sign(act, opened.Key, new() { Kind = NoteKind.Visit, Words = situation.Account }, act.At, null);
        var task = CaseTask.Set(act, opened.Key, situation.Account, act.Who.Member, new(2023, 7, 1));
        var (document, parts) = await DocumentRecord.KeepAsync(act, db.Session.Keys, opened.Key, DocumentSeal.None, situation.Account, "txt", new MemoryStream(System.Text.Encoding.UTF8.GetBytes(situation.Account)), default);
        db.AddRange(note, task, document, parts[0]);
        var incident = Incident.Record(act, opened.Key, new(new(2023, 6, 1), false, IncidentKind.Violence, IncidentSource.Police, person.Id, null, null, situation.Account));
        db.Add(incident);
        db.AddRange(db.Session.Index.KeysFor(person, [situation.GivenName, "Canary"], [new(1990, 1, 1 + records.Count)], []));
        var other = Person.Add(act, opened.Key, new() { GivenName = situation.GivenName, FamilyName = "Other", Role = RoleInFile.SaidToCauseHarm });
        var relationship = Relationship.Assert(act, opened.Key, person, other, new(PersonallyConnected.WereMarried, null, null, situation.Account, AssertionStatus.Alleged, AssertionSource.ThePerson, new(2023, 6, 1)));
        var household = Household.Add(act, opened.Key, situation.Account);
        var order = ProtectionOrder.Record(act, opened.Key, new(OrderKind.NonMolestation, new(2023, 6, 1), null, null, situation.Account));
        db.AddRange(other, relationship, household, order, Stay.Begin(act, household, person, StayKind.Lives, null, null),
            OrderParty.Name(order, person, OrderSide.Protects), OrderParty.Name(order, other, OrderSide.Binds));
        var answers = new WaitingAnswers(situation.Account, null, new(2022, 6, 1), true, false, null, null, null);
        var waiting = WaitingEntry.Ask(act, opened.Key, group.Programme, Side.Survivor, person, answers, null);
        var seat = Pairing.Add(act, group.Cohort, null, new(waiting, opened.Key), [], [], null, null)[0];
        db.AddRange(waiting, seat);
        var (works, stay) = (SanctuaryWorks.Ask(act, opened.File.Id, person.Id, person.Id.Value, default, false, new(2023, 6, 1)), Stays(db, act, opened.Key, person, ours));
        db.Add(works);
        if (situation.Circle is { } depth)
            db.Add(Circle.Give(situation.IsOtherSide ? act : before, opened.File, ours.Id, depth, "test", situation.IsEnded ? act.At.AddDays(-1) : act.At.AddYears(1)));
        if (situation.Seal != "never")
            db.Add(SealGrant.Give(before, opened.File.Id, ours.Id, Seal.Whereabouts, "test", situation.Seal == "ended" ? act.At.AddDays(-1) : act.At.AddYears(1)));
        if (situation.IsWalled)
            db.AddRange(Members.Values.Select(member => Wall.Raise(act, opened.File.Id, new(member), "test")));
        if (situation.IsSuspected)
            db.AddRange(Members.Values.Select(member => Wall.Suspect(act, opened.File.Id, new(member), "test")));
        if (situation.IsNamed is { } isNamed)
            db.AddRange(isNamed ? Members.Values.Select(member => NamedMember.Name(act, opened.File.Id, new(member))) : [NamedMember.Name(act, opened.File.Id, Id<Member>.New())]);
        if (situation.IsEntered)
            db.AddRange(Members.Values.Select(member => EmergencyUse.Enter(act with { Who = act.Who with { Member = new(member) } }, db.Session.Keys, opened.File.Id,
                EmergencyReason.DangerToLife, "A made-up sentence", act.At.AddHours(1), act.At.AddDays(1))));
        await db.SaveAsync(act);
        records[situation] = new()
        {
            ["file"] = opened.File.Id.ToString(), ["referral"] = referral.Id.ToString(), ["assessment"] = assessment.Id.ToString(), ["episode"] = episode.Id.ToString(),
            ["person"] = other.Id.ToString(), ["relationship"] = relationship.Id.ToString(), ["household"] = household.Id.ToString(), ["order"] = order.Id.ToString(),
            ["note"] = note.Id.ToString(), ["task"] = task.Id.ToString(), ["document"] = document.Id.ToString(),
            ["incident"] = incident.Id.ToString(), ["waiting"] = waiting.Id.ToString(), ["place"] = seat.Id.ToString(), ["stay"] = stay.Id.ToString(), ["works"] = works.Id.ToString(),
        };
    }

    /// <summary>A programme with its one group, on both of whose sides nobody is refused: it has a sealed part, and takes mothers.</summary>
    private async Task<(GroupProgramme, Cohort)> PlanAsync(PartnershipDb db, Team ours, Service service, bool isHere)
    {
        var act = App.Act();
        var programme = GroupProgramme.Add(act, ours.Id, service.Number, new("Made-up groups", "", GroupTier.Therapeutic, true, 60, null, null, 1, ["First", "Last"], GroupCriteria.Usual(GroupTier.Therapeutic)));
        var facilitator = Facilitator.Name(act, programme, Id<Member>.New(), new(new(2023, 1, 1), new(2025, 12, 31), new(2022, 1, 1), null));
        var planned = Cohort.Plan(act, programme, GroupFor.Carers, new("Kestrel", 40, 16 * 60, facilitator.Id, null, new Dictionary<Id<Facilitator>, (string, LicenceTerms)> { [facilitator.Id] = ("Made up", facilitator.Terms) }), [new(2023, 6, 6), new(2023, 6, 13)]);
        db.AddRange(programme, facilitator, planned.Cohort);
        db.AddRange(planned.Sessions);
        await db.SaveAsync(act);
        if (isHere)
            foreach (var (name, value) in new[] { ("programme", programme.Id.ToString()), ("facilitator", facilitator.Id.ToString()), ("cohort", planned.Cohort.Id.ToString()), ("session", planned.Sessions[0].Id.ToString()) })
                examples[name] = value;
        return (programme, planned.Cohort);
    }

    /// <summary>A word that stands nowhere else: the crawl looks for it in everything that comes back.</summary>
    internal const string UnitAddress = "7 zqtokenunit Lane, ZZ9 9ZZ";

    internal static UnitTerms Refuge { get; } = new() { Type = UnitType.Refuge, Standing = ProviderStanding.DomesticAbuseCharity, Premises = Premises.SharedInOwnBuilding, Spaces = 4, MaxPeople = 4 };

    /// <summary>A household that moved into a place of its own.</summary>
    private static SafeStay Stays(PartnershipDb db, Act act, FileKey key, Person person, Team team)
    {
        var unit = SafeUnit.Add(act, $"Unit {Guid.NewGuid():N}"[..20], team.Agency, team.Id, Refuge);
        var request = SafeRequest.Make(act, key, person, team.Id, person.Id.Value, default, new() { Adults = 1, As = AskingAs.Woman }, []);
        var (said, claim) = (unit.SayVacancies(act, 1), UnitClaim.Hold(act, unit, 1, new(request.AsTurnedAway, HouseholdNeeds.Of(request.Needs), team.Id, act.At.AddHours(1))));
        claim.Offer(act);
        claim.Accept(act);
        var stay = SafeStay.MoveIn(act, request, claim, unit, person, new(2023, 6, 6));
        request.Place(act);
        db.AddRange(unit, said, claim, request, stay, claim.MoveIn(act, unit));
        return stay;
    }

    private static readonly Guid Matter = Guid.CreateVersion7();

    private async Task ExamplesAsync(PartnershipDb db, Agency agency, Team ours, Team team, Service service, Area area)
    {
        var act = App.Act();
        var spare = Member.Invite(act, await InvitedAsync("spare@example.org"), "Spare", agency.Id);
        var grant = JobGrant.Propose(act with { Who = act.Who with { Member = new(Members.Single(m => m.Key.Letter == 'A').Value) } }, spare.Id, Job.CaseWorker);
        var link = AgencyLink.Make(act, agency.Id, AgencyLinkCode.HashOf(agencyLink), act.At.AddDays(30));
        var another = AgencyLink.Make(act, agency.Id, AgencyLinkCode.HashOf("another"), act.At.AddDays(30));
        var run = ImportRun.Begin(act, db.Session.Keys, 1, "made-up.csv", new byte[32], "CSV", ImportMap.Canonical, null);
        run.Check(act, new(), "");
        var mapping = ImportMapping.Keep(act, "Made up", ImportMap.Canonical);
        var agencys = IntakeDraft.Start(act, db.Session.Keys, WayIn.AgencyLink, agency.Id, "the browser's secret", new(), 14);
        var survivors = IntakeDraft.Start(act, db.Session.Keys, WayIn.Survivor, null, "the browser's secret", new(), 14);
        var request = SubjectAccessRequest.Receive(act, db.Session.Keys, new("Nobody", "Known", new(1980, 1, 1), "Seen in person"), new(2023, 6, 1));
        db.AddRange(request, spare, grant, run, mapping, agencys, survivors, link, another);
        var (open, made) = OpenPaper.Make(act, Paper.Draft(act, new(2022, 4), "board", 1, "Update", "restricted"), [("Summary", "{{referrals-received}} referrals")], "");
        var snapshot = await App.Services.GetRequiredService<FiguresDoor>().FreezeAsync("testing", act.Who, open.Paper.Period, "board", default);
        db.AddRange(open.Paper, open.Sections[0], made, snapshot, open.Paper.Freeze(act, snapshot));
        var pool = PoolBook.Open(db, act, new()
        {
            Name = "Made up", From = new(2023, 4, 1), Until = new(2024, 3, 31), Least = 2, Most = 2, Places = 2, Rule = Lapwing.Modules.Places.Allocation.AllocationRule.FirstCome, Panel = team.Id, Team = team.Id,
        }, [(area.Number, 1, 0, null)], "made up");
        var unit = SafeUnit.Add(act, "Grey Canary", agency.Id, ours.Id, Refuge);
        var enquiry = SafeEnquiry.Take(act, db.Session.Index, ours.Id, EnquiryFrom.Helpline, new() { Adults = 1, As = AskingAs.Woman }, []);
        var step = PathwayStep.Add(act, new(1, "Made up", "A made-up barrier", "", "Nobody", ""));
        db.AddRange(unit, UnitLocation.Record(act, db, unit, UnitAddress, "E09000002"), enquiry, step);
        await db.SaveAsync(act);
        foreach (var (name, value) in new[]
        {
            ("unit", unit.Id.ToString()), ("enquiry", enquiry.Id.ToString()), ("step", step.Id.ToString()),
            ("agency", agency.Id.ToString()), ("team", team.Id.ToString()), ("service", service.Id.ToString()), ("area", area.Id.ToString()), ("member", spare.Id.ToString()),
            ("grant", grant.Id.ToString()), ("link", another.Id.ToString()),
            ("run", run.Id.ToString()), ("mapping", mapping.Id.ToString()), ("agency's draft", agencys.Id.ToString()), ("survivor's draft", survivors.Id.ToString()),
            ("question", "who"), ("quarter", "2023-24-Q1"), ("measure", "referrals-received"), ("audience", "board"),
            ("paper", open.Paper.Id.ToString()), ("section", open.Sections[0].Id.ToString()), ("figure", "referrals-received"), ("format", "html"), ("request", request.Id.ToString()), ("pool", pool.Pool.Id.ToString()),
        })
            examples[name] = value;
    }

    /// <summary>An account that was invited and has no password yet.</summary>
    private async Task<Guid> InvitedAsync(string email)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var account = new Account { Id = Guid.CreateVersion7(), UserName = email, Email = email, FullName = "Invited" };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account)).Succeeded);
        return account.Id;
    }

    private async Task InviteAsync()
    {
        var account = await InvitedAsync("new@example.org");
        await using var scope = App.Services.CreateAsyncScope();
        var house = scope.ServiceProvider.GetRequiredService<HouseDb>();
        house.Invitations.Add(Invitation.Send(InvitationCode.HashOf(invitation)!, "new@example.org", "New", account, App.Now.AddDays(7)));
        await house.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
