namespace Lapwing.Modules.People;

/// <summary>What a <see cref="SearchTerm"/> is a key of. The words are part of what is hashed: they never change.</summary>
public enum SearchTermKind
{
    /// <summary>A whole part of a name.</summary>
    Name,

    /// <summary>The first three characters of a part of a name.</summary>
    Prefix,

    /// <summary>The sound of a part of a name.</summary>
    Sound,

    /// <summary>A date of birth.</summary>
    Born,

    /// <summary>The sound of a part of a name together with a date of birth: few people share one, so it answers fast in a large partnership.</summary>
    SoundAndBorn,

    /// <summary>A telephone number in international form.</summary>
    Phone,

    /// <summary>The sounds of two parts of a name, in ascending order: a full name, however it is spelled, is shared by few.</summary>
    SoundPair,

    /// <summary>An e-mail address, in lower case.</summary>
    Email,
}
