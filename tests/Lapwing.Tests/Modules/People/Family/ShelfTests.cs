using Lapwing.Access;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Family;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.People.Family;

/// <summary>Search terms stand on shelves: whoever is looked for is found on each, and the terms of one person stay together.</summary>
public sealed class ShelfTests(Desks desks) : IClassFixture<Desks>
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Whoever_is_edited_after_a_new_shelf_was_begun_stays_on_theirs_and_people_on_both_are_found(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var file = (await desk.ReceiveAsync(new() { Given = "Firstshelf", Family = "Corncrake", Phone = "020 7946 0301" })).CaseFile;
        var first = await desk.SubjectAsync(file);
        var before = Assert.Single(await ShelvesOfAsync(desk, first));
        await desk.LookAsync(db => Task.FromResult(db.Session.Index.Shelves.Take(Shelves.Room)));
        var second = await desk.SubjectAsync((await desk.ReceiveAsync(new() { Given = "Secondshelf", Family = "Corncrake" })).CaseFile);
        Assert.Equal([before + 1], await ShelvesOfAsync(desk, second));

        using var ann = await desk.AsAsync("ann");
        await ann.SubmitAndFollowAsync(await ann.GetAsync(PersonModel.Url("testing", file, first.Id)), new() { ["Input.GivenName"] = "Renamed", ["Input.OtherNames"] = "Zephyrine Corncrake" });

        Assert.Equal([before], await ShelvesOfAsync(desk, first));
        Assert.Equal(["Renamed Corncrake"], await FileHands.FindAsync(ann, "Zephyrine Corncrake"));
        Assert.Equal(["Renamed Corncrake", "Secondshelf Corncrake"], (await FileHands.FindAsync(ann, "Corncrake")).Order());
        Assert.Empty(await FileHands.FindAsync(ann, "Firstshelf Corncrake"));
    }

    private static Task<List<int>> ShelvesOfAsync(Desk desk, Person person) =>
        desk.LookAsync(db => db.SearchKeys.AsNoTracking().Where(k => k.Person == person.Id).Select(k => k.Shelf).Distinct().ToListAsync());
}
