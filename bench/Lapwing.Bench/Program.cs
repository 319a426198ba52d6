using Lapwing.Bench;

var options = Options.Parse(args);
var report = new Report(options);
Console.WriteLine($"{Machine.Describe()}, load {Machine.Load()}, {options.Referrals:N0} referrals");
if (options.Has("linkage"))
    Linking.Measure(options.People, 1, report);
foreach (var postgres in options.NeedsSite ? options.Engines : [])
{
    await using var site = await Site.StartAsync(options, postgres, Recording.Map);
    if (options.Has("pages"))
        await Pages.MeasureAsync(site, report);
    if (options.Has("search"))
        await Searches.MeasureAsync(site, report);
    if (options.Has("figures"))
        await Figures.MeasureAsync(site, report);
    if (options.Has("matching"))
        await Matching.MeasureAsync(site, report);
    if (options.Has("recording"))
        await Recording.MeasureAsync(site, report);
    if (options.Has("claims"))
        await Claiming.MeasureAsync(site, report);
    if (options.Has("import"))
        await Importing.MeasureAsync(site, report);
}
if (options.Report is { } path)
    await report.WriteAsync(path);
