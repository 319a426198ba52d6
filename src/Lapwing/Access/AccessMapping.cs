using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Access;

internal sealed class AccessMapping : IEntityTypeConfiguration<CaseFile>, IEntityTypeConfiguration<StoredKey>, IEntityTypeConfiguration<Circle>,
    IEntityTypeConfiguration<Wall>, IEntityTypeConfiguration<SealGrant>, IEntityTypeConfiguration<Member>, IEntityTypeConfiguration<TeamMembership>
{
    public void Configure(EntityTypeBuilder<CaseFile> file)
    {
        file.Ignore(f => f.BeginsMatter);
        file.HasIndex(f => f.Matter);
    }

    public void Configure(EntityTypeBuilder<StoredKey> key) => key.HasKey(k => k.CaseFile);

    public void Configure(EntityTypeBuilder<Circle> circle)
    {
        circle.Property(c => c.Purpose).HasMaxLength(Circle.PurposeLimit);
        circle.HasIndex(c => new { c.File, c.Team });
        // Whether somebody is on the other side of the same matter: asked for each row that a page shows.
        circle.HasIndex(c => new { c.Matter, c.IsHarmSide, c.Team });
        circle.HasIndex(c => c.Sharing);
    }

    public void Configure(EntityTypeBuilder<Wall> wall)
    {
        wall.Property(w => w.Reason).HasMaxLength(Wall.ReasonLimit);
        wall.HasIndex(w => new { w.File, w.Member });
        wall.HasIndex(w => new { w.Member, w.LiftedAt });
        wall.HasIndex(w => new { w.LiftedAt, w.ReviewDue });
    }

    public void Configure(EntityTypeBuilder<SealGrant> grant)
    {
        grant.Property(g => g.Purpose).HasMaxLength(Circle.PurposeLimit);
        grant.HasIndex(g => new { g.File, g.Team });
        grant.HasIndex(g => g.Sharing);
    }

    public void Configure(EntityTypeBuilder<Member> member)
    {
        member.Property(m => m.Name).HasMaxLength(Member.NameLimit);
        member.HasIndex(m => m.Account);
    }

    public void Configure(EntityTypeBuilder<TeamMembership> membership) => membership.HasIndex(m => new { m.Member, m.Team });
}

internal sealed class GivingMapping : IEntityTypeConfiguration<NamedMember>, IEntityTypeConfiguration<Sharing>, IEntityTypeConfiguration<SharingReceipt>,
    IEntityTypeConfiguration<EmergencyUse>, IEntityTypeConfiguration<DeclaredPerson>, IEntityTypeConfiguration<ConflictTerm>
{
    public void Configure(EntityTypeBuilder<NamedMember> named) => named.HasIndex(n => new { n.File, n.Member });

    public void Configure(EntityTypeBuilder<Sharing> sharing)
    {
        sharing.Ignore(s => s.Seals);
        sharing.HasIndex(s => s.CaseFile);
        sharing.HasIndex(s => new { s.Team, s.At });
    }

    public void Configure(EntityTypeBuilder<SharingReceipt> receipt) => receipt.HasIndex(r => r.Sharing);

    public void Configure(EntityTypeBuilder<EmergencyUse> use)
    {
        use.Ignore(u => u.WhereaboutsAllowed);
        use.HasIndex(u => new { u.Member, u.Until });
        use.HasIndex(u => new { u.JudgedAt, u.At });
        use.HasIndex(u => u.File);
    }

    public void Configure(EntityTypeBuilder<DeclaredPerson> declared)
    {
        declared.Ignore(d => d.IsSelf);
        declared.HasIndex(d => d.Member);
    }

    /// <summary>The term leads: it is asked by what a new record brings.</summary>
    public void Configure(EntityTypeBuilder<ConflictTerm> term)
    {
        term.HasKey(t => new { t.Term, t.Member, t.Subject });
        term.HasIndex(t => t.Member);
    }
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
