using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Places;
using Lapwing.Modules.Places.Allocation;
using Lapwing.Modules.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Places;

/// <summary>Three boroughs that share places: a panel, a provider that works with people who cause harm, another that works with victims, and each borough's own team.</summary>
public sealed class Consortium : IAsyncDisposable
{
    private int taken;

    public required TestApp App { get; init; }
    public required Team Panel { get; init; }
    public required Team Drive { get; init; }
    public required Team Advocates { get; init; }
    public required IReadOnlyList<Team> Boroughs { get; init; }
    public required IReadOnlyDictionary<string, Member> Members { get; init; }
    public required IReadOnlyDictionary<Id<Member>, Id<Team>[]> Teams { get; init; }

    /// <summary>A year in which the clock of the tests stands.</summary>
    public static readonly DateOnly From = new(2023, 4, 1), Until = new(2024, 3, 31);

    public static async Task<Consortium> StartAsync(EngineKind engine)
    {
        var app = await TestApp.StartAsync(engine);
        await using var db = await app.OpenAllAsync();
        var act = app.Act();
        var (provider, victims) = (Agency.Add(act, "Testing Mutual", AgencyKind.VoluntarySector), Agency.Add(act, "Testing Victims", AgencyKind.VoluntarySector));
        Agency[] councils = [Agency.Add(act, "Eastborough", AgencyKind.Council), Agency.Add(act, "Westborough", AgencyKind.Council), Agency.Add(act, "Northborough", AgencyKind.Council)];
        var panel = Team.Add(act, provider.Id, "Panel", "020 7946 0001", isFrontDoor: true);
        var drive = Team.Add(act, provider.Id, "Case management", "020 7946 0002");
        var advocates = Team.Add(act, victims.Id, "Advocates", "020 7946 0003");
        Team[] boroughs = [.. councils.Select((council, i) => Team.Add(act, council.Id, council.Name, $"020 7946 001{i}"))];
        db.AddRange(provider, victims, panel, drive, advocates);
        db.AddRange(councils.Cast<object>().Concat(boroughs));
        db.AddRange(councils.Select((council, i) => Area.Add(act, i + 1, council.Name, $"E0900009{i}", i == 2 ? "North Unit" : "East Unit")));
        await db.SaveAsync(act);
        var (members, teams) = (new Dictionary<string, Member>(), new Dictionary<Id<Member>, Id<Team>[]>());
        foreach (var (name, jobs, agency, team) in new (string, Job, Agency, Team?)[]
        {
            ("flo", Job.FrontDoor, provider, panel), ("pat", Job.FrontDoor, provider, panel), ("sid", Job.TeamManager, councils[0], panel),
            ("cam", Job.CaseWorker, provider, drive), ("mia", Job.TeamManager | Job.CaseWorker, provider, drive), ("vic", Job.CaseWorker, victims, advocates),
            ("eas", Job.CaseWorker, councils[0], boroughs[0]), ("wes", Job.CaseWorker, councils[1], boroughs[1]), ("nor", Job.CaseWorker, councils[2], boroughs[2]),
            ("pia", Job.ProgrammeLead, provider, null), ("par", Job.PartnerRepresentative, councils[1], boroughs[1]),
        })
        {
            members[name] = team is null ? await app.JoinAsync(name + "@example.org", jobs, agency) : await app.JoinAsync(name + "@example.org", jobs, agency, team);
            teams[members[name].Id] = team is null ? [] : [team.Id];
        }
        return new() { App = app, Panel = panel, Drive = drive, Advocates = advocates, Boroughs = boroughs, Members = members, Teams = teams };
    }

    public Task<TestBrowser> AsAsync(string who) => App.SignInAsync(who + "@example.org");

    public Viewer ViewerOf(string who) =>
        new(Members[who].Id, who, Members[who].Agency, Members[who].Jobs, Teams[Members[who].Id], App.Now, "test");

    /// <summary>The database as one member sees it.</summary>
    public Task<PartnershipDb> OpenAsync(string who) => App.Partnerships.OpenAsync("testing", ViewerOf(who));

    public Act ActOf(string who, string code = "test.act") => new(ViewerOf(who), App.Now, code, "testing");

    public PoolTerms Terms(int places, AllocationRule rule = AllocationRule.FirstCome) => new()
    {
        Name = "Testing places " + Guid.NewGuid().ToString("N")[..8], From = From, Until = Until, Least = Math.Max(1, Math.Min(places, 25)), Most = Math.Max(places, 30), Places = places, Rule = rule, Panel = Panel.Id, Team = Drive.Id,
    };

    /// <summary>A pool of all three boroughs.</summary>
    public async Task<PlacePool> PoolAsync(PoolTerms terms, params int[] needs)
    {
        await using var db = await App.OpenAllAsync();
        var act = App.Act("pool.open");
        var book = PoolBook.Open(db, act, terms, [.. Boroughs.Select((team, i) => (i + 1, needs.Length > i ? needs[i] : 100, terms.Rule == AllocationRule.FixedShares && needs.Length > i ? needs[i] : 0, (Id<Team>?)team.Id))], "agreed in a test");
        await db.SaveAsync(act);
        return book.Pool;
    }

    /// <summary>Somebody who causes harm, with a file in the panel's circle; and the file of the victim in the same matter, in the advocates' circle.</summary>
    public async Task<(Id<CaseFile> Harm, Id<CaseFile> Victim)> FamilyAsync(string given = "Harmon", string? victimsAddress = null, string? victimsPhone = null)
    {
        await using var db = await App.OpenAllAsync();
        var act = App.Act("referral.receive");
        var opened = CaseFile.Open(act, db.Session.Keys, Side.PersonCausingHarm, Panel.Id, act.At.AddYears(2));
        var victim = CaseFile.Open(act, db.Session.Keys, Side.Survivor, Advocates.Id, act.At.AddYears(2), opened.File.Matter);
        db.AddRange(Records(act, opened, given, WhoIsReferred.PersonCausingHarm));
        db.AddRange(Records(act, victim, "Verena", WhoIsReferred.AdultVictim));
        var woman = db.ChangeTracker.Entries<Person>().Single(e => e.Entity.CaseFile == victim.File.Id).Entity;
        if (victimsAddress is not null)
            db.Add(Whereabouts.Record(act, victim.Key, db.Session.Index, woman.Id, victimsAddress));
        if (victimsPhone is not null)
            db.Add(ContactMethod.Add(act, victim.Key, db.Session.Index, woman.Id, ContactKind.Telephone, victimsPhone, null));
        await db.SaveAsync(act);
        return (opened.File.Id, victim.File.Id);
    }

    private IEnumerable<object> Records(Act act, OpenedFile opened, string given, WhoIsReferred who)
    {
        var person = Person.Record(opened.Key, given, "Madeup", new(1985, 3, 2), null, new());
        var referral = Referral.Receive(act, opened.Key, person, new()
        {
            Reference = Reference.OfOrdinal(Interlocked.Increment(ref taken)).ToString(), OutcomeCodeHash = new byte[32], Source = ReferralSource.Police, Who = who,
            SafeContact = new() { MayRing = true }, Basis = ConsentBasis.Consent, Risk = RiskLevel.High, TriageDueAt = act.At.AddHours(4), ContactDueAt = act.At.AddDays(1),
        });
        return [opened.File, opened.StoredKey, opened.Circle, person, referral];
    }

    /// <summary>Many files at once, for tests in which only their number matters.</summary>
    public async Task<IReadOnlyList<Id<CaseFile>>> FilesAsync(int count)
    {
        await using var db = await App.OpenAllAsync();
        var act = App.Act("referral.receive");
        OpenedFile[] opened = [.. Enumerable.Range(0, count).Select(_ => CaseFile.Open(act, db.Session.Keys, Side.PersonCausingHarm, Panel.Id, act.At.AddYears(2)))];
        db.AddRange(opened.SelectMany(o => (object[])[o.File, o.StoredKey, o.Circle]));
        await db.SaveAsync(act);
        return [.. opened.Select(o => o.File.Id)];
    }

    /// <summary>A request for each file, found eligible by the panel one minute after the other.</summary>
    public async Task<IReadOnlyList<Id<PlaceRequest>>> EligibleAsync(PlacePool pool, IReadOnlyList<Id<CaseFile>> files, Func<int, int>? area = null, Func<int, PlacePriority>? priority = null)
    {
        await using var db = await App.OpenAllAsync();
        var act = App.Act("place.ask");
        var boroughs = await db.PoolBoroughs.AsNoTracking().Where(b => b.Pool == pool.Id).ToDictionaryAsync(b => b.Area);
        var known = await db.CaseFiles.AsNoTracking().Where(f => files.Contains(f.Id)).ToDictionaryAsync(f => f.Id);
        var keys = await db.KeysOfAsync(files);
        var made = new List<Id<PlaceRequest>>();
        foreach (var (file, n) in files.Select((f, n) => (f, n)))
        {
            var request = PlaceRequest.Ask(act, keys[file], known[file], pool, boroughs[area?.Invoke(n) ?? n % 3 + 1], RequestSource.Police, RequestGround.HighHarm, null, default, Guid.NewGuid());
            var turn = PlaceTurn.Begin(act, request, known[file].Matter);
            turn.Decide(act with { At = act.At.AddMinutes(n - files.Count) }, TurnState.Eligible, priority?.Invoke(n) ?? PlacePriority.Ordinary, null, pool.Rule != AllocationRule.FirstCome);
            db.AddRange(request, turn);
            made.Add(request.Id);
        }
        await db.SaveAsync(act);
        return made;
    }

    /// <summary>Claims a place as a member of the panel, on a connection of its own.</summary>
    public async Task<ClaimResult> ClaimAsync(Id<PlaceRequest> request, string who = "flo")
    {
        await using var db = await OpenAsync(who);
        return await Claims.OfferAsync(db, ActOf(who, "place.offer"), request, TestContext.Current.CancellationToken);
    }

    public async Task<T> LookAsync<T>(Func<PartnershipDb, Task<T>> look)
    {
        await using var db = await App.OpenAllAsync();
        return await look(db);
    }

    public Task<PlaceTurn> TurnAsync(Id<PlaceRequest> request) => LookAsync(db => db.PlaceTurns.AsNoTracking().SingleAsync(t => t.Request == request));

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

/// <summary>One consortium for each engine, started when the first test of a class asks for it.</summary>
public sealed class Consortiums : IAsyncLifetime
{
    private readonly Dictionary<EngineKind, Consortium> all = [];
    private readonly SemaphoreSlim one = new(1);

    public async Task<Consortium> OnAsync(EngineKind engine)
    {
        await one.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return all.TryGetValue(engine, out var there) ? there : all[engine] = await Consortium.StartAsync(engine);
        }
        finally
        {
            one.Release();
        }
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var there in all.Values)
            await there.DisposeAsync();
        one.Dispose();
    }
}
