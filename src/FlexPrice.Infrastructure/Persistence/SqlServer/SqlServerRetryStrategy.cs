using System.Security.Cryptography;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions.Cascade;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>
/// Tries a whole unit of work again after what passes (a deadlock, a server that restarts, a connection that breaks), and after a conflict:
/// the next try sees what the other one has done, and answers accordingly.
/// </summary>
internal sealed class SqlServerRetryStrategy(DbContext context) : SqlServerRetryingExecutionStrategy(context, MaximumRetries, LongestDelay, SqlServerErrors.ThatPass)
{
    private const int MaximumRetries = 6;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(2);

    /// <summary>Whether a failure means that somebody else changed the same thing.</summary>
    public static bool IsConflict(Exception? failure) => failure switch
    {
        DbUpdateConcurrencyException or CascadeMismatchException or FamilyMovedException => true,
        DbUpdateException { InnerException: { } inner } => IsConflict(inner),
        SqlException server => SqlServerErrors.IsTaken(server) || SqlServerErrors.IsReferenceGone(server) || SqlServerErrors.Numbers(server).Contains(SqlServerErrors.Deadlock),
        _ => false,
    };

    protected override bool ShouldRetryOn(Exception? exception) => SqlServerErrors.IsPassing(exception) || IsConflict(exception);

    // Whoever was in the way has committed by now; a moment keeps two from meeting again.
    protected override TimeSpan? GetNextDelay(Exception lastException)
    {
        var delay = base.GetNextDelay(lastException);
        return delay is not null && IsConflict(lastException) ? TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(5, 50)) : delay;
    }
}
