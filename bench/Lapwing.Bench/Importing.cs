using System.Globalization;
using System.Text;
using Lapwing.Modules.Referrals.Import;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Bench;

/// <summary>The import of a canonical file, with audit and encryption: 5,000 rows a second.</summary>
internal static class Importing
{
    private const int Rows = 40_000;
    private const double Aim = 5_000;

    public static async Task MeasureAsync(Site site, Report report)
    {
        var file = new FileInfo(Path.GetTempFileName());
        try
        {
            await WriteAsync(site, file);
            var import = new ReferralImport(site.Partnerships, TimeProvider.System);
            var outcome = (await FilesImport.RunAsync(import, Site.Partnership, [file], ImportMap.Canonical, dryRun: false, rejects: null, TextWriter.Null, default)).Single();
            if (outcome.Count.Rows != Rows || outcome.Count.Received < Rows * .95)
                throw new InvalidOperationException($"{outcome.Refusal} {outcome.Count}");
            var rate = Rows / outcome.Seconds;
            report.Add(new("import", $"{Rows:N0} rows of a canonical file", site.Engine, $"{rate:N0} rows a second", $"{Aim:N0}", Aim / rate, $"{outcome.Count.Received:N0} received"));
        }
        finally
        {
            file.Delete();
        }
    }

    private static async Task WriteAsync(Site site, FileInfo file)
    {
        await using var db = await site.OpenAllAsync();
        var made = new Made((ulong)await db.Referrals.CountAsync());
        await using var text = new StreamWriter(file.FullName, append: false, Encoding.UTF8);
        await text.WriteLineAsync("Received on,Who is referred,Safe contact,Consent,Source,Given name,Family name,Date of birth,Telephone,Address,What happened,Children");
        for (var n = 0; n < Rows; n++)
        {
            var referral = made.Referral(n);
            var day = Site.Viewer.Now.AddDays(-n % 365).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            await text.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{day},Adult victim,Ring,The person agreed,Police,{referral.Subject.GivenName},{referral.Subject.FamilyName},{referral.Subject.BornOn:yyyy-MM-dd},{referral.Telephone},\"{referral.Address}\",{referral.Account},{referral.Children}"));
        }
    }
}
