using System.Runtime.CompilerServices;
using System.Text;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Referrals.Import;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Referrals.Import;

/// <summary>Real input of four shapes, where it is at hand, and a made-up file with the same faults, always.</summary>
public sealed class HelplineTests
{
    private static readonly string Root = FindRoot();

    private static ImportMap Map => ImportMap.Parse(File.ReadAllText(Path.Combine(Root, "docs", "examples", "helpline-144.mapping.json")));

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_file_with_the_faults_of_the_helpline_comes_in(EngineKind engine)
    {
        await using var place = await ImportPlace.ArrangeAsync(engine);
        const string heading = "fecha,provincia,genero_persona_en_situacion_de_violencia,edad_persona_en_situacion_de_violencia,tipo_de_violencia_fisica,tipo_de_violencia_psicologica,"
            + "tipo_de_violencia_sexual,tipo_de_violencia_economica_y_patrimonial,tipo_de_violencia_simbolica,vinculo_con_la_persona_agresora";
        var early = place.Write("2020.csv", $"{heading}\n2020-01-01,Tucumán,Mujer,,Si,Si,No,No,No,Pareja\n2020-01-01,Tucumán,Mujer,,Si,Si,No,No,No,Pareja\n"
            + "2020-01-02,,,39,SI,Si,No,No,No,Ex pareja\n2020-01-02,Salta,Mujer,127,Si,Si,No,No,No,Otro\n", new UTF8Encoding(true));
        var late = place.Write("2022.csv", $"{heading.Replace("fecha", "Fecha", StringComparison.Ordinal)},\n2022-01-01,Salta,Varón Trans,12,No,Si,No,Si,No,Padre o tutor,\n"
            + "2023-05-05,\"Tierra del Fuego, Antártida\"\",Mujer,30,Si,Si,No,No,No,Otro,\n2022-01-03,Salta,Mujer,30,No,Si,No,Si,No,Superior jerárquico,\n");
        var first = await place.ImportAsync(early, Map);
        Assert.Equal(new ImportCount(4, 3, 1, 0), first.Count);
        var second = await place.ImportAsync(late, Map);
        Assert.True(second.Count is { Rejected: >= 1 } count && count.Rows == count.Received + count.Rejected, second.Refusal ?? $"{second.Count}");
        Assert.Equal(new ImportCount(4, 0, 1, 3), (await place.ImportAsync(early, Map)).Count);
        await using var db = await place.App.OpenAllAsync();
        Assert.Equal(1, await db.Referrals.CountAsync(r => r.Who == WhoIsReferred.Child));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_real_files_come_in_and_their_counts_add_up(EngineKind engine)
    {
        var folder = Environment.GetEnvironmentVariable("LAPWING_LINEA144") is { Length: > 0 } named ? named : Path.Combine(Root, "..", "shared", "data", "linea144");
        if (!System.IO.Directory.Exists(folder))
        {
            TestContext.Current.SendDiagnosticMessage("The helpline's files are not here (set LAPWING_LINEA144); the made-up file with the same faults was tested.");
            return;
        }
        await using var place = await ImportPlace.ArrangeAsync(engine);
        place.App.Clock.SetUtcNow(new(2023, 7, 3, 9, 0, 0, TimeSpan.Zero)); // the last file ends on 30 June 2023, and a row of a day to come is rejected
        FileInfo[] files = [.. System.IO.Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal).Select(path => new FileInfo(path))];
        var outcomes = await FilesImport.RunAsync(new(place.App.Partnerships, place.App.Clock), "testing", files, Map, false, null, TextWriter.Null, default);
        Assert.All(outcomes, outcome => Assert.Null(outcome.Refusal));
        Assert.Equal([29_706, 25_301, 24_558, 9_976], outcomes.Select(o => o.Count.Rows));
        Assert.All(outcomes, o => Assert.Equal(o.Count.Rows, o.Count.Received + o.Count.Rejected + o.Count.Duplicate));
        Assert.Equal(89_541, outcomes.Sum(o => o.Count.Rows));
        Assert.InRange(outcomes.Sum(o => o.Count.Rejected), 1, 10);
        await using var db = await place.App.OpenAllAsync();
        Assert.Equal(outcomes.Sum(o => o.Count.Received), await db.Referrals.CountAsync());
        var again = await FilesImport.RunAsync(new(place.App.Partnerships, place.App.Clock), "testing", [files[^1]], Map, false, null, TextWriter.Null, default);
        Assert.Equal((0, outcomes[^1].Count.Received), (again[0].Count.Received, again[0].Count.Duplicate));
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Lapwing.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("The repository's root was not found from the test's source.");
        return folder.FullName;
    }
}
