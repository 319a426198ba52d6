using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Contact;
using Lapwing.Modules.Groups;
using Lapwing.Modules.Groups.Pages;
using Lapwing.Modules.People;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Groups;

/// <summary>A made-up family whose files the outreach team may open: mother and child, each in a file of their own.</summary>
internal sealed record MadeFamily(Id<CaseFile> Mother, Id<CaseFile> Child, Id<ContactMethod> School);

/// <summary>What tests of groups start from.</summary>
internal static class GroupWorld
{
    public static readonly DateOnly Today = new(2023, 6, 6);

    /// <summary>A programme of the outreach team with two licensed facilitators, cas and eve.</summary>
    public static async Task<(GroupProgramme Programme, Facilitator Cas, Facilitator Eve)> ProgrammeAsync(this Desk desk, GroupTier tier = GroupTier.None, bool isPaired = true, int least = 9)
    {
        await using var db = await desk.App.OpenAllAsync();
        var act = desk.App.Act();
        var programme = GroupProgramme.Add(act, desk.Outreach.Id, desk.OutreachService.Number, new($"CODA {Guid.CreateVersion7():N}"[..20], "A made-up programme", tier, isPaired, 120, 4, 16, least,
            [.. Enumerable.Range(1, 12).Select(n => $"Theme {n}")], GroupCriteria.Usual(tier)));
        var licence = new LicenceTerms(new(2022, 1, 1), new(2024, 12, 31), new(2021, 1, 1), null);
        var (cas, eve) = (Facilitator.Name(act, programme, desk.Members["cas"].Id, licence), Facilitator.Name(act, programme, desk.Members["eve"].Id, licence));
        db.AddRange(programme, cas, eve);
        await db.SaveAsync(act);
        return (programme, cas, eve);
    }

    /// <summary>A planned pair of groups that begin today.</summary>
    public static async Task<(Cohort Children, Cohort Carers)> PlanAsync(this Desk desk, GroupProgramme programme, Facilitator lead, Facilitator other, int places = 8, DateOnly? first = null, string name = "Rowan")
    {
        await using var db = await desk.App.OpenAllAsync();
        var act = desk.App.Act();
        var days = SessionCalendar.Weekly(first ?? Today, programme.ThemeLines.Count, new()).Days;
        var licences = new Dictionary<Id<Facilitator>, (string, LicenceTerms)> { [lead.Id] = ("cas", lead.Terms), [other.Id] = ("eve", other.Terms) };
        var children = Cohort.Plan(act, programme, GroupFor.Children, new(name, places, 960, lead.Id, null, licences), days);
        var carers = Cohort.Plan(act, programme, GroupFor.Carers, new(name, places, 960, other.Id, null, licences), days);
        if (programme.IsPaired)
        {
            children.Cohort.RunBeside(carers.Cohort);
            carers.Cohort.RunBeside(children.Cohort);
            db.Add(carers.Cohort);
            db.AddRange(carers.Sessions);
        }
        db.Add(children.Cohort);
        db.AddRange(children.Sessions);
        await db.SaveAsync(act);
        return (children.Cohort, carers.Cohort);
    }

    public static async Task<MadeFamily> FamilyAsync(this Desk desk, string given, DateOnly? born = null)
    {
        await using var db = await desk.App.OpenAllAsync();
        var act = desk.App.Act();
        var matter = Guid.CreateVersion7();
        var mother = CaseFile.Open(act, db.Session.Keys, Side.Survivor, desk.Outreach.Id, act.At.AddYears(2), matter);
        var child = CaseFile.Open(act, db.Session.Keys, Side.Child, desk.Outreach.Id, act.At.AddYears(2), matter);
        var (she, they) = (Person.Record(mother.Key, $"Mother of {given}", "Madeup", new(1985, 1, 1), null, new()), Person.Record(child.Key, given, "Madeup", born ?? new(2014, 3, 1), null, new()));
        var school = ContactMethod.Add(act, child.Key, db.Session.Index, they.Id, ContactKind.Email, $"{given}@school.example", new MethodSafety { MayEmail = true });
        db.AddRange(mother.File, mother.StoredKey, mother.Circle, child.File, child.StoredKey, child.Circle, she, they, school);
        await db.SaveAsync(act);
        return new(mother.File.Id, child.File.Id, school.Id);
    }

    /// <summary>Asks for a place through the page and writes the pre-group assessment, so that every criterion is met.</summary>
    public static async Task<Id<WaitingEntry>> AskAsync(this Desk desk, TestBrowser cas, Id<CaseFile> file, GroupProgramme programme, Id<ContactMethod>? school = null, bool isAssessed = true)
    {
        var form = await cas.GetAsync(AskModel.Url("testing", file, null));
        var fields = new Dictionary<string, string>
        {
            ["Programme"] = programme.Id.ToString(), ["Agreed"] = "true", ["SafeSince.Day"] = "1", ["SafeSince.Month"] = "10", ["SafeSince.Year"] = "2022", ["LivesApart"] = "true", ["IsAtRisk"] = "false",
            ["Keyworker"] = desk.Members["cas"].Id.ToString(),
        };
        if (form.Html.QuerySelector("[name=IsImpacted]") is not null)
            (fields["IsImpacted"], fields["SchoolAgrees"], fields["School"]) = ("true", "true", school?.ToString() ?? "");
        var page = await cas.SubmitAndFollowAsync(form, fields);
        if (isAssessed)
            await cas.SubmitAndFollowAsync(page, new() { ["On.Day"] = "5", ["On.Month"] = "6", ["On.Year"] = "2023", ["Words"] = "Ready, as far as a made-up child can be", ["IsSuitable"] = "true" }, "form.lapwing-assess");
        return (await desk.LookAsync(db => db.WaitingEntries.AsNoTracking().Where(e => e.CaseFile == file).OrderByDescending(e => e.AskedAt).FirstAsync())).Id;
    }

    /// <summary>A family that sits in both groups.</summary>
    public static async Task<(MadeFamily Family, GroupPlace Child, GroupPlace Mother)> SeatAsync(this Desk desk, TestBrowser cas, GroupProgramme programme, Cohort children, string given, bool tellsSchool = false, DateOnly? born = null)
    {
        var family = await desk.FamilyAsync(given, born);
        var entry = await desk.AskAsync(cas, family.Child, programme, tellsSchool ? family.School : null);
        await desk.AskAsync(cas, family.Mother, programme);
        var page = await cas.GetAsync(AddToCohortModel.Url("testing", children.Id));
        await cas.SubmitAndFollowAsync(page, new() { ["Who"] = entry.ToString(), ["Pair"] = "Together" });
        var places = await desk.LookAsync(db => db.GroupPlaces.AsNoTracking().Where(p => p.CaseFile == family.Child || p.CaseFile == family.Mother).ToListAsync());
        return (family, places.Single(p => p.CaseFile == family.Child), places.Single(p => p.CaseFile == family.Mother));
    }

    public static Task<CohortSession> SessionAsync(this Desk desk, Cohort cohort, int number) => desk.LookAsync(db => db.CohortSessions.AsNoTracking().SingleAsync(s => s.Cohort == cohort.Id && s.Number == number));

    public static Task<GroupPlace> PlaceAsync(this Desk desk, GroupPlace place) => desk.LookAsync(db => db.GroupPlaces.AsNoTracking().SingleAsync(p => p.Id == place.Id));

    public static Task<List<Dispatch>> DispatchesAsync(this Desk desk, Id<CaseFile> file) => desk.LookAsync(db => db.Dispatches.AsNoTracking().Where(d => d.CaseFile == file).ToListAsync());
}
