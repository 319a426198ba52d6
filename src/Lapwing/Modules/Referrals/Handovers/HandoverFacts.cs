using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.Directory;
using Lapwing.Time;

namespace Lapwing.Modules.Referrals.Handovers;

/// <summary>The coded facts of handovers, the same on both sides.</summary>
internal static class HandoverFacts
{
    public static FactCodes Codes(HandoverPackage package, Partner partner) =>
        new() { Who = WhoIsReferredWords.NumberOf(package.Who), Risk = (int)(package.Risk?.Level ?? default), Partner = partner.Number };

    public static Fact Of(FactKind kind, Act act, DateTime at, Guid record, Guid person, Id<CaseFile> file, FactCodes codes, int sign = 1) =>
        Fact.Of(kind, LondonTime.DateOf(at), act.At, record, person, file, codes, sign: sign);

    /// <summary>How it came out, once: what was recorded before is taken back, so that one handover never counts twice.</summary>
    public static void ComeOut(FactKind kind, Act act, HandoverStatus? before, DateTime? beforeAt, HandoverStatus now, DateTime at, Guid record, Guid person, Id<CaseFile> file, FactCodes codes)
    {
        if (before is { } earlier)
            act.Record(Of(kind, act, beforeAt!.Value, record, person, file, codes with { Reason = (int)earlier + 1 }, sign: -1));
        act.Record(Of(kind, act, at, record, person, file, codes with { Reason = (int)now + 1 }));
    }
}
