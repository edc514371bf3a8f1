using System.Security.Cryptography;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions.Cascade;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL;

namespace FlexPrice.Infrastructure.Persistence.PostgreSql;

/// <summary>
/// Tries a whole unit of work again after what passes (a deadlock, a server that restarts, a connection that breaks), and after a conflict:
/// the next try sees what the other one has done, and answers accordingly.
/// </summary>
internal sealed class PostgreSqlRetryStrategy(DbContext context) : NpgsqlRetryingExecutionStrategy(context, MaximumRetries, LongestDelay, ServerStops)
{
    private const int MaximumRetries = 6;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(2);

    // Npgsql does not count these as transient: the session was ended by an operator. The next one may be let in.
    private static readonly string[] ServerStops = [PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown, PostgresErrorCodes.CannotConnectNow];

    /// <summary>Whether a failure means that somebody else changed the same thing.</summary>
    public static bool IsConflict(Exception? failure) => failure switch
    {
        DbUpdateConcurrencyException or CascadeMismatchException or FamilyMovedException => true,
        DbUpdateException { InnerException: { } inner } => IsConflict(inner),
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation
            or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
        _ => false,
    };

    /// <summary>Whether a failure means that the server stopped or was made to end the session.</summary>
    public static bool IsServerStop(Exception? failure) => failure is PostgresException postgres && ServerStops.Contains(postgres.SqlState, StringComparer.Ordinal);

    protected override bool ShouldRetryOn(Exception? exception) => base.ShouldRetryOn(exception) || IsConflict(exception);

    // Whoever was in the way has committed by now; a moment keeps two from meeting again.
    protected override TimeSpan? GetNextDelay(Exception lastException)
    {
        var delay = base.GetNextDelay(lastException);
        return delay is not null && IsConflict(lastException) ? TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(5, 50)) : delay;
    }
}
