using System.IO.Compression;
using System.Text;

namespace Lapwing.Tests.Modules.Casework.Notes;

/// <summary>Made-up files of every kind that may come in, and of every kind that may not.</summary>
internal static class BadFiles
{
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    public static readonly byte[] Text = Encoding.UTF8.GetBytes("A made-up letter.\r\nWith “two” lines.\r\n");
    public static readonly byte[] Png = Picture(640, 480);
    public static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0x01, 0xE0, 0x02, 0x80, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9];
    public static byte[] Docx => Office("word/document.xml");
    public static byte[] Xlsx => Office("xl/workbook.xml");

    private static readonly string[] Names = ["letter.pdf", "scan.png", "scan.jpeg", "letter.docx", "list.xlsx"];

    private static string Eicar => "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    public static IEnumerable<(string Name, byte[] Content)> Good =>
        [("letter.pdf", Pdf), ("letter.txt", Text), ("scan.png", Png), ("photo.JPG", Jpeg), ("report.docx", Docx), ("list.xlsx", Xlsx)];

    public static IEnumerable<(string Why, string Name, byte[] Content)> Bad
    {
        get
        {
            yield return ("a web page called pdf", "letter.pdf", Encoding.UTF8.GetBytes("<!DOCTYPE html><script>alert(1)</script>%%EOF"));
            yield return ("a web page called txt", "letter.txt", Encoding.UTF8.GetBytes("\uFEFF  <html><body>x"));
            yield return ("a web page", "letter.html", Encoding.UTF8.GetBytes("<html>"));
            yield return ("a program", "letter.exe", "MZ"u8.ToArray());
            yield return ("a program called pdf", "letter.pdf", [.. "MZ"u8, .. new byte[500]]);
            yield return ("a program called txt", "letter.txt", [.. "MZ"u8, .. new byte[500]]);
            yield return ("an svg", "picture.svg", "<svg/>"u8.ToArray());
            yield return ("nothing", "letter.pdf", []);
            yield return ("nothing called txt", "letter.txt", []);
            yield return ("half a pdf", "letter.pdf", Pdf[..40]);
            yield return ("an infected text", "letter.txt", Encoding.ASCII.GetBytes(Eicar));
            yield return ("an infected text, across pieces", "letter.txt", [.. Enumerable.Repeat((byte)'a', 128 * 1024 - 20), .. Encoding.ASCII.GetBytes(Eicar)]);
            yield return ("an infected pdf", "letter.pdf", [.. Pdf[..^7], .. Encoding.ASCII.GetBytes(Eicar), .. "\n%%EOF\n"u8]);
            yield return ("an infected docx", "letter.docx", Office("word/document.xml", ("word/media/x.txt", Encoding.ASCII.GetBytes(Eicar))));
            foreach (var run in new[] { "/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia" })
                yield return ($"a pdf with {run}", "letter.pdf", [.. Pdf[..^7], .. Encoding.ASCII.GetBytes($"<<{run} (x)>>"), .. "\n%%EOF\n"u8]);
            yield return ("a pdf that is also an archive", "letter.pdf", [.. Pdf, .. Docx[^22..], .. "%%EOF"u8]);
            yield return ("a png that is also an archive", "scan.png", [.. Png, .. Docx]);
            yield return ("a png flood", "scan.png", Picture(60_000, 60_000));
            yield return ("a png of no size", "scan.png", Picture(0, 10));
            yield return ("a jpeg flood", "scan.jpg", [.. Jpeg[..13], 0xFF, 0xFF, 0xFF, 0xFF, .. Jpeg[17..]]);
            yield return ("a jpeg without a head", "scan.jpg", [0xFF, 0xD8, 0xFF, 0xD9]);
            yield return ("a docx called xlsx", "list.xlsx", Docx);
            yield return ("an archive called docx", "letter.docx", Zip(("a.txt", Text)));
            yield return ("a docx with a macro", "letter.docx", Office("word/document.xml", ("word/vbaProject.bin", Text)));
            yield return ("a docx that says it has macros", "letter.docx", Zip(("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml"u8.ToArray()), ("word/document.xml", Text)));
            yield return ("a docx with activeX", "letter.docx", Office("word/document.xml", ("word/activeX/activeX1.xml", Text)));
            yield return ("an xlsx with a macro sheet", "list.xlsx", Office("xl/workbook.xml", ("xl/macrosheets/sheet1.xml", Text)));
            yield return ("an archive in a docx", "letter.docx", Office("word/document.xml", ("word/embeddings/x.bin", Docx)));
            yield return ("an old office file in a docx", "letter.docx", Office("word/document.xml", ("word/embeddings/ole.bin", [0xD0, 0xCF, 0x11, 0xE0, 1, 2])));
            yield return ("a program in a docx", "letter.docx", Office("word/document.xml", ("word/x.exe", Text)));
            yield return ("a way out of the folder", "letter.docx", Office("word/document.xml", ("../../etc/passwd", Text)));
            yield return ("a way to the root", "letter.docx", Office("word/document.xml", ("/etc/passwd", Text)));
            yield return ("a way with backslashes", "letter.docx", Office("word/document.xml", ("..\\x", Text)));
            yield return ("a link", "letter.docx", Zip(link: true, ("[Content_Types].xml", Text), ("word/document.xml", Text)));
            yield return ("a bomb", "letter.docx", Office("word/document.xml", ("word/media/zero.bin", new byte[230 * 1024 * 1024])));
            yield return ("a small bomb of many times its size", "letter.docx", Office("word/document.xml", ("word/media/zero.bin", new byte[20 * 1024 * 1024])));
            // By its size alone: beside what does not get smaller, its many times are few.
            yield return ("a bomb beside noise", "letter.docx", Office("word/document.xml", ("word/media/noise.bin", Noise(3 * 1024 * 1024)), ("word/media/zero.bin", new byte[205 * 1024 * 1024])));
            yield return ("nested archives, ten deep", "letter.docx", Nested(10));
            yield return ("too many parts", "letter.docx", Office("word/document.xml", [.. Enumerable.Range(0, 2_100).Select(n => ($"word/{n}.xml", "x"u8.ToArray()))]));
            yield return ("the same part twice", "letter.docx", Office("word/document.xml", ("word/document.xml", Text)));
            yield return ("a cut docx", "letter.docx", Docx[..^30]);
            yield return ("a docx with something before it", "letter.docx", [.. "x"u8, .. Docx]);
            yield return ("a docx with something hidden after its end", "letter.docx", [.. Docx[..^2], 0, 1, 0x50, 0x4B, 5, 6]);
        }
    }

    /// <summary>Each kind of bad file in many shapes: where it begins, how it is written, where it is cut.</summary>
    public static IEnumerable<(string Why, string Name, byte[] Content)> Varied
    {
        get
        {
            var eicar = Encoding.ASCII.GetBytes(Eicar);
            // Around the borders of the pieces in which a file is read, and anywhere.
            foreach (var at in Enumerable.Range(0, 40).Select(n => 128 * 1024 - eicar.Length - 5 + n * 2).Concat(Enumerable.Range(0, 40).Select(n => n * 9_973)))
            {
                yield return ($"an infected text at {at}", "letter.txt", [.. Enumerable.Repeat((byte)'a', at), .. eicar, .. Enumerable.Repeat((byte)'b', 200)]);
                if (at % 3 == 0)
                    yield return ($"an infected part of a docx at {at}", "letter.docx", Office("word/document.xml", ("word/media/x.txt", [.. Noise(at), .. eicar])));
            }
            foreach (var run in new[] { "/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia", "/XFA" })
                foreach (var at in new[] { 0, 1, 64 * 1024, 128 * 1024 - 7, 128 * 1024 - 1, 128 * 1024 + 1, 300_000 })
                    yield return ($"a pdf with {run} at {at}", "letter.pdf", [.. Pdf[..^7], .. Enumerable.Repeat((byte)' ', at), .. Encoding.ASCII.GetBytes($"<<{run} (x)>>"), .. "\n%%EOF\n"u8]);
            foreach (var markup in new[] { "<!DOCTYPE html>", "<html>", "<script>", "<svg>", "<?xml version='1.0'?>", "<body>", "<iframe>" })
                foreach (var before in new[] { "", "\uFEFF", " \r\n\t", "\uFEFF \n" })
                    foreach (var written in new[] { markup, markup.ToUpperInvariant() })
                        yield return ($"a web page called txt: {before.Length} {written}", "letter.txt", Encoding.UTF8.GetBytes(before + written + "x"));
            foreach (var name in new[] { "../x.xml", "word/../../x.xml", "..", "/x.xml", "//x.xml", "\\x.xml", "word\\x.xml", "C:x.xml", "c:/x.xml", "word/x:y.xml" })
                yield return ($"a part called {name}", "letter.docx", Office("word/document.xml", (name, Text)));
            foreach (var name in new[] { "x.exe", "x.DLL", "x.js", "x.vbs", "x.BAT", "x.cmd", "x.ps1", "x.hta", "x.lnk", "x.scr", "x.html", "x.htm", "x.zip", "x.jar" })
                yield return ($"a part called {name}", "list.xlsx", Office("xl/workbook.xml", ("xl/" + name, Text)));
            foreach (var name in new[] { "word/VBAPROJECT.bin", "xl/vbaProject.bin", "word/ActiveX/a.xml", "xl/MacroSheets/a.xml" })
                yield return ($"a part called {name}", "letter.docx", Office("word/document.xml", (name, Text)));
            var whole = Docx;
            foreach (var cut in Enumerable.Range(1, 30))
                yield return ($"a docx cut after {whole.Length * cut / 31} bytes", "letter.docx", whole[..(whole.Length * cut / 31)]);
            foreach (var (name, magic) in new[] { ("a pdf", Pdf), ("a png", Png), ("a jpeg", Jpeg), ("a docx", Docx), ("a program", [.. "MZ"u8, .. new byte[300]]), ("a picture of another kind", "GIF89a"u8.ToArray()) })
                foreach (var called in Names.Where(c => !(name, c).Equals(("a pdf", "letter.pdf")) && !(name, c).Equals(("a png", "scan.png")) && !(name, c).Equals(("a jpeg", "scan.jpeg")) && !(name, c).Equals(("a docx", "letter.docx"))))
                    yield return ($"{name} called {called}", called, magic);
            foreach (var (width, height) in new (uint, uint)[] { (0, 0), (1, 0), (uint.MaxValue, uint.MaxValue), (120_000_001, 1), (1, 120_000_001), (20_000, 20_000), (0x80000000, 1) })
                yield return ($"a picture of {width} by {height}", "scan.png", Picture(width, height));
        }
    }

    /// <summary>Bytes that do not get smaller, so that a part is refused for what it holds and not for how it unpacks.</summary>
    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(length).NextBytes(noise);
        if (length > 0)
            noise[0] = (byte)'x'; // the beginning of no kind of file
        return noise;
    }

    public static byte[] Office(string main, params (string Name, byte[] Content)[] more) => Zip([("[Content_Types].xml", "<Types/>"u8.ToArray()), (main, Text), .. more]);

    private static byte[] Nested(int deep)
    {
        var inner = Zip(("zero.bin", new byte[1024 * 1024]));
        for (var n = 0; n < deep; n++)
            inner = Zip(("inner.bin", inner));
        return Office("word/document.xml", ("word/inner.bin", inner));
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] entries) => Zip(link: false, entries);

    private static byte[] Zip(bool link, params (string Name, byte[] Content)[] entries)
    {
        using var made = new MemoryStream();
        using (var archive = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                if (link)
                    entry.ExternalAttributes = unchecked((int)0xA1FF0000);
                using var to = entry.Open();
                to.Write(content);
            }
        return made.ToArray();
    }

    private static byte[] Picture(uint width, uint height)
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. "IEND"u8, 0, 0, 0, 0];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), width);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(20), height);
        return png;
    }
}
