using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Referrals.Intake.Questions;

/// <summary>How many children live with it. Each who is named gets a file of their own.</summary>
public sealed class Children : Question
{
    public const int Most = 20;

    public override string Code => "children";
    public string? HowMany { get; set; }

    public override string Title(Voice voice) => voice == Voice.Survivor ? "Do any children live with you or see what happens?"
        : Asking?.SoFar.Who == WhoIsReferred.Child ? "How many other children live in the household?" : "How many children live in the household?";

    public override void Load(IntakeAnswers answers) =>
        HowMany = answers.Answered.Contains(Code) ? answers.Children.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;

    public override IEnumerable<(string Field, string Message)> Problems()
    {
        if (Tidy(HowMany) is null && !Asking.Survivor)
            yield return (nameof(HowMany), "Enter how many children, or 0");
        else if (Tidy(HowMany) is not null && !(AgeOf(HowMany) <= Most))
            yield return (nameof(HowMany), $"Enter a whole number of children from 0 to {Most}");
    }

    public override IntakeAnswers Store(IntakeAnswers answers)
    {
        var number = AgeOf(HowMany) ?? 0;
        return answers with { Children = number, ChildrenNamed = [.. answers.ChildrenNamed.Take(number)] };
    }

    public override IEnumerable<AnswerRow> Rows() => [new("Number of children", HowMany)];
}
