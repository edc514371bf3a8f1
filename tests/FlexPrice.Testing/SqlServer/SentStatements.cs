using Microsoft.Extensions.Logging;
using Npgsql;

namespace FlexPrice.Testing.SqlServer;

/// <summary>
/// Watches everything that the driver of PostgreSQL sends. A statement that is in no list, or only in one of this database, fails its sender.
/// What the tests say with their own SQL is checked elsewhere and not listened to.
/// </summary>
internal sealed class SentStatements : ILoggerFactory, ILogger
{
    private static readonly AsyncLocal<List<string>?> Recorded = new();

    private SentStatements()
    {
    }

    /// <summary>Listens from now on; to be called before the first connection is opened.</summary>
    public static void Watch() => NpgsqlLoggingConfiguration.InitializeLogging(new SentStatements());

    /// <summary>What is sent by some work, in order.</summary>
    public static async Task<IReadOnlyList<string>> RecordAsync(Func<Task> work)
    {
        var recorded = new List<string>();
        Recorded.Value = recorded;
        await work();
        return recorded;
    }

    public ILogger CreateLogger(string categoryName) => categoryName == "Npgsql.Command" ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public void AddProvider(ILoggerProvider provider)
    {
        // There is no other listener.
    }

    // The driver asks for information first.
    public bool IsEnabled(LogLevel logLevel) => logLevel is LogLevel.Debug or LogLevel.Information;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        foreach (var text in TextsIn(eventId, (IReadOnlyList<KeyValuePair<string, object?>>)state!))
        {
            Recorded.Value?.Add(text);
            if (!KnownStatements.OfProduct.Contain(text))
            {
                throw new InvalidOperationException($"PostgreSQL is sent what is in none of the lists, or has no twin for SQL Server: {text}");
            }
        }
    }

    public void Dispose()
    {
        // Listens until the process ends.
    }

    private static IEnumerable<string> TextsIn(EventId happened, IReadOnlyList<KeyValuePair<string, object?>> state) => happened.Name switch
    {
        "ExecutingCommand" => [(string)Value(state, "CommandText")!],
        "ExecutingBatch" => (IEnumerable<string>)Value(state, "BatchCommands")!,
        _ => [],
    };

    private static object? Value(IReadOnlyList<KeyValuePair<string, object?>> state, string name) => state.Single(pair => pair.Key == name).Value;
}
