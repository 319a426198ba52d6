using System.Text;

namespace Lapwing.Modules.Referrals.Import;

/// <summary>Counts, while a file streams by, what tells its encoding: characters of several bytes that are right UTF-8, bytes that are not, zero bytes.</summary>
internal sealed class TextCensus
{
    private int expected;
    private long right, wrong, evenZeros, oddZeros, undefined, controls, at;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (b == 0)
                _ = at % 2 == 0 ? evenZeros++ : oddZeros++;
            else if (b < 0x20 && b is not (0x09 or 0x0a or 0x0d or 0x0c))
                controls++;
            undefined += b is 0x81 or 0x8d or 0x8f or 0x90 or 0x9d ? 1 : 0;
            at++;
            Utf8(b);
        }
    }

    /// <summary>The encoding, or null when this is no text.</summary>
    /// <param name="head">The first bytes, which may carry a mark.</param>
    public Encoding? Encoding(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]))
            return new UnicodeEncoding(bigEndian: false, byteOrderMark: true);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]))
            return new UnicodeEncoding(bigEndian: true, byteOrderMark: true);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]))
            return new UTF8Encoding(true);
        // Text in a European language in UTF-16 without a mark: every other byte is zero.
        if (oddZeros > at / 4 && evenZeros < at / 50)
            return new UnicodeEncoding(bigEndian: false, byteOrderMark: false);
        if (evenZeros > at / 4 && oddZeros < at / 50)
            return new UnicodeEncoding(bigEndian: true, byteOrderMark: false);
        if (evenZeros + oddZeros + controls > at / 100)
            return null;
        // A few bad bytes in UTF-8 spoil their rows; they must not turn every other accented letter into two.
        if (wrong == 0 || right > wrong)
            return new UTF8Encoding(false);
        return undefined > at / 100 ? null : System.Text.Encoding.GetEncoding(1252);
    }

    private void Utf8(byte b)
    {
        if (expected > 0)
        {
            if ((b & 0xc0) == 0x80)
            {
                if (--expected == 0)
                    right++;
                return;
            }
            (expected, wrong) = (0, wrong + 1);
        }
        if (b < 0x80)
            return;
        expected = b switch { >= 0xc2 and <= 0xdf => 1, >= 0xe0 and <= 0xef => 2, >= 0xf0 and <= 0xf4 => 3, _ => 0 };
        wrong += expected == 0 ? 1 : 0;
    }
}
