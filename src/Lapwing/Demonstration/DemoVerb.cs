using System.CommandLine;
using Lapwing.CommandLine;

namespace Lapwing.Demonstration;

/// <summary><c>lapwing demo</c>: loads the demonstration; what is there stays.</summary>
internal static class DemoVerb
{
    public static Command Command()
    {
        var command = new Command("demo", "Loads the demonstration partnerships with invented people. What is there stays.");
        command.SetAction(async (parsed, ct) =>
        {
            await Opening.PrepareAsync(Root.Installation(parsed), demonstration: true, Console.Out, ct);
            await Opening.SaySignInsAsync(Console.Out);
            return Root.Done;
        });
        return command;
    }
}
