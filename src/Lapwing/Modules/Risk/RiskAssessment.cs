using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Risk;

/// <summary>One assessment with the pack's version, the level and its reasons. Superseded by a later one, never edited.</summary>
public sealed class RiskAssessment : ICaseRecord
{
    private RiskAssessment() { }

    public const int ReasonsLimit = 5_000;

    public Id<RiskAssessment> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Person> Person { get; private set; }
    public string Pack { get; private set; } = "";
    public string PackVersion { get; private set; } = "";

    /// <summary>The answers with their notes, as JSON under seal.</summary>
    public Protected Answers { get; private set; } = null!;
    public int Score { get; private set; }

    /// <summary>The level by the score alone.</summary>
    public RiskLevel Scored { get; private set; }

    /// <summary>The level that counts: never below <see cref="Scored"/>.</summary>
    public RiskLevel Level { get; private set; }
    public bool IsRaisedByJudgement { get; private set; }
    public Protected? JudgementReasons { get; private set; }

    /// <summary>The whole <see cref="RiskResult"/> as it stood that day, as JSON under seal: bands may change later, this does not.</summary>
    public Protected? Result { get; private set; }

    /// <summary>Codes of the flags that always surface, comma separated.</summary>
    public string Flags { get; private set; } = "";
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }
    public Id<RiskAssessment>? SupersededBy { get; private set; }
    public int Version { get; private set; }

    public static RiskAssessment Complete(Act act, FileKey key, Id<Person> person, string pack, string packVersion, string answersJson,
        int score, RiskLevel scored, RiskLevel level, string? judgementReasons, string flags, string? resultJson = null)
    {
        if (level < scored)
            throw new RuleBroken("judgement-lowers", "Professional judgement can raise the level of risk. It can never lower it.");
        if (level > scored && string.IsNullOrWhiteSpace(judgementReasons))
            throw new RuleBroken("judgement-reasons", "Give your reasons for raising the level of risk.");
        return new()
        {
            Id = Id<RiskAssessment>.New(), CaseFile = key.File, Person = person, Pack = pack, PackVersion = packVersion,
            Answers = key.Seal(answersJson), Score = score, Scored = scored, Level = level,
            IsRaisedByJudgement = level > scored, JudgementReasons = key.SealIfAny(judgementReasons), Flags = flags, Result = key.SealIfAny(resultJson),
            At = act.At, By = act.Who.Member,
        };
    }

    public void SupersedeWith(RiskAssessment later) => SupersededBy = later.Id;
}

internal sealed class RiskAssessmentMapping : IEntityTypeConfiguration<RiskAssessment>
{
    public void Configure(EntityTypeBuilder<RiskAssessment> assessment)
    {
        assessment.Property(a => a.Pack).HasMaxLength(60);
        assessment.Property(a => a.PackVersion).HasMaxLength(20);
        assessment.Property(a => a.Flags).HasMaxLength(400);
        assessment.HasIndex(a => a.CaseFile);
    }
}
