using System.Net;
using System.Net.Sockets;

namespace Lapwing.Modules.Referrals.Handovers.Between;

/// <summary>Where a partner's installation may be. What an administrator writes is called and nothing else: no redirect is followed, a name is resolved once for each
/// connection, and what is not an ordinary address of a server is refused. That the right one answers is proven by its pinned key.</summary>
internal static class PartnerUrl
{
    public const string Path = "/handovers";

    /// <summary>What is wrong with it, for the form; null when it can be used.</summary>
    public static string? Problem(string? text)
    {
        const string Like = "The address of a partner is written like https://handover.example.org:6443, with nothing behind it";
        if (text is null || text.Length > Partner.UrlLimit || !text.All(char.IsAscii) || !Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps
            || url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0 || url.AbsolutePath != "/" || url.HostNameType is UriHostNameType.Unknown or UriHostNameType.Basic)
            return Like;
        // What is written in another form than it is used in, such as a number for an address, an @ or a second slash, hides where it leads.
        var plain = $"https://{url.Host}" + (url.IsDefaultPort ? "" : $":{url.Port}");
        if (!text.TrimEnd('/').Equals(plain, StringComparison.OrdinalIgnoreCase) || text.EndsWith("//", StringComparison.Ordinal))
            return Like;
        return IPAddress.TryParse(url.Host.Trim('[', ']'), out var ip) && !IsOrdinary(ip) ? "This address does not lead to a server of another installation" : null;
    }

    /// <summary>Not unspecified, multicast or broadcast, and not link-local, where the services of a cloud answer whoever asks.</summary>
    public static bool IsOrdinary(IPAddress address)
    {
        var ip = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (ip.AddressFamily == AddressFamily.InterNetworkV6)
            return !ip.IsIPv6LinkLocal && !ip.IsIPv6Multicast && !ip.IsIPv6SiteLocal && !ip.Equals(IPAddress.IPv6Any);
        var bytes = ip.GetAddressBytes();
        return bytes[0] is > 0 and < 224 && !(bytes[0] == 169 && bytes[1] == 254);
    }
}
