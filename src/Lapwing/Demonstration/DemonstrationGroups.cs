using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Groups;
using Lapwing.Modules.Referrals;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Demonstration;

/// <summary>Made-up groups: CODA with its parallel mothers' group in Barnet, Phoenix by tier in Barking and Dagenham. A group in each quarter of the paper's trend, those that run
/// today, and a waiting list. Small numbers, as in the papers. Draws its own numbers; may be run again.</summary>
public static class DemonstrationGroups
{
    private const ulong Seed = 20261201;
    private const int Quarters = 9;

    private static readonly (string Address, Quarter Last)[] Boroughs = [("barking-and-dagenham", new(2023, 1)), ("barnet", new(2022, 1))];

    private static readonly string[] Coda =
    [
        "Getting to know each other, and why we are here", "What abuse is, and that it is never a child's fault", "Feelings, and that all of them are allowed", "Anger: feeling it without hurting",
        "What happened in my family", "When parents fight", "My safety plan", "Keeping myself safe: body and touch", "When I miss somebody", "What I am good at", "Friends and getting along", "Saying goodbye",
    ];

    private static readonly string[] Wellbeing = ["Meeting each other", "What helps me", "Feelings in the body", "People I trust", "School days", "Sleeping and dreaming", "What I look forward to", "Saying goodbye"];

    public static async Task CreateAsync(IServiceProvider services, IProgress<string> progress, CancellationToken ct)
    {
        var (partnerships, time) = (services.GetRequiredService<Partnerships>(), services.GetRequiredService<TimeProvider>());
        foreach (var (address, last) in Boroughs)
        {
            if (await partnerships.FindAsync(address, ct) is null)
                continue;
            progress.Report($"Inventing groups of {address} …");
            await AddAsync(partnerships, time, address, last.Last(Quarters), isToday: true, ct);
        }
    }

    /// <param name="quarters">A group begins in the second month of each.</param>
    /// <param name="isToday">Also those that run today and are planned.</param>
    public static async Task AddAsync(Partnerships partnerships, TimeProvider time, string address, IReadOnlyList<Quarter> quarters, bool isToday, CancellationToken ct)
    {
        var now = Storage.Whole(LondonTime.UtcNow(time));
        var viewer = NeedToKnow.Unrestricted(Viewer.System("demonstration", now), UnrestrictedReason.Generation);
        await using var db = await partnerships.OpenAsync(address, viewer, ct);
        if (await db.GroupProgrammes.AnyAsync(ct))
            return;
        var maker = await InventedGroups.BeginAsync(db, new(viewer, now, "group.generate", "Making demonstration records"), Seed, ct);
        if (address == Barnet.Address)
            await CodaAsync(db, maker, quarters, isToday, ct);
        else
            await PhoenixAsync(db, maker, quarters, isToday, ct);
    }

    private static async Task CodaAsync(PartnershipDb db, InventedGroups maker, IReadOnlyList<Quarter> quarters, bool isToday, CancellationToken ct)
    {
        var service = await db.Services.AsNoTracking().SingleAsync(s => s.Number == 5, ct);
        await maker.CloseAsync([.. quarters, Quarter.Of(maker.Today), Quarter.Of(maker.Today).Next], ct);
        var twelve = await maker.ProgrammeAsync(service, new("CODA", "Children Overcoming Domestic Abuse: weekly groups for children, with a group for their mothers and carers beside it.", GroupTier.None, true, 120, 4, 16, 9, Coda, GroupCriteria.Usual(GroupTier.None)), ct);
        await maker.ProgrammeAsync(service, new("CODA, variant of eleven sessions", "The same without the session on missing somebody, for terms that are a week shorter. Up to 21 where a young adult asks.", GroupTier.None, true, 120, 4, 21, 8,
            [.. Coda.Where(theme => theme != "When I miss somebody")], GroupCriteria.Usual(GroupTier.None)), ct);
        foreach (var quarter in quarters)
            await maker.GroupAsync(twelve, $"{quarter.Start.AddMonths(1):MMMM yyyy}", Wednesday(quarter.Start.AddDays(35)), families: 6, ct);
        if (!isToday)
        {
            await maker.WaitAsync(twelve, 3, ct);
            return;
        }
        await maker.GroupAsync(twelve, "Rowan", Wednesday(maker.Today.AddDays(-38)), families: 5, ct, isRecent: true);
        await maker.GroupAsync(twelve, "Hazel", Wednesday(maker.Today.AddDays(20)), families: 4, ct, lapses: true, isRecent: true);
        await maker.WaitAsync(twelve, 5, ct);
    }

    private static async Task PhoenixAsync(PartnershipDb db, InventedGroups maker, IReadOnlyList<Quarter> quarters, bool isToday, CancellationToken ct)
    {
        var services = await db.Services.AsNoTracking().Where(s => s.Number >= 5 && s.Number <= 7).ToDictionaryAsync(s => s.Number, ct);
        await maker.CloseAsync([.. quarters, Quarter.Of(maker.Today), Quarter.Of(maker.Today).Next], ct);
        var advice = await maker.ProgrammeAsync(services[5], new("Phoenix: information, advice and guidance", "Three meetings in which children hear what help there is.", GroupTier.Advice, false, 60, null, 18, 2,
            ["What is there for me", "Whom I can ask", "My rights"], GroupCriteria.Usual(GroupTier.Advice)), ct);
        var wellbeing = await maker.ProgrammeAsync(services[6], new("Phoenix: wellbeing", "A small group for school-age children affected by domestic abuse.", GroupTier.Wellbeing, false, 90, 5, 16, 6, Wellbeing, GroupCriteria.Usual(GroupTier.Wellbeing)), ct);
        var therapy = await maker.ProgrammeAsync(services[7], new("Phoenix: therapeutic", "Art and play therapy in a group of three, for school-age children.", GroupTier.Therapeutic, false, 60, 5, 16, 9, [.. Enumerable.Range(1, 12).Select(n => $"Therapy, meeting {n}")], GroupCriteria.Usual(GroupTier.Therapeutic)), ct);
        foreach (var quarter in quarters)
            await maker.GroupAsync(wellbeing, $"{quarter.Start.AddMonths(1):MMMM yyyy}", Wednesday(quarter.Start.AddDays(35)), families: 5, ct);
        await maker.WaitAsync(wellbeing, 3, ct);
        if (!isToday)
            return;
        await maker.GroupAsync(advice, "Otter", Wednesday(maker.Today.AddDays(-10)), families: 4, ct, isRecent: true);
        await maker.GroupAsync(wellbeing, "Heron", Wednesday(maker.Today.AddDays(-38)), families: 5, ct, isRecent: true);
        await maker.GroupAsync(therapy, "Kestrel", Wednesday(maker.Today.AddDays(-38)), families: 3, ct, isRecent: true);
        await maker.WaitAsync(therapy, 2, ct);
    }

    private static DateOnly Wednesday(DateOnly from) => from.AddDays(((int)DayOfWeek.Wednesday - (int)from.DayOfWeek + 7) % 7);
}
