using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Groups;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.SubjectAccess;

/// <summary>The list of what a person may have of their own file. What is not named here does not leave: no address, number or e-mail (whoever took their
/// papers would have it), nobody else's words, no source, no assessment, no note.</summary>
internal static class OwnData
{
    public static async Task<IReadOnlyList<AnswerItem>> OfAsync(PartnershipDb all, Id<CaseFile> file, Person person, IReadOnlyList<Referral> referrals, FileKey key, CancellationToken ct) =>
        [.. About(person, key), .. await WaysAsync(all, file, person, ct), .. referrals.SelectMany(referral => Of(referral, key)), .. await SupportAsync(all, file, person, ct), .. await SharedHelpAsync(all, file, person, ct)];

    private static IEnumerable<AnswerItem> About(Person person, FileKey key)
    {
        yield return new("Your name", person.DisplayName(key));
        if (DateOnly.TryParseExact(key.RevealIfAny(person.BornOn), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born))
            yield return new("Your date of birth", Spoken.Day(born));
        foreach (var (title, list, code) in new[]
        {
            ("Gender", Demographics.Gender, person.Gender), ("Ethnicity", Demographics.Ethnicity, person.Ethnicity),
            ("Disability", Demographics.Disability, person.Disability), ("Sexual orientation", Demographics.SexualOrientation, person.SexualOrientation),
        })
            if (code is not null)
                yield return new(title, list.TitleOf(code));
    }

    private static async Task<IEnumerable<AnswerItem>> WaysAsync(PartnershipDb all, Id<CaseFile> file, Person person, CancellationToken ct)
    {
        var kinds = await all.ContactMethods.AsNoTracking().Where(m => m.CaseFile == file && m.Person == person.Id).Select(m => m.Kind).Distinct().ToListAsync(ct);
        return kinds.Count == 0 ? [] : [new("How to reach you", $"We hold: {string.Join(", ", kinds.Order().Select(kind => kind == ContactKind.Email ? "an e-mail address" : "a telephone number"))}. "
            + "We do not print it: ask us in person what it is.")];
    }

    private static IEnumerable<AnswerItem> Of(Referral referral, FileKey key)
    {
        var asked = referral.Source == ReferralSource.Self;
        yield return new(asked ? "You asked for help" : "You were referred for help", $"{Spoken.Day(referral.ReceivedAt)}: {referral.Status.Title().ToLowerInvariant()}.");
        if (!asked)
            yield break;
        if (key.RevealIfAny(referral.Account) is { } account)
            yield return new("What you told us", account);
        if (key.RevealIfAny(referral.Needed) is { } needed)
            yield return new("What you needed", needed);
    }

    private static async Task<IEnumerable<AnswerItem>> SupportAsync(PartnershipDb all, Id<CaseFile> file, Person person, CancellationToken ct)
    {
        var items = new List<AnswerItem>();
        var episodes = await all.SupportEpisodes.AsNoTracking().Where(e => e.CaseFile == file && e.Person == person.Id && e.OpenedAt != null).OrderBy(e => e.OpenedAt)
            .Join(all.Services, e => e.Service, s => s.Id, (e, s) => new { Episode = e, s.Name }).ToListAsync(ct);
        foreach (var line in episodes)
        {
            var until = line.Episode.EndedAt is { } ended ? $" to {Spoken.Day(ended)}" : "";
            items.Add(new("Support", $"{line.Name}, from {Spoken.Day(line.Episode.OpenedAt!.Value)}{until}."));
            var scores = await all.Outcomes.AsNoTracking().Where(o => o.Episode == line.Episode.Id).OrderBy(o => o.At).ToListAsync(ct);
            if (scores.Count > 0)
                items.Add(new("How you said things were, 1 (very bad) to 5 (very good)",
                    string.Join("\n", scores.Select(o => $"{Spoken.Day(o.At)}, {OutcomeArea.TitleOf(o.Area)}: {o.Score}"))));
        }
        var contacts = await all.ContactEntries.AsNoTracking().Where(c => c.CaseFile == file && c.Result == ContactResult.Made).OrderBy(c => c.At).Select(c => new { c.At, c.Channel }).Take(1_000).ToListAsync(ct);
        if (contacts.Count > 0)
            items.Add(new("When we were in touch", string.Join("\n", contacts.Select(c => $"{Spoken.Day(c.At)}, {c.Channel.Title().ToLowerInvariant()}"))));
        return items;
    }

    /// <summary>Groups and safe accommodation: what and when, and never where somebody lived.</summary>
    private static async Task<IEnumerable<AnswerItem>> SharedHelpAsync(PartnershipDb all, Id<CaseFile> file, Person person, CancellationToken ct)
    {
        var items = new List<AnswerItem>();
        var places = await all.GroupPlaces.AsNoTracking().Where(p => p.CaseFile == file && p.Person == person.Id).OrderBy(p => p.PlacedAt)
            .Join(all.WaitingEntries, p => p.Entry, e => e.Id, (p, e) => new { Place = p, e.Programme }).Join(all.GroupProgrammes, p => p.Programme, g => g.Id, (p, g) => new { p.Place, g.Name }).ToListAsync(ct);
        foreach (var line in places)
        {
            var came = await all.Attendances.CountAsync(a => a.Place == line.Place.Id && a.Presence == Presence.Came, ct);
            items.Add(new("Groups", $"{line.Name}: a place from {Spoken.Day(line.Place.PlacedAt)}{Until(line.Place.EndedAt is { } ended ? LondonTime.DateOf(ended) : null)}. You came to {came} {(came == 1 ? "session" : "sessions")}."));
        }
        foreach (var stay in await all.SafeStays.AsNoTracking().Where(s => s.CaseFile == file && s.Person == person.Id).OrderBy(s => s.MovedInOn).Select(s => new { s.MovedInOn, s.MovedOnOn }).ToListAsync(ct))
            items.Add(new("Safe accommodation", $"From {Spoken.Day(stay.MovedInOn)}{Until(stay.MovedOnOn)}. We do not print where: ask us in person."));
        return items;
    }

    private static string Until(DateOnly? day) => day is { } until ? $" to {Spoken.Day(until)}" : "";
}
