using Lapwing.Modules.Directory;
using Lapwing.Modules.Referrals.Intake;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Data;

/// <summary>What is kept in memory of the front door never outlives a change of it.</summary>
public sealed class KeptTests(Desks desks) : IClassFixture<Desks>
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_is_kept_of_the_front_door_is_read_again_once_a_setting_was_added_or_changed(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        Assert.Equal(12, (await ReadAsync(desk)).Settings.RepeatMonths);
        Assert.Same(await ReadAsync(desk), await ReadAsync(desk));

        await using (var db = await desk.App.OpenAllAsync())
        {
            var act = desk.App.Act();
            db.Settings.Add(StoredSettings.Keep(act, IntakeSettings.Concern, new IntakeSettings { RepeatMonths = 13 }));
            await db.SaveAsync(act);
        }
        Assert.Equal(13, (await ReadAsync(desk)).Settings.RepeatMonths);

        await using (var db = await desk.App.OpenAllAsync())
        {
            var act = desk.App.Act();
            (await db.Settings.SingleAsync(s => s.Concern == IntakeSettings.Concern)).Change(act, new IntakeSettings { RepeatMonths = 14 });
            await db.SaveAsync(act);
        }
        Assert.Equal(14, (await ReadAsync(desk)).Settings.RepeatMonths);
    }

    private static Task<FrontDesk> ReadAsync(Desk desk) => desk.LookAsync(db => FrontDesk.ReadAsync(db));
}
