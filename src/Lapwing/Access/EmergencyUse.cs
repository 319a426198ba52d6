using Lapwing.Data;

namespace Lapwing.Access;

/// <summary>Why somebody enters a file that is not theirs.</summary>
public enum EmergencyReason { DangerToLife, ChildInDanger, ContactOutOfHours, PoliceOrAmbulance, WorkerNotReachable }

/// <summary>What a guardian thinks of an entry afterwards.</summary>
public enum EmergencyJudgement { Right, Avoidable, Wrong }

/// <summary>One entry into a file in an emergency ("break-glass"): by whom, why, in a sentence of their own, for how long, and what the guardian said.
/// Source: permission model, "Break-glass".</summary>
public sealed class EmergencyUse
{
    private EmergencyUse() { }

    public const int SentenceLimit = 1_000;

    public Id<EmergencyUse> Id { get; private set; }
    public Id<CaseFile> File { get; private set; }
    public Id<Member> Member { get; private set; }
    public EmergencyReason Reason { get; private set; }
    public byte[] WrappedKey { get; private set; } = [];

    /// <summary>The member's sentence, under a key of its own: the guardian who must judge it may know no file.</summary>
    public Protected Sentence { get; private set; } = null!;
    public DateTime At { get; private set; }
    public DateTime Until { get; private set; }
    public DateTime? AddressAskedAt { get; private set; }
    public Id<Member>? AddressAllowedBy { get; private set; }
    public DateTime? AddressAllowedAt { get; private set; }
    public DateTime JudgeBy { get; private set; }
    public Id<Member>? JudgedBy { get; private set; }
    public DateTime? JudgedAt { get; private set; }
    public EmergencyJudgement? Judgement { get; private set; }
    public int Version { get; private set; }

    public bool Runs(DateTime now) => At <= now && now < Until;
    public bool WhereaboutsAllowed => AddressAllowedAt is not null;

    internal static EmergencyUse Enter(Act act, PartnershipKeys keys, Id<CaseFile> file, EmergencyReason reason, string sentence, DateTime until, DateTime judgeBy)
    {
        var id = Id<EmergencyUse>.New();
        var (wrapped, text) = OwnKey.Seal(keys, id.Value, sentence.Trim());
        return new()
        {
            Id = id, File = file, Member = act.Who.Member, Reason = reason, WrappedKey = wrapped, Sentence = text, At = act.At, Until = until, JudgeBy = judgeBy,
        };
    }

    public string Reveal(PartnershipKeys keys) => OwnKey.Reveal(keys, Id.Value, WrappedKey, Sentence);

    /// <summary>The one who entered needs the address: somebody else must say yes.</summary>
    internal void AskForAddress(Act act)
    {
        if (!Runs(act.At) || act.Who.Member != Member)
            throw new RuleBroken("emergency-over", "Your time in this file is over.");
        AddressAskedAt ??= act.At;
    }

    internal void AllowAddress(Act act)
    {
        if (!Runs(act.At) || AddressAskedAt is null || WhereaboutsAllowed)
            throw new RuleBroken("emergency-over", "Nobody waits for this any more.");
        if (act.Who.Member == Member)
            throw new RuleBroken("two-people", "You asked for this, so somebody else must say yes.");
        (AddressAllowedBy, AddressAllowedAt) = (act.Who.Member, act.At);
    }

    internal void Judge(Act act, EmergencyJudgement judgement)
    {
        if (JudgedAt is not null)
            throw new RuleBroken("emergency-judged", "Somebody has already judged this.");
        if (act.Who.Member == Member)
            throw new RuleBroken("two-people", "You entered yourself, so somebody else must judge it.");
        (JudgedBy, JudgedAt, Judgement) = (act.Who.Member, act.At, judgement);
    }
}

/// <summary>Text that belongs to no file, such as what a member says about themselves: sealed under a key of its own record.</summary>
internal static class OwnKey
{
    public static (byte[] Wrapped, Protected Text) Seal(PartnershipKeys keys, Guid id, string text)
    {
        using var key = DataKey.Create(id);
        return (key.Wrap(keys), key.Seal(text));
    }

    public static string Reveal(PartnershipKeys keys, Guid id, byte[] wrapped, Protected text)
    {
        using var key = DataKey.Unwrap(keys, id, wrapped);
        return key.Reveal(text);
    }
}

/// <summary>How entries in an emergency are said.</summary>
public static class EmergencyWords
{
    public static string Title(this EmergencyReason reason) => reason switch
    {
        EmergencyReason.DangerToLife => "Somebody's life is in danger now",
        EmergencyReason.ChildInDanger => "A child is in danger now",
        EmergencyReason.ContactOutOfHours => "The person made contact and their own workers cannot be reached",
        EmergencyReason.PoliceOrAmbulance => "Police or an ambulance are with the person and must know a risk",
        EmergencyReason.WorkerNotReachable => "Something agreed for today must be done and the worker cannot be reached",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    public static string Title(this EmergencyJudgement judgement) => judgement switch
    {
        EmergencyJudgement.Right => "It was right",
        EmergencyJudgement.Avoidable => "It could have been avoided",
        EmergencyJudgement.Wrong => "It was wrong: this is taken further",
        _ => throw new ArgumentOutOfRangeException(nameof(judgement), judgement, null),
    };
}
