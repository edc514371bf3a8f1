using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Tests;

/// <summary>A log that a test can read.</summary>
internal sealed class RecordedLog<T> : ILogger<T>
{
    private readonly List<string> _lines = [];

    /// <summary>Level and text of each entry.</summary>
    public IReadOnlyList<string> Lines => _lines;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Add($"{logLevel} {formatter(state, exception)}");
}
