using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Lapwing.Modules.People;
using Lapwing.Settings;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Lapwing.Modules.Casework.Contact.Out;

/// <summary>E-mail through a mail server. Plain text alone: no picture, no link that counts who opens it, no header that names a program or a service.</summary>
internal sealed class SmtpCarrier(SmtpSettings smtp, ContactSettings settings) : ICarrier
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public bool Carries(ContactChannel channel) => channel is ContactChannel.Email or ContactChannel.Calendar && settings.SenderAddress.Length > 0;

    public async Task<Carried> CarryAsync(Verdict verdict, Parcel parcel, CancellationToken ct)
    {
        verdict.MustGo();
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(smtp.Host, smtp.Port, !smtp.RequiresTls ? SecureSocketOptions.None : smtp.Port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls, ct);
            if (smtp.User is not null)
                await client.AuthenticateAsync(smtp.User, smtp.Password ?? "", ct);
        }
        catch (Exception fault) when (fault is SocketException or IOException or ProtocolException or CommandException or AuthenticationException or SslHandshakeException or NotSupportedException or TimeoutException)
        {
            return Carried.Unreached;
        }
        try
        {
            await client.SendAsync(MessageOf(parcel), ct);
        }
        catch (SmtpCommandException refused)
        {
            return (int)refused.StatusCode is >= 400 and < 500 ? Carried.Unreached : Carried.Refused;
        }
        catch (Exception fault) when (fault is IOException or SocketException or ProtocolException or TimeoutException)
        {
            return Carried.Unsure;
        }
        try
        {
            await client.DisconnectAsync(true, ct);
        }
        catch (Exception fault) when (fault is IOException or SocketException or ProtocolException)
        {
            // It was taken; that the server hung up first changes nothing.
        }
        return Carried.Sent;
    }

    private MimeMessage MessageOf(Parcel parcel)
    {
        var message = new MimeMessage { Subject = parcel.Subject, Date = new DateTimeOffset(parcel.At, TimeSpan.Zero), MessageId = $"{parcel.Key:N}@{settings.SenderAddress[(settings.SenderAddress.IndexOf('@', StringComparison.Ordinal) + 1)..]}" };
        message.From.Add(new MailboxAddress(settings.SenderName, settings.SenderAddress));
        message.To.Add(new MailboxAddress("", parcel.To));
        var words = new TextPart("plain") { Text = $"{parcel.Line}\n\n{parcel.Link}\n" };
        message.Body = parcel.Appointment is { } at ? new Multipart("mixed") { words, CalendarOf(parcel, at) } : words;
        return message;
    }

    private static TextPart CalendarOf(Parcel parcel, DateTime at)
    {
        static string Utc(DateTime instant) => instant.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var entry = new StringBuilder().Append("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//-//-//EN\r\nMETHOD:PUBLISH\r\nBEGIN:VEVENT\r\n")
            .Append(CultureInfo.InvariantCulture, $"UID:{parcel.Key:N}\r\nDTSTAMP:{Utc(parcel.At)}\r\nDTSTART:{Utc(at)}\r\nDTEND:{Utc(at.AddHours(1))}\r\nSUMMARY:{Escape(parcel.AppointmentTitle)}\r\nCLASS:PRIVATE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        var part = new TextPart("calendar") { Text = entry.ToString() };
        part.ContentType.Parameters.Add("method", "PUBLISH");
        part.ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = "appointment.ics" };
        return part;
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal);
}
