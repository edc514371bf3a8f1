using FlexPrice.Infrastructure.Configuration;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Lets one process at a time prepare a database file. The operating system holds the lock and releases it when the process ends in any way;
/// a row that names the migrating process, as EF Core writes it, would outlive a kill.
/// </summary>
internal sealed partial class SqliteStartLock(FlexPriceSettings settings, ILogger<SqliteStartLock> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until no other process prepares the same file.</summary>
    /// <returns>What gives the lock back.</returns>
    public async Task<IAsyncDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        var path = settings.Database.File + ".lock";
        for (var isFirst = true; ; isFirst = false)
        {
            if (PrivateFile.TryOpenExclusively(DatabaseSettings.ConnectionStringSetting, path) is { } turn)
            {
                return turn;
            }

            if (isFirst)
            {
                LogWaiting(logger, path);
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Another process is starting on the same database and holds {Path}: waiting for it")]
    private static partial void LogWaiting(ILogger logger, string path);
}
