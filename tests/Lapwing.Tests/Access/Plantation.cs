using System.Text;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Jobs;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Referrals.Support;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Tests.Modules.Casework;
using Lapwing.Tests.Modules.Referrals.Intake;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lapwing.Tests.Access;

/// <summary>Types one word that stands nowhere else into every box of the product's own pages that takes words about a person: a referral from its first question,
/// its assessment, its contacts, what is declined, not taken and ended, an unfinished referral, an import. A box that a page gets later is planted too.</summary>
internal sealed class Plantation(Desk desk)
{
    public const string Stem = "Qzplanted";

    /// <summary>Numbers and dates about the person, which carry no word.</summary>
    public const string Telephone = "07700 900735", Email = Stem + "@example.org";

    private static readonly Dictionary<string, Dictionary<string, string>> Answers = new()
    {
        ["who"] = new() { ["Referred"] = "AdultVictim" },
        ["safe-contact"] = new() { ["Ways"] = "ring|text|email|write" },
        ["safe-times"] = new() { ["When"] = "any", ["Voicemail"] = "false", ["Withhold"] = "true" },
        ["name"] = new() { ["IsNamed"] = "true" },
        ["age"] = new() { ["Years"] = "34" },
        ["telephone-and-email"] = new() { ["Telephone"] = Telephone, ["Email"] = Email },
        ["address"] = new() { ["Area"] = "" },
        ["consent"] = new() { ["Basis"] = nameof(Lapwing.Modules.People.ConsentBasis.VitalInterests) },
        ["what-happened"] = new() { ["Kinds"] = "ControllingOrCoercive" },
        ["person-causing-harm"] = new() { ["IsNamed"] = "true", ["Years"] = "40" },
        ["relationship"] = new() { ["Connection"] = "WereMarried" },
        ["children"] = new() { ["HowMany"] = "1" },
        ["children-names"] = new() { ["Lines[0].Years"] = "7" },
        ["you"] = new() { ["Telephone"] = Telephone },
    };

    /// <summary>How many boxes were filled.</summary>
    public int Planted { get; private set; }

    public async Task PlantAsync()
    {
        using var ann = await desk.AsAsync("ann");
        using var cas = await desk.AsAsync("cas");
        await ReferAsync(ann, send: true);
        await ReferAsync(ann, send: false);
        await TriageAsync(ann);
        await SupportAsync(cas);
        await ImportAsync(ann);
        await ann.SubmitAsync(await ann.GetAsync("/testing/search"), new() { ["Name"] = Stem });
    }

    private async Task ReferAsync(TestBrowser ann, bool send)
    {
        var page = await ann.SubmitAndFollowAsync(await ann.GetAsync("/testing/refer"), []);
        for (var steps = 0; IntakeWorld.StepOf(page) != "check"; steps++)
        {
            Assert.True(steps < 40, page.Address);
            page = await FillAsync(ann, page, Answers.GetValueOrDefault(IntakeWorld.StepOf(page)) ?? []);
        }
        Assert.True(page.Text.Split(Stem).Length > 15, "The answers were not kept.");
        if (send)
            IntakeWorld.ReferenceOn(await IntakeWorld.SendAsync(ann, page));
    }

    private async Task TriageAsync(TestBrowser ann)
    {
        var referral = await desk.ReceiveAsync(new() { Given = Stem, Address = Stem + " Street", Phone = Telephone });
        var assess = await ann.GetAsync(AssessModel.Url("testing", referral.Id));
        var answers = assess.Html.QuerySelectorAll("input[type=radio][name^='Answers']").Select(radio => radio.GetAttribute("name")!).Distinct().ToDictionary(name => name, _ => "No");
        await FillAsync(ann, assess, new(answers) { ["Judged"] = "High", ["Incidents"] = "2" });
        await FillAsync(ann, await ann.GetAsync(ContactModel.Url("testing", referral.Id)), new() { ["Channel"] = "Telephone", ["Result"] = "Attempted", ["On"] = "2023-06-06", ["At"] = "09:59" });
        await FillAsync(ann, await ann.GetAsync(DeclineModel.Url("testing", referral.Id)), new() { ["Reason"] = "NotEligible", ["DuplicateOf"] = "", ["LookedElsewhere"] = "true" });
    }

    private async Task SupportAsync(TestBrowser cas)
    {
        var (_, notTaken) = await desk.OfferAsync(new() { Given = Stem });
        await FillAsync(cas, await cas.GetAsync(NotTakeModel.Url("testing", notTaken)), new() { ["Reason"] = "NoCapacity" });
        var (_, opened) = await desk.OpenAsync(cas, new() { Family = Stem });
        await FillAsync(cas, await cas.GetAsync(EndModel.Url("testing", opened)), new() { ["Reason"] = "MovedAway", ["NotMeasured"] = "CouldNotBeReached" });
    }

    private async Task ImportAsync(TestBrowser ann)
    {
        const string table = "Received on,Who is referred,Safe contact,Consent,Given name,Family name\n"
            + $"2023-05-01,Adult victim,Ring,The person agreed,{Stem},{Stem}\n2023-05-03,{Stem},Ring,The person agreed,{Stem},{Stem}\n";
        var page = await ann.GetAsync("/testing/import");
        var form = new MultipartFormDataContent();
        foreach (var (field, value) in TestBrowser.FieldsOf(page, []))
            form.Add(new StringContent(value), field);
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(table)), "Upload", Stem + ".csv");
        var address = (await ann.SendAsync(new(HttpMethod.Post, "/testing/import") { Content = form })).Location!;
        var runner = new JobRunner(desk.App.Services, desk.App.Partnerships, desk.App.Clock, NullLogger<JobRunner>.Instance);
        while (await runner.RunNextAsync("testing", default)) { }
        await ann.SubmitAndFollowAsync(await ann.GetAsync(address), []);
        while (await runner.RunNextAsync("testing", default)) { }
        Assert.Contains("Every row is accounted for", (await ann.GetAsync(address)).Text, StringComparison.Ordinal);
        Planted += 4;
    }

    /// <summary>Submits the page's form with the word in every box that nothing else is said for.</summary>
    private async Task<TestPage> FillAsync(TestBrowser browser, TestPage page, Dictionary<string, string> said)
    {
        var fields = new Dictionary<string, string>(said);
        var boxes = page.Html.QuerySelectorAll("main form textarea[name], main form input[type=text][name]:not([inputmode=numeric])").Select(box => box.GetAttribute("name")!);
        foreach (var name in boxes.Where(name => !said.ContainsKey(name)))
        {
            fields[name] = $"{Stem} {Stem.ToLowerInvariant()} {Stem.ToUpperInvariant()}";
            Planted++;
        }
        return await browser.SubmitAndFollowAsync(page, fields);
    }
}
