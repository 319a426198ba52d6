namespace Lapwing.Modules.People;

/// <summary>A way in which somebody can be reached. Each is safe or not for its own reasons: a letter is not a telephone call.</summary>
public enum ContactChannel
{
    /// <summary>A call that is answered.</summary>
    Telephone,

    /// <summary>A message left on a machine or a shared handset.</summary>
    Voicemail,

    /// <summary>A text message.</summary>
    Text,

    /// <summary>E-mail.</summary>
    Email,

    /// <summary>A letter.</summary>
    Letter,

    /// <summary>Through the agency that referred.</summary>
    ThroughReferrer,

    /// <summary>In person, at an appointment made safely.</summary>
    InPerson,

    /// <summary>An entry in somebody's calendar: it arrives as e-mail does, and shows itself again at its hour.</summary>
    Calendar,

    /// <summary>A visit at an address.</summary>
    Visit,
}

/// <summary>How the words are printed.</summary>
public static class ContactChannels
{
    /// <summary>The words on the page.</summary>
    public static string Title(this ContactChannel channel) => channel switch
    {
        ContactChannel.Telephone => "Telephone",
        ContactChannel.Voicemail => "Voicemail",
        ContactChannel.Text => "Text message",
        ContactChannel.Email => "E-mail",
        ContactChannel.Letter => "Letter",
        ContactChannel.ThroughReferrer => "Through the referrer",
        ContactChannel.InPerson => "In person",
        ContactChannel.Calendar => "Calendar entry",
        ContactChannel.Visit => "Visit at home",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
    };
}
