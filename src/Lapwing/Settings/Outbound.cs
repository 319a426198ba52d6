namespace Lapwing.Settings;

/// <summary>A mail server that takes our messages.</summary>
/// <param name="RequiresTls">A server that offers no encryption gets nothing, except on this machine itself.</param>
public sealed record SmtpSettings(string Host, int Port, string? User = null, string? Password = null, bool RequiresTls = true);

/// <summary>GOV.UK Notify.</summary>
/// <param name="Key">As Notify gives it: a name, the service's id and the secret, joined by dashes.</param>
public sealed record NotifySettings(string Key, string Url = "https://api.notifications.service.gov.uk")
{
    private const int IdLength = 36;

    /// <summary>The last two parts of the key are ids of 36 characters each.</summary>
    public string Secret => Key[^IdLength..];

    public string Service => Key[^(2 * IdLength + 1)..^(IdLength + 1)];

    public bool IsWhole => Key.Length >= 2 * IdLength + 1 && Guid.TryParse(Secret, out _) && Guid.TryParse(Service, out _) && Uri.TryCreate(Url, UriKind.Absolute, out _);

    /// <summary>Never the key.</summary>
    public override string ToString() => "GOV.UK Notify";
}

/// <summary>Through what messages leave this installation. Without it nothing is sent, and the pages say so. Read from the environment, because it holds secrets:
/// <c>LAPWING_SMTP=smtp://user:password@host:587</c> (<c>smtp+plain://</c> for a server on this machine that has no encryption) and <c>LAPWING_NOTIFY_KEY</c>.</summary>
public sealed record Outbound(SmtpSettings? Smtp = null, NotifySettings? Notify = null)
{
    public static Outbound From(Func<string, string?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var notify = read("LAPWING_NOTIFY_KEY") is { } key ? new NotifySettings(key) is var given && read("LAPWING_NOTIFY_URL") is { } url ? given with { Url = url } : new NotifySettings(key) : null;
        if (notify is { IsWhole: false })
            throw new InvalidOperationException("LAPWING_NOTIFY_KEY is not a key of GOV.UK Notify: it ends with the service's id and the secret, each of 36 characters.");
        return new(read("LAPWING_SMTP") is { } smtp ? ReadSmtp(smtp) : null, notify);
    }

    private static SmtpSettings ReadSmtp(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("smtp" or "smtp+plain") || uri.Host.Length == 0)
            throw new InvalidOperationException("LAPWING_SMTP is written like smtp://user:password@host:587.");
        var (user, password) = uri.UserInfo.Split(':', 2) is [var name, var secret] ? (Uri.UnescapeDataString(name), Uri.UnescapeDataString(secret)) : (null, null);
        return new(uri.Host, uri.Port > 0 ? uri.Port : 587, user, password, uri.Scheme == "smtp");
    }

    /// <summary>Never the secrets.</summary>
    public override string ToString() => $"(mail {(Smtp is null ? "not " : "")}configured, Notify {(Notify is null ? "not " : "")}configured)";
}
