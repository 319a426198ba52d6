using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Lapwing.Access;
using Lapwing.Data;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Handovers.Between;

/// <summary>
/// The one place at which letters of other installations arrive. Nobody signs in here: who it is, the certificate of the connection and the signature of the letter prove,
/// both against what two administrators of the receiving partnership have confirmed. Each refusal is kept with its reason, and tells the stranger nothing.
/// </summary>
internal static class HandoverDoor
{
    public static void MapHandovers(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(PartnerUrl.Path, AnswerAsync).WithMetadata(new PermitAttribute(Permission.Public));

    private static async Task AnswerAsync(HttpContext context, Partnerships partnerships, HandoverPost post, TimeProvider time)
    {
        context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        var ct = context.RequestAborted;
        if (context.Connection.ClientCertificate is not { } certificate || await ReadAsync(context, ct) is not { } envelope || envelope.ReadHead() is not { } head
            || head.Version != Envelope.Version || await partnerships.FindAsync(head.To, ct) is not { } receiver)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        var inbox = new Inbox(partnerships, time);
        var (partner, refusal) = await WhoAsync(inbox, receiver.Address, head, envelope, HandoverKeys.PinOf(certificate), ct);
        var now = Storage.Whole(time.GetUtcNow().UtcDateTime);
        Letter? letter = null;
        if (refusal is null && (refusal = WhyNot(head, post.Keys, now)) is null && (letter = envelope.Open(head, post.Keys)) is null)
            refusal = HandoverProblem.Unreadable;
        if (letter is null)
        {
            await inbox.NoteAsync(receiver.Address, head.From, head.Package, head.Kind, head.Number, refusal!, partner?.Id, ct);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        var (answer, signature) = await inbox.TakeAsync(letter, partner!.Id, receipt => post.Keys.Sign(SignedReceipt.Signed(receipt)), ct);
        if (answer.Receipt is not { } receipt || signature is null)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        await context.Response.WriteAsJsonAsync(new SignedReceipt(receipt.ToJson(), Base64Url.EncodeToString(signature)), Letter.Format, ct);
    }

    private static async Task<Envelope?> ReadAsync(HttpContext context, CancellationToken ct)
    {
        var buffer = new MemoryStream();
        var chunk = new byte[16_384];
        int read;
        while ((read = await context.Request.Body.ReadAsync(chunk, ct)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > 2 * Letter.MostBytes)
                return null;
        }
        return Letter.ReadJson<Envelope>(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>The confirmed partner whose certificate this is and who signed the letter. Partners may have the same name in different installations.</summary>
    private static async Task<(Partner? Partner, string? Refusal)> WhoAsync(Inbox inbox, string receiver, EnvelopeHead head, Envelope envelope, byte[] pin, CancellationToken ct)
    {
        await using var db = await inbox.OpenAsync(receiver, ct);
        var named = await db.Partners.AsNoTracking().Where(p => p.State == PartnerState.Confirmed && p.Url != null && p.Address == head.From).ToListAsync(ct);
        if (named.Count == 0)
            return (null, HandoverProblem.UnknownSender);
        var shown = named.Where(p => CryptographicOperations.FixedTimeEquals(p.CertificatePin!, pin)).ToList();
        if (shown.Count == 0)
            return (null, HandoverProblem.WrongCertificate);
        return shown.FirstOrDefault(p => envelope.IsSignedBy(p.SigningKey!)) is { } partner ? (partner, null) : (null, HandoverProblem.Altered);
    }

    private static string? WhyNot(EnvelopeHead head, HandoverKeys keys, DateTime now)
    {
        var seconds = new DateTimeOffset(now).ToUnixTimeSeconds();
        return head.SealedTo != Envelope.NameOf(keys.SealingKey) ? HandoverProblem.WrongReceiver
            : head.Issued > seconds + (long)Envelope.Skew.TotalSeconds ? HandoverProblem.Future
            : head.Expires <= seconds || head.Expires - head.Issued > (long)Envelope.Life.TotalSeconds ? HandoverProblem.Late : null;
    }
}
