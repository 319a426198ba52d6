using Lapwing.Data;
using Lapwing.Modules.Figures;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Search;
using Lapwing.Time;
using Lapwing.Tests.Modules.Casework;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Figures;

/// <summary>One person who was taken for two counts once when that is found out, and twice again when it was a mistake.</summary>
public sealed class JoinedPeopleTests
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task People_who_are_joined_on_the_page_count_once_and_twice_again_after_they_are_taken_apart(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        using var cas = await desk.AsAsync("cas");
        // Two files of one person, both supported, and a third referral under the second name.
        var (first, _) = await desk.OpenAsync(cas, new() { Given = "Wilhelmina", Family = "Brackquay", Born = new(1961, 3, 2) });
        var (second, _) = await desk.OpenAsync(cas, new() { Given = "Wilhelmena", Family = "Brackquay", Born = new(1961, 2, 3) });
        await desk.ReceiveAsync(new() { Given = "Wilhelmena", Family = "Brackquay", Born = new(1961, 2, 3) });
        await desk.ReceiveAsync(new() { Given = "Somebody", Family = "Else" });
        var apart = desk.App.Now;
        Assert.Equal((3, 2), await CountAsync(desk));

        desk.App.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await cas.SubmitAndFollowAsync(await cas.GetAsync(SameModel.Url("testing", first.CaseFile)), new() { ["Verdict"] = "Same", ["Reason"] = "Both share a made-up sister" }, $"form.lapwing-decide:has(input[value='{second.Subject}'])");

        // The third referral bears the second name, so it is the same person too.
        Assert.Equal((2, 1), await CountAsync(desk));
        // What was known before stays what was known before.
        Assert.Equal((3, 2), await CountAsync(desk, apart));
        var joined = desk.App.Now;

        desk.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await cas.SubmitAndFollowAsync(page, new() { ["Reason"] = "It was her made-up cousin" }, "form.lapwing-end");

        Assert.Equal((3, 2), await CountAsync(desk));
        Assert.Equal((2, 1), await CountAsync(desk, joined));
    }

    [Fact]
    public void Whoever_is_the_same_as_somebody_who_is_the_same_as_a_third_is_the_same_as_the_third()
    {
        var ids = Enumerable.Range(0, 7).Select(_ => Guid.NewGuid()).ToArray();
        // 0-1, 2-3, 3-4, 1-2 are one; 5-6 are another; who is counted by no number joins nobody.
        var groups = JoinedPeople.Groups([([ids[0]], [ids[1]]), ([ids[2]], [ids[3]]), ([ids[3]], [ids[4]]), ([ids[5]], [ids[6]]), ([ids[1]], [ids[2]]), ([ids[6]], [])]);
        Assert.Single(ids[..5].Select(id => groups[id]).Distinct());
        Assert.Single(ids[5..].Select(id => groups[id]).Distinct());
        Assert.NotEqual(groups[ids[0]], groups[ids[5]]);
    }

    private static async Task<(int Referred, int Supported)> CountAsync(Desk desk, DateTime? knownAt = null)
    {
        await using var db = await desk.App.OpenAllAsync();
        var counting = await Counting.CountAsync(db, await Catalogue.ReadAsync(db, default), [Quarter.Of(desk.App.Now)], knownAt ?? desk.App.Now, default);
        int Of(string measure) => counting.Slots.Single(slot => slot.Measure.Code == measure).Totals[0];
        return (Of("people-referred"), Of("people-supported"));
    }
}
