using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.SubjectAccess;

/// <summary>Everything by which anybody else in a matter could be known: names, numbers, e-mails, addresses. A paragraph in which one of them stands is withheld
/// whole (Data Protection Act 2018, Schedule 2 paragraph 16): nobody has to notice it, and there is nothing painted over to be uncovered.</summary>
internal sealed class OthersWords
{
    public const string Withheld = "Withheld: it is also about somebody else.";

    /// <summary>Shorter words stand in too many texts that mean nobody.</summary>
    private const int ShortestWord = 3;

    /// <summary>This many words of an address in a row give it away.</summary>
    private const int TellingRun = 3;

    private readonly HashSet<string> words = [];
    private readonly HashSet<string> runs = [];

    public static async Task<OthersWords> OfMatterAsync(PartnershipDb all, Guid matter, Id<Person> but, Requester requester, CancellationToken ct)
    {
        var files = await all.CaseFiles.AsNoTracking().Where(f => f.Matter == matter).Select(f => f.Id).ToArrayAsync(ct);
        var keys = await all.KeysOfAsync(files, ct);
        var others = new OthersWords();
        foreach (var person in await all.People.AsNoTracking().Where(p => files.Contains(p.CaseFile) && p.Id != but).ToListAsync(ct))
            others.Name(keys[person.CaseFile].RevealIfAny(person.GivenName), keys[person.CaseFile].RevealIfAny(person.FamilyName));
        foreach (var way in await all.ContactMethods.AsNoTracking().Where(m => files.Contains(m.CaseFile)).ToListAsync(ct))
            others.Exactly(keys[way.CaseFile].Reveal(way.Value));
        foreach (var place in await all.Whereabouts.AsNoTracking().Where(w => files.Contains(w.CaseFile)).ToListAsync(ct))
            others.Address(keys[place.CaseFile].Reveal(place.Address));
        foreach (var referral in await all.Referrals.AsNoTracking().Where(r => files.Contains(r.CaseFile)).ToListAsync(ct))
            foreach (var text in new[] { referral.Referrer, referral.PersonCausingHarm })
                others.Name(Named(keys[referral.CaseFile].RevealIfAny(text)));
        // The person's own name in their own words is no secret from them, though a relative may share it.
        foreach (var own in PlainName.Parts($"{requester.GivenName} {requester.FamilyName}"))
            others.words.Remove(own);
        return others;
    }

    /// <summary>Whether anything of anybody else stands in a text.</summary>
    public bool StandIn(string text) => Words(text).Any(words.Contains) || Runs(InOrder(text)).Any(runs.Contains);

    private void Name(params string?[] names)
    {
        foreach (var name in names)
            words.UnionWith(Words(name).Where(word => word.Length >= ShortestWord));
    }

    private void Exactly(string value)
    {
        words.Add(Flat(value));
        runs.UnionWith(Runs(InOrder(value)));
    }

    private void Address(string address)
    {
        var said = InOrder(address);
        runs.UnionWith(said.Count < TellingRun ? [string.Join(' ', said)] : Runs(said));
        // A single long word of an address, such as the name of a house, tells as much as the whole.
        words.UnionWith(said.Where(word => word.Length > 6));
    }

    /// <summary>The names in what was typed about somebody: its first line, and of that the words that are not written small.</summary>
    private static string? Named(string? text) =>
        text is null ? null : string.Join(' ', text.Split('\n')[0].Split(' ').Where(word => word.Length > 0 && !char.IsLower(word[0])));

    private static IEnumerable<string> Runs(List<string> said) =>
        Enumerable.Range(0, Math.Max(0, said.Count - TellingRun + 1)).Select(at => string.Join(' ', said.Skip(at).Take(TellingRun)));

    private static string Flat(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static List<string> InOrder(string text) => [.. Pieces(text).Select(Flat).Where(word => word.Length > 0)];

    /// <summary>The words of a text as they are typed, and as names are compared.</summary>
    private static HashSet<string> Words(string? text) =>
        [.. Pieces(text ?? "").SelectMany(word => PlainName.Parts(word).Prepend(Flat(word))).Where(word => word.Length > 0)];

    private static string[] Pieces(string text) => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    private static readonly char[] Separators = [' ', '\n', '\r', '\t', ',', ';', ':', '(', ')', '"', '/'];
}
