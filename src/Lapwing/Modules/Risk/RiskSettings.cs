using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Risk;

/// <summary>How a partnership assesses risk: where it draws its lines, and the questionnaire in use.</summary>
public sealed record RiskSettings
{
    /// <summary>The concern under which <see cref="StoredSettings"/> keeps them.</summary>
    public const string Concern = "risk";

    public RiskBands Bands { get; init; } = RiskBands.Default;

    /// <summary>The questionnaire in use, as <c>code/version</c>; null is the demonstration pack that ships with the program.</summary>
    public string? Pack { get; init; }

    /// <summary>The questionnaire for young people, as <c>code/version</c>; null is the one that ships. It is asked where the age is one that it was made for.</summary>
    public string? YoungPack { get; init; }

    /// <summary>When somebody is assessed again.</summary>
    public ReassessmentTimes Reassessment { get; init; } = ReassessmentTimes.Default;

    public static async Task<RiskSettings> ReadAsync(PartnershipDb db, CancellationToken ct = default) =>
        (await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == Concern, ct))?.Read<RiskSettings>() ?? new();

    public static string NameOf(string code, int edition) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{code}/{edition}");

    /// <summary>The questionnaire in use now.</summary>
    public Task<Questionnaire> QuestionnaireAsync(PartnershipDb db, CancellationToken ct = default) => QuestionnaireAsync(db, Pack, ct);

    /// <summary>The questionnaire for somebody of this age: the young people's where it was made for them, otherwise the one in use.</summary>
    public async Task<Questionnaire> QuestionnaireForAsync(PartnershipDb db, int? age, CancellationToken ct = default)
    {
        if (age is < RiskRules.Adult)
        {
            var young = await QuestionnaireAsync(db, YoungPack ?? NameOf(Questionnaire.YoungDemonstration.Code, Questionnaire.YoungDemonstration.Version), ct);
            if (young.IsFor(age))
                return young;
        }
        return await QuestionnaireAsync(db, ct);
    }

    /// <summary>A version of a questionnaire, for an assessment that was made with it.</summary>
    public static async Task<Questionnaire> QuestionnaireAsync(PartnershipDb db, string? name, CancellationToken ct = default) =>
        await FindAsync(db, name ?? NameOf(Questionnaire.Demonstration.Code, Questionnaire.Demonstration.Version), ct)
        ?? throw new InvalidOperationException($"The questionnaire {name} is not loaded.");

    /// <summary>The version that a form names, or null when it names none that is here.</summary>
    public static async Task<Questionnaire?> FindAsync(PartnershipDb db, string? name, CancellationToken ct = default)
    {
        if (Questionnaire.Shipped.FirstOrDefault(pack => name == NameOf(pack.Code, pack.Version)) is { } shipped)
            return shipped;
        if (name?.LastIndexOf('/') is not (> 0 and var slash) || !int.TryParse(name.AsSpan(slash + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var edition))
            return null;
        var code = name[..slash];
        return await db.RiskPacks.AsNoTracking().SingleOrDefaultAsync(p => p.Code == code && p.Edition == edition, ct) is { } stored ? Questionnaire.Parse(stored.Json) : null;
    }
}
