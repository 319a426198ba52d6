namespace Lapwing.Modules.Figures.Disclosure.Solving;

/// <summary>One number of the linked system.</summary>
internal sealed class Variable(int index, string key, int count, bool aboutPeople)
{
    public int Index { get; } = index;
    public string Key { get; } = key;

    /// <summary>The count that this and all earlier releases speak of: frozen when it was first released.</summary>
    public int Count { get; } = count;
    public bool AboutPeople { get; } = aboutPeople;

    /// <summary>The records have changed since the count was first released.</summary>
    public bool Restated { get; init; }

    /// <summary>What this audience was shown before; it is shown the same again.</summary>
    public LedgerCell? Carried { get; init; }

    /// <summary>False for numbers that this release touches only together with others that were all shown before: nothing new is told about them.</summary>
    public bool Tied { get; set; }

    /// <summary>How many tables and figures of this release display it.</summary>
    public int Displays { get; set; }

    /// <summary>What readers lose, per unit of movement, if it is withheld.</summary>
    public double Cost { get; set; }

    /// <summary>Equations that it occurs in.</summary>
    public List<int> Equations { get; } = [];

    /// <summary>Tables that it occurs in, in order and once each.</summary>
    public SortedSet<int> Tables { get; } = [];
}
