namespace Lapwing.Modules.Risk;

/// <summary>
/// From answers to a level. Pure: the same answers give the same result. Sources: SafeLives Dash guidance (score, judgement that may only raise, escalation),
/// the MARAC referral criteria, and the overrides listed at <see cref="RiskFlag"/>. A score is a snapshot and never a reason to refuse support.
/// </summary>
public static class RiskRules
{
    /// <summary>From 16 to 17 somebody is heard at MARAC and is a child as well (domain facts b1 [S15][S16]).</summary>
    public const int Adult = 18;

    /// <summary>Assesses.</summary>
    /// <param name="pack">The questionnaire that was asked.</param>
    /// <param name="answers">The answers, at most one for each question; unanswered questions may be left out.</param>
    /// <param name="bands">Where this partnership draws its lines.</param>
    /// <param name="circumstances">What is known beside the answers.</param>
    /// <param name="judgement">The worker's judgement, when it is higher than the score.</param>
    /// <exception cref="ArgumentException">An answer belongs to no question or comes twice, or the judgement does not stand: the form checks both before.</exception>
    public static RiskResult Assess(
        Questionnaire pack, IEnumerable<RiskAnswer> answers, RiskBands bands, RiskCircumstances? circumstances = null, ProfessionalJudgement? judgement = null)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(bands);
        circumstances ??= new RiskCircumstances();
        var given = ByItem(pack, answers);

        var score = pack.Items.Count(i => i.Scores && Said(i, Answer.Yes));
        var byScore = pack.Items.Any(i => Said(i, Answer.Yes) || Said(i, Answer.No)) ? bands.LevelOf(score) : RiskLevel.NotAssessed;
        if (judgement?.Problems(byScore).Select(p => p.Message).FirstOrDefault() is { } problem)
        {
            throw new ArgumentException(problem, nameof(judgement));
        }
        var level = judgement is null || judgement.Level < byScore ? byScore : judgement.Level;
        var flags = FlagsOf(pack, i => Said(i, Answer.Yes));
        var (dontKnow, declined) = (pack.Items.Count(i => Said(i, Answer.DontKnow)), pack.Items.Count(i => Said(i, Answer.Declined)));
        // Gaps are counted over the main questions, on which the thresholds stand; what a branch left open is said with the branch.
        var notAsked = pack.Items.Count(i => !given.ContainsKey(i.Code));

        List<string> reasons =
        [
            byScore == RiskLevel.NotAssessed
                ? "No question was answered yes or no, so the score says nothing."
                : $"The score is {score} of {pack.HighestScore}, which is {byScore.Title().ToLowerInvariant()} risk here (medium from {bands.MediumFrom}, high from {bands.HighFrom}).",
        ];
        if (level > byScore)
        {
            reasons.Add($"Raised to {level.Title().ToLowerInvariant()} by professional judgement, with written reasons.");
        }
        if (dontKnow + declined + notAsked is var open and > 0 && byScore != RiskLevel.NotAssessed)
        {
            reasons.Add($"{open} of {pack.Items.Count} questions have neither yes nor no (don't know {dontKnow}, declined {declined}, not asked {notAsked}): the true score may be higher.");
        }
        reasons.AddRange(pack.Branches.Where(b => b.IsOpenedBy(given.Values) || b.IsAnsweredBy(given.Values)).Select(BranchReason));
        reasons.AddRange(flags.Select(f => f.Reason()));
        if (!pack.IsFor(circumstances.VictimAge))
        {
            reasons.Add($"This questionnaire was made for ages {pack.MinimumAge} {(pack.MaximumAge is { } oldest ? $"to {oldest}" : "and over")}: use one made for this age.");
        }
        var marac = Marac(bands, circumstances, score, level > byScore && level == RiskLevel.High, reasons);
        return new RiskResult(pack.Code, pack.Version, level, byScore, score, pack.HighestScore, dontKnow, declined, notAsked, flags, marac, reasons);

        string BranchReason(QuestionnaireBranch branch)
        {
            var (yes, open) = (branch.Items.Count(i => Said(i, Answer.Yes)), branch.Items.Count(i => !Said(i, Answer.Yes) && !Said(i, Answer.No)));
            return $"{branch.Title}: {yes} of {branch.Items.Count} further questions answered yes{(open > 0 ? $", {open} without yes or no" : "")}. They do not score: weigh them in your judgement.";
        }

        bool Said(QuestionnaireItem item, Answer answer) => given.TryGetValue(item.Code, out var a) && a.Answer == answer;
    }

    /// <summary>
    /// A result that another agency worked out, kept as received: forces use DASH and DARA side by side, and neither is re-scored here.
    /// </summary>
    /// <param name="instrument">Its name, for example "DARA" or "DASH 2009".</param>
    /// <param name="level">The level it gave.</param>
    /// <param name="score">Its score, where it has one.</param>
    public static RiskResult Received(string instrument, RiskLevel level, int? score = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instrument);
        ArgumentOutOfRangeException.ThrowIfEqual((int)level, (int)RiskLevel.NotAssessed, nameof(level));
        var scored = score is { } s ? $" with a score of {s}" : string.Empty;
        return new RiskResult(instrument, 0, level, level, score, 0, 0, 0, 0, [], [],
            [$"{level.Title()} risk{scored}, as received from another agency ({instrument}). Assess again after contact: risk changes."]);
    }

    private static Dictionary<string, RiskAnswer> ByItem(Questionnaire pack, IEnumerable<RiskAnswer> answers)
    {
        var codes = pack.AllItems.Select(i => i.Code).ToHashSet(StringComparer.Ordinal);
        var given = new Dictionary<string, RiskAnswer>(StringComparer.Ordinal);
        foreach (var answer in answers)
        {
            if (!codes.Contains(answer.Item))
            {
                throw new ArgumentException($"'{answer.Item}' is no question of {pack}.", nameof(answers));
            }
            if (!given.TryAdd(answer.Item, answer))
            {
                throw new ArgumentException($"'{answer.Item}' is answered twice.", nameof(answers));
            }
        }
        return given;
    }

    private static List<RiskFlag> FlagsOf(Questionnaire pack, Func<QuestionnaireItem, bool> yes)
    {
        var flags = pack.AllItems.Where(yes).Select(i => i.Flag).OfType<RiskFlag>().ToHashSet();
        var parts = pack.Items.Where(yes).Select(i => i.Cluster).OfType<ClusterPart>().Distinct().Count();
        if (parts == Enum.GetValues<ClusterPart>().Length)
        {
            flags.Add(RiskFlag.SeparationControlAndViolence);
        }
        return [.. flags.Order()];
    }

    private static List<MaracCriterion> Marac(RiskBands bands, RiskCircumstances circumstances, int score, bool judgedHigh, List<string> reasons)
    {
        (MaracCriterion Criterion, bool Met, string Reason)[] table =
        [
            (MaracCriterion.VisibleHighRisk, score >= bands.MaracThreshold, $"MARAC is recommended: the score reaches the threshold of {bands.MaracThreshold}."),
            (MaracCriterion.ProfessionalJudgement, judgedHigh, "MARAC is recommended on professional judgement."),
            (MaracCriterion.PotentialEscalation, circumstances.IncidentsInTwelveMonths >= bands.EscalationIncidents,
                $"MARAC is recommended as potential escalation: {circumstances.IncidentsInTwelveMonths} incidents in twelve months."),
            (MaracCriterion.Repeat, circumstances.RepeatWithinTwelveMonths, "MARAC is recommended as a repeat within twelve months of the last referral, whatever the score."),
        ];
        var met = table.Where(c => c.Met).ToList();
        if (circumstances.VictimAge < DomesticAbuseAct.MinimumAge)
        {
            reasons.Add("Under 16: follow children's safeguarding. MARAC hears people aged 16 and over.");
            return [];
        }
        reasons.AddRange(met.Select(c => c.Reason));
        if (met.Count > 0 && circumstances.VictimAge < Adult)
        {
            reasons.Add("Aged 16 or 17: MARAC hears the case, and children's social care must be told as well.");
        }
        return [.. met.Select(c => c.Criterion)];
    }
}
