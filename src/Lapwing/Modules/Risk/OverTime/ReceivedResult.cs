using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Risk.OverTime;

/// <summary>A result that another agency worked out, as it was received: which instrument, when, the level as stated, by whom, in their words.
/// Police forces use DARA and DASH side by side (domain facts b1 [S27][S28]); neither is re-scored or turned into our score.</summary>
public sealed class ReceivedResult : ICaseRecord
{
    private ReceivedResult() { }

    public const int InstrumentLimit = 60, ByLimit = 200, WordsLimit = 10_000;

    /// <summary>What is received most; anything else is typed.</summary>
    public static IReadOnlyList<string> Instruments { get; } = ["DARA", "DASH 2009 (police)", "SafeLives Dash", "VS-DASH", "DASH for young people"];

    public Id<ReceivedResult> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public string Instrument { get; private set; } = "";
    public DateOnly On { get; private set; }

    /// <summary>The level as stated; <see cref="RiskLevel.NotAssessed"/> when the words of the instrument are others, which then stand in <see cref="Words"/>.</summary>
    public RiskLevel Level { get; private set; }

    /// <summary>The score as stated, where there is one. It is on its instrument's scale and never compared with ours.</summary>
    public int? Score { get; private set; }
    public Protected? AssessedBy { get; private set; }
    public Protected? Words { get; private set; }

    /// <summary>The level to which a worker raised ours because of it; never lower than ours was.</summary>
    public RiskLevel? RaisedTo { get; private set; }
    public Protected? RaiseReasons { get; private set; }
    public DateTime ReceivedAt { get; private set; }
    public Id<Member> ReceivedBy { get; private set; }
    public int Version { get; private set; }

    /// <param name="ours">Our working level before it came.</param>
    /// <exception cref="RuleBroken">The judgement lowers or has no reasons, or it lies in the future.</exception>
    public static ReceivedResult Keep(Act act, FileKey key, string instrument, DateOnly on, RiskLevel level, int? score, string? assessedBy, string? words, RiskLevel ours, ProfessionalJudgement? raise)
    {
        if (on > LondonTime.DateOf(act.At))
            throw new RuleBroken("received-future", "The date of a result cannot lie in the future.");
        if (raise is not null && raise.Level <= ours)
            throw new RuleBroken("judgement-lowers", $"Judgement can raise the level and never lower it: ours is {ours.Title().ToLowerInvariant()} already.");
        if (raise?.Problems(ours).Select(p => p.Message).FirstOrDefault() is { } problem)
            throw new RuleBroken("judgement-reasons", problem + ".");
        return new()
        {
            Id = Id<ReceivedResult>.New(), CaseFile = key.File, Instrument = instrument, On = on, Level = level, Score = score, AssessedBy = key.SealIfAny(assessedBy),
            Words = key.SealIfAny(words), RaisedTo = raise?.Level, RaiseReasons = key.SealIfAny(raise?.Reasons), ReceivedAt = act.At, ReceivedBy = act.Who.Member,
        };
    }

    public string LevelTitle => Level == RiskLevel.NotAssessed ? "In other words" : Level.Title();
}

internal sealed class ReceivedResultMapping : IEntityTypeConfiguration<ReceivedResult>
{
    public void Configure(EntityTypeBuilder<ReceivedResult> result)
    {
        result.Ignore(r => r.LevelTitle);
        result.Property(r => r.Instrument).HasMaxLength(ReceivedResult.InstrumentLimit);
        result.HasIndex(r => r.CaseFile);
    }
}
