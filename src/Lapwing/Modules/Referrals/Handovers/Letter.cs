using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lapwing.Modules.Referrals.Handovers;

/// <summary>A package and its recall go to the receiver; statuses flow back.</summary>
public enum LetterKind { Package, Recall, Status }

/// <summary>What one partnership says to another, in its plain form: it is sealed wherever it rests, and sealed and signed when it leaves the installation.
/// The package's number is the only one that both sides know; neither learns an id of the other's database.</summary>
/// <param name="From">Address of the partnership that says it.</param>
/// <param name="Number">Of statuses: 1, 2, 3 … in the order in which they came about; 0 for a package and its recall.</param>
internal sealed record Letter(string From, string To, Guid Package, LetterKind Kind, int Number, string Body)
{
    /// <summary>More than the longest package.</summary>
    public const int MostBytes = 200_000;

    public static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) }, MaxDepth = 8,
    };

    /// <summary>The same letter is always the same bytes.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Format);

    public byte[] Digest() => SHA256.HashData(ToBytes());

    public static Letter? Read(ReadOnlySpan<byte> bytes) => ReadJson<Letter>(bytes);

    /// <summary>Whatever cannot be understood is nothing.</summary>
    public static T? ReadJson<T>(ReadOnlySpan<byte> bytes) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, Format);
        }
        catch (Exception wrong) when (wrong is JsonException or NotSupportedException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    public static T? ReadJson<T>(string text) where T : class => ReadJson<T>(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Never what it says.</summary>
    public override string ToString() => $"({Kind} {Package:N} {Number})";
}

/// <summary>One status as it is said to the sender.</summary>
internal sealed record StatusBody(HandoverStatus Status, DateTime At);

/// <summary>Why a package is taken back.</summary>
internal sealed record RecallBody(HandoverRecall Reason, DateTime At);

/// <summary>What the receiver made of a letter. The first one stands: who repeats a letter gets it again.</summary>
/// <param name="Digest">Of the letter, so that a receipt belongs to one letter.</param>
/// <param name="Reason">A code of <see cref="HandoverProblem"/>; empty when there is nothing to say.</param>
internal sealed record HandoverReceipt(Guid Package, LetterKind Kind, int Number, string Digest, bool Taken, string Reason, DateTime At)
{
    public static HandoverReceipt For(Letter letter, bool taken, string reason, DateTime at) =>
        new(letter.Package, letter.Kind, letter.Number, Convert.ToHexString(letter.Digest()), taken, reason, at);

    public bool IsFor(Letter letter) => (Package, Kind, Number) == (letter.Package, letter.Kind, letter.Number) && Digest == Convert.ToHexString(letter.Digest());

    public string ToJson() => JsonSerializer.Serialize(this, Letter.Format);
}

/// <summary>What came of trying to deliver a letter: a receipt that stands, or why there is none yet.</summary>
internal sealed record Answered(HandoverReceipt? Receipt, string Problem)
{
    public static Answered With(HandoverReceipt receipt) => new(receipt, HandoverProblem.None);
    public static Answered NotYet(string problem) => new(null, problem);
}
