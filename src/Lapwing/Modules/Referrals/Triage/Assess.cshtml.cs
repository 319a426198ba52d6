using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Referrals.Assessing;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Triage;

/// <summary>Assesses whoever a referral is about; see <see cref="AskingModel"/>.</summary>
[Permit(Permission.WorkCases)]
public sealed class AssessModel(Here here, PartnershipDb db, Once once) : AskingModel(here, db, once)
{
    private readonly PartnershipDb db = db;

    [FromRoute(Name = "referral")]
    public Id<Referral> Id { get; set; }

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public static new string Url(string partnership, Id<Referral> referral) => ReferralModel.Url(partnership, referral) + "/assess";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => AssessAsync(ct);

    protected override async Task<AssessedPerson> PersonAsync(bool toChange, CancellationToken ct)
    {
        var file = await db.Referrals.AsNoTracking().Where(r => r.Id == Id).Select(r => r.CaseFile).SingleAsync(ct);
        return await AssessedPerson.ReadAsync(db, file, Id, toChange, ct);
    }

    public override async Task ShowAgainAsync(CancellationToken ct)
    {
        await base.ShowAgainAsync(ct);
        if (!ModelState.IsValid)
            History = await Triage.History.ReadAsync(db, Who.Open!, Partnership, ct);
    }
}
