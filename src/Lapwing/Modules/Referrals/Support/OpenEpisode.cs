using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Support;

/// <summary>A support episode that this viewer may know, with the referral that it came from, whose safe contact stands above everything.</summary>
public sealed record OpenEpisode(SupportEpisode Episode, OpenReferral Open, Service Service, string? Worker)
{
    /// <summary>Who gives support may look into the file for so long; each new worker begins it again.</summary>
    public const int MonthsOfSupport = 12;

    public string Purpose => $"Support by {Service.Name}" is var words && words.Length <= Circle.PurposeLimit ? words : words[..Circle.PurposeLimit];

    /// <summary>To show: nothing is tracked.</summary>
    public static async Task<OpenEpisode> ReadAsync(PartnershipDb db, Id<SupportEpisode> id, CancellationToken ct)
    {
        var episode = await db.SupportEpisodes.AsNoTracking().SingleAsync(e => e.Id == id, ct);
        return await WithAsync(db, episode, await OpenReferral.ReadAsync(db, new(episode.Referral), ct), ct);
    }

    /// <summary>To change by the verbs of the episode and of its referral.</summary>
    public static async Task<OpenEpisode> TakeAsync(PartnershipDb db, Id<SupportEpisode> id, CancellationToken ct)
    {
        var episode = await db.SupportEpisodes.SingleAsync(e => e.Id == id, ct);
        return await WithAsync(db, episode, await OpenReferral.TakeAsync(db, new(episode.Referral), ct), ct);
    }

    private static async Task<OpenEpisode> WithAsync(PartnershipDb db, SupportEpisode episode, OpenReferral open, CancellationToken ct)
    {
        var service = await db.Services.AsNoTracking().SingleAsync(s => s.Id == episode.Service, ct);
        var worker = episode.Worker is { } id ? await db.Members.AsNoTracking().Where(m => m.Id == id).Select(m => m.Name).SingleOrDefaultAsync(ct) ?? "A former member" : null;
        return new(episode, open, service, worker);
    }

    public bool IsOf(Viewer viewer) => viewer.Teams.Contains(Episode.Team);

    /// <summary>Reading is for everybody in the circle; acting is for the team that gives the support. Two workers at once: the second
    /// is told, sees what the first did, and loses nothing that was typed.</summary>
    /// <exception cref="RuleBroken">Another team's support, or not as it was when the form was shown.</exception>
    public void MustBeMineAndAsSeen(Viewer viewer, int version)
    {
        if (!IsOf(viewer))
            throw new RuleBroken("not-your-team", $"Only the team of {Service.Name} can do this.");
        if (Episode.Version != version)
            throw new RuleBroken(PartnershipDb.ChangedMeanwhile,
                "A colleague changed this support while you were working on it. Look at what they did, shown on this page. What you typed is still here.");
    }

    /// <summary>Lets the team stay in the file while it supports, with what it may already open of the seals.</summary>
    public async Task KeepTeamInAsync(PartnershipDb db, Act act, CancellationToken ct)
    {
        var until = act.At.AddMonths(MonthsOfSupport);
        await Circles.GiveAsync(db, act, Episode.CaseFile, Episode.Team, Depth.Work, Purpose, until, ct);
        await Circles.KeepSealsAsync(db, act, Episode.CaseFile, Episode.Team, Purpose, until, ct);
    }
}
