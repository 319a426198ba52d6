using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Support;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Casework;

/// <summary>What a test of support starts from: a referral that the outreach service has been asked to take.</summary>
internal static class Offering
{
    public static async Task<(Referral Referral, Id<SupportEpisode> Episode)> OfferAsync(this Desk desk, Made? made = null, bool sendAddress = false)
    {
        var received = await desk.ReceiveAsync(made);
        await using var db = await desk.App.OpenAllAsync();
        var act = desk.App.Act("referral.offer");
        var referral = await db.Referrals.SingleAsync(r => r.Id == received.Id);
        var service = await db.Services.SingleAsync(s => s.Id == desk.OutreachService.Id);
        var episode = referral.OfferTo(act, service, 10);
        db.Add(episode);
        await Circles.GiveAsync(db, act, referral.CaseFile, service.Team, Depth.Work, $"Referral to {service.Name}", act.At.AddDays(90));
        if (sendAddress)
            Circles.Unseal(db, act, referral.CaseFile, service.Team, Seal.Whereabouts, "test", act.At.AddDays(90));
        await db.SaveAsync(act);
        return (referral, episode.Id);
    }

    /// <summary>Taken by the service, and opened with the worker who is signed in.</summary>
    public static async Task<(Referral Referral, Id<SupportEpisode> Episode)> OpenAsync(this Desk desk, TestBrowser cas, Made? made = null)
    {
        var offered = await desk.OfferAsync(made);
        var url = EpisodeModel.Url("testing", offered.Episode);
        await cas.SubmitAndFollowAsync(await cas.GetAsync(url), [], "form.lapwing-accept");
        await cas.SubmitAndFollowAsync(await cas.GetAsync(WorkerModel.Url("testing", offered.Episode)), new() { ["Worker"] = desk.Members["cas"].Id.ToString() });
        return offered;
    }

    public static Task<SupportEpisode> EpisodeAsync(this Desk desk, Id<SupportEpisode> id) => desk.LookAsync(db => db.SupportEpisodes.AsNoTracking().SingleAsync(e => e.Id == id));
}
