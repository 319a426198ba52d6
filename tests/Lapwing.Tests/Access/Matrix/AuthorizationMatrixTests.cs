using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Access.Matrix;

/// <summary>Every role at every entrance of the running program, to a file in every situation, held against the permission model as the oracle reads it.
/// What may not be seen is answered exactly as what is not there; what is seen is in the read log, and nothing else is; no page shows a word of a file that its reader may not know.</summary>
public sealed partial class AuthorizationMatrixTests
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Every_role_gets_of_every_entrance_and_every_file_exactly_what_the_permission_model_gives_it(EngineKind engine)
    {
        await using var world = await MatrixWorld.StartAsync(engine);
        var entrances = Entrance.All(world.App.Services);
        var (faults, shown, asked) = (new ConcurrentBag<string>(), new ConcurrentDictionary<(Guid Member, string Page, Guid Record), int>(), 0);
        var knockers = new List<Knocker>();
        foreach (var role in Role.All)
            knockers.Add(await Knocker.SignInAsync(world, role));
        await Parallel.ForEachAsync(knockers, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (knocker, _) =>
        {
            foreach (var entrance in entrances)
                Interlocked.Add(ref asked, await AskAsync(world, knocker, entrance, Oracle.Expect, faults, shown));
        });
        Assert.True(faults.IsEmpty, $"{faults.Count} of {asked} answers differ from the permission model:\n" + string.Join('\n', faults.Order().Take(40)));
        Assert.True(asked > 15_000, $"Only {asked} answers were looked at.");
        await AssertLogAsync(world, shown);
    }

    /// <summary>The twin: a model that says otherwise is contradicted, so the comparison can fail.</summary>
    [Fact]
    public async Task A_model_in_which_a_locating_team_or_an_analyst_may_open_the_file_is_contradicted()
    {
        await using var world = await MatrixWorld.StartAsync(EngineKind.Sqlite);
        foreach (var role in Role.All.Where(role => role.Letter is 'C' or 'N'))
        {
            var faults = new ConcurrentBag<string>();
            await AskAsync(world, await Knocker.SignInAsync(world, role), new("/{partnership}/files/{file}", "GET", null),
                (_, _, file) => file!.IsThere && !file.IsElsewhere ? Answer.Page : Answer.NotThere, faults, []);
            Assert.Contains(faults, fault => fault.Contains("locate", StringComparison.Ordinal));
        }
    }

    /// <summary>All that one role is answered at one entrance.</summary>
    /// <returns>How many answers were looked at.</returns>
    private static async Task<int> AskAsync(MatrixWorld world, Knocker knocker, Entrance entrance, Func<Role, Entrance, Situation?, Answer> expect,
        ConcurrentBag<string> faults, ConcurrentDictionary<(Guid, string, Guid), int> shown)
    {
        var role = knocker.Role;
        var namesRecord = entrance.Parameters.Any(MatrixWorld.Records.Contains);
        if (role.IsElsewhere && !namesRecord)
            return 0; // at home this role is here for the files of the two partnerships alone
        Situation?[] files = namesRecord ? [.. world.FilesAt(entrance, role)] : [null];
        Came? notThere = null;
        foreach (var file in files)
        {
            var came = await knocker.KnockAsync(world.UrlOf(role, entrance, file, anothersDraft: false), entrance.Method, world.FormOf(entrance));
            notThere ??= came;
            var expected = expect(role, entrance, file);
            void Fault(string what) => faults.Add($"{entrance} as {role}{(file is null ? "" : $", file {file}")}: {what}");
            if (came.Answer != expected)
                Fault($"expected {expected}, got {(int)came.Status} {came.Location}");
            else if (file is not null && !file.IsSeenBy(role) && (came.Text != notThere.Text || came.Headers != notThere.Headers))
                Fault("is not answered like what is not there");
            foreach (var word in WordsNotFor(world, role, entrance, file, came.Text))
                Fault($"shows \"{word}\"");
            if (came.ShowsPage && namesRecord && file is { IsThere: true } && world.Members.TryGetValue(role, out var member))
                foreach (var record in world.RecordsOf(entrance, file))
                    shown.AddOrUpdate((member, entrance.Route.TrimStart('/'), record), 1, (_, before) => before + 1);
        }
        return files.Length + await AskForAnothersDraftAsync(world, knocker, entrance, faults);
    }

    private static async Task<int> AskForAnothersDraftAsync(MatrixWorld world, Knocker knocker, Entrance entrance, ConcurrentBag<string> faults)
    {
        if (entrance.Route != "/{partnership}/refer/{draft}/{question}" || Oracle.Expect(knocker.Role, entrance, null) != Answer.Page)
            return 0;
        var came = await knocker.KnockAsync(world.UrlOf(knocker.Role, entrance, null, anothersDraft: true), entrance.Method, world.FormOf(entrance));
        if (came.Answer != Answer.NotThere)
            faults.Add($"{entrance} as {knocker.Role}: another member's draft answers {(int)came.Status}");
        return 1;
    }

    private static IEnumerable<string> WordsNotFor(MatrixWorld world, Role role, Entrance entrance, Situation? asked, string text)
    {
        var planted = Planted().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var file in Situation.All.Where(file => file.IsThere))
        {
            if (!Oracle.MayRead(role, file))
                foreach (var word in planted.Where(word => word.Equals(file.GivenName, StringComparison.OrdinalIgnoreCase) || word.Equals(file.Account, StringComparison.OrdinalIgnoreCase)))
                    yield return word;
            if (!Oracle.MayReadAddress(role, entrance, file, asked) && planted.Contains(file.Address))
                yield return file.Address;
            if (!Oracle.MayRead(role, file) && text.Contains(world.References[file], StringComparison.Ordinal))
                yield return world.References[file];
        }
    }

    /// <summary>The read log holds a row for every page that was shown of a record, and for nothing else.</summary>
    private static async Task AssertLogAsync(MatrixWorld world, ConcurrentDictionary<(Guid Member, string Page, Guid Record), int> shown)
    {
        var logged = new List<(Guid, string, Guid)>();
        foreach (var partnership in new[] { "testing", "elsewhere" })
        {
            await using var db = await world.App.OpenAllAsync(partnership);
            logged.AddRange((await db.AuditEntries.AsNoTracking().Where(e => e.Action == "read").Select(e => new { e.Actor, e.Purpose, e.Object }).ToListAsync())
                .Select(e => (e.Actor, e.Purpose, e.Object!.Value)));
        }
        var counted = logged.CountBy(line => line).ToDictionary();
        Assert.Empty(shown.Where(line => counted.GetValueOrDefault(line.Key) != line.Value).Select(line => $"{line.Key.Page}: shown {line.Value}, logged {counted.GetValueOrDefault(line.Key)}").Order());
        Assert.Empty(counted.Where(line => !shown.ContainsKey(line.Key)).Select(line => $"{line.Key.Item2}: logged and never shown"));
        Assert.NotEmpty(shown);
    }

    [GeneratedRegex("zq[a-z]+", RegexOptions.IgnoreCase)]
    private static partial Regex Planted();
}
