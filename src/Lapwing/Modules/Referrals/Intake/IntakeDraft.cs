using System.Security.Cryptography;
using System.Text;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Referrals.Intake;

/// <summary>The three ways in.</summary>
public enum WayIn
{
    /// <summary>A member, signed in.</summary>
    Member,

    /// <summary>A professional with their agency's link, without an account.</summary>
    AgencyLink,

    /// <summary>Whoever needs help themselves.</summary>
    Survivor,
}

/// <summary>A referral that is being written: no case record yet, so nobody's circle protects it. Its answers are sealed under a key of its own, and it opens
/// only for the member who writes it, or for the browser that holds its secret. It is deleted when it has not been touched for some days.</summary>
public sealed class IntakeDraft
{
    private IntakeDraft() { }

    public const string ResumeTerm = "resume-code";

    /// <summary>How long the confirmation can be seen again.</summary>
    public static readonly TimeSpan ReceiptTime = TimeSpan.FromHours(24);

    public Id<IntakeDraft> Id { get; private set; }
    public WayIn WayIn { get; private set; }
    public Id<Member>? Member { get; private set; }
    public Id<Agency>? Agency { get; private set; }

    /// <summary>Hash of the browser's 256-bit secret; nothing for a member's draft.</summary>
    public byte[] SecretHash { get; private set; } = [];

    /// <summary>Keyed hash of the code that takes the draft to another browser, once somebody asked for one.</summary>
    public long? ResumeKey { get; private set; }
    public byte[] WrappedKey { get; private set; } = [];

    /// <summary>The answers, or after sending the <see cref="Receipt"/>, as JSON.</summary>
    public Protected Content { get; private set; } = null!;
    public DateTime StartedAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }
    public DateTime? SentAt { get; private set; }
    public int Version { get; private set; }

    public bool IsSent => SentAt is not null;

    /// <param name="secret">The browser's secret; none for a member.</param>
    public static IntakeDraft Start(Act act, PartnershipKeys keys, WayIn wayIn, Id<Agency>? agency, string? secret, IntakeAnswers answers, int days)
    {
        var id = Id<IntakeDraft>.New();
        using var key = DataKey.Create(id.Value);
        return new()
        {
            Id = id, WayIn = wayIn, Agency = agency, Member = wayIn == WayIn.Member ? act.Who.Member : null,
            SecretHash = secret is null ? [] : HashOf(secret), WrappedKey = key.Wrap(keys), Content = key.Seal(answers.ToJson()),
            StartedAt = act.At, ExpiresAt = act.At.AddDays(days),
        };
    }

    /// <summary>Whether this member, or the browser with this secret, may open it now.</summary>
    public bool OpensFor(Viewer viewer, string? secret)
    {
        if (viewer.Now >= ExpiresAt)
            return false;
        return WayIn == WayIn.Member ? Member == viewer.Member
            : secret is not null && CryptographicOperations.FixedTimeEquals(HashOf(secret), SecretHash);
    }

    public IntakeAnswers Answers(PartnershipKeys keys) => IntakeAnswers.FromJson(Open(keys));

    public Receipt Receipt(PartnershipKeys keys) => Intake.Receipt.FromJson(Open(keys));

    public void Keep(Act act, PartnershipKeys keys, IntakeAnswers answers, int days)
    {
        using var key = DataKey.Unwrap(keys, Id.Value, WrappedKey);
        (Content, ExpiresAt) = (key.Seal(answers.ToJson()), act.At.AddDays(days));
    }

    /// <summary>Makes the code with which it can be opened in another browser. An earlier code stops working.</summary>
    public ResumeCode SaveForLater(Act act, BlindIndex index, int days)
    {
        var code = ResumeCode.New();
        (ResumeKey, ExpiresAt) = (code.KeyIn(index), act.At.AddDays(days));
        return code;
    }

    /// <summary>Moves it to the browser that knew the code.</summary>
    public void ResumeIn(Act act, string secret) => SecretHash = HashOf(secret);

    /// <summary>It has become a referral: the answers leave, and what the sender needs stays for a day.</summary>
    public void Send(Act act, PartnershipKeys keys, Receipt receipt)
    {
        using var key = DataKey.Unwrap(keys, Id.Value, WrappedKey);
        (Content, SentAt, ExpiresAt, ResumeKey) = (key.Seal(receipt.ToJson()), act.At, act.At + ReceiptTime, null);
    }

    private string Open(PartnershipKeys keys)
    {
        using var key = DataKey.Unwrap(keys, Id.Value, WrappedKey);
        return key.Reveal(Content);
    }

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

internal sealed class IntakeDraftMapping : IEntityTypeConfiguration<IntakeDraft>
{
    public void Configure(EntityTypeBuilder<IntakeDraft> draft)
    {
        draft.Ignore(d => d.IsSent);
        draft.HasIndex(d => d.ResumeKey).IsUnique();
        draft.HasIndex(d => d.Member);
    }
}
