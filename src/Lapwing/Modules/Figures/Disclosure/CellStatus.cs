namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>Why a cell shows what it shows.</summary>
public enum CellStatus
{
    /// <summary>The count as it is.</summary>
    Shown,

    /// <summary>A true zero, shown.</summary>
    Zero,

    /// <summary>Rounded to the policy's base.</summary>
    Rounded,

    /// <summary>Protected by its own size: shown as "fewer than".</summary>
    Primary,

    /// <summary>Withheld so that a protected cell cannot be worked out; it may be large or small.</summary>
    Complementary,

    /// <summary>A percentage or median on too few.</summary>
    LowBase,
}
