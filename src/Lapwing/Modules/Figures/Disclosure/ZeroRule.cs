namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>Whether a true zero is shown (Ofqual) or hidden like any small number (UK LLC: "fewer than 10, zero included").</summary>
public enum ZeroRule
{
    Shown,
    Hidden,
}
