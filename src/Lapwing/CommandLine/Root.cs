using System.CommandLine;
using Lapwing.Access;
using Lapwing.Settings;

namespace Lapwing.CommandLine;

/// <summary>The command line: every verb of the product, with the options that all of them share.
/// Exit codes: 0 done; 1 something went wrong; 2 wrong use; 3 the rules refuse; 4 a key is missing or wrong; 5 a check found something.</summary>
public static class Root
{
    public const int Done = 0, Fault = 1, WrongUse = 2, Refused = 3, NoKey = 4, Found = 5;

    public static readonly Option<string?> Data = new("--data") { Description = "Folder of the databases (LAPWING_DATA; default ./data)", Recursive = true, HelpName = "DIR" };
    public static readonly Option<string?> KeyFile = new("--key-file") { Description = "Key file (LAPWING_KEY_FILE; default outside the data folder, in the user's configuration)", Recursive = true, HelpName = "FILE" };
    public static readonly Option<string?> Postgres = new("--postgres") { Description = "Use PostgreSQL (LAPWING_POSTGRES); default is embedded SQLite", Recursive = true, HelpName = "CONNECTION" };
    public static readonly Option<bool> Json = new("--json") { Description = "Print one JSON document for machines", Recursive = true };

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("""
            Lapwing: one place for a local domestic abuse partnership.

            Exit codes: 0 done, 1 something went wrong, 2 wrong use, 3 the rules refuse, 4 a key is missing or wrong, 5 a check found something.
            """) { Data, KeyFile, Postgres, Json };
        foreach (var verb in Verbs.All())
            root.Subcommands.Add(verb);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("See lapwing --help.");
            return WrongUse;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (KeyProblem problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return NoKey;
        }
        catch (RuleBroken broken)
        {
            await Console.Error.WriteLineAsync(broken.Message);
            return Refused;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. Nothing is half done; run the same command again to go on.");
            return Fault;
        }
    }

    public static Installation Installation(ParseResult parsed, string? urls = null) =>
        Settings.Installation.From(parsed.GetValue(Data), parsed.GetValue(KeyFile), parsed.GetValue(Postgres), urls);
}
