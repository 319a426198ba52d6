using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lapwing.Access;

/// <summary>
/// Something that identifies a person, or free text about one, as it is stored: encrypted under the data key of the case file it belongs to.
/// It has no plain text to give. It cannot be printed, logged or serialised by accident; only the file's <see cref="DataKey"/> reveals it,
/// and only code that passed need-to-know holds that key.
/// </summary>
/// <remarks>
/// Layout: one version byte (1 text, 2 bytes), a random 12-byte nonce, the ciphertext, a 16-byte tag (AES-256-GCM, NIST SP 800-38D).
/// The version and the 16 bytes of the case file's id are authenticated with it, so a value that is moved to another file does not open.
/// </remarks>
[DebuggerDisplay(Veil)]
[JsonConverter(typeof(NeverWritten))]
public sealed class Protected
{
    /// <summary>All that anybody sees who prints one.</summary>
    public const string Veil = "•••";

    private readonly byte[] stored;

    private Protected(byte[] stored) => this.stored = stored;

    /// <summary>The bytes for the database. They are ciphertext; nobody may change them.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public byte[] Stored => stored;

    /// <summary>The value as the database gave it. Whether it is genuine shows when it is revealed.</summary>
    public static Protected FromStored(byte[] stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return new(stored);
    }

    /// <summary>Always <see cref="Veil"/>.</summary>
    public override string ToString() => Veil;

    /// <summary>Refuses both ways: not even ciphertext leaves in JSON.</summary>
    private sealed class NeverWritten : JsonConverter<Protected>
    {
        private const string Why = "A protected value is never serialised: reveal what this reader may know, and serialise that.";

        public override Protected Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException(Why);

        public override void Write(Utf8JsonWriter writer, Protected value, JsonSerializerOptions options) => throw new NotSupportedException(Why);
    }
}
