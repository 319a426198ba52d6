using System.Globalization;
using System.Text.Json;
using Lapwing.Modules.People;
using Lapwing.Time;

namespace Lapwing.Tests.Modules.People;

public sealed class SafeContactTests
{
    private static readonly SafeContact Weekdays = new()
    {
        MayRing = true,
        MayLeaveVoicemail = true,
        MayText = true,
        WithholdNumber = true,
        SafeTimes = WeeklyHours.Parse("Mon-Fri 09:30-14:45"),
        WhoMayAnswer = "Her sister Testina",
        CodePhrase = "Is this about the library book?",
        NotSafeToTalkTo = "His mother",
    };

    [Theory]
    [InlineData("2023-06-05 09:30", true)]
    [InlineData("2023-06-05 14:44", true)]
    [InlineData("2023-06-05 14:45", false)]
    [InlineData("2023-06-05 09:29", false)]
    [InlineData("2023-06-04 12:00", false)]
    [InlineData("2023-01-09 09:30", true)] // the same wall clock in winter
    public void Ringing_voicemail_and_text_obey_the_safe_times_on_the_London_clock(string london, bool safe)
    {
        var at = LondonTime.ToUtc(DateTime.Parse(london, CultureInfo.InvariantCulture));
        Assert.Equal((safe, safe, safe), (Weekdays.MayRingAt(at), Weekdays.MayLeaveVoicemailAt(at), Weekdays.MayTextAt(at)));
        Assert.True(Weekdays.NextSafeToRing(at) >= at && Weekdays.MayRingAt(Weekdays.NextSafeToRing(at)!.Value));
    }

    [Fact]
    public void What_is_not_said_to_be_safe_is_unsafe_at_every_minute()
    {
        var letters = new SafeContact { MayWrite = true };
        for (var at = LondonTimeStart; at < LondonTimeStart.AddDays(8); at = at.AddMinutes(17))
        {
            Assert.All(Enum.GetValues<ContactChannel>(), c => Assert.Equal(
                c is ContactChannel.Letter or ContactChannel.ThroughReferrer or ContactChannel.InPerson, letters.Allows(c, at)));
            Assert.All(Enum.GetValues<ContactChannel>(), c => Assert.Equal(
                c == ContactChannel.ThroughReferrer, SafeContact.ThroughReferrer().Allows(c, at)));
        }
        Assert.Null(letters.NextSafeToRing(LondonTimeStart));
    }

    public static TheoryData<SafeContact, string> Wrong => new()
    {
        { new SafeContact(), nameof(SafeContact.MayRing) },
        { new SafeContact { WithholdNumber = true, CodePhrase = "x" }, nameof(SafeContact.MayRing) },
        { new SafeContact { MayWrite = true, MayLeaveVoicemail = true }, nameof(SafeContact.MayLeaveVoicemail) },
        { new SafeContact { MayEmail = true, SafeTimes = WeeklyHours.Always }, nameof(SafeContact.SafeTimes) },
        { new SafeContact { MayText = true, OnlyThroughReferrer = true }, nameof(SafeContact.OnlyThroughReferrer) },
        { new SafeContact { MayRing = true, CodePhrase = new string('x', 101) }, nameof(SafeContact.CodePhrase) },
        { new SafeContact { MayRing = true, WhoMayAnswer = new string('x', 501) }, nameof(SafeContact.WhoMayAnswer) },
        { new SafeContact { MayRing = true, NotSafeToTalkTo = new string('x', 501) }, nameof(SafeContact.NotSafeToTalkTo) },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Answers_that_leave_no_safe_way_or_contradict_each_other_are_refused_at_their_question(SafeContact answers, string member)
    {
        Assert.Contains(answers.Problems(), p => p.Member == member);
        Assert.Throws<ArgumentException>(answers.Required);
    }

    [Fact]
    public void Good_answers_are_tidied()
    {
        var kept = (Weekdays with { CodePhrase = "  hello ", WhoMayAnswer = " \n" }).Required();
        Assert.Empty(kept.Problems());
        Assert.Equal("hello", kept.CodePhrase);
        Assert.Null(kept.WhoMayAnswer);
    }

    [Fact]
    public void The_explanation_says_what_to_do_and_what_never_to_do() => Assert.Equal(
        [
            "You may ring only at these times: Mon-Fri 09:30-14:45.",
            "Withhold our number when you ring.",
            "Apart from the person themselves, these may answer: Her sister Testina",
            "You may leave a voicemail only at these times: Mon-Fri 09:30-14:45.",
            "Use the code phrase: Is this about the library book?",
            "You may text only at these times: Mon-Fri 09:30-14:45.",
            "Do not e-mail.",
            "Do not write.",
            "It is not safe to talk to: His mother",
        ],
        Weekdays.Explain());

    [Fact]
    public void The_explanation_of_no_safe_way_names_the_referrer_and_whom_to_avoid()
    {
        var lines = SafeContact.ThroughReferrer("Anybody at the house").Explain();
        Assert.Equal(2, lines.Count);
        Assert.Contains("only through the referrer", lines[0], StringComparison.Ordinal);
        Assert.Contains("Anybody at the house", lines[1], StringComparison.Ordinal);
        Assert.Contains("Do not ring.", new SafeContact { MayEmail = true }.Explain());
    }

    [Fact]
    public void Answers_survive_storage_and_are_not_printed_by_accident()
    {
        Assert.Equal(Weekdays, JsonSerializer.Deserialize<SafeContact>(JsonSerializer.Serialize(Weekdays)));
        Assert.Equal("(safe contact)", $"{Weekdays}");
    }

    private static DateTime LondonTimeStart => new(2023, 3, 22, 0, 0, 0, DateTimeKind.Utc);
}
