using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Handovers;
using Lapwing.Modules.Referrals.Handovers.Between;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Lapwing.Tests.Modules.Referrals.Handovers;

/// <summary>Two installations with real servers, real TLS and certificates that were made in the test (threat cases 37, 45 and 51).</summary>
public sealed class BetweenInstallationsTests
{
    private static async Task<(Installed Borough, Installed Drive)> StartAsync(EngineKind engine)
    {
        var borough = await Installed.StartAsync(engine, "borough", "A made-up borough");
        var drive = await Installed.StartAsync(engine, "drive", "A made-up consortium");
        await borough.KnowAsync(drive.Card());
        await drive.KnowAsync(borough.Card());
        return (borough, drive);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_handover_goes_to_another_installation_and_its_status_comes_back(EngineKind engine)
    {
        var (borough, drive) = await StartAsync(engine);
        await using var _ = borough;
        await using var __ = drive;
        var (handover, _) = await borough.SendAsync();
        await borough.WorkAsync();
        await drive.WorkAsync();
        var referral = await drive.LookAsync(db => db.Referrals.AsNoTracking().SingleAsync());
        Assert.Equal((ReferralSource.AnotherPartnership, 7), (referral.Source, referral.Area)); // the same borough has another number there
        Assert.Equal("Maximilian Madeup", await drive.LookAsync(async db => (await db.People.SingleAsync()).DisplayName(await db.KeyOfAsync(referral.CaseFile))));
        Assert.Equal((HandoverState.Delivered, HandoverStatus.Received), await borough.LookAsync(db => db.Handovers.AsNoTracking().SingleAsync()) is var h ? (h.State, h.Status!.Value) : default);
        await using (var db = await drive.OpenAsync())
        {
            var act = drive.Act();
            await Lapwing.Modules.Referrals.Handovers.Handovers.ReportAsync(db, act, referral.CaseFile, HandoverStatus.PlaceOffered, default);
            await db.SaveAsync(act);
        }
        await drive.WorkAsync();
        Assert.Equal(HandoverStatus.PlaceOffered, (await borough.LookAsync(db => db.Handovers.AsNoTracking().SingleAsync())).Status);
        // What travels names nobody, and the door serves no page; the pages' port takes no letter.
        var (_, message) = await borough.SendAsync();
        var (_, envelope) = await borough.EnvelopeAsync(message);
        Assert.DoesNotContain("Madeup", JsonSerializer.Serialize(envelope) + Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(envelope.Head)), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.NotFound, (await Installed.KnockAsync(drive.Door, envelope, borough.Post.Keys.Certificate, "/sign-in")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Installed.KnockAsync(drive.Pages, envelope, null)).Status);
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(drive.Pages + "/health"))).StatusCode);
        Assert.Equal(handover.Package, (await drive.LookAsync(db => db.HandoverArrivals.AsNoTracking().SingleAsync())).Package);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Twice_late_and_from_the_future_make_one_referral_or_none_with_the_reason_kept(EngineKind engine)
    {
        var (borough, drive) = await StartAsync(engine);
        await using var _ = borough;
        await using var __ = drive;
        var (_, message) = await borough.SendAsync();
        var (letter, envelope) = await borough.EnvelopeAsync(message);
        var certificate = borough.Post.Keys.Certificate;

        drive.Clock.SetUtcNow(drive.Clock.GetUtcNow().AddMinutes(16));
        Assert.Equal(HttpStatusCode.Forbidden, (await Installed.KnockAsync(drive.Door, envelope, certificate)).Status);
        Assert.Equal([HandoverProblem.Late], await drive.ReasonsAsync());
        var tomorrow = Envelope.Write(letter, borough.Post.Keys, drive.Post.Keys.SealingKey, drive.Now.AddMinutes(6));
        Assert.Equal(HttpStatusCode.Forbidden, (await Installed.KnockAsync(drive.Door, tomorrow, certificate)).Status);
        Assert.Equal([HandoverProblem.Late, HandoverProblem.Future], await drive.ReasonsAsync());
        Assert.Equal(0, await drive.ReferralsAsync());

        var good = Envelope.Write(letter, borough.Post.Keys, drive.Post.Keys.SealingKey, drive.Now);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Installed.KnockAsync(drive.Door, good, certificate)));
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, answers[0].Body), answer)); // the first receipt, to the letter
        drive.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(answers[0].Body, (await Installed.KnockAsync(drive.Door, good, certificate)).Body);
        Assert.NotNull(JsonSerializer.Deserialize<SignedReceipt>(answers[0].Body, Letter.Format)!.Open(letter, drive.Post.Keys.SigningKey));
        Assert.Null(JsonSerializer.Deserialize<SignedReceipt>(answers[0].Body, Letter.Format)!.Open(letter, borough.Post.Keys.SigningKey));
        Assert.Equal(1, await drive.ReferralsAsync());
        // A package whose own time is over is refused for good, with a signed receipt.
        borough.Clock.SetUtcNow(drive.Clock.GetUtcNow());
        var (old, _) = await borough.SendAsync(borough.Now.AddHours(1));
        drive.Clock.Advance(TimeSpan.FromHours(2));
        var (late, envelopeOfLate) = (await borough.EnvelopeAsync(await borough.LookAsync(db => db.HandoverMessages.Where(m => m.Package == old.Package).Select(m => m.Id).SingleAsync())));
        var refused = await Installed.KnockAsync(drive.Door, Envelope.Write(late, borough.Post.Keys, drive.Post.Keys.SealingKey, drive.Now), certificate);
        Assert.Equal((false, HandoverProblem.Expired), JsonSerializer.Deserialize<SignedReceipt>(refused.Body, Letter.Format)!.Open(late, drive.Post.Keys.SigningKey) is { } r ? (r.Taken, r.Reason) : default);
        Assert.Equal(1, await drive.ReferralsAsync());
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Altered_in_any_field_or_byte_it_is_refused_and_the_true_one_still_arrives(EngineKind engine)
    {
        var (borough, drive) = await StartAsync(engine);
        await using var _ = borough;
        await using var __ = drive;
        var (_, message) = await borough.SendAsync();
        var (letter, envelope) = await borough.EnvelopeAsync(message);
        var certificate = borough.Post.Keys.Certificate;
        var head = envelope.ReadHead()!;
        EnvelopeHead[] heads =
        [
            head with { Version = 2 }, head with { From = "another" }, head with { To = "nowhere" }, head with { Package = Guid.CreateVersion7() }, head with { Kind = LetterKind.Recall }, head with { Number = 1 },
            head with { Issued = head.Issued + 1 }, head with { Expires = head.Expires + 1 }, head with { SealedTo = Envelope.NameOf(borough.Post.Keys.SealingKey) },
            head with { Ephemeral = System.Buffers.Text.Base64Url.EncodeToString(borough.Post.Keys.SealingKey) },
        ];
        foreach (var altered in heads)
            await RefusedAsync(envelope with { Head = System.Buffers.Text.Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(altered, Letter.Format)) });
        var random = new Random(4711);
        for (var n = 0; n < 60; n++)
            await RefusedAsync((n % 3) switch { 0 => envelope with { Head = Flip(envelope.Head) }, 1 => envelope with { Sealed = Flip(envelope.Sealed) }, _ => envelope with { Signature = Flip(envelope.Signature) } });
        // Parts of two true letters do not fit each other.
        var (_, second) = await borough.SendAsync();
        var (_, other) = await borough.EnvelopeAsync(second);
        await RefusedAsync(envelope with { Sealed = other.Sealed });
        await RefusedAsync(envelope with { Head = other.Head });
        await RefusedAsync(envelope with { Signature = other.Signature });
        await RefusedAsync(envelope with { Signature = "" });
        // Signed by the partner and sealed to somebody else: meant for another.
        await RefusedAsync(Envelope.Write(letter, borough.Post.Keys, borough.Post.Keys.SealingKey, borough.Now));
        Assert.Contains(HandoverProblem.WrongReceiver, await drive.ReasonsAsync());
        Assert.Contains(HandoverProblem.Altered, await drive.ReasonsAsync());
        // Signed by the partner, but the letter inside says something else than its head.
        foreach (var nonsense in new object[] { new { }, new { head = 5 }, "text" })
            Assert.Equal(HttpStatusCode.BadRequest, (await Installed.KnockAsync(drive.Door, nonsense, certificate)).Status);

        Assert.Equal(0, await drive.ReferralsAsync());
        Assert.Equal(HttpStatusCode.OK, (await Installed.KnockAsync(drive.Door, envelope, certificate)).Status);
        Assert.Equal(1, await drive.ReferralsAsync());

        async Task RefusedAsync(Envelope wrong)
        {
            var answer = await Installed.KnockAsync(drive.Door, wrong, certificate);
            Assert.True(answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.BadRequest, $"{answer.Status} for {wrong}");
            Assert.Equal("", answer.Body);
        }

        string Flip(string text)
        {
            var (bytes, at) = (Encoding.ASCII.GetBytes(text), random.Next(text.Length - 1));
            bytes[at] = bytes[at] == (byte)'A' ? (byte)'B' : (byte)'A';
            return Encoding.ASCII.GetString(bytes);
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task An_unknown_sender_a_wrong_certificate_and_a_false_server_get_nothing_in_and_nothing_out(EngineKind engine)
    {
        var (borough, drive) = await StartAsync(engine);
        await using var _ = borough;
        await using var __ = drive;
        await using var stranger = await Installed.StartAsync(EngineKind.Sqlite, "stranger", "Nobody knows them");
        await stranger.KnowAsync(drive.Card());
        var (unknown, _) = await stranger.SendAsync();
        await stranger.WorkAsync();
        Assert.Equal([HandoverProblem.UnknownSender], await drive.ReasonsAsync());
        Assert.Equal(HandoverState.Waiting, (await stranger.LookAsync(db => db.Handovers.AsNoTracking().SingleAsync(h => h.Package == unknown.Package))).State);

        // With the name of a partner and a certificate of one's own; with the partner's certificate and a signature of one's own.
        var (letter, _) = await borough.EnvelopeAsync((await borough.SendAsync()).Message);
        var pretended = Envelope.Write(letter, stranger.Post.Keys, drive.Post.Keys.SealingKey, drive.Now);
        Assert.Equal(HttpStatusCode.Forbidden, (await Installed.KnockAsync(drive.Door, pretended, stranger.Post.Keys.Certificate)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Installed.KnockAsync(drive.Door, pretended, borough.Post.Keys.Certificate)).Status);
        Assert.Equal([HandoverProblem.UnknownSender, HandoverProblem.WrongCertificate, HandoverProblem.Altered], await drive.ReasonsAsync());
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var madeUp = X509CertificateLoader.LoadPkcs12(new CertificateRequest("CN=Lapwing handover", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(90)).Export(X509ContentType.Pkcs12), null);
        Assert.Equal(HttpStatusCode.Forbidden, (await Installed.KnockAsync(drive.Door, pretended, madeUp)).Status);
        // Without any certificate there is no connection.
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Installed.KnockAsync(drive.Door, pretended, null));
        Assert.Equal(0, await drive.ReferralsAsync());

        // A server that shows another certificate is not told a byte of the letter.
        await borough.KnowAsync(drive.Card(stranger.Door));
        await borough.WorkAsync();
        Assert.Equal(0, await stranger.LookAsync(db => db.InboxEntries.CountAsync()));
        Assert.Equal(HandoverProblem.Unreached, (await borough.LookAsync(db => db.HandoverMessages.AsNoTracking().FirstAsync())).Problem);

        // One with the right key that answers with a redirect, or with a receipt that nobody signed, is not followed and not believed.
        var (wandered, port) = (0, Installed.FreePort());
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.UseHttps(new HttpsConnectionAdapterOptions
        {
            ServerCertificate = drive.Post.Keys.Certificate, ClientCertificateMode = ClientCertificateMode.AllowCertificate, ClientCertificateValidation = (_, _, _) => true,
        })));
        await using var rogue = builder.Build();
        var redirects = true;
        rogue.Run(async context =>
        {
            if (context.Request.Path == "/elsewhere")
                wandered++;
            else if (redirects)
                (context.Response.StatusCode, context.Response.Headers.Location) = (307, $"https://127.0.0.1:{port}/elsewhere");
            else
                await context.Response.WriteAsync(JsonSerializer.Serialize(new SignedReceipt(HandoverReceipt.For(letter, true, "", drive.Now).ToJson(), "AAAA"), Letter.Format));
        });
        await rogue.StartAsync();
        await borough.KnowAsync(drive.Card($"https://127.0.0.1:{port}"));
        borough.Clock.Advance(TimeSpan.FromHours(1));
        await borough.WorkAsync();
        Assert.Equal(0, wandered);
        redirects = false;
        borough.Clock.Advance(TimeSpan.FromHours(1));
        await borough.WorkAsync();
        Assert.Equal(HandoverProblem.BadReceipt, (await borough.LookAsync(db => db.HandoverMessages.AsNoTracking().FirstAsync())).Problem);
        Assert.Equal(HandoverState.Waiting, (await borough.LookAsync(db => db.Handovers.AsNoTracking().FirstAsync())).State);

        // When the true one answers again, everything that waited arrives.
        await borough.KnowAsync(drive.Card());
        borough.Clock.Advance(TimeSpan.FromHours(1));
        drive.Clock.SetUtcNow(borough.Clock.GetUtcNow());
        await borough.WorkAsync();
        Assert.Equal(1, await drive.ReferralsAsync());
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Cut_off_anywhere_and_tried_again_each_arrives_once_and_each_status_comes_back(EngineKind engine)
    {
        var (borough, drive) = await StartAsync(engine);
        await using var _ = borough;
        await using var __ = drive;
        await using var there = new Relay(new Uri(drive.Door).Port);
        await using var back = new Relay(new Uri(borough.Door).Port);
        await borough.KnowAsync(drive.Card($"https://127.0.0.1:{there.Port}"));
        await drive.KnowAsync(borough.Card($"https://127.0.0.1:{back.Port}"));
        var random = new Random(20260601);
        there.Next = back.Next = () => random.Next(10) switch
        {
            < 2 => (0, 0),
            < 4 => (random.Next(200, 6000), long.MaxValue),
            < 8 => (long.MaxValue, random.Next(1200, 2600)), // the answer is lost: the other side has taken it
            _ => null,
        };
        const int Count = 24;
        var packages = new List<Guid>();
        for (var n = 0; n < Count; n++)
            packages.Add((await borough.SendAsync()).Handover.Package);
        for (var round = 0; round < 14; round++)
        {
            await borough.WorkAsync();
            await drive.WorkAsync();
            borough.Clock.Advance(TimeSpan.FromMinutes(70));
            drive.Clock.SetUtcNow(borough.Clock.GetUtcNow());
            if (round == 11)
                there.Next = back.Next = () => null;
        }
        Assert.True(there.Cut + back.Cut > 10, $"Only {there.Cut} and {back.Cut} connections were cut.");
        Assert.Equal(Count, await drive.ReferralsAsync());
        Assert.Equal(packages.Order(), (await drive.LookAsync(db => db.HandoverArrivals.AsNoTracking().Select(a => a.Package).ToListAsync())).Order());
        Assert.All(await borough.LookAsync(db => db.Handovers.AsNoTracking().ToListAsync()), h => Assert.Equal((HandoverState.Delivered, HandoverStatus.Received), (h.State, h.Status!.Value)));
        Assert.Equal(Count, await borough.LookAsync(db => db.HandoverNews.CountAsync()));
        Assert.Contains(HandoverProblem.Repeated, await drive.ReasonsAsync()); // some were taken whose receipt was lost
    }
}
