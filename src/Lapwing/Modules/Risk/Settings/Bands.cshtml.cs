using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Directory;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Risk.Settings;

/// <summary>Which questionnaire this partnership asks, and where it draws its lines between the levels of risk: chosen together, because a score means
/// nothing without its questions. Assessments made before keep their level, their reasons and their questions.</summary>
[Permit(Permission.EditDirectory)]
public sealed class BandsModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    public sealed class Lines
    {
        public int? MediumFrom { get; set; }
        public int? HighFrom { get; set; }
        public int? MaracThreshold { get; set; }
        public int? EscalationIncidents { get; set; }
        public int? EscalationMonths { get; set; }
        public int? RepeatMonths { get; set; }
        public int? DaysAfterEvent { get; set; }
        public int? WeeksHigh { get; set; }
        public int? WeeksMedium { get; set; }
        public int? WeeksStandard { get; set; }

        /// <summary>The questionnaire, as <c>code/version</c>.</summary>
        public string? Pack { get; set; }

        /// <summary>The same for young people.</summary>
        public string? YoungPack { get; set; }

        public static Lines Of(RiskSettings settings) => new()
        {
            MediumFrom = settings.Bands.MediumFrom, HighFrom = settings.Bands.HighFrom, MaracThreshold = settings.Bands.MaracThreshold,
            EscalationIncidents = settings.Bands.EscalationIncidents, EscalationMonths = settings.Bands.EscalationMonths, RepeatMonths = settings.Bands.RepeatMonths,
            DaysAfterEvent = settings.Reassessment.DaysAfterEvent, WeeksHigh = settings.Reassessment.WeeksHigh,
            WeeksMedium = settings.Reassessment.WeeksMedium, WeeksStandard = settings.Reassessment.WeeksStandard,
            Pack = settings.Pack ?? Shipped, YoungPack = settings.YoungPack ?? ShippedYoung,
        };

        /// <summary>An empty line is 0, which the record refuses with its own words.</summary>
        public RiskBands Bands => new()
        {
            MediumFrom = MediumFrom ?? 0, HighFrom = HighFrom ?? 0, MaracThreshold = MaracThreshold ?? 0, EscalationIncidents = EscalationIncidents ?? 0,
            EscalationMonths = EscalationMonths ?? 0, RepeatMonths = RepeatMonths ?? 0,
        };

        public ReassessmentTimes Reassessment => new()
        {
            DaysAfterEvent = DaysAfterEvent ?? -1, WeeksHigh = WeeksHigh ?? 0, WeeksMedium = WeeksMedium ?? 0, WeeksStandard = WeeksStandard ?? 0,
        };

        /// <summary>What takes the place of the settings that are kept now.</summary>
        public RiskSettings Change(RiskSettings now) => now with { Bands = Bands, Reassessment = Reassessment, Pack = Pack, YoungPack = YoungPack };
    }

    [BindProperty]
    public Lines Input { get; set; } = new();

    /// <summary>0 when nothing was kept yet and the defaults hold.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>More versions than a partnership loads in many years.</summary>
    private const int MostPacks = 100;

    private static string Shipped => RiskSettings.NameOf(Questionnaire.Demonstration.Code, Questionnaire.Demonstration.Version);

    private static string ShippedYoung => RiskSettings.NameOf(Questionnaire.YoungDemonstration.Code, Questionnaire.YoungDemonstration.Version);

    public int HighestScore { get; private set; }
    public IReadOnlyList<Option> Packs { get; private set; } = [];
    public string LoadUrl => LoadPackModel.Url(here.Address);
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public string BackUrl => $"/{here.Address}/settings";

    public static new string Url(string partnership) => $"/{partnership}/settings/risk";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var stored = await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == RiskSettings.Concern, ct);
        var now = stored?.Read<RiskSettings>() ?? new();
        (Input, Version) = (Lines.Of(now), stored?.Version ?? 0);
        Packs = await PacksAsync(ct);
        HighestScore = HighestOf(await now.QuestionnaireAsync(db, ct));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var stored = await db.Settings.SingleOrDefaultAsync(s => s.Concern == RiskSettings.Concern, ct);
        var now = stored?.Read<RiskSettings>() ?? new();
        if ((await PacksAsync(ct)).All(pack => pack.Value != Input.Pack))
            ModelState.AddModelError($"{nameof(Input)}.{nameof(Lines.Pack)}", "Choose the questionnaire");
        if ((await PacksAsync(ct)).All(pack => pack.Value != Input.YoungPack))
            ModelState.AddModelError($"{nameof(Input)}.{nameof(Lines.YoungPack)}", "Choose the questionnaire for young people");
        foreach (var (member, message) in Input.Reassessment.Problems())
            ModelState.AddModelError($"{nameof(Input)}.{member}", message);
        if (ModelState.IsValid)
            foreach (var (member, message) in Input.Bands.Problems(HighestOf(await RiskSettings.QuestionnaireAsync(db, Input.Pack, ct))))
                ModelState.AddModelError($"{nameof(Input)}.{member}", message);
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("settings.risk", "changing where the partnership draws its lines");
        if (stored is null)
        {
            db.Settings.Add(StoredSettings.Keep(act, RiskSettings.Concern, Input.Change(now)));
        }
        else
        {
            stored.Change(act, Input.Change(now));
            db.Expect(stored, Version);
        }
        await db.SaveAsync(act, ct);
        TempData["Done"] = "The risk bands are saved. They hold for assessments from now on.";
        return Redirect(BackUrl);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var stored = await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == RiskSettings.Concern, ct);
        var now = stored?.Read<RiskSettings>() ?? new();
        HighestScore = HighestOf(await now.QuestionnaireAsync(db, ct));
        Packs = await PacksAsync(ct);
        if ((stored?.Version ?? 0) != Version)
            Differences = Web.Answers.Between(("Medium risk from", $"{now.Bands.MediumFrom}", $"{Input.MediumFrom}"), ("High risk from", $"{now.Bands.HighFrom}", $"{Input.HighFrom}"),
                ("MARAC from", $"{now.Bands.MaracThreshold}", $"{Input.MaracThreshold}"), ("Incidents", $"{now.Bands.EscalationIncidents}", $"{Input.EscalationIncidents}"),
                ("Months for incidents", $"{now.Bands.EscalationMonths}", $"{Input.EscalationMonths}"), ("Months for a repeat", $"{now.Bands.RepeatMonths}", $"{Input.RepeatMonths}"),
                ("Days after something happened", $"{now.Reassessment.DaysAfterEvent}", $"{Input.DaysAfterEvent}"),
                ("Weeks at high risk", $"{now.Reassessment.WeeksHigh}", $"{Input.WeeksHigh}"), ("Weeks at medium risk", $"{now.Reassessment.WeeksMedium}", $"{Input.WeeksMedium}"),
                ("Weeks at standard risk", $"{now.Reassessment.WeeksStandard}", $"{Input.WeeksStandard}"),
                ("Questionnaire", now.Pack ?? Shipped, Input.Pack), ("Questionnaire for young people", now.YoungPack ?? ShippedYoung, Input.YoungPack));
        Version = stored?.Version ?? 0;
    }

    private async Task<IReadOnlyList<Option>> PacksAsync(CancellationToken ct)
    {
        var loaded = await db.RiskPacks.AsNoTracking().OrderBy(p => p.Code).ThenByDescending(p => p.Edition).Take(MostPacks)
            .Select(p => new { p.Code, p.Edition, p.Title, p.LoadedAt }).ToListAsync(ct);
        return [.. loaded.Select(p => new Option(RiskSettings.NameOf(p.Code, p.Edition), $"{p.Title}, version {p.Edition}", $"Loaded on {Spoken.Day(p.LoadedAt)}.")),
            .. new[] { Questionnaire.Demonstration, Questionnaire.YoungDemonstration }.Select(p => new Option(RiskSettings.NameOf(p.Code, p.Version), $"{p.Title}, version {p.Version}",
                "For training and testing only: load the questionnaire that you are licensed to use before you work with real people."))];
    }

    private static int HighestOf(Questionnaire questionnaire) => questionnaire.HighestScore;
}
