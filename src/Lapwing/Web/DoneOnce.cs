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

    /// <param name="place">Where the form was sent to, and what it said: two forms of one page that was shown again have one number, and so has one to which somebody went back.</param>
    internal static Id<DoneOnce> IdOf(Id<Member> member, Guid form, string place) => new(new Guid(System.Security.Cryptography.SHA256.HashData(
        [.. member.Value.ToByteArray(), .. form.ToByteArray(), .. System.Text.Encoding.UTF8.GetBytes(place)]).AsSpan(0, 16)));

    internal static DoneOnce Keep(Act act, Guid form, string place, string url) => new() { Id = IdOf(act.Who.Member, form, place), Member = act.Who.Member, Url = url, At = act.At };
}

internal sealed class DoneOnceMapping : IEntityTypeConfiguration<DoneOnce>
{
    public void Configure(EntityTypeBuilder<DoneOnce> done)
    {
        done.Property(d => d.Url).HasMaxLength(DoneOnce.UrlLimit);
        // Which are old.
        done.HasIndex(d => d.At);
    }
}
