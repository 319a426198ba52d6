using System.Text.Json;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;
using Lapwing.Time;
using Lapwing.Vocabulary;

namespace Lapwing.Modules.Referrals.Handovers;

/// <summary>Who is handed over, where the worker lets it go along.</summary>
internal sealed record PackedSubject(string? GivenName, string? FamilyName, DateOnly? BornOn, int? Age, string? Gender)
{
    public override string ToString() => "(person)";
}

/// <summary>The result of the sender's risk assessment: level, score and warnings, never the answers.</summary>
internal sealed record PackedRisk(RiskLevel Level, int? Score, DateOnly? On, IReadOnlyList<RiskFlag> Flags);

/// <summary>Everything that a handover carries, and nothing beside it: what is not a member of this record cannot leave. The worker sees each line of it before it goes.</summary>
internal sealed record HandoverPackage
{
    public const int ReasonsLimit = 4_000;

    public required Guid Id { get; init; }

    /// <summary>The sending partnership, and whom to ring there.</summary>
    public required string Sender { get; init; }
    public required string SenderTeam { get; init; }
    public required string SenderTelephone { get; init; }
    public required string SenderWorker { get; init; }

    public required HandoverPurpose Purpose { get; init; }
    public required ConsentBasis Basis { get; init; }
    public string? BasisNote { get; init; }

    /// <summary>After this moment it may not be taken, and what is still undecided is closed.</summary>
    public required DateTime Until { get; init; }
    public required WhoIsReferred Who { get; init; }

    /// <summary>The area that counts the person, as a GSS code of a borough; a pool of places that boroughs share needs it.</summary>
    public string? Area { get; init; }

    /// <summary><see cref="SafeContact"/> as it is sealed into files.</summary>
    public required string SafeContact { get; init; }
    public string? Telephone { get; init; }
    public string? Email { get; init; }
    public PackedSubject? Subject { get; init; }
    public PackedRisk? Risk { get; init; }

    /// <summary>What they need to know and why, as the worker typed it for them.</summary>
    public string? Reasons { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Letter.Format);

    public static HandoverPackage? FromJson(string json) => Letter.ReadJson<HandoverPackage>(json);

    /// <summary>What is seen before it goes is what goes; the package's own number is given when it is sent.</summary>
    public string Seen() => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes((this with { Id = Guid.Empty }).ToJson())));

    public SafeContact? HowToMakeContact()
    {
        try
        {
            return People.SafeContact.FromJson(SafeContact) is { } safe && !safe.Problems().Any() ? safe : null;
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whether a receiver can take it as a referral: a partner's program is another's, and may be wrong or taken over.</summary>
    public bool IsAcceptable(DateTime now) =>
        Id != Guid.Empty && HowToMakeContact() is not null && WhoIsReferredWords.All.Contains(Who) && Until.Kind == DateTimeKind.Utc && Until < now.AddYears(2)
        && Short(Sender, 200) && Short(SenderTeam, 200) && Short(SenderTelephone, 60) && Short(SenderWorker, 200) && Short(BasisNote, ReasonsLimit) && Short(Reasons, ReasonsLimit)
        && Short(Telephone, ContactMethod.ValueLimit) && Short(Email, ContactMethod.ValueLimit) && Short(Area, 20)
        && (Subject is null || (Short(Subject.GivenName, Person.NameLimit) && Short(Subject.FamilyName, Person.NameLimit) && Short(Subject.Gender, 40)
            && Subject.Age is null or (>= 0 and <= 130) && (Subject.BornOn is null || (Subject.BornOn <= LondonTime.DateOf(now) && Subject.BornOn.Value.Year >= 1880))))
        && (Risk is null || (Risk.Score is null or (>= 0 and <= 100) && Risk.Flags.Count <= 20 && (Risk.On is null || Risk.On <= LondonTime.DateOf(now))));

    /// <summary>Every line of it, to see before it goes and after it came.</summary>
    public IEnumerable<(string Key, string Value)> Lines()
    {
        yield return ("From", $"{Sender}, {SenderTeam}, {SenderTelephone}. {SenderWorker}");
        yield return ("What for", Purpose.Title());
        yield return ("Lawful basis", BasisNote is null ? Basis.Title() : $"{Basis.Title()}. {BasisNote}");
        yield return ("Until", Spoken.Moment(Until));
        yield return ("Who", Who.Title());
        yield return ("Name", Subject is null ? "Not sent" : $"{Subject.GivenName} {Subject.FamilyName}".Trim() is { Length: > 0 } name ? name : "Not known");
        if (Subject is not null)
            yield return ("Date of birth", Subject.BornOn is { } born ? Spoken.Day(born) : Subject.Age is { } age ? $"Not known; aged about {age}" : "Not known");
        if (Subject?.Gender is { } gender)
            yield return ("Gender", Demographics.Gender.Answers.FirstOrDefault(a => a.Code == gender)?.Title ?? gender);
        if (Area is not null)
            yield return ("Borough, by its code", Area);
        yield return ("Safe contact", string.Join("\n", HowToMakeContact()?.Explain() ?? ["Not readable"]));
        if (Telephone is not null)
            yield return ("Telephone", Telephone);
        if (Email is not null)
            yield return ("E-mail", Email);
        yield return ("Risk", Risk is null ? "Not sent" : string.Join("\n", RiskLines(Risk)));
        yield return ("What they need to know", Reasons ?? "Nothing was written");
    }

    public static IEnumerable<string> RiskLines(PackedRisk risk)
    {
        yield return risk.Level.Title() + (risk.On is { } day ? $", assessed {Spoken.Day(day)}" : "") + (risk.Score is { } score ? $", score {score}" : "");
        foreach (var flag in risk.Flags)
            yield return flag.Title();
    }

    private static bool Short(string? text, int most) => text is null || text.Length <= most;

    /// <summary>Never what is in it.</summary>
    public override string ToString() => "(package)";
}
