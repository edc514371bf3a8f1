using Microsoft.Extensions.Logging;

namespace FlexPrice.Application.Tests.Fakes;

/// <summary>Remembers what was logged.</summary>
internal sealed class RecordedLogger<T> : ILogger<T>
{
    public IList<(LogLevel Level, string Text)> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Add((logLevel, formatter(state, exception)));
}
