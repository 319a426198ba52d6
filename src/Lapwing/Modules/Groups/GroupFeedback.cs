using System.Text.Json;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.Casework.Measuring;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Groups;

/// <summary>What somebody said before the first session or after the last. Said once, never changed; change is counted only where both were said.</summary>
public sealed class GroupFeedback : ICaseRecord
{
    private GroupFeedback() { }

    public Id<GroupFeedback> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<GroupPlace> Place { get; private set; }
    public FeedbackPoint Point { get; private set; }

    /// <summary>The pack that was asked, as <c>code/version</c>.</summary>
    public string Pack { get; private set; } = "";

    /// <summary>Scores by question, as JSON.</summary>
    public string Scores { get; private set; } = "{}";
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }
    public int Version { get; private set; }

    /// <param name="before">What this person said so far.</param>
    /// <exception cref="RuleBroken">That was said before, or nothing is said now.</exception>
    public static GroupFeedback Say(Act act, GroupPlace place, FeedbackPack pack, FeedbackPoint point, IReadOnlyDictionary<string, int> scores, IReadOnlyList<GroupFeedback> before)
    {
        if (before.Any(f => f.Point == point))
            throw new RuleBroken("feedback-said", "Somebody has already recorded this. Look at what was recorded.");
        var known = pack.For(place.Who).Select(q => q.Code).ToHashSet(StringComparer.Ordinal);
        if (scores.Count == 0 || scores.Any(s => !known.Contains(s.Key) || s.Value is < FeedbackPack.Lowest or > FeedbackPack.Highest))
            throw new RuleBroken("feedback", "Choose answers that are on this page.");
        var feedback = new GroupFeedback
        {
            Id = Id<GroupFeedback>.New(), CaseFile = place.CaseFile, Place = place.Id, Point = point, Pack = pack.Name, Scores = JsonSerializer.Serialize(scores), At = act.At, By = act.Who.Member,
        };
        if (Change([.. before, feedback], pack, place.Who) is { } change)
            act.Record(Fact.Of(FactKind.GroupChangeMeasured, LondonTime.DateOf(act.At), act.At, place.Id.Value, place.PersonToken, place.CaseFile, new FactCodes(place.FactCodes) { Reason = change > 0 ? 1 : change == 0 ? 2 : 3 }));
        return feedback;
    }

    public IReadOnlyDictionary<string, int> Given => JsonSerializer.Deserialize<Dictionary<string, int>>(Scores)!;

    /// <summary>Question by question, before and after.</summary>
    public static IReadOnlyList<MatchedPair> Pairs(IReadOnlyList<GroupFeedback> said, FeedbackPack pack, GroupFor who)
    {
        var (before, after) = (said.FirstOrDefault(f => f.Point == FeedbackPoint.Before)?.Given, said.FirstOrDefault(f => f.Point == FeedbackPoint.After)?.Given);
        return [.. pack.For(who).Select(q => new MatchedPair(q.Text, Score(before, q.Code), null, Score(after, q.Code))).Where(p => p.Start is not null || p.End is not null)];

        static int? Score(IReadOnlyDictionary<string, int>? scores, string code) => scores is not null && scores.TryGetValue(code, out var score) ? score : null;
    }

    /// <summary>The sum of the changes of the questions that were answered both times, or null where none was.</summary>
    public static int? Change(IReadOnlyList<GroupFeedback> said, FeedbackPack pack, GroupFor who) =>
        Pairs(said, pack, who).Select(p => p.Change).OfType<int>().ToList() is { Count: > 0 } changes ? changes.Sum() : null;
}

internal sealed class GroupFeedbackMapping : IEntityTypeConfiguration<GroupFeedback>
{
    public void Configure(EntityTypeBuilder<GroupFeedback> feedback)
    {
        feedback.Ignore(f => f.Given);
        feedback.Property(f => f.Pack).HasMaxLength(60);
        feedback.HasIndex(f => new { f.Place, f.Point }).IsUnique();
        feedback.HasIndex(f => f.CaseFile);
    }
}
