using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Orders;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Tests.Modules.Casework;
using Lapwing.Tests.Modules.People.Family;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.People.Orders;

public sealed class OrderTests(Desks desks) : IClassFixture<Desks>
{
    private static Dictionary<string, string> Order(Person protects, Person binds, string? until = null) => new()
    {
        ["Input.Kind"] = "NonMolestation", ["Input.Protects"] = protects.Id.ToString(), ["Input.Binds"] = binds.Id.ToString(),
        ["Input.IssuedOn.Day"] = "1", ["Input.IssuedOn.Month"] = "6", ["Input.IssuedOn.Year"] = "2023",
        ["Input.EndsOn.Day"] = until?.Split(' ')[0] ?? "", ["Input.EndsOn.Month"] = until?.Split(' ')[1] ?? "", ["Input.EndsOn.Year"] = until?.Split(' ')[2] ?? "",
        ["Input.IssuedBy"] = "Madeup Family Court", ["Input.Conditions"] = "Not to come within 100 metres",
    };

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task An_order_in_force_stands_above_every_page_of_the_file_and_a_breach_is_recorded_with_what_was_done(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync(new() { Given = "Ada", Family = "Protected" });
        var file = referral.CaseFile;
        using var ann = await desk.AsAsync("ann");
        var (ada, bert) = (await desk.SubjectAsync(file), await desk.AddPersonAsync(ann, file, "Bert", "Bound", "SaidToCauseHarm"));

        var page = await ann.SubmitAndFollowAsync(await ann.GetAsync(OrderEditModel.AddUrl("testing", file)), Order(ada, bert));

        const string Alert = "Non-molestation order, until further order: it protects Ada Protected against Bert Bound.";
        foreach (var url in new[] { page.Address, $"/testing/files/{file}", $"/testing/files/{file}/people", OrdersModel.Url("testing", file) })
            Assert.Contains(Alert, (await ann.GetAsync(url)).Html.QuerySelector(".lapwing-file-alert")!.TextContent, StringComparison.Ordinal);
        // Where contact is logged, too.
        Assert.Contains(Alert, (await ann.GetAsync(ContactModel.Url("testing", referral.Id))).Html.QuerySelector(".lapwing-file-alert")!.TextContent, StringComparison.Ordinal);

        var form = await ann.GetAsync(page.Address + "?became=Breached");
        var refused = await ann.SubmitAsync(form, new() { ["On.Day"] = "5", ["On.Month"] = "6", ["On.Year"] = "2023", ["What"] = "Came to the door" });
        Assert.Equal(["Say what was done about it"], refused.Errors);
        Assert.Contains("Came to the door", refused.Text, StringComparison.Ordinal);
        var before = await ann.SubmitAsync(refused, new() { ["On.Day"] = "5", ["On.Month"] = "5", ["Done"] = "Told the police" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, before.Status);
        var breached = await ann.SubmitAndFollowAsync(before, new() { ["On.Month"] = "6" });
        Assert.Contains("It was breached once.", breached.Html.QuerySelector(".lapwing-file-alert")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Told the police", breached.Text, StringComparison.Ordinal);

        var discharge = await ann.SubmitAndFollowAsync(await ann.GetAsync(page.Address + "?became=Discharged"), new() { ["On.Day"] = "6", ["On.Month"] = "6", ["On.Year"] = "2023" });
        Assert.Null(discharge.Html.QuerySelector(".lapwing-file-alert"));
        var twice = await ann.SubmitAsync(await ann.GetAsync(page.Address + "?became=Discharged"), new() { ["On.Day"] = "6", ["On.Month"] = "6", ["On.Year"] = "2023" });
        Assert.Equal(["This order has been discharged."], twice.Errors);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_a_court_changed_holds_and_what_held_before_stays_readable(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var file = (await desk.ReceiveAsync(new() { Given = "Vera", Family = "Varied" })).CaseFile;
        using var ann = await desk.AsAsync("ann");
        using var ben = await desk.AsAsync("ben");
        var (vera, bert) = (await desk.SubjectAsync(file), await desk.AddPersonAsync(ann, file, "Bert", "Bound", "SaidToCauseHarm"));
        var page = await ann.SubmitAndFollowAsync(await ann.GetAsync(OrderEditModel.AddUrl("testing", file)), Order(vera, bert, "1 6 2024"));
        var bens = await ben.GetAsync(page.Address + "?became=Varied");
        Assert.Equal("Not to come within 100 metres", bens.Html.QuerySelector("[name=Conditions]")!.TextContent.Trim());

        var varied = await ann.SubmitAndFollowAsync(await ann.GetAsync(page.Address + "?became=Varied"), new()
        {
            ["On.Day"] = "6", ["On.Month"] = "6", ["On.Year"] = "2023", ["EndsOn.Year"] = "2025", ["Conditions"] = "Not to come within 200 metres", ["What"] = "Extended by a year",
        });

        Assert.Contains("until 1 June 2025", varied.Html.QuerySelector(".lapwing-file-alert")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("until 1 June 2024\nNot to come within 100 metres", varied.Html.Body!.TextContent.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var second = await ben.SubmitAsync(bens, new() { ["On.Day"] = "6", ["On.Month"] = "6", ["On.Year"] = "2023", ["Conditions"] = "What ben typed" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Contains("What ben typed", second.Text, StringComparison.Ordinal);
        Assert.Contains("Not to come within 200 metres", second.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_worker_is_reminded_of_an_order_that_ends_within_the_days_that_the_partnership_chose(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (referral, _) = await desk.OpenAsync(cas, new() { Given = "Rema", Family = "Minded" });
        var file = referral.CaseFile;
        var (rema, bert) = (await desk.SubjectAsync(file), await desk.AddPersonAsync(cas, file, "Bert", "Bound", "SaidToCauseHarm"));
        await cas.SubmitAndFollowAsync(await cas.GetAsync(OrderEditModel.AddUrl("testing", file)), Order(rema, bert, "6 7 2023"));
        Assert.Null((await cas.GetAsync("/testing/support")).Html.QuerySelector("#orders-ending"));

        await SetAsync("30");

        Assert.Contains("Rema Minded", (await cas.GetAsync("/testing/support")).Html.QuerySelector("#orders-ending")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("It ends soon.", (await cas.GetAsync($"/testing/files/{file}")).Html.QuerySelector(".lapwing-file-alert")!.TextContent, StringComparison.Ordinal);
        using var dee = await desk.AsAsync("dee");
        Assert.Null((await dee.GetAsync("/testing/support")).Html.QuerySelector("#orders-ending"));
        await SetAsync("28");

        async Task SetAsync(string days)
        {
            using var ada = await desk.AsAsync("ada");
            var form = await ada.GetAsync("/testing/settings/orders");
            Assert.Equal(["The number of days must be from 1 to 365"], (await ada.SubmitAsync(form, new() { ["ReminderDays"] = "0" })).Errors);
            await ada.SubmitAndFollowAsync(form, new() { ["ReminderDays"] = days });
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task An_order_needs_whom_it_protects_and_against_whom_and_its_end_is_after_its_beginning(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var file = (await desk.ReceiveAsync()).CaseFile;
        using var ann = await desk.AsAsync("ann");
        var form = await ann.GetAsync(OrderEditModel.AddUrl("testing", file));
        Assert.Equal(4, (await ann.SubmitAsync(form, [])).Errors.Count);
        var ada = await desk.SubjectAsync(file);
        var refused = await ann.SubmitAsync(form, Order(ada, ada, "1 5 2023"));
        Assert.Equal(["Nobody is protected against themselves", "The last day must be after the order was made"], refused.Errors);
    }
}
