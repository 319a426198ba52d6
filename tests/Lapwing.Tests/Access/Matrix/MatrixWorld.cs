using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accounts;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Casework.Documents;
using Lapwing.Modules.Casework.Notes;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Modules.Boards;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Figures;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Orders;
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

    private MatrixWorld(TestApp app) => App = app;

    public TestApp App { get; }

    /// <summary>Who acts, as the trail names them.</summary>
    public Dictionary<Role, Guid> Members { get; } = [];

    /// <summary>The reference that each file's referral was given.</summary>
    public Dictionary<Situation, string> References { get; } = [];

    public static string EmailOf(Role role) => (role.Name.StartsWith("member elsewhere", StringComparison.Ordinal) ? "elsewhere" : role.Name.Replace(' ', '-')) + "@example.org";

    public static async Task<MatrixWorld> StartAsync(EngineKind engine)
    {
        var app = await TestApp.StartAsync(engine);
        await app.Partnerships.FoundAsync("elsewhere", "Elsewhere", isDemonstration: true);
        var world = new MatrixWorld(app);
        await world.ArrangeAsync("testing");
        await world.ArrangeAsync("elsewhere");
        await world.InviteAsync();
        return world;
    }

    /// <summary>The parameters that addresses may have: each has an example here, or the matrix does not know where to knock.</summary>
    public static IReadOnlySet<string> Parameters { get; } = new HashSet<string>
    {
        "partnership", "code", "draft", "question", "agency", "team", "area", "service", "member", "run", "mapping", "quarter", "measure", "audience", "paper", "section",
        "figure", "format", "request", "file", "referral", "assessment", "episode", "person", "relationship", "household", "order", "note", "task", "document", "incident",
    };

    /// <summary>The records of a file that an address can name.</summary>
    public static IReadOnlySet<string> Records { get; } = new HashSet<string> { "file", "referral", "assessment", "episode", "person", "relationship", "household", "order", "note", "task", "document", "incident" };

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

    /// <summary>What the form says, where it is the form that names something; an empty form says enough everywhere else.</summary>
    public KeyValuePair<string, string>[] FormOf(Entrance entrance) => entrance.Route switch
    {
        "/{partnership}/search" => [new("Name", "Canary")],
        "/{partnership}/members/grants" => [new("Grant", examples["grant"])],
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
        foreach (var situation in Situation.All.Where(situation => situation.IsThere && situation.IsElsewhere != isHere))
            await OpenAsync(db, situation, ours, theirs, service);
        if (isHere)
            await ExamplesAsync(db, agency, theirs, service, area);
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
    private async Task OpenAsync(PartnershipDb db, Situation situation, Team ours, Team theirs, Service service)
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
            ["incident"] = incident.Id.ToString(),
        };
    }

    private static readonly Guid Matter = Guid.CreateVersion7();

    private async Task ExamplesAsync(PartnershipDb db, Agency agency, Team team, Service service, Area area)
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
        await db.SaveAsync(act);
        foreach (var (name, value) in new[]
        {
            ("agency", agency.Id.ToString()), ("team", team.Id.ToString()), ("service", service.Id.ToString()), ("area", area.Id.ToString()), ("member", spare.Id.ToString()),
            ("grant", grant.Id.ToString()), ("link", another.Id.ToString()),
            ("run", run.Id.ToString()), ("mapping", mapping.Id.ToString()), ("agency's draft", agencys.Id.ToString()), ("survivor's draft", survivors.Id.ToString()),
            ("question", "who"), ("quarter", "2023-24-Q1"), ("measure", "referrals-received"), ("audience", "board"),
            ("paper", open.Paper.Id.ToString()), ("section", open.Sections[0].Id.ToString()), ("figure", "referrals-received"), ("format", "html"), ("request", request.Id.ToString()),
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
