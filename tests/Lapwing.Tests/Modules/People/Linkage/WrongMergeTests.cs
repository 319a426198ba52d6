using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Demonstration;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Linkage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.People.Linkage;

/// <summary>Threat 30, a wrong merge and its undo: two thousand random sequences of joining, working on and parting two files. After each undo the files hold exactly what
/// they would hold had nobody ever joined them; circles and counts are the same all along; whoever was held apart is never joined.</summary>
public sealed class WrongMergeTests
{
    private delegate Task Joining(PartnershipDb db, Act act, Id<Person> one, Id<Person> other);

    private static readonly string[] Genders = ["female", "male", CodeList.PreferNotToSay];

    [Theory, InlineData(EngineKind.Sqlite, 2_000), InlineData(EngineKind.Postgres, 500)]
    public async Task After_an_undo_both_files_are_as_if_nobody_had_ever_joined_them(EngineKind engine, int sequences)
    {
        await using var world = await World.StartAsync(engine);
        Assert.Empty(await world.RunAsync(sequences, 1, (db, act, one, other) => SamePeople.DecideAsync(db, act, SameVerdict.Same, one, other, "A made-up reason")));
        Assert.True(world.Joined > sequences / 2 && world.Refused > sequences / 50, $"{world.Joined} joined, {world.Refused} refused");
    }

    /// <summary>The planted fault: joining that moves what the other file holds and deletes its person.</summary>
    [Fact]
    public async Task A_merge_that_deletes_the_other_row_is_found()
    {
        await using var world = await World.StartAsync(EngineKind.Sqlite);
        var faults = await world.RunAsync(40, 2, async (db, act, one, other) =>
        {
            await SamePeople.DecideAsync(db, act, SameVerdict.Same, one, other, "A made-up reason");
            db.ContactMethods.RemoveRange(await db.ContactMethods.Where(m => m.Person == other).ToListAsync());
        });
        Assert.NotEmpty(faults);
    }

    private sealed class World : IAsyncDisposable
    {
        private const int People = 24;
        private readonly List<(Id<CaseFile> File, Id<Person> Person)> people = [];
        private readonly Dictionary<Id<Person>, List<string>> oracle = [];
        private readonly Dictionary<(int, int), SameVerdict> apart = [];
        private TestApp app = null!;
        private Member[] workers = [];
        private Team[] teams = [];

        public int Joined { get; private set; }
        public int Refused { get; private set; }

        public static async Task<World> StartAsync(EngineKind engine)
        {
            var world = new World { app = await TestApp.StartAsync(engine) };
            await using var db = await world.app.OpenAllAsync();
            var act = world.app.Act();
            var agency = Agency.Add(act, "Harbour Council", AgencyKind.Council);
            world.teams = [Team.Add(act, agency.Id, "Front door", "020 7946 0001", isFrontDoor: true), Team.Add(act, agency.Id, "Outreach", "020 7946 0002")];
            db.Add(agency);
            db.AddRange(world.teams.Cast<object>());
            await db.SaveAsync(act);
            world.workers = [await world.app.JoinAsync("ann@example.org", Job.FrontDoor, agency, world.teams), await world.app.JoinAsync("ben@example.org", Job.FrontDoor, agency, world.teams)];
            for (var i = 0; i < People; i++)
            {
                var opened = CaseFile.Open(act, db.Session.Keys, Side.Survivor, world.teams[i % 2].Id, act.At.AddYears(5));
                var person = Person.Record(opened.Key, "Testina", $"Madeup{(char)('a' + i)}", new(1990, 1, 1 + i), null, new());
                db.AddRange(opened.File, opened.StoredKey, opened.Circle, person);
                if (i % 3 == 0)
                    db.Add(opened.Admit(act, world.teams[1 - i % 2].Id, Depth.Work, "test", act.At.AddYears(5)));
                world.people.Add((opened.File.Id, person.Id));
                world.oracle[person.Id] = ["gender "];
            }
            await db.SaveAsync(act);
            return world;
        }

        /// <returns>What differed from the oracle.</returns>
        public async Task<IReadOnlyList<string>> RunAsync(int sequences, ulong seed, Joining join)
        {
            var faults = new List<string>();
            var circles = await CirclesAsync();
            for (var n = 0; n < sequences && faults.Count == 0; n++)
            {
                var seeded = new Seeded(seed, (ulong)n);
                var (i, j) = (seeded.Below(People), seeded.Below(People));
                if (i == j)
                    continue;
                app.Clock.Advance(TimeSpan.FromMinutes(1));
                if (apart.ContainsKey((Math.Min(i, j), Math.Max(i, j))))
                    faults.AddRange(await JoinApartAsync(i, j, join, lift: seeded.Chance(.3)));
                else if (seeded.Chance(.08))
                    await HoldApartAsync(i, j);
                else
                    faults.AddRange(await JoinAndPartAsync(n, i, j, join, seeded));
            }
            if (await CirclesAsync() != circles)
                faults.Add("circles differ");
            await using var all = await app.OpenAllAsync();
            if (await all.People.CountAsync() != People)
                faults.Add("people are missing");
            return faults;
        }

        private async Task<List<string>> JoinAndPartAsync(int n, int i, int j, Joining join, Seeded seeded)
        {
            await using (var db = await OpenAsync(0))
            {
                var act = ActOf(db, "same-person.decide");
                await join(db, act, people[i].Person, people[j].Person);
                await db.SaveAsync(act);
                Joined++;
            }
            for (var edits = seeded.Below(3); edits > 0; edits--)
                await EditAsync(people[seeded.Chance(.5) ? i : j], n, seeded.Below(3), seeded.Below(Genders.Length));
            for (var worker = 0; worker < 2; worker++)
            {
                await using var db = await OpenAsync(worker);
                var act = ActOf(db, "same-person.end");
                var ended = await SamePeople.EndAsync(db, act, people[i].Person, people[j].Person, "A made-up reason");
                await db.SaveAsync(act);
                if (ended)
                    break;
            }
            return [.. await CompareAsync(i), .. await CompareAsync(j)];
        }

        private async Task<List<string>> JoinApartAsync(int i, int j, Joining join, bool lift)
        {
            await using (var db = await OpenAsync(1))
            {
                var broken = await Assert.ThrowsAsync<RuleBroken>(() => join(db, ActOf(db, "same-person.decide"), people[j].Person, people[i].Person));
                Refused++;
                if (broken.Code != "held-apart")
                    return [$"refused as {broken.Code}"];
            }
            for (var worker = 0; lift && worker < 2; worker++)
            {
                await using var db = await OpenAsync(worker);
                var act = ActOf(db, "same-person.end");
                var ended = await SamePeople.EndAsync(db, act, people[i].Person, people[j].Person, "A made-up reason");
                await db.SaveAsync(act);
                if (ended != (worker == 1))
                    return ["one person lifted it"];
            }
            if (lift)
                apart.Remove((Math.Min(i, j), Math.Max(i, j)));
            return [.. await CompareAsync(i), .. await CompareAsync(j)];
        }

        private async Task HoldApartAsync(int i, int j)
        {
            await using var db = await OpenAsync(0);
            var act = ActOf(db, "same-person.decide");
            await SamePeople.DecideAsync(db, act, SameVerdict.NotSame, people[i].Person, people[j].Person, "A made-up reason");
            await db.SaveAsync(act);
            apart[(Math.Min(i, j), Math.Max(i, j))] = SameVerdict.NotSame;
        }

        /// <summary>Daily work on one file, told to the oracle, which never hears of joining.</summary>
        private async Task EditAsync((Id<CaseFile> File, Id<Person> Person) who, int n, int what, int gender)
        {
            await using var db = await OpenAsync(n % 2);
            var act = ActOf(db, "person.describe");
            var known = oracle[who.Person];
            if (what == 0)
            {
                (await db.People.SingleAsync(p => p.Id == who.Person)).Describe(act, new(Genders[gender]));
                known[0] = "gender " + Genders[gender];
            }
            else if (what == 1 || await db.ContactMethods.FirstOrDefaultAsync(m => m.Person == who.Person && m.IsSafe != false) is not { } way)
            {
                db.ContactMethods.Add(ContactMethod.Add(act, await db.KeyOfAsync(who.File), db.Session.Index, who.Person, ContactKind.Telephone, $"made-up {n}", new() { MayRing = true }));
                known.Add($"made-up {n} True");
            }
            else
            {
                var key = await db.KeyOfAsync(who.File);
                way.MarkUnsafe(act, key);
                var value = key.Reveal(way.Value);
                known[known.IndexOf($"{value} True")] = $"{value} False";
            }
            await db.SaveAsync(act);
        }

        private async Task<List<string>> CompareAsync(int i)
        {
            var (file, id) = people[i];
            await using var db = await app.OpenAllAsync();
            var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id);
            if (person is null)
                return ["a person is gone"];
            var key = await db.KeyOfAsync(file);
            List<string> now = ["gender " + person.Gender, .. (await db.ContactMethods.AsNoTracking().Where(m => m.Person == id && m.CaseFile == file).ToListAsync()).Select(m => $"{key.Reveal(m.Value)} {m.IsSafe}").Order(StringComparer.Ordinal)];
            List<string> expected = [oracle[id][0], .. oracle[id].Skip(1).Order(StringComparer.Ordinal)];
            return now.SequenceEqual(expected) && person.DisplayName(key) == $"Testina Madeup{(char)('a' + i)}" && !await db.SamePersons.AnyAsync(s => s.Person == id && s.EndedAt == null && s.Verdict == SameVerdict.Same)
                ? [] : [$"{i}: {string.Join(", ", now)} is not {string.Join(", ", expected)}"];
        }

        private async Task<string> CirclesAsync()
        {
            await using var db = await app.OpenAllAsync();
            return string.Join('\n', (await db.Circles.AsNoTracking().ToListAsync()).Select(c => $"{c.File} {c.Team} {c.Depth} {c.Until:O}").Order(StringComparer.Ordinal));
        }

        private Task<PartnershipDb> OpenAsync(int worker) => app.Partnerships.OpenAsync("testing",
            new(workers[worker].Id, workers[worker].Name, workers[worker].Agency, Job.FrontDoor, [.. teams.Select(t => t.Id)], app.Now, "test"));

        private Act ActOf(PartnershipDb db, string code) => new(db.Viewer, app.Now, code, "test");

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
