using System.Text.RegularExpressions;

namespace Lapwing.Tests.Architecture;

/// <summary>The send guard is the one door through which anything goes out. Whoever opens another way is found here.</summary>
public sealed partial class SendingTests
{
    private const string Out = "Modules/Casework/Contact/Out/", Guard = "Modules/Casework/Contact/SendGuard.cs";

    /// <summary>Who may do what of it: the pattern, and the files that may.</summary>
    private static readonly (string What, Regex Pattern, string[] May)[] Doors =
    [
        // A handover goes to another partnership and never to a person: its post is the only other thing that talks to anybody (docs/adr/handing-over.md).
        ("talks to a carrier", Wire(), [Out, "Modules/Referrals/Handovers/Between/HandoverPost.cs"]),
        ("hands something to a carrier", Carry(), [Out]),
        ("queues, writes or refuses a dispatch", Outbox(), [Guard]),
        ("logs a contact", Log(), [Guard, "Demonstration/"]),
        ("decides for itself", Deciding(), ["Modules/Casework/Contact/Verdict.cs", Guard, "Modules/Casework/Contact/Knowledge.cs"]),
        ("queues the sending job", Job(), [Guard, Out]),
        ("writes a letter", Letter(), [Guard]),
    ];

    [Fact]
    public void Nothing_is_sent_but_through_the_guard() => Assert.Empty(Walkers(SourceTests.Sources()));

    [Theory]
    [InlineData("Modules/Referrals/Outcome/Tell.cs", "using MailKit.Net.Smtp;")]
    [InlineData("Modules/Referrals/Triage/Contact.cshtml.cs", "using var http = new HttpClient();")]
    [InlineData("Modules/Referrals/Triage/Contact.cshtml.cs", "db.ContactEntries.Add(entry);")]
    [InlineData("Modules/Referrals/Triage/Contact.cshtml.cs", "ContactEntry.Log(act, key, null, channel, result, at, null)")]
    [InlineData("Modules/Casework/Contact/Pages/Message.cshtml.cs", "db.Dispatches.Add(dispatch);")]
    [InlineData("Modules/Casework/Contact/Pages/Message.cshtml.cs", "Dispatch.Queue(act, file, verdict, to, key, null)")]
    [InlineData("Modules/Casework/Contact/Pages/Message.cshtml.cs", "Verdict.Of(new(channel, at), new())")]
    [InlineData("Modules/Casework/Contact/Pages/Message.cshtml.cs", "db.Jobs.Add(QueuedJob.Ask(nameof(SendDispatch), id, who, now));")]
    [InlineData("Modules/Casework/Contact/Pages/Letter.cshtml.cs", "LetterDocx.Write(verdict, head, address, words, today)")]
    [InlineData("Modules/Casework/Contact/Pages/Letter.cshtml.cs", "await carrier.CarryAsync(verdict, parcel, ct)")]
    [InlineData("Modules/Groups/Tell.cs", "using var client = new System.Net.Mail.SmtpClient();")]
    [InlineData("Modules/Groups/Tell.cs", "using var client = new TcpClient(host, 25);")]
    public void Whoever_sends_another_way_is_found(string file, string text) => Assert.NotEmpty(Walkers([(file, text)]));

    private static IEnumerable<string> Walkers(IEnumerable<(string Name, string Text)> sources) =>
        from source in sources
        from door in Doors
        where door.Pattern.IsMatch(source.Text) && !door.May.Any(may => source.Name.StartsWith(may, StringComparison.Ordinal))
        select $"{source.Name} {door.What}";

    [GeneratedRegex(@"\b(using MailKit|using MimeKit|MailKit\.Net|SmtpClient|new HttpClient\(|IHttpClientFactory|HttpMessageInvoker|TcpClient|new Socket\(|WebRequest\.Create)")]
    private static partial Regex Wire();

    [GeneratedRegex(@"\.CarryAsync\(")]
    private static partial Regex Carry();

    [GeneratedRegex(@"\bDispatches\.Add|\bDispatch\.(Queue|Write|Refuse)\(")]
    private static partial Regex Outbox();

    [GeneratedRegex(@"\bContactEntries\.Add|\bContactEntry\.Log\(")]
    private static partial Regex Log();

    [GeneratedRegex(@"\bVerdict\.Of\(|new Circumstances\(|new PointFacts\(|new PlaceFacts\(")]
    private static partial Regex Deciding();

    [GeneratedRegex(@"nameof\((Out\.)?SendDispatch\)|\bSendDispatch\.For\(|""SendDispatch""")]
    private static partial Regex Job();

    [GeneratedRegex(@"\bLetterDocx\.Write\(")]
    private static partial Regex Letter();
}
