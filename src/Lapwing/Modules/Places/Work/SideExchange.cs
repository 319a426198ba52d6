using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Places.Work;

/// <summary>For what something may cross from one side of a matter to the other. There is no other purpose.</summary>
public enum ExchangePurpose { SafetyOfVictim, RiskHasChanged, WorkIsPlanned, WorkHasEnded }

public enum ExchangeState { Sent, Received, Refused }

/// <summary>
/// What one side told the other, for a stated purpose, in the file of each: two records of one exchange, each under its own file's key. Nothing else crosses. It carries no
/// place and no way to reach anybody (national standard 1; threat model, case 20); one that would have is on record as refused, without its words.
/// </summary>
public sealed class SideExchange : ICaseRecord
{
    private SideExchange() { }

    public const int WordsLimit = 5_000, KindsLimit = 200;

    public Id<SideExchange> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }

    /// <summary>The number of the form, the same in both files: the same form sent twice crosses once.</summary>
    public Guid Form { get; private set; }
    public ExchangeState State { get; private set; }
    public ExchangePurpose Purpose { get; private set; }
    public Protected? Words { get; private set; }

    /// <summary>What kinds of thing it held for which it was refused.</summary>
    public string RefusedFor { get; private set; } = "";
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }
    public int Version { get; private set; }

    internal static SideExchange Sent(Act act, FileKey key, Guid form, ExchangePurpose purpose, string words) => Of(act, key.File, form, ExchangeState.Sent, purpose, key.Seal(words.Trim()), "");

    internal static SideExchange Received(Act act, FileKey key, Guid form, ExchangePurpose purpose, string words) => Of(act, key.File, form, ExchangeState.Received, purpose, key.Seal(words.Trim()), "");

    internal static SideExchange Refuse(Act act, Id<CaseFile> file, ExchangePurpose purpose, string kinds) => Of(act, file, OrderedGuid.Next(), ExchangeState.Refused, purpose, null, kinds);

    private static SideExchange Of(Act act, Id<CaseFile> file, Guid form, ExchangeState state, ExchangePurpose purpose, Protected? words, string refusedFor) => new()
    {
        Id = Id<SideExchange>.New(), CaseFile = file, Form = form, State = state, Purpose = purpose, Words = words, RefusedFor = refusedFor, At = act.At, By = act.Who.Member,
    };
}

internal sealed class SideExchangeMapping : IEntityTypeConfiguration<SideExchange>
{
    public void Configure(EntityTypeBuilder<SideExchange> exchange)
    {
        exchange.Property(e => e.RefusedFor).HasMaxLength(SideExchange.KindsLimit);
        exchange.HasIndex(e => new { e.Form, e.State }).IsUnique();
        exchange.HasIndex(e => new { e.CaseFile, e.At });
    }
}
