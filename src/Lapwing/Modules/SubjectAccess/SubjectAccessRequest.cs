using System.Text.Json;
using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.SubjectAccess;

/// <summary>How the request is answered. To somebody about whom nothing may be said, and to somebody about whom nothing is held, the answer is the same.</summary>
public enum SubjectAccessReply { Pack, NeitherConfirmNorDeny }

public enum SubjectAccessState { Received, Prepared, Approved, Sent }

/// <summary>Who asks, as they said and proved it.</summary>
public sealed record Requester(string GivenName, string FamilyName, DateOnly Born, string IdentityProof);

/// <summary>One paragraph of the answer under its heading.</summary>
public sealed record AnswerItem(string Heading, string Text);

/// <summary>Somebody asks for their own data. A guardian prepares the answer, another guardian approves exactly what will leave, and only then it can be taken.
/// It belongs to no file: it is sealed under a key of its own.</summary>
public sealed class SubjectAccessRequest
{
    private SubjectAccessRequest() { }

    public const int NameLimit = 200, ProofLimit = 500, ReasonsLimit = 5_000;

    public Id<SubjectAccessRequest> Id { get; private set; }
    public byte[] WrappedKey { get; private set; } = [];

    /// <summary>The <see cref="Requester"/> as JSON.</summary>
    public Protected Requester { get; private set; } = null!;
    public DateOnly ReceivedOn { get; private set; }
    public bool IsExtended { get; private set; }
    public SubjectAccessState State { get; private set; }
    public Id<Member> RecordedBy { get; private set; }

    public SubjectAccessReply? Reply { get; private set; }

    /// <summary>The serious harm test, in the preparer's words: to whom, how likely, and what follows for the answer.</summary>
    public Protected? HarmTest { get; private set; }

    /// <summary>Exactly what leaves, as JSON: what is approved is what is taken.</summary>
    public Protected? Answer { get; private set; }
    public Id<Member>? PreparedBy { get; private set; }
    public DateTime? PreparedAt { get; private set; }
    public Id<Member>? ApprovedBy { get; private set; }
    public DateTime? ApprovedAt { get; private set; }
    public DateTime? SentAt { get; private set; }
    public int Version { get; private set; }

    public static SubjectAccessRequest Receive(Act act, PartnershipKeys keys, Requester requester, DateOnly receivedOn)
    {
        var id = Id<SubjectAccessRequest>.New();
        using var key = DataKey.Create(id.Value);
        return new()
        {
            Id = id, WrappedKey = key.Wrap(keys), Requester = key.Seal(JsonSerializer.Serialize(requester)), ReceivedOn = receivedOn, RecordedBy = act.Who.Member,
        };
    }

    public DateOnly DueOn => SubjectAccessRules.DueOn(ReceivedOn, IsExtended);

    public void Extend(Act act)
    {
        Must(SubjectAccessState.Received, SubjectAccessState.Prepared);
        IsExtended = true;
    }

    /// <summary>Fixes the answer for somebody else to approve. Preparing it again takes an approval back.</summary>
    /// <exception cref="RuleBroken">It has been sent, or the harm test is missing.</exception>
    public void Prepare(Act act, PartnershipKeys keys, SubjectAccessReply reply, string? harmTest, IReadOnlyList<AnswerItem> answer)
    {
        Must(SubjectAccessState.Received, SubjectAccessState.Prepared, SubjectAccessState.Approved);
        if (string.IsNullOrWhiteSpace(harmTest))
            throw new RuleBroken("harm-test", "Write down the serious harm test before you prepare the answer.");
        if (reply == SubjectAccessReply.Pack && answer.Count == 0)
            throw new RuleBroken("empty-pack", "Nothing may be given. Answer without confirming or denying, which is also what somebody gets about whom nothing is held.");
        using var key = DataKey.Unwrap(keys, Id.Value, WrappedKey);
        (State, Reply, HarmTest, Answer) = (SubjectAccessState.Prepared, reply, key.Seal(harmTest.Trim()), key.Seal(JsonSerializer.Serialize(reply == SubjectAccessReply.Pack ? answer : [])));
        (PreparedBy, PreparedAt, ApprovedBy, ApprovedAt) = (act.Who.Member, act.At, null, null);
    }

    /// <exception cref="RuleBroken">The same person prepared it, or it is not prepared.</exception>
    public void Approve(Act act)
    {
        Must(SubjectAccessState.Prepared);
        if (PreparedBy == act.Who.Member)
            throw new RuleBroken("own-answer", "You prepared this answer. Another guardian approves it.");
        (State, ApprovedBy, ApprovedAt) = (SubjectAccessState.Approved, act.Who.Member, act.At);
    }

    public void Send(Act act)
    {
        Must(SubjectAccessState.Approved);
        (State, SentAt) = (SubjectAccessState.Sent, act.At);
    }

    public Requester RequesterIn(PartnershipKeys keys) => JsonSerializer.Deserialize<Requester>(Reveal(keys, Requester))!;

    public string? HarmTestIn(PartnershipKeys keys) => HarmTest is null ? null : Reveal(keys, HarmTest);

    public IReadOnlyList<AnswerItem> AnswerIn(PartnershipKeys keys) => Answer is null ? [] : JsonSerializer.Deserialize<List<AnswerItem>>(Reveal(keys, Answer))!;

    private string Reveal(PartnershipKeys keys, Protected value)
    {
        using var key = DataKey.Unwrap(keys, Id.Value, WrappedKey);
        return key.Reveal(value);
    }

    private void Must(params SubjectAccessState[] states)
    {
        if (!states.Contains(State))
            throw new RuleBroken("request-moved", "Somebody has already moved this request on. Look at it again.");
    }
}

internal sealed class SubjectAccessMapping : IEntityTypeConfiguration<SubjectAccessRequest>
{
    public void Configure(EntityTypeBuilder<SubjectAccessRequest> request)
    {
        request.Ignore(r => r.DueOn);
        request.HasIndex(r => new { r.State, r.ReceivedOn });
    }
}
