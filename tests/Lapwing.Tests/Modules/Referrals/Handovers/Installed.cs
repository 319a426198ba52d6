using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Lapwing.Access;
using Lapwing.CommandLine;
using Lapwing.Data;
using Lapwing.Jobs;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Handovers;
using Lapwing.Modules.Referrals.Handovers.Between;
using Lapwing.Modules.Referrals.Intake;
using Lapwing.Settings;
using Lapwing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Lapwing.Tests.Modules.Referrals.Handovers;

/// <summary>One whole installation with a real server: its pages on one port, its door for other installations, with certificates on both sides, on another.
/// It holds one partnership with a front door.</summary>
internal sealed class Installed : IAsyncDisposable
{
    private static int nextPort = 20_000 + Environment.ProcessId % 500;

    private readonly Mould.Copy copy;
    private readonly WebApplication app;

    private Installed(Mould.Copy copy, Installation installation, WebApplication app, FakeTimeProvider clock, string address) =>
        (this.copy, Installation, this.app, Clock, Address) = (copy, installation, app, clock, address);

    public Installation Installation { get; }
    public FakeTimeProvider Clock { get; }
    public string Address { get; }
    public IServiceProvider Services => app.Services;
    public Partnerships Partnerships => Services.GetRequiredService<Partnerships>();
    public HandoverPost Post => Services.GetRequiredService<HandoverPost>();
    public DateTime Now => Storage.Whole(Clock.GetUtcNow().UtcDateTime);
    public string Door => Installation.HandoverUrl!;
    public string Pages => Installation.Urls;

    public static async Task<Installed> StartAsync(EngineKind engine, string address, string name)
    {
        var copy = await Mould.CopyAsync(engine, address, name);
        var (pages, door) = (FreePort(), FreePort());
        var installation = copy.Installation with
        {
            Urls = $"http://127.0.0.1:{pages}", HandoverListen = $"https://127.0.0.1:{door}", HandoverUrl = $"https://127.0.0.1:{door}",
        };
        var clock = new FakeTimeProvider(Mould.Start);
        var app = WebHost.Build(installation, builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        await app.StartAsync();
        var made = new Installed(copy, installation, app, clock, address);
        await using var db = await made.OpenAsync();
        var act = made.Act();
        var agency = Agency.Add(act, "Made-up agency", AgencyKind.Council);
        db.AddRange(agency, Team.Add(act, agency.Id, "Front door", "020 7946 0001", isFrontDoor: true),
            Area.Add(act, address == "drive" ? 7 : 1, "Testing", "E09000099", ""));
        await db.SaveAsync(act);
        return made;
    }

    public static int FreePort()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref nextPort);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
            }
        }
    }

    public Task<PartnershipDb> OpenAsync() => Partnerships.OpenAsync(Address, NeedToKnow.Unrestricted(Viewer.System("test", Now), UnrestrictedReason.Generation));

    public Act Act() => new(NeedToKnow.Unrestricted(Viewer.System("test", Now), UnrestrictedReason.Generation), Now, "test.arrange", "arranging a test");

    public PartnerCard Card(string? url = null) => PartnerCard.Of(Address, Address, url ?? Door, Post.Keys);

    /// <summary>Two administrators have confirmed this card.</summary>
    public async Task KnowAsync(PartnerCard card)
    {
        await using var db = await OpenAsync();
        var act = Act();
        foreach (var before in await db.Partners.Where(p => p.State == PartnerState.Confirmed && p.Address == card.Address).ToListAsync())
            before.End(act);
        var partner = Partner.ProposeElsewhere(act, 1, card);
        partner.Confirm(act with { Who = act.Who with { Member = Id<Member>.New() } });
        db.Add(partner);
        await db.SaveAsync(act);
    }

    /// <summary>Somebody is referred here, and handed over to the one partner.</summary>
    public async Task<(Handover Handover, Id<HandoverMessage> Message)> SendAsync(DateTime? until = null)
    {
        await using var db = await OpenAsync();
        var act = Act();
        var received = (await FrontDesk.ReadAsync(db)).Receive(act, new()
        {
            Who = WhoIsReferred.PersonCausingHarm, SafeContact = SafeContact.ThroughReferrer(), Basis = ConsentBasis.Consent, Subject = new() { GivenName = "Maximilian", FamilyName = "Madeup", BornOn = new(1980, 2, 29) }, Area = 1,
        }, new(ReferralSource.Police));
        db.AddRange(received.Entities);
        await db.SaveAsync(act);
        var packed = await Packing.PackAsync(db, "A made-up borough", received.File.File.Id, new(HandoverPurpose.SharedPlace, ConsentBasis.Consent, null, until ?? Now.AddDays(30), HandoverPart.Subject, "Made-up reasons"), default);
        var sending = Act();
        var handover = Lapwing.Modules.Referrals.Handovers.Handovers.Send(db, sending, packed.Key, await db.Partners.AsNoTracking().SingleAsync(p => p.State == PartnerState.Confirmed), packed.Package with { Id = Guid.CreateVersion7() }, packed.Subject, packed.PersonToken);
        await db.SaveAsync(sending);
        return (handover, await db.HandoverMessages.Where(m => m.Package == handover.Package).Select(m => m.Id).SingleAsync());
    }

    /// <summary>The letter of an outbox, as an envelope that its sender would send now.</summary>
    public async Task<(Letter Letter, Envelope Envelope)> EnvelopeAsync(Id<HandoverMessage> id)
    {
        await using var db = await OpenAsync();
        var message = await db.HandoverMessages.AsNoTracking().SingleAsync(m => m.Id == id);
        var partner = await db.Partners.AsNoTracking().SingleAsync(p => p.State == PartnerState.Confirmed);
        var letter = message.Read(await db.KeyOfAsync(message.CaseFile), Address, partner.Address);
        return (letter, Envelope.Write(letter, Post.Keys, partner.SealingKey!, Now));
    }

    /// <summary>Runs every job that is due.</summary>
    public async Task<int> WorkAsync()
    {
        var runner = new JobRunner(Services, Partnerships, Clock, NullLogger<JobRunner>.Instance);
        var worked = 0;
        while (await runner.RunNextAsync(Address, default))
            worked++;
        return worked;
    }

    public async Task<T> LookAsync<T>(Func<PartnershipDb, Task<T>> look)
    {
        await using var db = await OpenAsync();
        return await look(db);
    }

    public Task<int> ReferralsAsync() => LookAsync(db => db.Referrals.CountAsync());

    public Task<List<string>> ReasonsAsync() => LookAsync(db => db.InboxEntries.AsNoTracking().OrderBy(e => e.Id).Select(e => e.Reason).ToListAsync());

    /// <summary>Knocks at a door by hand, with a certificate of one's own choice.</summary>
    public static async Task<(HttpStatusCode Status, string Body)> KnockAsync(string door, object body, X509Certificate2? certificate, string path = PartnerUrl.Path)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null; // whoever knocks wants to see what the door does
        if (certificate is not null)
        {
            handler.SslOptions.ClientCertificates = [certificate];
            handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate;
        }
        using var client = new HttpClient(handler);
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, Letter.Format)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var answer = await client.PostAsync(new Uri(new Uri(door), path), content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await copy.RemoveAsync();
    }
}
