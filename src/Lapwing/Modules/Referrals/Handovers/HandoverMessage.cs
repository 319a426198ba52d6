using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Referrals.Handovers;

public enum MessageState { Waiting, Answered, GivenUp }

/// <summary>The outbox: a letter that is to go to a partner, written in the transaction of what it tells. It is delivered until the partner has answered;
/// the partner takes it once, however often it comes.</summary>
public sealed class HandoverMessage : ICaseRecord
{
    private HandoverMessage() { }

    /// <summary>A status that could not be told for so long is given up; the file of the sender says what was heard last.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(60);

    public Id<HandoverMessage> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Partner> Partner { get; private set; }
    public Guid Package { get; private set; }
    public LetterKind Kind { get; private set; }
    public int Number { get; private set; }

    /// <summary>What the letter says, under the file's key.</summary>
    public Protected Body { get; private set; } = null!;
    public DateTime At { get; private set; }
    public MessageState State { get; private set; }
    public int Tries { get; private set; }

    /// <summary>Why it is not delivered yet, or was not taken: a code of <see cref="HandoverProblem"/>.</summary>
    public string Problem { get; private set; } = "";
    public DateTime? DoneAt { get; private set; }
    public int Version { get; private set; }

    internal static HandoverMessage Write(Act act, FileKey key, Id<Partner> partner, Guid package, LetterKind kind, int number, string body) => new()
    {
        Id = Id<HandoverMessage>.New(), CaseFile = key.File, Partner = partner, Package = package, Kind = kind, Number = number, Body = key.Seal(body), At = act.At,
    };

    internal Letter Read(FileKey key, string from, string to) => new(from, to, Package, Kind, Number, key.Reveal(Body));

    internal void Answer(Act act, HandoverReceipt receipt) => (State, Problem, DoneAt, Tries) = (MessageState.Answered, receipt.Reason, act.At, Tries + 1);

    internal void GiveUp(Act act, string problem) => (State, Problem, DoneAt) = (MessageState.GivenUp, problem, act.At);

    /// <summary>Not delivered: when it is tried again. A minute, two, four … and then every hour.</summary>
    internal DateTime TryAgain(Act act, string problem)
    {
        (Problem, Tries) = (problem, Tries + 1);
        return act.At + TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, Math.Min(10, Tries - 1))));
    }
}

internal sealed class HandoverMessageMapping : IEntityTypeConfiguration<HandoverMessage>
{
    public void Configure(EntityTypeBuilder<HandoverMessage> message)
    {
        message.Property(m => m.Problem).HasMaxLength(60);
        message.HasIndex(m => new { m.Package, m.Kind, m.Number });
        message.HasIndex(m => m.CaseFile);
    }
}
