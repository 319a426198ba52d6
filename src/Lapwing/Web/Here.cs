using Lapwing.Access;
using Lapwing.Data;

namespace Lapwing.Web;

/// <summary>Where this request is and who is looking: the partnership of its address and the member of its account,
/// resolved once per request.</summary>
public sealed class Here : IAsyncDisposable
{
    private PartnershipDb? db;

    public Partnership? Partnership { get; private set; }
    public Viewer Viewer { get; private set; } = null!;

    public bool IsPartnership => Partnership is not null;

    public string Address => Partnership?.Address ?? throw new InvalidOperationException("This address belongs to no partnership.");

    /// <summary>The partnership's database, open for this viewer.</summary>
    public PartnershipDb Db => db ?? throw new InvalidOperationException("This address belongs to no partnership.");

    public string RequestId { get; private set; } = "";

    /// <summary>Again when the page of an error is shown: what was open before is closed.</summary>
    internal async ValueTask EnterAsync(Partnership? partnership, Viewer viewer, PartnershipDb? opened, string requestId)
    {
        await DisposeAsync();
        (Partnership, Viewer, db, RequestId) = (partnership, viewer, opened, requestId);
    }

    /// <summary>The act of this request's viewer, at the instant the request began.</summary>
    public Act Act(string code, string purpose) => new(Viewer, Viewer.Now, code, purpose) { Request = RequestId };

    public async ValueTask DisposeAsync()
    {
        if (db is not null)
            await db.DisposeAsync();
    }
}
