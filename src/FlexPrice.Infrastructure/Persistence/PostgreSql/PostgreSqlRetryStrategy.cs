using FlexPrice.Application.Telemetry;
using FlexPrice.Infrastructure.Sql;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL;

namespace FlexPrice.Infrastructure.Persistence.PostgreSql;

/// <summary>
/// Tries a whole unit of work again after what passes (a deadlock, a server that restarts, a connection that breaks), and after a conflict:
/// the next try sees what the other one has done, and answers accordingly.
/// </summary>
internal sealed class PostgreSqlRetryStrategy(DbContext context) : NpgsqlRetryingExecutionStrategy(context, Retries.Maximum, Retries.LongestDelay, ServerStops)
{
    // Npgsql does not count these as transient: the session was ended by an operator. The next one may be let in.
    private static readonly string[] ServerStops = [PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown, PostgresErrorCodes.CannotConnectNow];

    /// <summary>Whether a failure is a conflict with another transaction.</summary>
    public static bool IsConflict(Exception failure) => Retries.IsConflict(failure, of => of is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
    });

    /// <summary>Whether a failure means that the server stopped or was made to end the session.</summary>
    public static bool IsServerStop(Exception failure) => failure is PostgresException postgres && ServerStops.Contains(postgres.SqlState, StringComparer.Ordinal);

    protected override bool ShouldRetryOn(Exception? exception) =>
        exception is not null && (base.ShouldRetryOn(Retries.CauseOf(exception)) || IsConflict(exception));

    protected override TimeSpan? GetNextDelay(Exception lastException)
    {
        var delay = base.GetNextDelay(lastException);
        return delay is not null && IsConflict(lastException) ? Retries.DelayAfterConflict() : delay;
    }

    protected override void OnRetry()
    {
        FlexPriceTelemetry.Retries.Add(1);
        base.OnRetry();
    }
}
