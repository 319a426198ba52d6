using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Referrals.Intake.Questions;

/// <summary>Names and ages of the children, as far as somebody wants to give them.</summary>
public sealed class ChildrenNames : Question
{
    public override string Code => "children-names";

    [Microsoft.AspNetCore.Mvc.ModelBinding.Validation.ValidateNever]
    public List<Row> Lines { get; set; } = [];

    public sealed class Row
    {
        public string? GivenName { get; set; }
        public string? FamilyName { get; set; }
        public string? Years { get; set; }
    }

    /// <summary>One line for each child, also after a first visit.</summary>
    public IReadOnlyList<Row> Shown => [.. Lines.Concat(Enumerable.Range(0, Children.Most).Select(_ => new Row())).Take(Asking.SoFar.Children)];

    public override string Title(Voice voice) => "Names and ages of the children";

    public override bool IsAsked(Asking asking) => asking.SoFar.Children > 0;

    public override void Load(IntakeAnswers answers) => Lines = [.. answers.ChildrenNamed.Select(child => new Row
    {
        GivenName = child.GivenName, FamilyName = child.FamilyName, Years = child.Age?.ToString(System.Globalization.CultureInfo.InvariantCulture),
    })];

    public override IEnumerable<(string Field, string Message)> Problems()
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            if (Tidy(Lines[i].Years) is not null && !(AgeOf(Lines[i].Years) < 18))
                yield return ($"Lines[{i}].Years", $"Age of child {i + 1} must be a whole number under 18");
            foreach (var problem in TooLong($"Lines[{i}].GivenName", Lines[i].GivenName, Person.NameLimit, "First name")
                .Concat(TooLong($"Lines[{i}].FamilyName", Lines[i].FamilyName, Person.NameLimit, "Family name")))
                yield return problem;
        }
    }

    public override IntakeAnswers Store(IntakeAnswers answers) => answers with
    {
        ChildrenNamed = [.. Lines.Take(answers.Children).Select(line => new PersonAnswer { GivenName = Tidy(line.GivenName), FamilyName = Tidy(line.FamilyName), Age = AgeOf(line.Years) })
            .Where(child => child.IsNamed || child.Age is not null)],
    };

    public override IEnumerable<AnswerRow> Rows() => Lines.Count == 0 ? [new("Children's names and ages", null)]
        : Lines.Select((line, i) => new AnswerRow($"Child {i + 1}", $"{line.GivenName} {line.FamilyName}".Trim() + (Tidy(line.Years) is { } age ? $" (aged {age})" : "")));
}
