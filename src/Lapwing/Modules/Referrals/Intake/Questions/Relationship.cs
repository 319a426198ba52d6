using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Referrals.Intake.Questions;

/// <summary>How the two people are, or were, connected: the Act's "personally connected" (s.2).</summary>
public sealed class Relationship : Question
{
    public override string Code => "relationship";
    public PersonallyConnected? Connection { get; set; }

    public IEnumerable<Option> Options => Enum.GetValues<PersonallyConnected>().Where(c => c != PersonallyConnected.NotConnected).Append(PersonallyConnected.NotConnected)
        .Select(c => new Option(c.ToString(), c == PersonallyConnected.NotConnected && Asking.Survivor ? "None of these" : c.Title()));

    public override string Title(Voice voice) => voice == Voice.Survivor ? "How do you know them?" : "How are the two people connected?";

    public override void Load(IntakeAnswers answers) => Connection = answers.Relationship;

    public override IEnumerable<(string Field, string Message)> Problems()
    {
        if (Connection is { } connection && !Enum.IsDefined(connection))
            yield return (nameof(Connection), "Choose from the list");
    }

    public override IntakeAnswers Store(IntakeAnswers answers) => answers with { Relationship = Connection };

    public override IEnumerable<AnswerRow> Rows()
    {
        yield return new("Relationship", Options.FirstOrDefault(o => o.Value == Connection?.ToString())?.Label ?? "Not known");
    }
}
