using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Referrals.Intake.Questions;

/// <summary>Whose support is asked for. It decides the side on which the file opens.</summary>
public sealed class Who : Question
{
    public override string Code => "who";
    public WhoIsReferred? Referred { get; set; }

    public override string Title(Voice voice) => voice == Voice.Survivor ? "What do you need help with?" : "Who are you referring?";

    public IEnumerable<Option> Options => Asking.Survivor
        ? [new(nameof(WhoIsReferred.AdultVictim), "Someone is hurting, frightening or controlling me"), new(nameof(WhoIsReferred.PersonCausingHarm), "I am worried about how I behave towards someone")]
        : [new(nameof(WhoIsReferred.AdultVictim), "An adult victim or survivor", "Aged 16 or over"),
           new(nameof(WhoIsReferred.Child), "A child or young person", "A child under 16 is passed to children's safeguarding"),
           new(nameof(WhoIsReferred.PersonCausingHarm), "A person causing harm", "Someone who may take up help to stop")];

    // A survivor is never asked whether they are a child: their age tells.
    public override void Load(IntakeAnswers answers) => Referred = answers.Who == WhoIsReferred.None ? null
        : Asking.Survivor && answers.Who == WhoIsReferred.Child ? WhoIsReferred.AdultVictim : answers.Who;

    public override IEnumerable<(string Field, string Message)> Problems()
    {
        if (Referred is null || !Options.Any(o => o.Value == Referred.ToString()))
            yield return (nameof(Referred), Asking.Survivor ? "Choose what you need help with" : "Choose who you are referring");
    }

    public override IntakeAnswers Store(IntakeAnswers answers) => Born.WithWho(answers with { Who = Referred!.Value }, Asking);

    public override IEnumerable<AnswerRow> Rows()
    {
        yield return new(Title(Asking.Voice), Options.FirstOrDefault(o => o.Value == Referred.ToString())?.Label);
    }
}
