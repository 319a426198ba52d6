using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Contact;

/// <summary>Who is the other party of whom: the side that causes harm and the sides that suffer it, each way.</summary>
public static class OtherParty
{
    public static bool Is(Side mine, Side theirs) => mine == Side.PersonCausingHarm != (theirs == Side.PersonCausingHarm);
}

/// <summary>
/// What the guard knows of one file and of the others of its matter, past every circle and seal: it must, because the one address that a worker may not see is the one
/// that a letter must not go to. What it learns of other files are keyed hashes, compared and never shown; a worker reads only "the other party uses this too".
/// </summary>
internal sealed record Knowledge(Id<CaseFile> File, FileKey Key, IReadOnlyList<ContactMethod> Methods, IReadOnlyList<Whereabouts> Places,
    IReadOnlySet<long> OthersContacts, IReadOnlyList<(long? ByPostcode, long? ByStreet)> OthersPlaces, SafetyChange? Change)
{
    /// <param name="all">Opened for <see cref="UnrestrictedReason.SendGuard"/>.</param>
    public static async Task<Knowledge> GatherAsync(PartnershipDb all, Id<CaseFile> file, CancellationToken ct)
    {
        var mine = await all.CaseFiles.AsNoTracking().SingleAsync(f => f.Id == file, ct);
        var others = (await all.CaseFiles.AsNoTracking().Where(f => f.Matter == mine.Matter && f.Id != file).Select(f => new { f.Id, f.Side }).ToListAsync(ct))
            .Where(f => OtherParty.Is(mine.Side, f.Side)).Select(f => f.Id).ToArray();
        var key = await all.KeyOfAsync(file, ct);
        var methods = await all.ContactMethods.AsNoTracking().Where(m => m.CaseFile == file).OrderBy(m => m.Id).ToListAsync(ct);
        var places = await all.Whereabouts.AsNoTracking().Where(w => w.CaseFile == file).OrderBy(w => w.From).ToListAsync(ct);
        var change = await all.SafetyChanges.AsNoTracking().Where(c => c.CaseFile == file).OrderByDescending(c => c.At).FirstOrDefaultAsync(ct);
        if (others.Length == 0)
            return new(file, key, methods, places, new HashSet<long>(), [], change);
        var contacts = await all.ContactMethods.AsNoTracking().Where(m => others.Contains(m.CaseFile)).Select(m => m.ValueKey).ToListAsync(ct);
        var lived = await all.Whereabouts.AsNoTracking().Where(w => others.Contains(w.CaseFile)).Select(w => new { w.PostcodeKey, w.StreetKey }).ToListAsync(ct);
        return new(file, key, methods, places, contacts.ToHashSet(), [.. lived.Select(w => (w.PostcodeKey, w.StreetKey))], change);
    }

    public ContactMethod? Method(Id<ContactMethod>? id) => Methods.FirstOrDefault(m => m.Id == id);

    public Whereabouts? Place(Id<Whereabouts>? id) => Places.FirstOrDefault(w => w.Id == id);

    /// <summary>Where a letter or a visit that names no address would go: where they live now.</summary>
    public Whereabouts? Home => Places.LastOrDefault(w => w.Until is null);

    /// <summary>The numbers or addresses of this kind that are still used.</summary>
    public IEnumerable<ContactMethod> InUse(ContactKind kind) => Methods.Where(m => m.Kind == kind && m.EndedAt is null);

    public PointFacts Facts(ContactMethod method) =>
        new(method.Kind, method.IsSafe, method.SafetyOf(Key), method.ConfirmedAt, method.EndedAt is not null, OthersContacts.Contains(method.ValueKey), method.IsUnsafeByAnother);

    public PlaceFacts Facts(Whereabouts place, DateTime at) =>
        new(place.MayWrite, place.MayVisit, place.ConfirmedAt, place.Until <= at, OthersPlaces.Any(other => IsSame(other, (place.PostcodeKey, place.StreetKey))), place.IsKnownToOther);

    public Circumstances Of(ContactMethod? method, Whereabouts? place, SafeContact? stated, DateTime? statedAt, DateTime at) =>
        new(method is null ? null : Facts(method), place is null ? null : Facts(place, at), stated, statedAt, Change?.At <= at ? Change.At : null, Change?.Kind);

    /// <summary>Two postcodes decide; where one is missing, number and street do.</summary>
    private static bool IsSame((long? ByPostcode, long? ByStreet) one, (long? ByPostcode, long? ByStreet) other) =>
        one.ByPostcode is { } code && other.ByPostcode is { } its ? code == its : one.ByStreet is { } street && street == other.ByStreet;
}
