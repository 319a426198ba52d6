using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals.Intake;
using Lapwing.Modules.Risk.OverTime;
using Lapwing.Time;
using Lapwing.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Handovers;

/// <summary>A package becomes a referral at this partnership's front door, through the same desk as every other, with a case file of its own.</summary>
internal static class ArrivalOfPackage
{
    public static async Task<HandoverReceipt> TakeAsync(PartnershipDb db, Act act, Partner partner, Letter letter, CancellationToken ct)
    {
        if (letter.Number != 0 || HandoverPackage.FromJson(letter.Body) is not { } package || package.Id != letter.Package)
            return HandoverReceipt.For(letter, false, HandoverProblem.Unreadable, act.At);
        if (!package.IsAcceptable(act.At))
            return HandoverReceipt.For(letter, false, HandoverProblem.NotAcceptable, act.At);
        if (package.Until <= act.At)
            return HandoverReceipt.For(letter, false, HandoverProblem.Expired, act.At);
        var desk = await FrontDesk.ReadAsync(db, ct);
        var received = desk.Receive(act, await AnswersAsync(db, package, ct), new(ReferralSource.AnotherPartnership));
        db.AddRange(received.Entities);
        if (package.Risk is { } risk)
            db.Add(ReceivedResult.Keep(act, received.File.Key, Cut($"Handover: {partner.Name}", ReceivedResult.InstrumentLimit), risk.On ?? LondonTime.DateOf(act.At), risk.Level, risk.Score,
                $"{package.SenderWorker}, {package.SenderTeam}", string.Join('\n', HandoverPackage.RiskLines(risk)), RiskLevel.NotAssessed, null));
        var arrival = HandoverArrival.Take(act, received.File.Key, partner, package, received.Referral);
        db.Add(arrival);
        db.Jobs.Add(ExpireHandover.For(arrival, act));
        Handovers.Report(db, act, received.File.Key, arrival, HandoverStatus.Received);
        return HandoverReceipt.For(letter, true, HandoverProblem.None, act.At);
    }

    private static async Task<IntakeAnswers> AnswersAsync(PartnershipDb db, HandoverPackage package, CancellationToken ct) => new()
    {
        Who = package.Who, SafeContact = package.HowToMakeContact(), Telephone = package.Telephone, Email = package.Email,
        Subject = package.Subject is { } subject ? new() { GivenName = subject.GivenName, FamilyName = subject.FamilyName, BornOn = subject.BornOn, Age = subject.Age } : new(),
        Characteristics = new() { Gender = Demographics.Gender.Answers.Any(a => a.Code == package.Subject?.Gender) ? package.Subject!.Gender : null },
        Area = package.Area is { } code ? await db.Areas.Where(a => a.GssCode == code).Select(a => a.Number).FirstOrDefaultAsync(ct) : 0,
        Basis = package.Basis, BasisNote = package.BasisNote, Account = package.Reasons, Needed = package.Purpose.Title(), Risk = package.Risk?.Level ?? RiskLevel.NotAssessed,
        ReferrerName = package.SenderWorker, ReferrerRole = $"{package.SenderTeam}, {package.Sender}", ReferrerTelephone = package.SenderTelephone,
    };

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
