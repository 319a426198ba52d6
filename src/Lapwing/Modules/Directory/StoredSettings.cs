using System.Text.Json;
using Lapwing.Access;
using Lapwing.Data;

namespace Lapwing.Modules.Directory;

/// <summary>One concern's settings of a partnership, as the JSON of its validated record
/// (clocks, risk bands, disclosure policies). A concern without a row uses its record's defaults.</summary>
public sealed class StoredSettings
{
    private StoredSettings() { }

    public Id<StoredSettings> Id { get; private set; }

    /// <summary>The concern, such as <c>clocks</c>.</summary>
    public string Concern { get; private set; } = "";
    public string Json { get; private set; } = "{}";
    public int Version { get; private set; }

    public static StoredSettings Keep<T>(Act act, string concern, T value) =>
        new() { Id = Id<StoredSettings>.New(), Concern = concern, Json = JsonSerializer.Serialize(value) };

    public void Change<T>(Act act, T value) => Json = JsonSerializer.Serialize(value);

    public T Read<T>() => JsonSerializer.Deserialize<T>(Json)!;
}
