using Lapwing.Access;
using Lapwing.Time;
using Lapwing.Web;

namespace Lapwing.Modules.Accounts.Files;

/// <summary>What must stand above every page of a file about who may know it: that one is here in an emergency, and that it is restricted.</summary>
public static class FileAccessAlerts
{
    public static async Task<IReadOnlyList<FileAlert>> ReadAsync(Here here, FileKey key, CancellationToken ct)
    {
        var alerts = new List<FileAlert>();
        var url = AccessModel.Url(here.Address, key.File);
        if (here.Viewer.Emergencies.Contains(key.File) && await Emergencies.MineAsync(here.Db, key.File, ct) is { } use)
            alerts.Add(new($"You are in this file in an emergency until {Spoken.Moment(use.Until)}. You may read and add; nothing can be printed, exported or changed. Its team and the guardian have been told.", url));
        if (await Restrictions.IsRestrictedAsync(here.Db, key.File, ct))
            alerts.Add(new("This file is restricted: only the people named on it know that it exists. Do not speak of it to others of your team.", url));
        return alerts;
    }
}
