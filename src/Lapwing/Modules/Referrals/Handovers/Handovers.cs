using System.Text.Json;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Handovers;

/// <summary>The verbs of handing over. Each writes what it tells the other side into the outbox, in the caller's own transaction: the caller saves.</summary>
public static class Handovers
{
    /// <summary>Hands over what was packed. The letter leaves when the caller has saved.</summary>
    /// <exception cref="RuleBroken">The partner is not confirmed, the end has passed, or there are no reasons where the person did not agree.</exception>
    internal static Handover Send(PartnershipDb db, Act act, FileKey key, Partner to, HandoverPackage package, Id<Person> subject, Guid personToken)
    {
        if (to.State != PartnerState.Confirmed)
            throw new RuleBroken("handover-partner", "This partnership is not a confirmed partner any more. Choose another one.");
        if (act.Who.Emergencies.Contains(key.File))
            throw new RuleBroken("emergency-add-only", "In an emergency you may read and add. The file's own team hands it over.");
        var handover = Handover.Send(act, key, to, package, subject, personToken);
        db.Add(handover);
        Write(db, act, key, to.Id, package.Id, LetterKind.Package, 0, package.ToJson());
        return handover;
    }

    /// <summary>Takes it back, as long as they have not accepted it.</summary>
    /// <exception cref="RuleBroken">They have, or it is over.</exception>
    internal static async Task RecallAsync(PartnershipDb db, Act act, Handover handover, HandoverRecall reason, CancellationToken ct)
    {
        if (act.Who.Emergencies.Contains(handover.CaseFile))
            throw new RuleBroken("emergency-add-only", "In an emergency you may read and add. The file's own team takes it back.");
        handover.Recall(act, reason);
        // It may be under way at this very moment: the recall goes whether the package went or not, and keeps it out where it comes first.
        foreach (var message in await db.HandoverMessages.Where(m => m.CaseFile == handover.CaseFile && m.Package == handover.Package && m.Kind == LetterKind.Package && m.State == MessageState.Waiting).ToListAsync(ct))
            message.GiveUp(act, HandoverProblem.Recalled);
        Write(db, act, await db.KeyOfAsync(handover.CaseFile, ct), handover.Partner, handover.Package, LetterKind.Recall, 0, JsonSerializer.Serialize(new RecallBody(reason, act.At), Letter.Format));
    }

    /// <summary>Tells the partnership that handed this file over how far it is. Does nothing when the file did not come by handover, or when the same was told last.
    /// Nothing but the status leaves. The caller saves.</summary>
    public static async Task ReportAsync(PartnershipDb db, Act act, Id<CaseFile> file, HandoverStatus status, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(act);
        var arrival = db.HandoverArrivals.Local.FirstOrDefault(a => a.CaseFile == file) ?? await db.HandoverArrivals.SingleOrDefaultAsync(a => a.CaseFile == file, ct);
        if (arrival is not null)
            Report(db, act, await db.KeyOfAsync(file, ct), arrival, status);
    }

    internal static void Report(PartnershipDb db, Act act, FileKey key, HandoverArrival arrival, HandoverStatus status)
    {
        if (arrival.Tell(act, status) is { } number)
            Write(db, act, key, arrival.Partner, arrival.Package, LetterKind.Status, number, JsonSerializer.Serialize(new StatusBody(status, act.At), Letter.Format));
    }

    /// <summary>The partners to whom files can be handed over now.</summary>
    internal static Task<List<Partner>> PartnersAsync(PartnershipDb db, CancellationToken ct) =>
        db.Partners.AsNoTracking().Where(p => p.State == PartnerState.Confirmed).OrderBy(p => p.Name).Take(Partner.LastNumber).ToListAsync(ct);

    private static void Write(PartnershipDb db, Act act, FileKey key, Id<Partner> to, Guid package, LetterKind kind, int number, string body)
    {
        var message = HandoverMessage.Write(act, key, to, package, kind, number, body);
        db.Add(message);
        db.Jobs.Add(DeliverHandover.For(message, act));
    }
}
