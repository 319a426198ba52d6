using System.Xml.Linq;
using Lapwing.Access;
using Lapwing.Settings;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Lapwing.Modules.Accounts;

/// <summary>Seals the keys of cookies and forms, which lie in the house database, under the house's own key, which lies outside it.</summary>
public sealed class HouseKeySeals(Installation installation, TimeProvider time) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var keys = Keyring.Open(installation).Create(Keyring.House, time.GetUtcNow().UtcDateTime);
        var id = Guid.CreateVersion7();
        using var key = DataKey.Create(id);
        var element = new XElement("sealed", new XAttribute("id", id.ToString("N")), new XAttribute("check", Convert.ToBase64String(keys.KeyCheck)),
            new XAttribute("key", Convert.ToBase64String(key.Wrap(keys))),
            Convert.ToBase64String(key.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting)).Stored));
        return new(element, typeof(HouseKeyOpens));
    }
}

/// <summary>Opens what <see cref="HouseKeySeals"/> sealed. The framework makes it by its name, from the stored element.</summary>
public sealed class HouseKeyOpens(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        string Of(string name) => encryptedElement.Attribute(name)?.Value ?? throw new FormatException("A stored key of the house is damaged.");
        var keys = Keyring.Open(services.GetRequiredService<Installation>()).KeysOf(Keyring.House, Convert.FromBase64String(Of("check")));
        using var key = DataKey.Unwrap(keys, Guid.ParseExact(Of("id"), "N"), Convert.FromBase64String(Of("key")));
        return XElement.Parse(key.Reveal(Protected.FromStored(Convert.FromBase64String(encryptedElement.Value))));
    }
}
