using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lapwing.Tests.Design;

/// <summary>One published example of a component: its options and the HTML that they must become.</summary>
public sealed record Fixture(string Component, string Name, JsonObject Options, string Html)
{
    public override string ToString() => $"{Component}: {Name}";

    public static IReadOnlyList<Fixture> All { get; } = [.. Directory.EnumerateFiles(Folder(), "*.json").Order(StringComparer.Ordinal).SelectMany(Read)];

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Fixtures");

    private static IEnumerable<Fixture> Read(string file)
    {
        var root = JsonNode.Parse(File.ReadAllText(file))!;
        foreach (var f in root["fixtures"]!.AsArray())
        {
            yield return new Fixture((string)root["component"]!, (string)f!["name"]!, f["options"]!.AsObject(), (string)f["html"]!);
        }
    }
}
