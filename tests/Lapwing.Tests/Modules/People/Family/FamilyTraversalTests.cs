using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.People.Family;

/// <summary>Threat case 6: a shared child must not join both parents. From either parent's file, and from the child's, a worker who is in one circle alone reaches
/// nothing of another side, by any link of any page and by any reference of any record.</summary>
public sealed partial class FamilyTraversalTests
{
    private const int Hops = 6, PerShape = 20;

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task From_any_side_of_any_family_no_record_that_a_worker_sees_belongs_or_leads_to_another_side(EngineKind engine)
    {
        await using var world = await FamilyWorld.StartAsync(engine, PerShape);
        var owners = await OwnersAsync(world);
        foreach (var (side, worker) in world.Workers)
            Assert.Empty(await LeadingOutAsync(world, side, worker, owners));
        // The twin: one record that joins a survivor's file to the other's person, as a navigation property would, is found.
        await PlantAsync(world);
        Assert.NotEmpty(await LeadingOutAsync(world, "survivor", world.Workers["survivor"], await OwnersAsync(world)));
    }

    [Theory, InlineData(EngineKind.Sqlite, 700), InlineData(EngineKind.Postgres, 200)]
    public async Task No_link_within_six_hops_of_any_page_shows_a_word_of_another_side(EngineKind engine, int mostPages)
    {
        await using var world = await FamilyWorld.StartAsync(engine, 1);
        var pages = 0;
        foreach (var side in world.Workers.Keys)
        {
            var (own, others) = (world.Files.Where(f => f.Team == side).ToList(), world.Files.Where(f => f.Team != side).Select(f => f.Word).ToHashSet(StringComparer.OrdinalIgnoreCase));
            var (seen, words) = await WalkAsync(world, side, own.Select(f => f.File), mostPages);
            pages += seen;
            Assert.DoesNotContain(words, others.Contains);
            // The twin: the walk does see what the worker may, everywhere.
            Assert.Empty(own.Select(f => f.Word).Except(words, StringComparer.OrdinalIgnoreCase));
        }
        Assert.True(pages > 400, $"Only {pages} pages were walked.");
    }

    /// <summary>Follows every link of every page, breadth first.</summary>
    private static async Task<(int Pages, HashSet<string> Words)> WalkAsync(FamilyWorld world, string side, IEnumerable<Id<CaseFile>> starts, int most)
    {
        using var browser = await world.App.SignInAsync(FamilyWorld.EmailOf(side));
        using var client = world.App.Client();
        client.DefaultRequestHeaders.Add("Cookie", browser.Cookies.GetCookieHeader(new("http://localhost/")));
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var waiting = new Queue<(string Url, int Hops)>(starts.SelectMany(f => new[] { $"/testing/files/{f}", $"/testing/files/{f}/people" }).Select(url => (url, 0)));
        var seen = waiting.Select(w => w.Url).ToHashSet(StringComparer.Ordinal);
        var pages = 0;
        while (waiting.TryDequeue(out var next) && pages < most)
        {
            using var answer = await client.GetAsync(new Uri(next.Url, UriKind.Relative));
            var page = await answer.Content.ReadAsStringAsync();
            pages++;
            words.UnionWith(Planted().Matches(page).Select(match => match.Groups[1].Value));
            if (next.Hops == Hops)
                continue;
            foreach (var url in Links().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)))
                if (seen.Add(url))
                    waiting.Enqueue((url, next.Hops + 1));
        }
        return (pages, words);
    }

    /// <summary>Every record of every file, by its own number.</summary>
    private static async Task<Dictionary<Guid, Id<CaseFile>>> OwnersAsync(FamilyWorld world)
    {
        await using var all = await world.App.OpenAllAsync();
        var owners = new Dictionary<Guid, Id<CaseFile>>();
        foreach (var record in await RecordsAsync(all))
            if (Own(record) is { } id)
                owners[id] = record.CaseFile;
        return owners;
    }

    /// <summary>What one worker's database shows that belongs to a file of another side, or refers to a record of one.</summary>
    private static async Task<List<string>> LeadingOutAsync(FamilyWorld world, string side, Member worker, Dictionary<Guid, Id<CaseFile>> owners)
    {
        var own = world.Files.Where(f => f.Team == side).Select(f => f.File).ToHashSet();
        await using var db = await world.App.Partnerships.OpenAsync("testing", new(worker.Id, side, worker.Agency, worker.Jobs, [world.Teams[side].Id], world.App.Now, "test"));
        var records = await RecordsAsync(db);
        Assert.True(records.Count > own.Count * 8, "The worker sees the records of the own side.");
        return [.. records.Where(r => !own.Contains(r.CaseFile)).Select(r => $"{r.GetType().Name} of another side"),
            .. from record in records
               from property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
               where property.GetIndexParameters().Length == 0 && property.Name != nameof(CaseFile.Matter)
               let id = property.GetValue(record) switch { IId named => named.Value, Guid bare => bare, _ => (Guid?)null }
               where id is { } value && owners.TryGetValue(value, out var owner) && !own.Contains(owner)
               select $"{record.GetType().Name}.{property.Name} leads to another side"];
    }

    private static async Task<List<ICaseRecord>> RecordsAsync(PartnershipDb db)
    {
        var read = typeof(FamilyTraversalTests).GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
        var records = new List<ICaseRecord>();
        foreach (var type in db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => typeof(ICaseRecord).IsAssignableFrom(t)))
            records.AddRange(await (Task<List<ICaseRecord>>)read.MakeGenericMethod(type).Invoke(null, [db])!);
        return records;
    }

    private static async Task<List<ICaseRecord>> ReadAsync<T>(PartnershipDb db) where T : class, ICaseRecord => [.. await db.Set<T>().AsNoTracking().ToListAsync()];

    private static Guid? Own(ICaseRecord record) => record.GetType().GetProperty("Id")?.GetValue(record) is IId id ? id.Value : null;

    private static async Task PlantAsync(FamilyWorld world)
    {
        await using var db = await world.App.OpenAllAsync();
        var (mine, other) = (world.Files.First(f => f.Team == "survivor"), world.Files.First(f => f.Team == "harm" && f.Family == world.Files.First(s => s.Team == "survivor").Family));
        var relationship = await db.Relationships.FirstAsync(r => r.CaseFile == mine.File);
        typeof(Relationship).GetProperty(nameof(Relationship.Other))!.SetValue(relationship, await db.People.Where(p => p.CaseFile == other.File).Select(p => p.Id).FirstAsync());
        await db.SaveAsync(world.App.Act());
    }

    [GeneratedRegex("""href="(/testing/[^"#]*)""")]
    private static partial Regex Links();

    [GeneratedRegex("(zq[a-z]{4}q)", RegexOptions.IgnoreCase)]
    private static partial Regex Planted();
}
