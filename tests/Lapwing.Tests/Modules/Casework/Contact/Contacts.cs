using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Jobs;
using Lapwing.Modules.Casework.Contact;
using Lapwing.Modules.Casework.Contact.Out;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lapwing.Tests.Modules.Casework.Contact;

/// <summary>What somebody's file holds, for a test of contact.</summary>
internal sealed record Held(Id<CaseFile> File, Id<Person> Person, Id<ContactMethod>? Phone, Id<ContactMethod>? Email, Id<Whereabouts>? Home);

/// <summary>What tests of contact start from.</summary>
internal static class Contacts
{
    public static readonly ContactSettings Ready = new() { Link = "https://post.example/sign-in", SenderAddress = "post@letters.example", NotifyTextTemplate = Guid.NewGuid().ToString(), NotifyEmailTemplate = Guid.NewGuid().ToString() };

    public static readonly MethodSafety AllPhone = new() { MayRing = true, MayText = true, MayLeaveVoicemail = true }, AllEmail = new() { MayEmail = true };

    public static async Task SetAsync(TestApp app, ContactSettings settings)
    {
        await using var db = await app.OpenAllAsync();
        var act = app.Act();
        db.Settings.Add(StoredSettings.Keep(act, ContactSettings.Concern, settings));
        await db.SaveAsync(act);
    }

    /// <summary>Makes a file of a matter with whatever is given, safe for everything.</summary>
    public static Held Open(PartnershipDb db, Act act, Id<Team> team, Side side, Guid matter, string? phone, string? email, string? address, MethodSafety? phoneSafety = null)
    {
        var opened = CaseFile.Open(act, db.Session.Keys, side, team, act.At.AddYears(1), matter);
        var person = Person.Record(opened.Key, "Madeup", "Person", null, 30, new());
        db.AddRange(opened.File, opened.StoredKey, opened.Circle, person);
        var (byPhone, byEmail) = (phone is null ? null : ContactMethod.Add(act, opened.Key, db.Session.Index, person.Id, ContactKind.Telephone, phone, phoneSafety ?? AllPhone),
            email is null ? null : ContactMethod.Add(act, opened.Key, db.Session.Index, person.Id, ContactKind.Email, email, AllEmail));
        var home = address is null ? null : Whereabouts.Record(act, opened.Key, db.Session.Index, person.Id, address);
        home?.Confirm(act, mayWrite: true, mayVisit: true, isKnownToOther: false);
        foreach (var one in new object?[] { byPhone, byEmail, home }.OfType<object>())
            db.Add(one);
        if (home is not null)
            Circles.Unseal(db, act, opened.File.Id, team, Seal.Whereabouts, "test", act.At.AddYears(1));
        return new(opened.File.Id, person.Id, byPhone?.Id, byEmail?.Id, home?.Id);
    }

    public static SendGuard Guard(TestApp app, PartnershipDb db) => new(app.Partnerships, db);

    /// <summary>Runs everything that is due.</summary>
    public static async Task RunAsync(TestApp app)
    {
        var runner = new JobRunner(app.Services, app.Partnerships, app.Clock, NullLogger<JobRunner>.Instance);
        while (await runner.RunNextAsync("testing", default)) { }
    }

    public static Outbound Through(MailServer mail) => new(new SmtpSettings("127.0.0.1", mail.Port, RequiresTls: false));

    public static async Task<Dispatch> LastAsync(TestApp app, Id<CaseFile> file)
    {
        await using var db = await app.OpenAllAsync();
        return await db.Dispatches.AsNoTracking().Where(d => d.CaseFile == file).OrderByDescending(d => d.AskedAt).ThenByDescending(d => d.Id).FirstAsync();
    }
}
