using System.Globalization;
using System.Text;

namespace Lapwing.Bench;

/// <summary>Says each result as it comes, and keeps all for a table.</summary>
internal sealed class Report(Options options)
{
    private readonly List<Result> results = [];
    private readonly string began = Machine.Load();

    public void Add(Result result)
    {
        results.Add(result);
        Console.WriteLine($"{(result.Ratio <= 1 ? "  " : "! ")}{result.Engine,-11}{result.What,-40}{result.Measured,-34}{result.Aim,-26}{result.Ratio,6:N2}  {result.Note}");
    }

    /// <summary>A table for each part, as Markdown.</summary>
    public async Task WriteAsync(string path)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"""
            {TimeProvider.System.GetUtcNow():d MMMM yyyy}, {Machine.Describe()}, one partnership of {options.Referrals:N0} referrals; load average {began} when it began and {Machine.Load()} when it ended.

            """);
        foreach (var part in results.GroupBy(result => result.Part))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {part.Key}\n\n| what | engine | measured | beside | ratio | |\n| --- | --- | --- | --- | ---: | --- |\n");
            foreach (var result in part)
                text.Append(CultureInfo.InvariantCulture, $"| {result.What} | {result.Engine} | {result.Measured} | {result.Aim} | {(result.Ratio <= 1 ? "" : "**")}{result.Ratio:N2}{(result.Ratio <= 1 ? "" : "**")} | {result.Note} |\n");
        }
        await File.WriteAllTextAsync(path, text.ToString());
    }
}
