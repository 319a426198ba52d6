using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Settings;

namespace Lapwing.Modules.Referrals.Import;

/// <summary>Where uploaded files wait, sealed, until their import is over.</summary>
internal static class Uploads
{
    public static string PathOf(Installation installation, string partnership, Guid run) => Path.Combine(installation.DataFolder, "uploads", partnership, $"{run:N}.sealed");

    public static void Delete(Installation installation, string partnership, Id<ImportRun> run) => File.Delete(PathOf(installation, partnership, run.Value));
}
