using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Referrals.Outcome;

namespace Lapwing.Web;

/// <summary>What became of the referrals of files whose outcome is shared. Access says which they are; the front door says how far each is. Neither knows the other.</summary>
public sealed class SharedOutcomes(Here here, Partnerships partnerships)
{
    /// <param name="files">Files of which an outcome is shared with this viewer now, as <see cref="Sharings.WithMeAsync"/> says.</param>
    public Task<IReadOnlyDictionary<Id<CaseFile>, string>> OfAsync(IReadOnlyList<Id<CaseFile>> files, CancellationToken ct) => OutcomeOfShared.ReadAsync(here, partnerships, files, ct);
}
