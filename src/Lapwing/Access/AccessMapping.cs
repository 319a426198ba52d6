using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Access;

internal sealed class AccessMapping : IEntityTypeConfiguration<CaseFile>, IEntityTypeConfiguration<StoredKey>, IEntityTypeConfiguration<Circle>,
    IEntityTypeConfiguration<Wall>, IEntityTypeConfiguration<SealGrant>, IEntityTypeConfiguration<Member>, IEntityTypeConfiguration<TeamMembership>
{
    public void Configure(EntityTypeBuilder<CaseFile> file) => file.HasIndex(f => f.Matter);

    public void Configure(EntityTypeBuilder<StoredKey> key) => key.HasKey(k => k.CaseFile);

    public void Configure(EntityTypeBuilder<Circle> circle)
    {
        circle.Property(c => c.Purpose).HasMaxLength(Circle.PurposeLimit);
        circle.HasIndex(c => new { c.File, c.Team });
    }

    public void Configure(EntityTypeBuilder<Wall> wall)
    {
        wall.Property(w => w.Reason).HasMaxLength(Wall.ReasonLimit);
        wall.HasIndex(w => new { w.File, w.Member });
    }

    public void Configure(EntityTypeBuilder<SealGrant> grant)
    {
        grant.Property(g => g.Purpose).HasMaxLength(Circle.PurposeLimit);
        grant.HasIndex(g => new { g.File, g.Team });
    }

    public void Configure(EntityTypeBuilder<Member> member)
    {
        member.Property(m => m.Name).HasMaxLength(Member.NameLimit);
        member.HasIndex(m => m.Account);
    }

    public void Configure(EntityTypeBuilder<TeamMembership> membership) => membership.HasIndex(m => new { m.Member, m.Team });
}

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditText>, IEntityTypeConfiguration<LaneHead>,
    IEntityTypeConfiguration<StoredCheckpoint>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.HasKey(e => new { e.Lane, e.Seq });
        entry.Property(e => e.ActingAs).HasMaxLength(AuditEntry.CodeLimit);
        entry.Property(e => e.Action).HasMaxLength(AuditEntry.CodeLimit);
        entry.Property(e => e.Decision).HasMaxLength(AuditEntry.CodeLimit);
        entry.Property(e => e.RequestId).HasMaxLength(AuditEntry.CodeLimit);
        entry.Property(e => e.Node).HasMaxLength(AuditEntry.CodeLimit);
        entry.Property(e => e.Purpose).HasMaxLength(AuditEntry.PurposeLimit);
        // Who has looked at this file, and what has this member done: newest first.
        entry.HasIndex(e => new { e.CaseFile, e.At });
        entry.HasIndex(e => new { e.Actor, e.At });
    }

    public void Configure(EntityTypeBuilder<AuditText> text)
    {
        text.HasKey(t => new { t.Lane, t.Seq });
        text.HasIndex(t => t.CaseFile);
    }

    public void Configure(EntityTypeBuilder<LaneHead> head)
    {
        head.HasKey(h => h.Lane);
        head.Property(h => h.Lane).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<StoredCheckpoint> checkpoint)
    {
        checkpoint.HasKey(c => c.Counter);
        checkpoint.Property(c => c.Counter).ValueGeneratedNever();
    }
}
