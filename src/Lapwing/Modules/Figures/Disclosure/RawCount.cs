using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>A count before disclosure control. It cannot be printed or serialised: what may be shown comes out of <see cref="DisclosureControl"/>.</summary>
[JsonConverter(typeof(Refusal))]
public readonly struct RawCount
{
    internal RawCount(int value) => Value = value;

    internal int Value { get; }

    /// <summary>Says that there is a count, never what it is, so that a log line or a page that prints one shows nothing.</summary>
    public override string ToString() => "(raw count)";

    private sealed class Refusal : JsonConverter<RawCount>
    {
        public override RawCount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw Refused();
        public override void Write(Utf8JsonWriter writer, RawCount value, JsonSerializerOptions options) => throw Refused();
        private static NotSupportedException Refused() => new("A raw count is not serialised: release it through DisclosureControl.");
    }
}
