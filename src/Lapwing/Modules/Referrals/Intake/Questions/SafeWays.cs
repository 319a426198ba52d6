using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Referrals.Intake.Questions;

/// <summary>In which ways contact is safe: asked first and required. Everything that is not ticked is unsafe.</summary>
public sealed class SafeWays : Question
{
    public const string Ring = "ring", Text = "text", Email = "email", Write = "write", OnlyReferrer = "referrer";

    public override string Code => "safe-contact";
    public string[] Ways { get; set; } = [];

    public override string Title(Voice voice) => voice == Voice.Survivor ? "How can we contact you safely?" : "How can we make contact safely?";

    public IEnumerable<Option> Options
    {
        get
        {
            yield return new(Ring, "Ring");
            yield return new(Text, "Text message");
            yield return new(Email, "E-mail");
            yield return new(Write, "Letter");
        }
    }

    public override void Load(IntakeAnswers answers)
    {
        var safe = answers.SafeContact;
        Ways = [.. new[] { (safe?.MayRing, Ring), (safe?.MayText, Text), (safe?.MayEmail, Email), (safe?.MayWrite, Write), (safe?.OnlyThroughReferrer, OnlyReferrer) }
            .Where(way => way.Item1 == true).Select(way => way.Item2)];
    }

    public override IEnumerable<(string Field, string Message)> Problems()
    {
        if (!Ways.Any(way => way is Ring or Text or Email or Write || way == OnlyReferrer && !Asking.Survivor))
            yield return (nameof(Ways), Asking.Survivor ? "Choose at least one safe way to contact you" : "Choose at least one safe way to make contact, or that contact must go through you");
        else if (Ways.Contains(OnlyReferrer) && Ways.Length > 1)
            yield return (nameof(Ways), "Contact cannot be only through you and also direct");
    }

    public override IntakeAnswers Store(IntakeAnswers answers)
    {
        var old = answers.SafeContact ?? new();
        var (ring, text) = (Ways.Contains(Ring), Ways.Contains(Text));
        return answers with
        {
            SafeContact = old with
            {
                MayRing = ring, MayText = text, MayEmail = Ways.Contains(Email), MayWrite = Ways.Contains(Write), OnlyThroughReferrer = Ways.Contains(OnlyReferrer),
                MayLeaveVoicemail = old.MayLeaveVoicemail && ring, WithholdNumber = old.WithholdNumber && ring, SafeTimes = ring || text ? old.SafeTimes : null,
            },
        };
    }

    public override IEnumerable<AnswerRow> Rows()
    {
        yield return new("Safe ways to make contact", Ways.Contains(OnlyReferrer) ? "Only through the referrer"
            : string.Join(", ", Options.Where(o => Ways.Contains(o.Value)).Select(o => o.Label)));
    }
}
