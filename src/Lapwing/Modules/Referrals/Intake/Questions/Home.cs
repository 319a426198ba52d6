using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;

namespace Lapwing.Modules.Referrals.Intake.Questions;

/// <summary>Where they live: a sealed record that only the front door can open.</summary>
public sealed class Home : Question
{
    public override string Code => "address";
    public string? Address { get; set; }
    public int? Area { get; set; }

    public bool NeedsAddress => Asking.SoFar.SafeContact?.MayWrite == true;

    public override string Title(Voice voice) => voice == Voice.Survivor ? "Where do you live?" : "Where do they live?";

    public override void Load(IntakeAnswers answers) => (Address, Area) = (answers.Address, answers.Area == 0 ? null : answers.Area);

    public override IEnumerable<(string Field, string Message)> Problems()
    {
        if (NeedsAddress && Tidy(Address) is null)
            yield return (nameof(Address), "Enter an address, because a letter is safe");
        foreach (var problem in TooLong(nameof(Address), Address, Whereabouts.AddressLimit, "The address"))
            yield return problem;
        if (Area is { } area && !Asking.Areas.Any(a => a.Value == area.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            yield return (nameof(Area), "Choose an area from the list");
    }

    public override IntakeAnswers Store(IntakeAnswers answers) => answers with { Address = Tidy(Address), Area = Area ?? 0 };

    public override IEnumerable<AnswerRow> Rows() =>
        [new("Address", Address), new("Area", Asking.Areas.FirstOrDefault(a => a.Value == Area?.ToString(System.Globalization.CultureInfo.InvariantCulture))?.Label)];
}
