using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Family;
using Lapwing.Modules.People.Orders;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Risk;
using Lapwing.Modules.Risk.OverTime;
using Lapwing.Tests.Modules.Casework;
using Lapwing.Tests.Modules.People.Family;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Risk.OverTime;

/// <summary>What is recorded elsewhere in a file makes an assessment old by itself.</summary>
public sealed class EventsElsewhereTests
{
    private static readonly DateOnly Opened = new(2023, 6, 6);

    private static DateTime At(int year, int month, int day) => new(year, month, day, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(SafetyChangeKind.Separated, RiskEventKind.Separation, "A separation, or an attempt to leave on 5 June 2023.")]
    [InlineData(SafetyChangeKind.Moved, RiskEventKind.Move, "A move on 5 June 2023.")]
    [InlineData(SafetyChangeKind.FoundOut, RiskEventKind.Other, "The other person found something out on 5 June 2023.")]
    [InlineData(SafetyChangeKind.TookOver, RiskEventKind.Other, "Somebody got hold of a telephone or e-mail on 5 June 2023.")]
    public void A_change_that_makes_contact_doubtful_is_an_event_of_its_day(SafetyChangeKind kind, RiskEventKind expected, string reason)
    {
        // The end of 5 June in London.
        var said = EventsElsewhere.OfChange(kind, new(2023, 6, 5, 23, 0, 0, DateTimeKind.Utc), At(2023, 6, 6));
        Assert.Equal((expected, new DateOnly(2023, 6, 5), reason), (said.Kind, said.On, said.Reason));
    }

    [Theory]
    [InlineData("2023-06-10", null, "2023-06-10", "The person moved in somewhere, 10 June 2023.")]
    [InlineData("2023-06", null, "2023-06-12", "The person moved in somewhere, June 2023.")] // a month lies no further ahead than it was known
    [InlineData("2021", null, null, null)] // where they lived before the file was opened is no move
    [InlineData(null, null, null, null)]
    [InlineData("2021", "2023-06-11", "2023-06-11", "The person left where they lived, 11 June 2023.")]
    [InlineData("2019", "2021", null, null)]
    public void A_stay_is_a_move_when_it_begins_or_ends_after_the_file_was_opened(string? from, string? until, string? on, string? reason)
    {
        var events = EventsElsewhere.OfStay(new(true, from, At(2023, 6, 12), until, until is null ? null : At(2023, 6, 12)), Opened).ToList();
        Assert.Equal(reason, events.SingleOrDefault()?.Reason);
        Assert.Equal(on, events.SingleOrDefault()?.On.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_move_of_whoever_is_said_to_cause_harm_is_said_so() =>
        Assert.Equal("Who is said to cause harm left where they lived, 11 June 2023.", EventsElsewhere.OfStay(new(false, "2021", At(2023, 6, 6), "2023-06-11", At(2023, 6, 12)), Opened).Single().Reason);

    [Theory]
    [InlineData("2023-06-01", null, null, "2023-06-20", "made")] // until further order
    [InlineData("2023-06-01", "2023-12-01", null, "2023-06-20", "made")] // its end is far
    [InlineData("2023-06-01", "2023-12-01", null, "2023-11-03", "made|its last day is")] // four weeks before
    [InlineData("2023-06-01", "2023-12-01", null, "2023-12-02", "made|its last day was|ended after")]
    [InlineData("2023-06-01", "2023-06-12", null, "2023-06-13", "made|ended after")] // a short one: the reminder would lie before it was made
    [InlineData("2023-06-01", "2023-12-01", "2023-08-01", "2023-12-02", "made")] // discharged before: that is an entry of its own
    [InlineData("2022-06-01", "2023-01-01", null, "2023-06-20", "")] // over before it was recorded
    public void An_order_is_an_event_when_it_is_made_when_its_end_is_near_and_when_it_has_ended(string issued, string? ends, string? discharged, string today, string expected)
    {
        static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var events = EventsElsewhere.OfOrder(new(OrderKind.NonMolestation, Day(issued), ends is null ? null : Day(ends), discharged is null ? null : Day(discharged), At(2023, 6, 6)), Day(today), 28).ToList();
        Assert.Equal(expected, string.Join('|', events.Select(e => e.Reason["Non-molestation order: ".Length..].Split(" on ")[0]).Select(r => string.Join(' ', r.Split(' ').TakeWhile(w => !char.IsDigit(w[0]))))));
        Assert.All(events, e => Assert.Equal(RiskEventKind.Order, e.Kind));
    }

    /// <summary>Through the pages, each trigger on a file of its own that was assessed a minute before.</summary>
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_move_a_separation_and_an_order_that_is_made_varied_breached_or_discharged_make_an_assessment_due_within_a_week(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var triggers = new (string Reason, Func<Case, Task> Do)[]
        {
            ("A move on 6 June 2023.", c => c.MoveAsync()),
            ("A separation, or an attempt to leave on 6 June 2023.", c => c.PostAsync(ContactUrl(c.File, "change"), new() { ["Kind"] = "Separated", ["On"] = "2023-06-06" })),
            ("The person moved in somewhere, 6 June 2023.", c => c.StayAsync(null)),
            ("The person left where they lived, 6 June 2023.", c => c.StayAsync("6 6 2023")),
            ("Non-molestation order: made on 5 June 2023.", c => c.OrderAsync()),
            ("Non-molestation order: varied on 6 June 2023.", c => c.BecameAsync("Varied")),
            ("Non-molestation order: breached on 6 June 2023.", c => c.BecameAsync("Breached")),
            ("Non-molestation order: discharged on 6 June 2023.", c => c.BecameAsync("Discharged")),
        };
        foreach (var (reason, trigger) in triggers)
        {
            var made = await Case.OpenAsync(desk, cas);
            Assert.Equal("Due by 5 September 2023", await made.DueAsync());
            desk.App.Clock.Advance(TimeSpan.FromMinutes(1));
            await trigger(made);
            Assert.Equal("Due by 13 June 2023", await made.DueAsync());
            var page = await cas.GetAsync(RiskModel.Url("testing", made.File));
            Assert.Contains(reason, page.Html.QuerySelector("#due")!.ParentElement!.TextContent, StringComparison.Ordinal);
            Assert.Contains(reason, page.Html.QuerySelector("#over-time")!.TextContent, StringComparison.Ordinal);
        }
        desk.App.Clock.Advance(TimeSpan.FromDays(8));
        using var again = await desk.AsAsync("cas");
        // The worker's list says the same as each file.
        var list = (await again.GetAsync("/testing/reassess")).Html.QuerySelectorAll("#reassess tbody tr");
        Assert.Equal(triggers.Length, list.Count(row => row.TextContent.Contains("Overdue", StringComparison.Ordinal)));
        Assert.All(triggers, t => Assert.Contains(list, row => row.TextContent.Contains(t.Reason, StringComparison.Ordinal)));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task An_order_whose_end_is_near_makes_an_assessment_due_by_itself(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        Case made;
        using (var cas = await desk.AsAsync("cas"))
        {
            made = await Case.OpenAsync(desk, cas, order => order["Input.EndsOn.Year"] = "2023");
            Assert.Equal("Due by 5 September 2023", await made.DueAsync());
        }
        desk.App.Clock.Advance(TimeSpan.FromDays(45)); // 21 July; the order ends on 15 August, so that the worker is reminded since 18 July
        using var again = await desk.AsAsync("cas");
        Assert.Equal("Due by 25 July 2023", await (made with { Worker = again }).DueAsync());
        Assert.Contains("Non-molestation order: its last day is 15 August 2023.", (await again.GetAsync(RiskModel.Url("testing", made.File))).Text, StringComparison.Ordinal);
    }

    private static string ContactUrl(Id<CaseFile> file, string page) => $"/testing/files/{file}/contact/{page}";

    private sealed record Case(TestBrowser Worker, Id<CaseFile> File, string Subject, string Harmer, string Order, string Home)
    {
        /// <summary>A file with an order and a home in it, assessed after both.</summary>
        public static async Task<Case> OpenAsync(Desk desk, TestBrowser worker, Action<Dictionary<string, string>>? change = null)
        {
            var (referral, _) = await desk.OpenAsync(worker, new() { Given = "Moverina" });
            var file = referral.CaseFile;
            var (subject, harmer) = (await desk.SubjectAsync(file), await desk.AddPersonAsync(worker, file, "Made", "Harmer", "SaidToCauseHarm"));
            var made = new Case(worker, file, subject.Id.ToString(), harmer.Id.ToString(), "", "");
            await made.OrderAsync(change);
            await made.PostAsync(HouseholdModel.AddUrl("testing", file), new() { ["Name"] = "At home" });
            desk.App.Clock.Advance(TimeSpan.FromMinutes(1));
            await worker.SubmitAndFollowAsync(await worker.GetAsync($"/testing/files/{file}/risk/assess"), new() { ["Answers[hurt].Answer"] = "Yes" });
            return made with
            {
                Order = (await desk.LookAsync(db => db.Orders.Where(o => o.CaseFile == file).Select(o => o.Id).SingleAsync())).ToString(),
                Home = (await desk.LookAsync(db => db.Households.Where(h => h.CaseFile == file).Select(h => h.Id).SingleAsync())).ToString(),
            };
        }

        public async Task<string> DueAsync() => (await Worker.GetAsync(RiskModel.Url("testing", File))).Html.QuerySelector("#due")!.TextContent.Trim();

        public async Task PostAsync(string url, Dictionary<string, string> fields, string form = "main form[method=post]") => await Worker.SubmitAndFollowAsync(await Worker.GetAsync(url), fields, form);

        public Task MoveAsync() => PostAsync(ContactUrl(File, "address"), new()
        {
            ["Person"] = Subject, ["Address"] = "1 Made-up Close", ["Kind"] = "Home", ["From"] = "2023-06-06", ["Write"] = "not-asked", ["Visit"] = "not-asked", ["Known"] = "no",
        });

        public async Task StayAsync(string? until)
        {
            var url = $"{HouseholdModel.AddUrl("testing", File)}/{Home}";
            await PostAsync(url, new() { ["Who"] = Subject, ["Kind"] = "Lives", ["From"] = until is null ? "6 June 2023" : "2019" }, "form.lapwing-come");
            if (until is not null)
            {
                var page = await Worker.GetAsync(url);
                await Worker.SubmitAndFollowAsync(page, new() { ["Stay"] = page.Html.QuerySelectorAll("form.lapwing-leave option").Select(o => o.GetAttribute("value")).Last()!, ["Until"] = until }, "form.lapwing-leave");
            }
        }

        public Task OrderAsync(Action<Dictionary<string, string>>? change = null)
        {
            var fields = new Dictionary<string, string>
            {
                ["Input.Kind"] = "NonMolestation", ["Input.IssuedOn.Day"] = "5", ["Input.IssuedOn.Month"] = "6", ["Input.IssuedOn.Year"] = "2023",
                ["Input.EndsOn.Day"] = "15", ["Input.EndsOn.Month"] = "8", ["Input.EndsOn.Year"] = "2024", ["Input.Protects"] = Subject, ["Input.Binds"] = Harmer,
            };
            change?.Invoke(fields);
            return PostAsync(OrderEditModel.AddUrl("testing", File), fields);
        }

        public Task BecameAsync(string what) => PostAsync($"{OrdersModel.Url("testing", File)}/{Order}?became={what}", new()
        {
            ["On.Day"] = "6", ["On.Month"] = "6", ["On.Year"] = "2023", ["What"] = "Made-up words", ["Done"] = "The made-up police were told",
        });
    }
}
