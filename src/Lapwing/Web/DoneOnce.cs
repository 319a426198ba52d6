using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Web;

/// <summary>That one form was acted on, and where its effect is shown: sent again, by a second click, a retry or another tab, it leads there and does nothing.</summary>
public sealed class DoneOnce
{
    private DoneOnce() { }

    public const int UrlLimit = 300;

    /// <summary>The form's own number and whose form it was: a number that somebody else knows leads them nowhere.</summary>
    public Id<DoneOnce> Id { get; private set; }
    public Id<Member> Member { get; private set; }

    /// <summary>Where the effect is shown; an address holds numbers only.</summary>
    public string Url { get; private set; } = "";
    public DateTime At { get; private set; }

    internal static Id<DoneOnce> IdOf(Id<Member> member, Guid form)
    {
        Span<byte> both = stackalloc byte[32];
        member.Value.TryWriteBytes(both);
        form.TryWriteBytes(both[16..]);
        return new(new Guid(System.Security.Cryptography.SHA256.HashData(both).AsSpan(0, 16)));
    }

    internal static DoneOnce Keep(Act act, Guid form, string url) => new() { Id = IdOf(act.Who.Member, form), Member = act.Who.Member, Url = url, At = act.At };
}

internal sealed class DoneOnceMapping : IEntityTypeConfiguration<DoneOnce>
{
    public void Configure(EntityTypeBuilder<DoneOnce> done) => done.Property(d => d.Url).HasMaxLength(DoneOnce.UrlLimit);
}
