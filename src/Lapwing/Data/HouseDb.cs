using Lapwing.Access;
using Lapwing.Modules.Accounts;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Data;

/// <summary>A person who can sign in. What they are in a partnership is a <see cref="Member"/> there.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public string FullName { get; set; } = "";

    /// <summary>The authenticator app's secret, sealed; null when there is none.</summary>
    public string? AuthenticatorSecret { get; set; }

    /// <summary>The last step whose code was used: no code works twice.</summary>
    public long AuthenticatorStep { get; set; }

    /// <summary>Hashes of the recovery codes that are left.</summary>
    public string? RecoveryCodes { get; set; }
}

/// <summary>A data controller with a database of its own.</summary>
public sealed class Partnership
{
    private Partnership() { }

    public Id<Partnership> Id { get; private set; }

    /// <summary>The first part of every address, such as <c>barnet</c>; also the file or schema name.</summary>
    public string Address { get; private set; } = "";
    public string Name { get; private set; } = "";
    public bool IsDemonstration { get; private set; }

    /// <summary>Recognises a wrong key before it does harm.</summary>
    public byte[] KeyCheck { get; private set; } = [];

    public static Partnership Found(string address, string name, byte[] keyCheck, bool isDemonstration) =>
        new() { Id = Id<Partnership>.New(), Address = address, Name = name, KeyCheck = keyCheck, IsDemonstration = isDemonstration };
}

/// <summary>One small database for the installation: partnerships, accounts and sign-in, data-protection keys.
/// Never a survivor's data.</summary>
public abstract class HouseDb(DbContextOptions options)
    : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<Partnership> Partnerships => Set<Partnership>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<SignInAttempts> SignInAttempts => Set<SignInAttempts>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>(account => { account.ToTable("accounts"); account.Property(a => a.FullName).HasMaxLength(Member.NameLimit); });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
        builder.Entity<Partnership>(partnership =>
        {
            partnership.HasIndex(p => p.Address).IsUnique();
            partnership.Property(p => p.Address).HasMaxLength(60);
            partnership.Property(p => p.Name).HasMaxLength(200);
        });
        builder.Entity<Invitation>().HasIndex(i => i.CodeHash).IsUnique();
        builder.Entity<SignInAttempts>(attempts =>
        {
            attempts.HasKey(a => a.Key);
            attempts.Property(a => a.Version).IsConcurrencyToken();
        });
    }
}

/// <summary>A one-time link by which a person makes their account: the first administrator, then whoever is invited.</summary>
public sealed class Invitation
{
    private Invitation() { }

    public Id<Invitation> Id { get; private set; }
    public byte[] CodeHash { get; private set; } = [];
    public string Email { get; private set; } = "";
    public string FullName { get; private set; } = "";

    /// <summary>The account was made when the invitation was sent and gets its password through the link; none for the first administrator.</summary>
    public Guid? Account { get; private set; }
    public DateTime Until { get; private set; }
    public DateTime? UsedAt { get; private set; }

    public static Invitation Send(byte[] codeHash, string email, string fullName, Guid? account, DateTime until) =>
        new() { Id = Id<Invitation>.New(), CodeHash = codeHash, Email = email, FullName = fullName, Account = account, Until = until };

    public bool IsOpen(DateTime now) => UsedAt is null && now < Until;

    public void Use(DateTime now) => UsedAt = now;
}
