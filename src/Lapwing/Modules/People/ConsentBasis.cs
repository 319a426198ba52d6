namespace Lapwing.Modules.People;

/// <summary>
/// On what footing information about somebody is shared. Consent to be supported is the survivor's choice; sharing without it needs a stated basis.
/// Councils and health bodies cite UK GDPR art. 6(1)(d) and (e) and 9(2)(b) for MARAC; Crime and Disorder Act 1998 s.115 is a power, not a duty.
/// </summary>
public enum ConsentBasis
{
    /// <summary>The person agreed, knowing with whom and why.</summary>
    Consent,

    /// <summary>To protect somebody's life (UK GDPR art. 6(1)(d), 9(2)(c)).</summary>
    VitalInterests,

    /// <summary>A public task of safeguarding (art. 6(1)(e); Data Protection Act 2018, sch. 1 para. 18).</summary>
    SafeguardingPublicTask,

    /// <summary>To safeguard a child (Children Act 1989 ss.17 and 47; Children Act 2004 s.11).</summary>
    ChildAtRisk,

    /// <summary>To safeguard an adult with care and support needs (Care Act 2014 s.42).</summary>
    AdultAtRisk,

    /// <summary>To prevent or detect crime (Crime and Disorder Act 1998 s.115; Data Protection Act 2018, sch. 2 para. 2).</summary>
    PreventionOfCrime,

    /// <summary>A court order or another legal obligation (art. 6(1)(c)).</summary>
    LegalObligation,
}

/// <summary>How the words are printed, and what each basis demands.</summary>
public static class ConsentBases
{
    /// <summary>Whether written reasons are required: always, unless the person agreed.</summary>
    public static bool NeedsReasons(this ConsentBasis basis) => basis != ConsentBasis.Consent;

    /// <summary>The words on the page.</summary>
    public static string Title(this ConsentBasis basis) => basis switch
    {
        ConsentBasis.Consent => "The person agreed",
        ConsentBasis.VitalInterests => "Without consent: to protect life",
        ConsentBasis.SafeguardingPublicTask => "Without consent: safeguarding as a public task",
        ConsentBasis.ChildAtRisk => "Without consent: a child is at risk",
        ConsentBasis.AdultAtRisk => "Without consent: an adult with care and support needs is at risk",
        ConsentBasis.PreventionOfCrime => "Without consent: to prevent or detect crime",
        ConsentBasis.LegalObligation => "Without consent: a court order or legal duty",
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, null),
    };
}
