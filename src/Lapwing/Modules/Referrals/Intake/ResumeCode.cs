using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Lapwing.Access;

namespace Lapwing.Modules.Referrals.Intake;

/// <summary>The code of "Save and come back later", such as <c>7K2M-9QXA-4HJP</c>: twelve random characters (29^12, about 3 x 10^17), shown once
/// and kept only as a keyed hash. It is all that is needed to open the draft, so it is too long to guess.</summary>
public readonly record struct ResumeCode
{
    private const int CharacterCount = 12;

    private readonly string? bare;

    private ResumeCode(string bare) => this.bare = bare;

    public static ResumeCode New() => new(RandomNumberGenerator.GetString(Reference.Alphabet, CharacterCount));

    public static bool TryParse([NotNullWhen(true)] string? typed, out ResumeCode code)
    {
        Span<char> characters = stackalloc char[CharacterCount];
        var read = Reference.Bare(typed, characters);
        code = read ? new(characters.ToString()) : default;
        return read;
    }

    public long KeyIn(BlindIndex index) => index.Term(IntakeDraft.ResumeTerm, bare ?? "");

    public string Reveal() => bare is null ? "" : $"{bare[..4]}-{bare[4..8]}-{bare[8..]}";

    /// <summary>Never the code.</summary>
    public override string ToString() => "(resume code)";
}
