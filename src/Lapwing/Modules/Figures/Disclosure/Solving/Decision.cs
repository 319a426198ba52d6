namespace Lapwing.Modules.Figures.Disclosure.Solving;

/// <summary>What this release says of one number.</summary>
internal enum Decision
{
    /// <summary>Nothing: it is not displayed, or it was displayed to this audience before.</summary>
    Silent,

    /// <summary>The count, rounded when the policy rounds.</summary>
    Open,

    /// <summary>That it is small.</summary>
    Small,

    /// <summary>That it is withheld.</summary>
    Withheld,
}
