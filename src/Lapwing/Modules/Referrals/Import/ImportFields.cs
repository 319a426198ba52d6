using System.Globalization;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;
using Lapwing.Time;

namespace Lapwing.Modules.Referrals.Import;

/// <summary>The fields of an imported referral, in the order of the documentation (docs/import.md).</summary>
internal static class ImportFields
{
    /// <summary>Where only a day is known the referral counts as received at nine in the morning.</summary>
    private static readonly TimeOnly Morning = new(9, 0);

    private static readonly Words.List<ReferralSource> Sources = Words.Of<ReferralSource>("source", s => s.Title());
    private static readonly Words.List<ConsentBasis> Bases = Words.Of<ConsentBasis>("basis", b => b.Title());
    private static readonly Words.List<AbuseKind> Abuses = new("kind of abuse", AbuseKinds.All.Select(k => (k, k.Title(), k.ToString())));
    private static readonly Words.List<PersonallyConnected> Relationships = Words.Of<PersonallyConnected>("relationship", r => r.Title());
    private static readonly Words.List<Needs> AllNeeds = new("need", NeedsWords.All.Select(n => (n, n.Title(), n.ToString())));
    private static readonly Words.List<RiskLevel> Risks = Words.Of<RiskLevel>("level of risk", r => r.Title());
    private static readonly Words.List<DeclineReason> Declines = Words.Of<DeclineReason>("reason", r => r.Title(), DeclineReason.TakenBack);
    private static readonly Words.List<WhoIsReferred> Whos = new("word for who is referred", WhoIsReferredWords.All.Select(w => (w, w.Title(), w.ToString())));
    private static readonly Words.List<string> Genders = Words.Of(Demographics.Gender), Ethnicities = Words.Of(Demographics.Ethnicity),
        Disabilities = Words.Of(Demographics.Disability), Orientations = Words.Of(Demographics.SexualOrientation);

    private static readonly Words.List<Func<SafeContact, SafeContact>> Ways = new("safe way", new (Func<SafeContact, SafeContact>, string, string)[]
    {
        (s => s with { OnlyThroughReferrer = true }, "Only through the referrer", "OnlyThroughReferrer"),
        (s => s with { MayRing = true }, "Ring", "Telephone"), (s => s with { MayLeaveVoicemail = true }, "Voicemail", "LeaveVoicemail"),
        (s => s with { MayText = true }, "Text", "TextMessage"), (s => s with { MayEmail = true }, "E-mail", "Email"), (s => s with { MayWrite = true }, "Letter", "Write"),
    });

    public static IReadOnlyList<ImportField> All { get; } =
    [
        new("Received on", true, "The day, or day and time, on which the referral was received. A day alone counts as 09:00 in London.",
            (d, t, c) => Moment(t, c, at => d.ReceivedAt = at)),
        new("Who is referred", true, "Adult victim; Child; Person causing harm. In a mapping also \"victim, by age\": a child when under 16, otherwise an adult victim.",
            (d, t, _) => (d.ByAge = Words.Bare(t) == "victimbyage") ? null : Whos.Read(t, who => d.Who = who)),
        new("Safe contact", true, "Ring; Voicemail; Text; E-mail; Letter, separated by semicolons, or: Only through the referrer. Never guessed.",
            (d, t, _) => Ways.ReadAll(t, way => d.SafeContact = way(d.SafeContact ?? new()))),
        new("Consent", true, $"On what basis it is shared: {string.Join("; ", Bases.Titles)}.", (d, t, _) => Bases.Read(t, basis => d.Basis = basis)),
        new("Reasons without consent", false, "In words; required unless the person agreed.", (d, t, _) => Text(t, Referral.TextLimit, v => d.Answers = d.Answers with { BasisNote = v })),
        new("Source", false, $"Who sent it: {string.Join("; ", Sources.Titles)}. Without it: Other.", (d, t, _) => Sources.Read(t, source => d.Source = source)),
        new("Given name", false, "Of the person who is referred.", (d, t, _) => Text(t, Person.NameLimit, v => d.Subject = d.Subject with { GivenName = v })),
        new("Family name", false, "Of the person who is referred.", (d, t, _) => Text(t, Person.NameLimit, v => d.Subject = d.Subject with { FamilyName = v })),
        new("Date of birth", false, "Of the person who is referred.", (d, t, c) => Day(t, c, v => d.Subject = d.Subject with { BornOn = v })),
        new("Age", false, "In whole years, 0 to 120, where the date of birth is not known.", (d, t, _) => Number(t, Age.Oldest, v => d.Subject = d.Subject with { Age = v })),
        new("Gender", false, List(Genders), (d, t, _) => Genders.Read(t, v => d.Characteristics = d.Characteristics with { Gender = Known(v) })),
        new("Ethnicity", false, List(Ethnicities), (d, t, _) => Ethnicities.Read(t, v => d.Characteristics = d.Characteristics with { Ethnicity = Known(v) })),
        new("Disability", false, List(Disabilities), (d, t, _) => Disabilities.Read(t, v => d.Characteristics = d.Characteristics with { Disability = Known(v) })),
        new("Sexual orientation", false, List(Orientations), (d, t, _) => Orientations.Read(t, v => d.Characteristics = d.Characteristics with { SexualOrientation = Known(v) })),
        new("Telephone", false, "Safe to use only as far as Safe contact says so.", (d, t, _) => Text(t, ContactMethod.ValueLimit, v => d.Answers = d.Answers with { Telephone = v })),
        new("E-mail", false, "Safe to use only as far as Safe contact says so.", (d, t, _) => Text(t, ContactMethod.ValueLimit, v => d.Answers = d.Answers with { Email = v })),
        new("Address", false, "Kept under the whereabouts seal.", (d, t, _) => Text(t, Whereabouts.AddressLimit, v => d.Answers = d.Answers with { Address = v })),
        new("Area", false, "The name or the code (E09000002) of an area of the partnership.",
            (d, t, c) => c.Areas.TryGetValue(Words.Bare(t), out var area) ? Done(d.Answers = d.Answers with { Area = area }) : "This is no area of the partnership. Write its name or its code."),
        new("Safe times", false, "When it is safe to ring or text, like Mon-Fri 09:00-15:00.",
            (d, t, _) => WeeklyHours.TryParse(t, null, out var hours) ? Done(d.SafeWords = d.SafeWords with { SafeTimes = hours }) : "Safe times are written like Mon-Fri 09:00-15:00, Sat 10:00-12:00."),
        new("Withhold our number", false, "Yes or No.", (d, t, _) => YesNo(t, v => d.SafeWords = d.SafeWords with { WithholdNumber = v })),
        new("Who may answer", false, "In words.", (d, t, _) => Text(t, SafeContact.WordsLength, v => d.SafeWords = d.SafeWords with { WhoMayAnswer = v })),
        new("Code phrase", false, "In words.", (d, t, _) => Text(t, SafeContact.CodePhraseLength, v => d.SafeWords = d.SafeWords with { CodePhrase = v })),
        new("Not safe to talk to", false, "In words.", (d, t, _) => Text(t, SafeContact.WordsLength, v => d.SafeWords = d.SafeWords with { NotSafeToTalkTo = v })),
        new("Kinds of abuse", false, $"Separated by semicolons: {string.Join("; ", Abuses.Titles)}. Several columns may add to it.",
            (d, t, _) => Abuses.ReadAll(t, v => d.Answers = d.Answers with { Abuse = d.Answers.Abuse | v }), TakesSeveral: true),
        new("Relationship", false, $"Of the person causing harm: {string.Join("; ", Relationships.Titles)}.", (d, t, _) => Relationships.Read(t, v => d.Answers = d.Answers with { Relationship = v })),
        new("Person causing harm: given name", false, "", (d, t, _) => Text(t, Person.NameLimit, v => d.Harmer = d.Harmer with { GivenName = v })),
        new("Person causing harm: family name", false, "", (d, t, _) => Text(t, Person.NameLimit, v => d.Harmer = d.Harmer with { FamilyName = v })),
        new("Person causing harm: date of birth", false, "", (d, t, c) => Day(t, c, v => d.Harmer = d.Harmer with { BornOn = v })),
        new("Person causing harm: age", false, "In whole years.", (d, t, _) => Number(t, Age.Oldest, v => d.Harmer = d.Harmer with { Age = v })),
        new("Person causing harm: in words", false, "For when there is no name.", (d, t, _) => Text(t, Referral.TextLimit, v => d.Answers = d.Answers with { HarmerWords = v })),
        new("Incident on", false, "The day of the incident that led to the referral.", (d, t, c) => Day(t, c, v => d.Answers = d.Answers with { IncidentOn = v })),
        new("What happened", false, "In words, up to 10,000 characters.", (d, t, _) => Text(t, Referral.TextLimit, v => d.Answers = d.Answers with { Account = v })),
        new("Needs", false, $"Separated by semicolons: {string.Join("; ", AllNeeds.Titles)}. Several columns may add to it.",
            (d, t, _) => AllNeeds.ReadAll(t, v => d.Answers = d.Answers with { Needs = d.Answers.Needs | v }), TakesSeveral: true),
        new("What is needed", false, "In words.", (d, t, _) => Text(t, Referral.TextLimit, v => d.Answers = d.Answers with { Needed = v })),
        new("Children", false, "How many children there are, 0 to 30.", (d, t, _) => Number(t, 30, v => d.Answers = d.Answers with { Children = v })),
        new("Risk level", false, $"As the sender assessed it: {string.Join("; ", Risks.Titles)}.", (d, t, _) => Risks.Read(t, v => d.Answers = d.Answers with { Risk = v })),
        new("Referrer", false, "Name of the person who referred.", (d, t, _) => Text(t, Person.NameLimit, v => d.Answers = d.Answers with { ReferrerName = v })),
        new("Referrer's telephone", false, "", (d, t, _) => Text(t, ContactMethod.ValueLimit, v => d.Answers = d.Answers with { ReferrerTelephone = v })),
        new("Outcome", false, $"Empty for a referral that still has to be triaged; otherwise why it was declined: {string.Join("; ", Declines.Titles)}.",
            (d, t, _) => Declines.Read(t, v => d.Declined = v)),
        new("Decided on", false, "The day of the outcome; without it, the day on which it was received.", (d, t, c) => Moment(t, c, at => d.DecidedAt = at)),
    ];

    public static ImportField? Find(string name) => All.FirstOrDefault(field => field.Bare == Words.Bare(name));

    private static string List(Words.List<string> words) => string.Join("; ", words.Titles) + ".";

    private static string? Known(string code) => code == CodeList.NotKnown ? null : code;

    private static string? Done(object _) => null;

    private static string? Text(string text, int limit, Action<string> set)
    {
        if (text.Length > limit)
            return $"This has {text.Length:N0} characters; there is room for {limit:N0}.";
        set(text);
        return null;
    }

    private static string? Number(string text, int most, Action<int> set)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number != decimal.Truncate(number))
            return $"This is not a whole number from 0 to {most}.";
        if (number < 0 || number > most)
            return $"This is not from 0 to {most}.";
        set((int)number);
        return null;
    }

    private static string? YesNo(string text, Action<bool> set)
    {
        if (Words.Bare(text) is not ("yes" or "no") and not ("y" or "n" or "true" or "false"))
            return "Write Yes or No.";
        set(Words.Bare(text) is "yes" or "y" or "true");
        return null;
    }

    private static string? Day(string text, ImportContext context, Action<DateOnly> set) =>
        Moment(text, context, at => set(LondonTime.DateOf(at)));

    private static string? Moment(string text, ImportContext context, Action<DateTime> set)
    {
        foreach (var format in context.DateFormats)
        {
            if (!DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var moment))
                continue;
            var hasTime = format.Contains('H', StringComparison.Ordinal) || format.Contains('h', StringComparison.Ordinal);
            set(hasTime ? LondonTime.ToUtc(DateTime.SpecifyKind(moment, DateTimeKind.Unspecified)) : LondonTime.ToUtc(DateOnly.FromDateTime(moment), Morning));
            return null;
        }
        return $"This is not a date as expected here ({string.Join(" or ", context.DateFormats.Take(2))}), or there is no such day.";
    }
}
