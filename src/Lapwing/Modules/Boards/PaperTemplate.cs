using System.Text.Json;

namespace Lapwing.Modules.Boards;

/// <summary>The shape of a paper, keyed to a programme: its sections with what usually stands in them. Templates are data (Modules/Boards/Data).</summary>
/// <param name="Code">Stable code; a template that carries a partnership's address name is that programme's own.</param>
/// <param name="Marking">Code of the marking that a paper for the board gets; one for the public is marked with the most open one.</param>
public sealed record PaperTemplate(string Code, string Name, string Title, string Marking, IReadOnlyList<PaperTemplate.Section> Sections)
{
    /// <param name="Text">Paragraphs as lines, with figures in braces.</param>
    /// <param name="Audiences">For whom; everybody when nothing is said.</param>
    public sealed record Section(string Heading, IReadOnlyList<string> Text, IReadOnlyList<string>? Audiences = null)
    {
        public string Body => string.Join('\n', Text);
    }

    /// <summary>For any partnership.</summary>
    public const string Standard = "quarterly-update";

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<PaperTemplate> All { get; } = [.. new[] { Standard, "barking-and-dagenham", "barnet", "drive-east-area" }.Select(Load)];

    /// <summary>The programme's own first, then the one for any partnership.</summary>
    public static IReadOnlyList<PaperTemplate> For(string partnership) => [.. All.Where(t => t.Code == partnership), .. All.Where(t => t.Code == Standard)];

    public IEnumerable<Section> SectionsFor(string audience) => Sections.Where(s => s.Audiences is null || s.Audiences.Contains(audience));

    private static PaperTemplate Load(string code)
    {
        using var stream = typeof(PaperTemplate).Assembly.GetManifestResourceStream(typeof(PaperTemplate), $"Data.{code}.json")
            ?? throw new InvalidOperationException($"The template {code} is missing from the program.");
        return JsonSerializer.Deserialize<PaperTemplate>(stream, Web)!;
    }
}
