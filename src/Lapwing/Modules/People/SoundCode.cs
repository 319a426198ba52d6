namespace Lapwing.Modules.People;

/// <summary>
/// Sound codes of names: Daitch-Mokotoff Soundex (R. Mokotoff and R. Daitch, 1985; the chart at jewishgen.org/InfoFiles/soundex.html and avotaynu.com/soundex.htm),
/// chosen over American Soundex because it knows the spellings of Eastern Europe and codes the first letter by its sound, so that Catherine
/// meets Katherine and Levinski meets Lewinsky. Before it, silent first letters of English are dropped (Knight, Wright, Gnosall, Psalter, White),
/// Mc is written Mac, and three spellings inside a name are written as they are said (Knight, Chowdhury, Brown). A name has one six-digit code, or several where a spelling can be said in two ways. Only Latin letters have a sound code.
/// </summary>
public static class SoundCode
{
    /// <summary>The digits of a code.</summary>
    public const int Length = 6;

    /// <summary>The most codes of one name.</summary>
    public const int MostCodes = 8;

    private static readonly (string Silent, string Said)[] EnglishBeginnings = [("kn", "n"), ("gn", "n"), ("pn", "n"), ("ps", "s"), ("wr", "r"), ("wh", "w"), ("mc", "mac")];

    private static readonly (string Written, string Said)[] EnglishWithin = [("ght", "t"), ("owd", "oud"), ("own", "oun")];

    /// <summary>Spellings with their codes at the beginning, before a vowel, and elsewhere; alternatives are separated by a bar, and "-" is not coded.</summary>
    private const string Chart =
        """
        a 0 - -    e 0 - -    i 0 - -    o 0 - -    u 0 - -
        b 7 7 7    d 3 3 3    f 7 7 7    g 5 5 5    h 5 5 -    k 5 5 5    l 8 8 8    m 6 6 6    n 6 6 6    p 7 7 7    q 5 5 5
        r 9 9 9    s 4 4 4    t 3 3 3    v 7 7 7    w 7 7 7    x 5 54 54    y 1 - -    z 4 4 4
        c 4|5 4|5 4|5    ch 4|5 4|5 4|5    ck 5|45 5|45 5|45    j 1|4 -|4 -|4    rs 4|94 4|94 4|94    rz 4|94 4|94 4|94
        ai 0 1 -    aj 0 1 -    ay 0 1 -    au 0 7 -    ei 0 1 -    ej 0 1 -    ey 0 1 -    eu 1 1 -
        oi 0 1 -    oj 0 1 -    oy 0 1 -    ui 0 1 -    uj 0 1 -    uy 0 1 -    ue 0 1 -    ia 1 - -    ie 1 - -    io 1 - -    iu 1 - -
        dt 3 3 3    th 3 3 3    kh 5 5 5    ph 7 7 7    pf 7 7 7    mn 66 66 66    nm 66 66 66    ks 5 54 54    chs 5 54 54
        cz 4 4 4    cs 4 4 4    csz 4 4 4    czs 4 4 4    ds 4 4 4    dsh 4 4 4    dsz 4 4 4    dz 4 4 4    dzh 4 4 4    dzs 4 4 4
        drz 4 4 4    drs 4 4 4    sh 4 4 4    sz 4 4 4    sch 4 4 4    tc 4 4 4    tch 4 4 4    ttch 4 4 4    ts 4 4 4    tts 4 4 4
        ttsz 4 4 4    tsz 4 4 4    tsch 4 4 4    ttsch 4 4 4    tsh 4 4 4    tz 4 4 4    ttz 4 4 4    tzs 4 4 4    trz 4 4 4    trs 4 4 4
        zh 4 4 4    zs 4 4 4    zsh 4 4 4    zsch 4 4 4
        sc 2 4 4    shch 2 4 4    schtsch 2 4 4    schtsh 2 4 4    schtch 2 4 4    shtch 2 4 4    shtsh 2 4 4    stch 2 4 4    stsch 2 4 4
        stsh 2 4 4    strz 2 4 4    strs 2 4 4    szcz 2 4 4    szcs 2 4 4    zdz 2 4 4    zdzh 2 4 4    zhdzh 2 4 4
        st 2 43 43    szt 2 43 43    sht 2 43 43    scht 2 43 43    sd 2 43 43    szd 2 43 43    shd 2 43 43    schd 2 43 43    zd 2 43 43    zhd 2 43 43
        """;

    private static readonly Dictionary<string, string[][]> Rules = Read();
    private static readonly Dictionary<string, string[][]>.AlternateLookup<ReadOnlySpan<char>> BySpelling = Rules.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int LongestSpelling = Rules.Keys.Max(k => k.Length);

    /// <summary>The codes of a folded part of a name (see <see cref="PlainName"/>), English spellings first written as they are said; empty when it has no Latin letter.</summary>
    public static IReadOnlyList<string> Of(string part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var said = part;
        foreach (var (silent, sound) in EnglishBeginnings)
        {
            if (said.Length > silent.Length && said.StartsWith(silent, StringComparison.Ordinal))
            {
                said = sound + said[silent.Length..];
                break;
            }
        }
        foreach (var (written, sound) in EnglishWithin)
        {
            said = said.Replace(written, sound, StringComparison.Ordinal);
        }
        return DaitchMokotoff(said);
    }

    /// <summary>The codes of the chart alone, in ascending order.</summary>
    public static IReadOnlyList<string> DaitchMokotoff(string part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var letters = part.AsSpan().IndexOfAnyExceptInRange('a', 'z') < 0 ? part : string.Concat(part.Where(c => c is >= 'a' and <= 'z'));
        if (letters.Length == 0)
        {
            return [];
        }
        List<(string Code, string Last)> branches = [(string.Empty, "none")], next = [];
        for (var at = 0; at < letters.Length;)
        {
            var (length, rule) = LongestAt(letters, at);
            var place = at == 0 ? 0 : at + length < letters.Length && letters[at + length] is 'a' or 'e' or 'i' or 'o' or 'u' ? 1 : 2;
            // m and n next to each other are both sounded although they have the same digit
            var always = at > 0 && (letters[at - 1], letters[at]) is ('m', 'n') or ('n', 'm');
            next.Clear();
            foreach (var branch in branches)
            {
                foreach (var digits in rule[place])
                {
                    var said = Say(branch, digits, always);
                    if (!next.Contains(said))
                    {
                        next.Add(said);
                    }
                }
            }
            (branches, next) = (next, branches);
            at += length;
        }
        return branches.Count == 1 ? [branches[0].Code.PadRight(Length, '0')]
            : [.. branches.Select(b => b.Code.PadRight(Length, '0')).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostCodes)];
    }

    /// <summary>Neighbours with the same digits sound as one; a code is full at six digits.</summary>
    private static (string Code, string Last) Say((string Code, string Last) branch, string digits, bool always)
    {
        if (digits.Length > 0 && branch.Code.Length < Length && (always || !branch.Last.EndsWith(digits, StringComparison.Ordinal)))
        {
            var code = branch.Code + digits;
            return (code[..Math.Min(code.Length, Length)], digits);
        }
        return (branch.Code, digits);
    }

    private static (int Length, string[][] Rule) LongestAt(string letters, int at)
    {
        for (var length = Math.Min(LongestSpelling, letters.Length - at); ; length--)
        {
            if (BySpelling.TryGetValue(letters.AsSpan(at, length), out var rule))
            {
                return (length, rule);
            }
        }
    }

    private static Dictionary<string, string[][]> Read()
    {
        var cells = Chart.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return cells.Chunk(4).ToDictionary(
            c => c[0],
            c => c[1..].Select(code => code.Split('|').Select(d => d == "-" ? string.Empty : d).ToArray()).ToArray(),
            StringComparer.Ordinal);
    }
}
