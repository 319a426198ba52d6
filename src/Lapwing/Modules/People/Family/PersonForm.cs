using Lapwing.Design;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Lapwing.Modules.People.Family;

/// <summary>The form about a person: everything as it is typed, nothing required.</summary>
public sealed class PersonForm
{
    public string? GivenName { get; set; }
    public string? FamilyName { get; set; }
    public string? OtherNames { get; set; }

    [Display(Name = "Date of birth")]
    public DateOnly? BornOn { get; set; }
    public string? BornAbout { get; set; }
    public string? OtherBirthDates { get; set; }
    public string? Age { get; set; }

    [Display(Name = "The date of that age")]
    public DateOnly? AgeAsOf { get; set; }
    public string? Gender { get; set; }
    public string? GenderIdentity { get; set; }
    public string? Ethnicity { get; set; }
    public string? Disability { get; set; }
    public string? SexualOrientation { get; set; }
    public string? Religion { get; set; }
    public string? Language { get; set; }
    public string? Interpreter { get; set; }
    public string? Immigration { get; set; }
    public string? Recourse { get; set; }
    public RoleInFile? Role { get; set; }
    public AssertionStatus? RoleStatus { get; set; }
    public AssertionSource? RoleSaidBy { get; set; }

    [Display(Name = "When it was said")]
    public DateOnly? RoleSaidOn { get; set; }

    public static PersonForm Of(PersonDetails d) => new()
    {
        GivenName = d.GivenName, FamilyName = d.FamilyName, OtherNames = string.Join('\n', d.OtherNames), BornOn = d.BornOn, BornAbout = d.BornAbout?.Words,
        OtherBirthDates = string.Join('\n', d.OtherBirthDates.Select(Spoken.Day)), Age = d.Age?.ToString(CultureInfo.InvariantCulture), AgeAsOf = d.AgeAsOf,
        Gender = d.Characteristics.Gender, GenderIdentity = d.GenderIdentity, Ethnicity = d.Characteristics.Ethnicity, Disability = d.Characteristics.Disability,
        SexualOrientation = d.Characteristics.SexualOrientation, Religion = d.Religion, Language = d.Language, Interpreter = d.Interpreter, Immigration = d.Immigration,
        Recourse = d.Recourse, Role = d.Role, RoleStatus = d.RoleStatus, RoleSaidBy = d.RoleSaidBy, RoleSaidOn = d.RoleSaidOn,
    };

    /// <summary>What was typed, as it will be kept; <see cref="Check"/> has found nothing wrong.</summary>
    /// <param name="before">What was kept; its age stays the age of its own day when only a birth date was added.</param>
    /// <param name="recordedOn">When the person was first recorded.</param>
    public PersonDetails Details(RoleInFile role, PersonDetails? before, DateOnly recordedOn, DateOnly today)
    {
        PartialDate? about = BornOn is null && PartialDate.TryParse(BornAbout, out var date) ? date : null;
        int? typed = int.TryParse(Age, NumberStyles.None, CultureInfo.InvariantCulture, out var years) ? years : null;
        var asOf = AgeAsOf ?? (typed is null ? null : typed == before?.Age ? before?.AgeAsOf : today);
        // Figures count the age at which somebody was recorded: a birth date that is known later says what that was.
        var age = BornOn is { } born && born != before?.BornOn ? Years(born, before?.AgeAsOf ?? recordedOn) ?? typed : typed;
        return new()
        {
            GivenName = NameText.Tidy(GivenName), FamilyName = NameText.Tidy(FamilyName), OtherNames = NameText.Lines(OtherNames),
            BornOn = BornOn, BornAbout = about, OtherBirthDates = Dates(OtherBirthDates).OfType<DateOnly>().Distinct().ToList(), Age = age, AgeAsOf = asOf,
            Characteristics = new(Tidy(Gender), Tidy(Ethnicity), Tidy(Disability), Tidy(SexualOrientation)), GenderIdentity = Tidy(GenderIdentity), Religion = Tidy(Religion),
            Language = Tidy(Language), Interpreter = Tidy(Interpreter), Immigration = Tidy(Immigration), Recourse = Tidy(Recourse),
            Role = role, RoleStatus = role == RoleInFile.SaidToCauseHarm ? RoleStatus ?? AssertionStatus.Alleged : null,
            RoleSaidBy = role == RoleInFile.Subject ? before?.RoleSaidBy : RoleSaidBy, RoleSaidOn = role == RoleInFile.Subject ? before?.RoleSaidOn : RoleSaidOn,
        };
    }

    public void Check(ModelStateDictionary state, bool asksRole, AssertionStatus? statusNow, DateOnly today)
    {
        foreach (var (field, message) in Problems(asksRole, statusNow, today))
            state.AddModelError($"Input.{field}", message);
    }

    /// <summary>The fields that somebody else changed meanwhile.</summary>
    public IReadOnlyList<Difference> Against(PersonDetails kept) => Answers.Between([.. Rows(Of(kept)).Zip(Rows(this), (now, typed) => (now.Field, now.Text, typed.Text))]);

    private IEnumerable<(string Field, string Message)> Problems(bool asksRole, AssertionStatus? statusNow, DateOnly today)
    {
        foreach (var (field, name, words) in new[] { (nameof(GivenName), GivenName, "First names"), (nameof(FamilyName), FamilyName, "The family name") })
            if (name?.Length > Person.NameLimit)
                yield return (field, $"{words} must be {Person.NameLimit} characters or fewer");
        var others = NameText.Lines(OtherNames);
        if (others.Count > PersonDetails.MostNames || others.Any(n => n.Length > Person.NameLimit))
            yield return (nameof(OtherNames), $"Write at most {PersonDetails.MostNames} other names, each on a line of its own and of {Person.NameLimit} characters or fewer");
        if (BornOn is { } born && (born > today || !People.Age.IsPossible(born, today)))
            yield return (nameof(BornOn), $"Date of birth must be in the past, within the last {People.Age.Oldest} years");
        if (!string.IsNullOrWhiteSpace(BornAbout) && (!PartialDate.TryParse(BornAbout, out var about) || about.Earliest > today || about.Year < today.Year - People.Age.Oldest))
            yield return (nameof(BornAbout), "Enter a month and year, or a year, like March 1984 or 1984");
        if (Dates(OtherBirthDates).Any(d => d is null || d > today || !People.Age.IsPossible(d.Value, today)) || Dates(OtherBirthDates).Count > PersonDetails.MostBirthDates)
            yield return (nameof(OtherBirthDates), $"Enter each other birth date on a line of its own, like 27 3 1984, at most {PersonDetails.MostBirthDates}");
        if (!string.IsNullOrWhiteSpace(Age) && !(int.TryParse(Age, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years <= People.Age.Oldest))
            yield return (nameof(Age), $"Age must be a whole number from 0 to {People.Age.Oldest}, like 34");
        if (AgeAsOf > today)
            yield return (nameof(AgeAsOf), "The date of that age must be today or before");
        foreach (var (field, code, list) in Coded())
            if (Tidy(code) is { } answer && !list.TryFind(answer, out _))
                yield return (field, "Choose one of the answers");
        if (!asksRole)
            yield break;
        if (Role is not { } role || !RolesInFile.Offered.Contains(role))
            yield return (nameof(Role), "Choose what this person is in this file");
        if (RoleStatus == AssertionStatus.Assessed && statusNow != AssertionStatus.Assessed)
            yield return (nameof(RoleStatus), "An assessment is made on the risk page, not here");
        if (RoleSaidOn > today)
            yield return (nameof(RoleSaidOn), "When it was said must be today or before");
    }

    private IEnumerable<(string Field, string? Code, CodeList List)> Coded() =>
    [
        (nameof(Gender), Gender, Demographics.Gender), (nameof(GenderIdentity), GenderIdentity, Demographics.GenderIdentity), (nameof(Ethnicity), Ethnicity, Demographics.Ethnicity),
        (nameof(Disability), Disability, Demographics.Disability), (nameof(SexualOrientation), SexualOrientation, Demographics.SexualOrientation), (nameof(Religion), Religion, Demographics.Religion),
        (nameof(Language), Language, Demographics.Language), (nameof(Interpreter), Interpreter, Demographics.Interpreter), (nameof(Immigration), Immigration, Demographics.Immigration), (nameof(Recourse), Recourse, Demographics.Recourse),
    ];

    private static IEnumerable<(string Field, string Text)> Rows(PersonForm form) =>
    [
        ("First names", form.GivenName ?? ""), ("Family name", form.FamilyName ?? ""), ("Other names", (form.OtherNames ?? "").ReplaceLineEndings("\n")),
        ("Date of birth", form.BornOn is { } born ? Spoken.Day(born) : ""), ("Month or year of birth", form.BornAbout ?? ""), ("Other birth dates", (form.OtherBirthDates ?? "").ReplaceLineEndings("\n")),
        ("Age", form.Age ?? ""), ("The date of that age", form.AgeAsOf is { } day ? Spoken.Day(day) : ""),
        .. form.Coded().Select(c => (c.List.Title, c.List.TryFind(c.Code, out var answer) ? answer.Title : "")),
        ("In this file", form.Role?.Title() ?? ""), ("How far it was assessed", form.RoleStatus?.Title() ?? ""), ("Who says so", form.RoleSaidBy?.Title() ?? ""), ("When it was said", form.RoleSaidOn is { } said ? Spoken.Day(said) : ""),
    ];

    private static IReadOnlyList<DateOnly?> Dates(string? lines) => [.. (lines ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => PartialDate.TryParse(line, out var date) && date.Day is not null ? date.Earliest : (DateOnly?)null)];

    private static int? Years(DateOnly born, DateOnly day) => born <= day ? People.Age.On(born, day) : null;

    private static string? Tidy(string? code) => string.IsNullOrWhiteSpace(code) ? null : code;
}
