using System.Xml;

namespace Lapwing.Tests.Modules.Boards.Export;

/// <summary>What people paste into a paper, by accident or not.</summary>
public static class Hostile
{
    public static TheoryData<string> Words =>
    [
        "<script>alert(1)</script>", "</style></title><img src=x onerror=alert(1)>", "{{referrals}} }} {{", "&lt;b&gt; &amp; \" ' `", "]]> <!-- --> <?xml ?>",
        "شكراً جزيلاً 12 للجميع", "עברית and English", "Zoë 🐦 👩🏽‍⚕️ 日本語 ไทย हिन्दी", "=1+1", "+44", "-3", "@SUM(A1)",
        "bell\u0007null\u0000escape\u001bend\ufffe", "two\nlines and a\ttab", "half \ud83d of a bird", new string('x', 10_000), string.Concat(Enumerable.Repeat("word ", 2_000)) + "end",
    ];

    /// <summary>As it must come back.</summary>
    public static string Kept(string words) =>
        string.Concat(words.EnumerateRunes().Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)));
}
