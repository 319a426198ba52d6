using System.Security.Cryptography;
using Lapwing.Settings;

namespace Lapwing.Access;

/// <summary>The keys of an installation's partnerships. A partnership's address names its keys; <see cref="House"/> names those of the house database.</summary>
public sealed class Keyring
{
    /// <summary>The name of the house's own keys.</summary>
    public const string House = "house";

    private readonly KeyFile file;
    private readonly string installation;

    private Keyring(KeyFile file, string installation) => (this.file, this.installation) = (file, installation);

    /// <summary>Where the keys lie: to be said to whoever runs the program, who must keep a copy elsewhere.</summary>
    public string Path => file.Path;

    /// <summary>The keyring of an installation. Nothing is read yet.</summary>
    /// <exception cref="KeyProblem">No place for the key file.</exception>
    public static Keyring Open(Installation installation)
    {
        ArgumentNullException.ThrowIfNull(installation);
        return Open(installation.DataFolder, installation.KeyFile);
    }

    /// <param name="keyFile">The key file; the default place when it is left out.</param>
    internal static Keyring Open(string dataFolder, string? keyFile) =>
        new(new KeyFile(System.IO.Path.GetFullPath(keyFile ?? KeyPlace.Default(dataFolder))), KeyPlace.Installation(dataFolder));

    /// <summary>Makes keys for a new partnership and keeps them. Keys that are there already stay, and are returned.</summary>
    public PartnershipKeys Create(string partnership, DateTime now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(partnership);
        var content = file.Change(before =>
        {
            var keys = before is null ? new() : Mine(before).Keys;
            if (keys.ContainsKey(partnership))
                return before!;
            var secret = RandomNumberGenerator.GetBytes(PartnershipKeys.SecretSize);
            var made = new KeyFile.Entry(1, Convert.ToBase64String(secret), Convert.ToBase64String(PartnershipKeys.NewSigningKey()), now);
            return new(installation, new(keys) { [partnership] = made });
        });
        return Keys(content, partnership);
    }

    /// <summary>The keys of a partnership, proven to be those with which its database was founded.</summary>
    /// <param name="keyCheck">What the database keeps of <see cref="PartnershipKeys.KeyCheck"/>.</param>
    /// <exception cref="KeyProblem">The file or the key is missing, wrong, damaged or open to others; the sentence says which.</exception>
    public PartnershipKeys KeysOf(string partnership, byte[] keyCheck)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(partnership);
        ArgumentNullException.ThrowIfNull(keyCheck);
        var keys = Keys(Mine(file.Read()), partnership);
        return keys.Match(keyCheck) ? keys
            : throw new KeyProblem(KeyFault.WrongKey,
                $"The key of {partnership} in {Path} is not the one with which its database was made. Use the key file that belongs to this data; nothing was opened.");
    }

    /// <summary>A private key (ECDSA P-256, PKCS #8) that belongs to the installation and to no partnership; made when it is not there yet.</summary>
    internal byte[] PrivateKey(string name, DateTime now)
    {
        Create(name, now);
        try
        {
            return Convert.FromBase64String(Mine(file.Read()).Keys[name].Signing);
        }
        catch (FormatException broken)
        {
            throw new KeyProblem(KeyFault.Corrupt, $"The key {name} in {Path} is damaged. Restore the key file from its copy.", broken);
        }
    }

    /// <summary>Never a key.</summary>
    public override string ToString() => $"keyring {Path}";

    private KeyFile.Content Mine(KeyFile.Content content) => content.Installation == installation ? content
        : throw new KeyProblem(KeyFault.OtherInstallation,
            $"The key file {Path} belongs to another installation. Name the key file of this one with --key-file.");

    private PartnershipKeys Keys(KeyFile.Content content, string partnership)
    {
        if (!content.Keys.TryGetValue(partnership, out var entry))
            throw new KeyProblem(KeyFault.NoKey,
                $"The key file {Path} has no key for {partnership}. Restore the key file that holds it; a new key cannot open what the old one closed.");
        try
        {
            return PartnershipKeys.From(entry.Id, Convert.FromBase64String(entry.Secret), Convert.FromBase64String(entry.Signing));
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException)
        {
            throw new KeyProblem(KeyFault.Corrupt, $"The key of {partnership} in {Path} is damaged. Restore the key file from its copy.", broken);
        }
    }
}
