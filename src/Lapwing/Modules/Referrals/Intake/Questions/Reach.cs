using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Referrals.Intake.Questions;

/// <summary>The number and the address that belong to the safe ways.</summary>
public sealed class Reach : Question
{
    public override string Code => "telephone-and-email";
    public string? Telephone { get; set; }
    public string? Email { get; set; }

    public bool NeedsTelephone => Asking.SoFar.SafeContact is { } safe && (safe.MayRing || safe.MayText);
    public bool NeedsEmail => Asking.SoFar.SafeContact?.MayEmail == true;

    public override string Title(Voice voice) => voice == Voice.Survivor ? "Your contact details" : "Their contact details";

    public override bool IsAsked(Asking asking) => asking.SoFar.SafeContact is { } safe && (safe.MayRing || safe.MayText || safe.MayEmail);

    public override void Load(IntakeAnswers answers) => (Telephone, Email) = (answers.Telephone, answers.Email);

    public override IEnumerable<(string Field, string Message)> Problems()
    {
        if (NeedsTelephone && Tidy(Telephone) is null)
            yield return (nameof(Telephone), "Enter a telephone number, because ringing or texting is safe");
        else if (NeedsTelephone && SearchTerms.Phone(Telephone) is null)
            yield return (nameof(Telephone), "Enter a telephone number, like 07700 900 982 or +44 20 7946 0958");
        if (NeedsEmail && Tidy(Email) is null)
            yield return (nameof(Email), "Enter an e-mail address, because e-mail is safe");
        else if (NeedsEmail && (Email!.Trim() is var email && (email.Length > ContactMethod.ValueLimit || email.IndexOf('@', StringComparison.Ordinal) < 1 || email.EndsWith('@') || email.Contains(' ', StringComparison.Ordinal))))
            yield return (nameof(Email), "Enter an e-mail address in the correct format, like name@example.com");
    }

    // What is not safe to use is not kept: nobody can ring it by mistake.
    public override IntakeAnswers Store(IntakeAnswers answers) =>
        answers with { Telephone = NeedsTelephone ? Tidy(Telephone) : null, Email = NeedsEmail ? Tidy(Email) : null };

    public override IEnumerable<AnswerRow> Rows()
    {
        if (NeedsTelephone)
            yield return new("Telephone", Telephone);
        if (NeedsEmail)
            yield return new("E-mail", Email);
    }
}
