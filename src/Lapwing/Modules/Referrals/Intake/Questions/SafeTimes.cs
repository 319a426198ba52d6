using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Referrals.Intake.Questions;

/// <summary>When ringing or texting is safe, and whether a voicemail or our number would give it away.</summary>
public sealed class SafeTimes : Question
{
    private const string Any = "any", Some = "some";

    public override string Code => "safe-times";
    public string? When { get; set; }
    public DayOfWeek[] Days { get; set; } = [];
    public string? From { get; set; }
    public string? To { get; set; }
    public bool? Voicemail { get; set; }
    public bool? Withhold { get; set; }

    public static IEnumerable<Option> DayOptions => Week.Select(day => new Option(day.ToString(), day.ToString()));

    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public bool AsksAboutRinging => Asking.SoFar.SafeContact?.MayRing == true;

    public override string Title(Voice voice) => "When is it safe to ring or text?";

    public override bool IsAsked(Asking asking) => asking.SoFar.SafeContact is { } safe && (safe.MayRing || safe.MayText);

    public override void Load(IntakeAnswers answers)
    {
        if (answers.SafeContact is not { } safe || !answers.Answered.Contains(Code))
            return;
        (Voicemail, Withhold, When) = (safe.MayLeaveVoicemail, safe.WithholdNumber, safe.SafeTimes is null ? Any : Some);
        if (safe.SafeTimes is not { } times)
            return;
        Days = [.. Week.Where(day => times.On(day).Count > 0)];
        var hours = times.On(Days[0])[0];
        (From, To) = (Print(hours.From), Print(hours.Until));
    }

    public override IEnumerable<(string Field, string Message)> Problems()
    {
        if (When is not (Any or Some))
            yield return (nameof(When), "Choose whether any time is safe");
        if (When == Some)
        {
            if (Days.Length == 0)
                yield return (nameof(Days), "Choose the days on which it is safe");
            if (ClockTime.Read(From) is null)
                yield return (nameof(From), "Enter the time from which it is safe, like 9:30am or 14:00");
            if (ClockTime.Read(To) is not { } to)
                yield return (nameof(To), "Enter the time until which it is safe, like 3pm or 15:00");
            else if (ClockTime.Read(From) is { } from && to != TimeOnly.MinValue && to <= from)
                yield return (nameof(To), "The time until which it is safe must be after the time from which it is");
        }
        if (AsksAboutRinging && Voicemail is null)
            yield return (nameof(Voicemail), "Say whether we may leave a voicemail");
        if (AsksAboutRinging && Withhold is null)
            yield return (nameof(Withhold), "Say whether our number must be hidden");
    }

    public override IntakeAnswers Store(IntakeAnswers answers) => answers with
    {
        SafeContact = answers.SafeContact! with
        {
            MayLeaveVoicemail = AsksAboutRinging && Voicemail == true, WithholdNumber = AsksAboutRinging && Withhold == true,
            SafeTimes = When == Any ? null : new(Days.Select(day => (day, new Lapwing.Time.HoursOfDay(ClockTime.Read(From)!.Value, ClockTime.Read(To)!.Value)))),
        },
    };

    public override IEnumerable<AnswerRow> Rows()
    {
        yield return new("Safe times", When == Any ? "Any time" : When == Some ? $"{string.Join(", ", Days)}, {From} to {To}" : null);
        if (AsksAboutRinging)
        {
            yield return new("Voicemail", Voicemail == true ? "We may leave one" : "Do not leave one");
            yield return new("Our number", Withhold == true ? "Must be hidden" : "May be shown");
        }
    }

    private static string Print(TimeOnly time) => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
