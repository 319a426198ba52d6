using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Referrals.Intake.Questions;

/// <summary>On what footing this is shared. Without consent, a basis and the reasons in writing.</summary>
public sealed class Consent : Question
{
    public const int ReasonsLimit = 2_000;

    public override string Code => "consent";
    public ConsentBasis? Basis { get; set; }
    public string? Reasons { get; set; }

    public static IEnumerable<Option> Options => Enum.GetValues<ConsentBasis>().Select(basis => new Option(basis.ToString(), basis.Title()));

    public override string Title(Voice voice) => "Do they agree to this referral?";

    // Whoever asks for help themselves agrees by asking; the last page says with whom it is shared.
    public override bool IsAsked(Asking asking) => !asking.Survivor;

    public override void Load(IntakeAnswers answers) => (Basis, Reasons) = (answers.Basis, answers.BasisNote);

    public override IEnumerable<(string Field, string Message)> Problems()
    {
        if (Basis is not { } basis || !Enum.IsDefined(basis))
            yield return (nameof(Basis), "Choose whether they agree, or why you share this without their agreement");
        else if (basis.NeedsReasons() && Tidy(Reasons) is null)
            yield return (nameof(Reasons), "Enter your reasons for sharing this without their agreement");
        foreach (var problem in TooLong(nameof(Reasons), Reasons, ReasonsLimit, "Your reasons"))
            yield return problem;
    }

    public override IntakeAnswers Store(IntakeAnswers answers) => answers with { Basis = Basis, BasisNote = Basis?.NeedsReasons() == true ? Tidy(Reasons) : null };

    public override IEnumerable<AnswerRow> Rows()
    {
        yield return new("Agreement", Basis?.Title());
        if (Basis?.NeedsReasons() == true)
            yield return new("Reasons", Reasons);
    }
}
