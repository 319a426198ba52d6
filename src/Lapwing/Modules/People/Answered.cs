namespace Lapwing.Modules.People;

/// <summary>What a coded answer tells about completeness.</summary>
public enum Answered
{
    /// <summary>Nobody asked, or nobody wrote it down.</summary>
    NotKnown,

    /// <summary>Asked, and the person preferred not to say.</summary>
    PreferNotToSay,

    /// <summary>Answered.</summary>
    Answered,
}
