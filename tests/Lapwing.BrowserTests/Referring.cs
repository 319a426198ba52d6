namespace Lapwing.BrowserTests;

/// <summary>Walks through the questions of a referral with plain answers.</summary>
internal static class Referring
{
    private static readonly Dictionary<string, (string, string)[]> Plain = new()
    {
        ["who"] = [("Referred", "AdultVictim")],
        ["safe-contact"] = [("Ways", "ring")],
        ["safe-times"] = [("When", "any"), ("Voicemail", "false"), ("Withhold", "true")],
        ["name"] = [("IsNamed", "true"), ("GivenName", "Wilhelmina"), ("FamilyName", "Ashdown")],
        ["age"] = [("Years", "34")],
        ["telephone-and-email"] = [("Telephone", "07700 900982")],
        ["consent"] = [("Basis", "Consent")],
        ["what-happened"] = [("Kinds", "ControllingOrCoercive")],
        ["person-causing-harm"] = [("IsNamed", "false")],
        ["children"] = [("HowMany", "0")],
        ["you"] = [("FullName", "Made-up Teacher"), ("Role", "Head of year"), ("Telephone", "020 7946 0958")],
    };

    public static string StepOf(Visitor visitor) => new Uri(visitor.Page.Url).AbsolutePath.Split('/')[^1];

    /// <summary>Answers question after question until <paramref name="until"/> is shown.</summary>
    public static async Task WalkAsync(this Visitor visitor, string until = "check", Dictionary<string, (string, string)[]>? answers = null)
    {
        for (var steps = 0; StepOf(visitor) != until; steps++)
        {
            Assert.True(steps < 30, $"The journey does not end: {visitor.Page.Url}");
            var step = StepOf(visitor);
            await visitor.AnswerAsync(answers?.GetValueOrDefault(step) ?? (answers is null ? Plain.GetValueOrDefault(step) : null) ?? []);
            await visitor.PressAsync("Continue");
            Assert.True(StepOf(visitor) != step, $"{step}: {string.Join("; ", await visitor.ErrorsAsync())}");
        }
    }

    /// <summary>What a survivor who says little answers.</summary>
    public static readonly Dictionary<string, (string, string)[]> Few = new()
    {
        ["who"] = [("Referred", "AdultVictim")],
        ["safe-contact"] = [("Ways", "text")],
        ["safe-times"] = [("When", "any")],
        ["telephone-and-email"] = [("Telephone", "07700 900982")],
    };
}
