using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Referrals.Handovers;

/// <summary>Where a handover stands on the sender's side, beside what the receiver says of it.</summary>
public enum HandoverState { Waiting, Delivered, NotDelivered, RecallAsked, Recalled }

/// <summary>A file, or as much of it as the worker chose, handed over to another partnership: for a purpose, on a lawful basis, until a day. The sender's side of it;
/// the receiver has its own (<see cref="HandoverArrival"/>). The package is kept as it went, sealed in the file.</summary>
public sealed class Handover : ICaseRecord
{
    private Handover() { }

    public Id<Handover> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Person> Subject { get; private set; }

    /// <summary>The number that both sides know it by, and the only one.</summary>
    public Guid Package { get; private set; }
    public Id<Partner> Partner { get; private set; }
    public HandoverPurpose Purpose { get; private set; }
    public ConsentBasis Basis { get; private set; }

    /// <summary>The package as it went, under the file's key.</summary>
    public Protected Content { get; private set; } = null!;
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }
    public DateTime Until { get; private set; }
    public HandoverState State { get; private set; }

    /// <summary>Why it was not delivered, or not taken back: a code of <see cref="HandoverProblem"/>.</summary>
    public string Problem { get; private set; } = "";
    public DateTime? DeliveredAt { get; private set; }
    public HandoverRecall? RecallReason { get; private set; }
    public DateTime? RecalledAt { get; private set; }

    /// <summary>The latest that the receiver said, by its number: statuses may arrive in any order and more than once.</summary>
    public HandoverStatus? Status { get; private set; }
    public int StatusNumber { get; private set; }
    public DateTime? StatusAt { get; private set; }

    /// <summary>How it came out, and the number of the status that says so; 0 where we know it without them.</summary>
    public HandoverStatus? Outcome { get; private set; }
    public int OutcomeNumber { get; private set; }
    public DateTime? OutcomeAt { get; private set; }

    /// <summary>Codes and person as its facts carry them.</summary>
    public long FactCodes { get; private set; }
    public Guid PersonToken { get; private set; }
    public int Version { get; private set; }

    internal static Handover Send(Act act, FileKey key, Partner partner, HandoverPackage package, Id<Person> subject, Guid personToken)
    {
        if (package.Until <= act.At)
            throw new RuleBroken("handover-end", "A handover needs an end in the future.");
        if (package.Basis.NeedsReasons() && string.IsNullOrWhiteSpace(package.BasisNote))
            throw new RuleBroken("handover-reasons", "Without the person's agreement, write down why handing over is necessary and lawful.");
        var handover = new Handover
        {
            Id = Id<Handover>.New(), CaseFile = key.File, Subject = subject, Package = package.Id, Partner = partner.Id, Purpose = package.Purpose, Basis = package.Basis,
            Content = key.Seal(package.ToJson()), At = act.At, By = act.Who.Member, Until = package.Until, State = HandoverState.Waiting,
            FactCodes = HandoverFacts.Codes(package, partner).Packed, PersonToken = personToken,
        };
        act.Record(HandoverFacts.Of(FactKind.HandoverSent, act, act.At, handover.Id.Value, handover.PersonToken, handover.CaseFile, new(handover.FactCodes)));
        return handover;
    }

    internal void Delivered(Act act, DateTime at)
    {
        if (State != HandoverState.Waiting)
            return; // taken back meanwhile, or known already
        (State, DeliveredAt, Problem) = (HandoverState.Delivered, at, "");
    }

    /// <summary>It will not arrive any more: refused, or its time ran out on the way.</summary>
    internal void NotDelivered(Act act, string problem)
    {
        if (State is HandoverState.NotDelivered or HandoverState.Recalled || Status is not null)
            return;
        (State, Problem) = (HandoverState.NotDelivered, problem);
        ComeOut(act, problem == HandoverProblem.Expired ? HandoverStatus.Expired : HandoverStatus.Refused, act.At, 0);
    }

    /// <summary>Why it cannot be taken back; null when it can.</summary>
    public string? WhyNotRecall => State switch
    {
        HandoverState.RecallAsked or HandoverState.Recalled => "You have already taken this back.",
        HandoverState.NotDelivered => "It did not arrive, so there is nothing to take back.",
        _ when Outcome == HandoverStatus.Accepted => "They have accepted it already. Ring them.",
        _ when Outcome is not null => "It is over.",
        _ => null,
    };

    /// <exception cref="RuleBroken">It is accepted or over.</exception>
    internal void Recall(Act act, HandoverRecall reason)
    {
        if (WhyNotRecall is { } why)
            throw new RuleBroken("handover-recall", why);
        (State, RecallReason, RecalledAt) = (HandoverState.RecallAsked, reason, act.At);
    }

    /// <summary>What the receiver made of the recall.</summary>
    internal void RecallAnswered(Act act, bool isTaken, string problem, DateTime at)
    {
        if (State != HandoverState.RecallAsked)
            return;
        if (!isTaken)
        {
            (State, Problem, DeliveredAt) = (HandoverState.Delivered, problem, DeliveredAt ?? at);
            return;
        }
        (State, Problem) = (HandoverState.Recalled, "");
        if (Outcome is null)
            ComeOut(act, HandoverStatus.Withdrawn, at, 0);
    }

    /// <summary>A status of the receiver. Whatever order they come in, the same stands at the end: it is worked out from all that were heard, by their numbers.</summary>
    /// <param name="before">What was heard of this handover so far.</param>
    /// <returns>Whether a later one had arrived before.</returns>
    internal bool Hear(Act act, IReadOnlyCollection<HandoverNews> before, HandoverNews news)
    {
        var isLate = news.Number < StatusNumber;
        if (news.Number > StatusNumber)
            (Status, StatusNumber, StatusAt) = (news.Status, news.Number, news.At);
        if (State is HandoverState.Waiting or HandoverState.NotDelivered)
            (State, DeliveredAt, Problem) = (HandoverState.Delivered, news.At, ""); // they have it, whatever became of the receipt
        HandoverNews? decided = null;
        foreach (var said in before.Append(news).OrderBy(n => n.Number))
            if (said.Status.Outcome() is { } outcome && outcome != decided?.Status.Outcome())
                decided = said;
        if (decided is not null)
            ComeOut(act, decided.Status.Outcome()!.Value, decided.At, decided.Number);
        return isLate;
    }

    private void ComeOut(Act act, HandoverStatus outcome, DateTime at, int number)
    {
        if ((Outcome, OutcomeAt) != (outcome, at))
            HandoverFacts.ComeOut(FactKind.HandoverAnswered, act, Outcome, OutcomeAt, outcome, at, Id.Value, PersonToken, CaseFile, new(FactCodes));
        (Outcome, OutcomeAt, OutcomeNumber) = (outcome, at, number);
    }
}

internal sealed class HandoverMapping : IEntityTypeConfiguration<Handover>
{
    public void Configure(EntityTypeBuilder<Handover> handover)
    {
        handover.Ignore(h => h.WhyNotRecall);
        handover.Property(h => h.Problem).HasMaxLength(60);
        handover.HasIndex(h => h.Package).IsUnique();
        handover.HasIndex(h => new { h.CaseFile, h.At });
    }
}
