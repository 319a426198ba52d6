using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.SubjectAccess;

/// <summary>One file that holds the person who asks, and what of it they may have.</summary>
public sealed record Holding(Id<CaseFile> File, FileInAnswer Standing, IReadOnlyList<AnswerItem> Items);

/// <summary>Finds what is held about somebody who asks for their own data, past every circle, and takes from it only what is on the list of
/// <see cref="OwnData"/>. What else the files hold is read for one purpose: to be sure that none of it stands in the answer.</summary>
public sealed class Holdings(Here here, Partnerships partnerships)
{
    /// <summary>Nobody has more files in one partnership.</summary>
    private const int Most = 200;

    public async Task<IReadOnlyList<Holding>> FindAsync(Requester requester, CancellationToken ct)
    {
        await using var all = await partnerships.OpenAsync(here.Address, NeedToKnow.Unrestricted(here.Viewer, UnrestrictedReason.SubjectAccess), ct);
        var found = new List<Holding>();
        foreach (var person in await ThePersonAsync(all, requester, ct))
        {
            // Behind a wall a file does not exist, for a guardian too: another guardian answers.
            if (!await Circles.AnyWithoutWallAsync(all, [person.CaseFile], here.Viewer.Member, ct))
                continue;
            found.Add(await OfAsync(all, person, requester, ct));
        }
        return found;
    }

    /// <summary>Every record of somebody with exactly this name and birth date: a likeness is not enough to hand out anything.</summary>
    private static async Task<IReadOnlyList<Person>> ThePersonAsync(PartnershipDb all, Requester requester, CancellationToken ct)
    {
        var terms = SearchTerms.ToFind($"{requester.GivenName} {requester.FamilyName}", requester.Born)
            .Where(term => term.Kind == SearchTermKind.Born).Select(all.Session.Index.NumberOf).Distinct().ToArray();
        var ids = await (await all.KeysWithAsync(terms, ct)).Select(k => k.Person).Distinct().Take(10_000).ToListAsync(ct);
        var people = await all.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(ct);
        var keys = await all.KeysOfAsync([.. people.Select(p => p.CaseFile).Distinct()], ct);
        return [.. people.Where(p => keys.TryGetValue(p.CaseFile, out var key) && IsThey(p, key, requester)).OrderBy(p => p.Id.Value).Take(Most)];
    }

    private static bool IsThey(Person person, FileKey key, Requester requester) =>
        key.RevealIfAny(person.BornOn) == requester.Born.ToString("O", CultureInfo.InvariantCulture)
        && Same(key.RevealIfAny(person.GivenName), requester.GivenName) && Same(key.RevealIfAny(person.FamilyName), requester.FamilyName);

    private static bool Same(string? held, string said) => PlainName.Parts(held).SequenceEqual(PlainName.Parts(said)) && PlainName.Parts(said).Count > 0;

    private async Task<Holding> OfAsync(PartnershipDb all, Person person, Requester requester, CancellationToken ct)
    {
        var file = await all.CaseFiles.AsNoTracking().SingleAsync(f => f.Id == person.CaseFile, ct);
        var referrals = await all.Referrals.AsNoTracking().Where(r => r.CaseFile == file.Id && r.Subject == person.Id).OrderBy(r => r.ReceivedAt).ToListAsync(ct);
        var standing = SubjectAccessRules.Of(file.Side, person.Role == RoleInFile.Subject, referrals.Any(r => r.Source == ReferralSource.Self),
            Age.On(requester.Born, LondonTime.DateOf(here.Viewer.Now)));
        await here.Db.WriteReadAsync(here.Act("subject-access.read", "a request by a person for their own data"), file.Id, person.Id.Value, standing.ToString(), ct);
        if (standing != FileInAnswer.Included)
            return new(file.Id, standing, []);
        var key = await all.KeyOfAsync(file.Id, ct);
        var others = await OthersWords.OfMatterAsync(all, file.Matter, person.Id, requester, ct);
        var items = await OwnData.OfAsync(all, file.Id, person, referrals, key, ct);
        return new(file.Id, standing, [.. items.Select(item => others.StandIn(item.Text) ? item with { Text = OthersWords.Withheld } : item)]);
    }
}
