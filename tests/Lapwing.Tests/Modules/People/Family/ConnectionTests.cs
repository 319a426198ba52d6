using System.Net;
using System.Xml.Linq;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Family;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.People.Family;

public sealed class ConnectionTests(Desks desks) : IClassFixture<Desks>
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_relationship_is_said_by_somebody_ends_is_withdrawn_and_never_deleted(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var file = (await desk.ReceiveAsync(new() { Given = "Ada", Family = "Connected" })).CaseFile;
        using var ann = await desk.AsAsync("ann");
        var (ada, bert) = (await desk.SubjectAsync(file), await desk.AddPersonAsync(ann, file, "Bert", "Connected", "SaidToCauseHarm"));
        var form = await ann.GetAsync(RelationshipModel.AddUrl("testing", file));
        var refused = await ann.SubmitAsync(form, new() { ["Input.One"] = ada.Id.ToString(), ["Input.Other"] = ada.Id.ToString(), ["Input.From"] = "2019", ["Input.Until"] = "2018" });
        Assert.Equal(["Choose the second person, another than the first", "Choose how they are connected", "It cannot have ended before it began", "Choose who says so", "Choose how far this was looked into"], refused.Errors);

        var page = await ann.SubmitAndFollowAsync(refused, new()
        {
            ["Input.One"] = ada.Id.ToString(), ["Input.Other"] = bert.Id.ToString(), ["Input.Connection"] = "Married", ["Input.From"] = "March 2015", ["Input.Until"] = "",
            ["Input.Words"] = "Married by the imam", ["Input.SaidBy"] = "ThePerson", ["Input.Status"] = "Alleged",
        });

        var row = page.Html.QuerySelector("#ties tbody tr")!.TextContent;
        Assert.Contains("Ada Connected and Bert Connected are married", row, StringComparison.Ordinal);
        Assert.Contains("since March 2015", row, StringComparison.Ordinal);
        Assert.Contains("Said, not assessed: the person themselves, 6 June 2023", row, StringComparison.Ordinal);
        var id = await desk.LookAsync(db => db.Relationships.Where(r => r.CaseFile == file).Select(r => r.Id).SingleAsync());

        var ended = await ann.SubmitAndFollowAsync(await ann.GetAsync(RelationshipModel.Url("testing", file, id)), new() { ["Input.Connection"] = "WereMarried", ["Input.Until"] = "1 2 2023" });
        Assert.Contains("from March 2015 until 1 February 2023", ended.Html.QuerySelector("#ties")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ended", ended.Html.QuerySelector("#ties")!.TextContent, StringComparison.Ordinal);

        var withdrawn = await ann.SubmitAndFollowAsync(await ann.GetAsync(RelationshipModel.Url("testing", file, id)), new() { ["Input.Status"] = "Withdrawn" });
        Assert.Contains("Withdrawn", withdrawn.Html.QuerySelector("#ties")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("1: Ada", withdrawn.Html.QuerySelector("#family-desc")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_picture_says_the_same_as_the_text_beside_it_and_is_sound_whatever_the_names(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var file = (await desk.ReceiveAsync(new() { Given = "Ada", Family = "Pictured" })).CaseFile;
        using var ann = await desk.AsAsync("ann");
        var ada = await desk.SubjectAsync(file);
        var children = new List<Person>();
        foreach (var name in new[] { "ليلى", "<b>&amp;\"'", "🙂 Emoji", new string('W', 190), "Cy", "Di" })
            children.Add(await desk.AddPersonAsync(ann, file, name, "Pictured", "Child"));
        foreach (var child in children)
            await ann.SubmitAndFollowAsync(await ann.GetAsync(RelationshipModel.AddUrl("testing", file)), new()
            {
                ["Input.One"] = ada.Id.ToString(), ["Input.Other"] = child.Id.ToString(), ["Input.Connection"] = "HarmerIsChild", ["Input.SaidBy"] = "ThePerson", ["Input.Status"] = "Assessed",
            });

        var page = await ann.GetAsync(PeopleModel.Url("testing", file));

        var start = page.Text.LastIndexOf("<svg", page.Text.IndexOf("family-title", StringComparison.Ordinal), StringComparison.Ordinal);
        var svg = XElement.Parse(page.Text[start..(page.Text.IndexOf("</svg>", start, StringComparison.Ordinal) + 6)]);
        XNamespace ns = "http://www.w3.org/2000/svg";
        var (title, desc) = (svg.Element(ns + "title")!, svg.Element(ns + "desc")!);
        Assert.Equal($"{title.Attribute("id")!.Value} {desc.Attribute("id")!.Value}", svg.Attribute("aria-labelledby")!.Value);
        Assert.Equal(7, svg.Elements(ns + "g").Count());
        var numbers = page.Html.QuerySelectorAll("#ties tbody tr td:first-child").Select(e => e.TextContent.Trim()).ToList();
        Assert.Equal(["1", "2", "3", "4", "5", "6"], numbers);
        foreach (var row in page.Html.QuerySelectorAll("#ties tbody tr"))
            Assert.Contains($"{row.Children[0].TextContent.Trim()}: {row.Children[1].TextContent.Trim()}", desc.Value, StringComparison.Ordinal);
        foreach (var name in page.Html.QuerySelectorAll("#people tbody th a").Select(a => a.TextContent.Trim()))
            Assert.Contains(name, desc.Value, StringComparison.Ordinal);
        // Parent above, children below in two rows: nobody stands on anybody.
        var places = svg.Elements(ns + "g").Select(g => g.Element(ns + "rect")!).Select(r => (X: r.Attribute("x")!.Value, Y: r.Attribute("y")!.Value)).ToList();
        Assert.Equal(7, places.Distinct().Count());
        Assert.Equal(3, places.Select(p => p.Y).Distinct().Count());
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_household_has_a_name_and_never_an_address_and_who_lived_there_when(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var file = (await desk.ReceiveAsync(new() { Given = "Ada", Family = "Housed" })).CaseFile;
        using var ann = await desk.AsAsync("ann");
        var bert = await desk.AddPersonAsync(ann, file, "Bert", "Housed");
        var refused = await ann.SubmitAsync(await ann.GetAsync(HouseholdModel.AddUrl("testing", file)), new() { ["Name"] = "3 Madeup Mews, IG11 7LZ" });
        Assert.Contains("never an address", refused.Errors.Single(), StringComparison.Ordinal);
        var household = await ann.SubmitAndFollowAsync(refused, new() { ["Name"] = "Grandmother's" });

        household = await ann.SubmitAndFollowAsync(household, new() { ["Who"] = bert.Id.ToString(), ["Kind"] = "Lives", ["From"] = "2020" }, "form.lapwing-come");
        household = await ann.SubmitAndFollowAsync(household, new() { ["Who"] = (await desk.SubjectAsync(file)).Id.ToString(), ["Kind"] = "Visits" }, "form.lapwing-come");

        var people = await ann.GetAsync(PeopleModel.Url("testing", file));
        Assert.Contains("Grandmother's (visits)", people.Html.QuerySelector("#people")!.TextContent, StringComparison.Ordinal);
        var stay = await desk.LookAsync(db => db.Stays.Where(s => s.Person == bert.Id).Select(s => s.Id).SingleAsync());
        var early = await ann.SubmitAsync(household, new() { ["Stay"] = stay.ToString(), ["Until"] = "2019" }, "form.lapwing-leave");
        Assert.Equal(["Somebody cannot have left before they came."], early.Errors);
        var left = await ann.SubmitAndFollowAsync(early, new() { ["Stay"] = stay.ToString(), ["Until"] = "May 2023" }, "form.lapwing-leave");
        Assert.Contains("Bert Housed lived there from 2020 until May 2023", left.Html.QuerySelector("#stays")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task People_of_another_file_can_be_put_into_no_relationship_household_or_order_of_this_one(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var (mine, other) = ((await desk.ReceiveAsync(new() { Given = "Mine" })).CaseFile, (await desk.ReceiveAsync(new() { Given = "Other" })).CaseFile);
        using var ann = await desk.AsAsync("ann");
        var (me, stranger) = (await desk.SubjectAsync(mine), await desk.SubjectAsync(other));
        var tie = await ann.SubmitAsync(await ann.GetAsync(RelationshipModel.AddUrl("testing", mine)), new()
        {
            ["Input.One"] = me.Id.ToString(), ["Input.Other"] = stranger.Id.ToString(), ["Input.Connection"] = "Siblings", ["Input.SaidBy"] = "Police", ["Input.Status"] = "Alleged",
        });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Choose people of this file."), (tie.Status, tie.Errors.Single()));
        var household = await ann.SubmitAndFollowAsync(await ann.GetAsync(HouseholdModel.AddUrl("testing", mine)), new() { ["Name"] = "Ours" });
        var stay = await ann.SubmitAsync(household, new() { ["Who"] = stranger.Id.ToString(), ["Kind"] = "Lives" }, "form.lapwing-come");
        Assert.Equal(["Choose somebody of this file."], stay.Errors);
        var order = await ann.SubmitAsync(await ann.GetAsync($"/testing/files/{mine}/orders/edit"), new()
        {
            ["Input.Kind"] = "Restraining", ["Input.Protects"] = me.Id.ToString(), ["Input.Binds"] = stranger.Id.ToString(), ["Input.IssuedOn.Day"] = "1", ["Input.IssuedOn.Month"] = "6", ["Input.IssuedOn.Year"] = "2023",
        });
        Assert.Equal(["An order names people of the same file."], order.Errors);
    }
}
