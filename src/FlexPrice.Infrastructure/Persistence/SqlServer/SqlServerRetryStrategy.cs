using FlexPrice.Application.Telemetry;
using FlexPrice.Infrastructure.Sql;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>
/// Tries a whole unit of work again after what passes (a deadlock, a server that restarts, a connection that breaks), and after a conflict:
/// the next try sees what the other one has done, and answers accordingly.
/// </summary>
internal sealed class SqlServerRetryStrategy(DbContext context) : SqlServerRetryingExecutionStrategy(context, Retries.Maximum, Retries.LongestDelay, SqlServerErrors.TransientNumbers)
{
    /// <summary>Whether a failure is a conflict with another transaction.</summary>
    public static bool IsConflict(Exception failure) => Retries.IsConflict(
        failure,
        of => of is SqlException server && (SqlServerErrors.IsUniqueViolation(server) || SqlServerErrors.IsForeignKeyViolation(server) || SqlServerErrors.Numbers(server).Contains(SqlServerErrors.Deadlock)));

    protected override bool ShouldRetryOn(Exception? exception) =>
        exception is not null && (SqlServerErrors.IsTransient(Retries.CauseOf(exception)) || IsConflict(exception));

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
