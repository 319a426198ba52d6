using Lapwing.Modules.People;

namespace Lapwing.Tests.Modules.People;

public sealed class SearchTermsTests
{
    [Theory]
    [InlineData("Testina", "testina")]
    [InlineData("  Testina   Exampla ", "testina exampla")]
    [InlineData("O'Neil", "oneil neil")]
    [InlineData("O\u2019NEIL", "oneil neil")]
    [InlineData("O`Neil", "oneil neil")]
    [InlineData("Smith-Jones", "smithjones smith jones")]
    [InlineData("Smith\u2013Jones", "smithjones smith jones")]
    [InlineData("van der Berg", "van der berg")]
    [InlineData("Łukasz Wójcik", "lukasz wojcik")]
    [InlineData("Zoë Müller Ørsted Strauß", "zoe muller orsted strauss")]
    [InlineData("İpek Işık", "ipek isik")]
    [InlineData("Nguyễn Thị Đào", "nguyen thi dao")]
    [InlineData("Þórdís Sæbjörnsdóttir", "thordis saebjornsdottir")]
    [InlineData("Ｔｅｓｔ", "test")] // full width
    [InlineData("ﬁona", "fiona")] // ligature
    [InlineData("Ёлкина Наталья", "елкина наталья")]
    [InlineData("Γιώργος", "γιωργος")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("أحمد", "احمد")]
    [InlineData("فاطمة", "فاطمه")]
    [InlineData("علی", "علي")]
    [InlineData("محـــمد", "محمد")]
    [InlineData("नीलम", "नीलम")] // vowels are marks and stay
    [InlineData("李小龍", "李小龍")]
    [InlineData("김민준", "김민준")]
    [InlineData("X", "x")]
    [InlineData("J. Test", "test")]
    [InlineData("Test 🙂👩‍👧", "test")]
    [InlineData("🙂", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData(" \t\u200b-'", "")]
    public void Names_in_any_script_are_compared_in_one_form(string? name, string parts) =>
        Assert.Equal(parts, string.Join(' ', PlainName.Parts(name)));

    [Fact]
    public void Composed_and_decomposed_spellings_are_the_same_name() =>
        Assert.Equal(PlainName.Parts("José Núñez"), PlainName.Parts("Jose\u0301 Nu\u0301n\u0303ez"));

    [Fact]
    public void A_very_long_name_and_broken_text_are_cut_and_survive()
    {
        Assert.Equal(PlainName.PartLength, Assert.Single(PlainName.Parts(new string('x', 100_000))).Length);
        Assert.Equal(PlainName.MostParts, PlainName.Parts(string.Join(' ', Enumerable.Range(100, 500))).Count);
        Assert.Equal(["test"], PlainName.Parts("test\ud83d"));
        CsCheck.Check.Sample(CsCheck.Gen.String, s => PlainName.Parts(s).All(p => p.Length is > 0 and <= PlainName.PartLength && PlainName.Parts(p).Count <= 1));
    }

    /// <summary>The examples published with the chart (jewishgen.org and avotaynu.com).</summary>
    [Theory]
    [InlineData("golden", "583600")]
    [InlineData("alpert", "087930")]
    [InlineData("breuer", "791900")]
    [InlineData("haber", "579000")]
    [InlineData("mannheim", "665600")]
    [InlineData("mintz", "664000")]
    [InlineData("topf", "370000")]
    [InlineData("kleinmann", "586660")]
    [InlineData("benaron", "769600")]
    [InlineData("auerbach", "097400 097500")]
    [InlineData("ohrbach", "097400 097500")]
    [InlineData("lipshitz", "874400")]
    [InlineData("lippszyc", "874400 874500")]
    [InlineData("lewinsky", "876450")]
    [InlineData("levinski", "876450")]
    [InlineData("szlamawicz", "486740")]
    [InlineData("shlamovitz", "486740")]
    [InlineData("ceniow", "467000 567000")]
    [InlineData("tsenyuv", "467000")]
    [InlineData("holubica", "587400 587500")]
    [InlineData("golubitsa", "587400")]
    [InlineData("przemysl", "746480 794648")]
    [InlineData("pshemeshil", "746480")]
    [InlineData("rosochowaciec", "944744 944745 944754 944755 945744 945745 945754 945755")]
    [InlineData("rosokhovatsets", "945744")]
    [InlineData("peters", "734000 739400")]
    [InlineData("peterson", "734600 739460")]
    [InlineData("moskowitz", "645740")]
    [InlineData("jackson", "145460 154600 445460 454600")]
    [InlineData("washington", "746536")]
    [InlineData("strassburg", "294795")]
    [InlineData("akssol", "054800")]
    [InlineData("gerschfeld", "545783 547830 594578 594783")]
    [InlineData("", "")]
    [InlineData("محمد", "")]
    public void Sound_codes_are_those_of_the_published_chart(string part, string codes) =>
        Assert.Equal(codes, string.Join(' ', SoundCode.DaitchMokotoff(part)));

    [Theory]
    [InlineData("Catherine", "Katherine")]
    [InlineData("Mohammed", "Muhamad")]
    [InlineData("Stephen", "Steven")]
    [InlineData("Philips", "Filips")]
    [InlineData("Smith", "Smyth")]
    [InlineData("Knight", "Nite")]
    [InlineData("Wright", "Right")]
    [InlineData("McDonald", "MacDonald")]
    [InlineData("Kowalczyk", "Kovalchik")]
    [InlineData("Szymańska", "Shimanska")]
    [InlineData("O'Neil", "ONeill")]
    [InlineData("Begum", "Begom")]
    [InlineData("Choudhury", "Chowdhury")]
    [InlineData("Brown", "Broun")]
    [InlineData("Nowakowski", "Novakovsky")]
    public void Names_that_sound_alike_share_a_code(string one, string other) =>
        Assert.NotEmpty(Sounds(one).Intersect(Sounds(other)));

    [Theory]
    [InlineData("Smith", "Jones")]
    [InlineData("Khan", "Begum")]
    [InlineData("Grace", "Charlotte")]
    public void Names_that_sound_different_share_none(string one, string other) => Assert.Empty(Sounds(one).Intersect(Sounds(other)));

    [Theory]
    [InlineData("07700 900123", "+447700900123")]
    [InlineData("+44 (0)7700 900123", "+447700900123")]
    [InlineData("0044 7700-900-123", "+447700900123")]
    [InlineData("020 7946 0999", "+442079460999")]
    [InlineData("0207 946 0999 ext 12", "+442079460999")]
    [InlineData("٠٧٧٠٠ ٩٠٠١٢٣", "+447700900123")]
    [InlineData("+48 22 123 45 67", "+48221234567")]
    [InlineData("999", null)]
    [InlineData("call her sister", null)]
    [InlineData("077", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("07700 900123 07700 900123 07700 900123 07700", null)]
    public void Numbers_are_compared_in_international_form(string? typed, string? number) => Assert.Equal(number, SearchTerms.Phone(typed));

    [Fact]
    public void A_person_is_stored_under_names_beginnings_sounds_dates_and_numbers()
    {
        var terms = SearchTerms.ToStore(["Testina", "O'Neil", null], [new DateOnly(1990, 3, 4)], ["07700 900123", "bad"]);
        Assert.Equal(
            ["Name:testina", "Name:oneil", "Name:neil", "Born:1990-03-04", "Phone:+447700900123", "SoundAndBorn:343600|1990-03-04",
             "SoundAndBorn:068000|1990-03-04", "SoundAndBorn:680000|1990-03-04", "Sound:343600", "Sound:068000", "Sound:680000",
             "Prefix:tes", "Prefix:one", "Prefix:nei", "SoundPair:068000|343600", "SoundPair:343600|680000", "SoundPair:068000|680000"],
            terms.Select(t => t.Canonical));
        Assert.All(terms, t => Assert.DoesNotContain(t.Text, $"{t}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tes", null, null, "Prefix:tes")]
    [InlineData("Neil", null, null, "Name:neil")]
    [InlineData("ONeill", null, null, "Sound:068000")]
    [InlineData("Teztina", "1990-04-03", null, "SoundAndBorn:343600|1990-03-04")] // sounds alike, day and month swapped
    [InlineData("Neill Teztina", null, null, "SoundPair:343600|680000")] // in any order
    [InlineData(null, "1990-03-04", null, "Born:1990-03-04")]
    [InlineData(null, null, "00447700900123", "Phone:+447700900123")]
    public void Every_usual_way_of_asking_meets_what_was_stored(string? name, string? born, string? phone, string term)
    {
        var stored = SearchTerms.ToStore(["Testina", "O'Neil"], [new DateOnly(1990, 3, 4)], ["07700 900123"]);
        var asked = SearchTerms.ToFind(name, born is null ? null : DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), phone);
        Assert.Contains(term, asked.Intersect(stored).Select(t => t.Canonical));
    }

    [Theory]
    [InlineData("1990-03-04", "1990-04-03")]
    [InlineData("1990-03-13", null)]
    [InlineData("1990-05-05", null)]
    [InlineData("1992-02-12", "1992-12-02")]
    public void Day_and_month_are_swapped_where_that_is_a_date(string day, string? swapped) =>
        Assert.Equal(swapped, SearchTerms.Swapped(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Nothing_gives_no_terms_and_a_hostile_person_a_bounded_number()
    {
        Assert.Empty(SearchTerms.ToStore([], [], []));
        Assert.Empty(SearchTerms.ToFind("🙂", null, "x"));
        var names = Enumerable.Range(0, 1_000).Select(n => $"rosochowaciec{n} chochocho{n}");
        Assert.Equal(SearchTerms.MostTerms, SearchTerms.ToStore(names, [], []).Count);
    }

    private static IEnumerable<string> Sounds(string name) => PlainName.Parts(name).SelectMany(SoundCode.Of);
}
