using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Lapwing.Tests.Access.Matrix;

/// <summary>Every line that anything writes into the log, two levels below what is written in earnest: an administrator may look closer one day. The same line is kept once.</summary>
internal sealed partial class LogLines : ILoggerProvider
{
    private readonly ConcurrentDictionary<string, byte> lines = new();

    public int Count => lines.Count;

    public void Into(WebApplicationBuilder builder) => builder.Logging.AddProvider(this).AddFilter<LogLines>(null, LogLevel.Information);

    public IEnumerable<(string Where, byte[] Bytes)> All() => lines.IsEmpty ? [] : [("a log line", Encoding.UTF8.GetBytes(string.Join('\n', lines.Keys)))];

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose() { }

    private sealed class Logger(LogLines into) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            into.lines.TryAdd(state.ToString() ?? "", 0);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            into.lines.TryAdd(Took().Replace($"{formatter(state, exception)} {exception}", ""), 0);
    }

    [GeneratedRegex(@"[\d.,]+ ?ms")]
    private static partial Regex Took();
}
