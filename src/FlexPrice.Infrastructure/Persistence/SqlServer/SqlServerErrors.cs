using System.Collections.Frozen;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.SqlServer.Storage.Internal;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>What the numbers of SQL Server's errors mean: https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors</summary>
internal static class SqlServerErrors
{
    public const int Deadlock = 1205;

    // For foreign keys and CHECK alike. The message shows which one, untranslated in every language of the server.
    private const int Constraint = 547;
    private static readonly string[] ForeignKey = ["FOREIGN KEY", "REFERENCE"];

    private const int UniqueIndex = 2601;
    private const int UniqueConstraint = 2627;

    // From this severity on the connection is closed: https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-error-severities
    private const byte Fatal = 20;

    private static readonly FrozenSet<int> Transient = FrozenSet.ToFrozenSet(
    [
        -2, // waited too long for an answer
        -1, 2, 53, 258, 10061, // the network
        596, 6005, 17142, 17143, // the session or the server is being ended, or starts
        50000, // the place of a deletion was not free in time
        976, 978, 983, // a replica of an availability group that does not write
    ]);

    /// <summary>The numbers of transient failures that Entity Framework does not know.</summary>
    public static IReadOnlyCollection<int> TransientNumbers => Transient;

    /// <summary>Whether a failure passes: a deadlock, a server that restarts, a connection that breaks or that the pool cannot give.</summary>
    public static bool IsTransient(Exception failure) => failure switch
    {
        SqlException server => server.Class >= Fatal || Numbers(server).Any(Transient.Contains) || IsTransientForEntityFramework(server),
        InvalidOperationException { Source: "Microsoft.Data.SqlClient" } client => client.Message.Contains("pool", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Whether a row that another one refers to is not there, or is still referred to. A row that breaks a CHECK is a defect.</summary>
    public static bool IsForeignKeyViolation(SqlException failure) =>
        failure.Errors.Cast<SqlError>().Any(error => error.Number == Constraint && Array.Exists(ForeignKey, kind => error.Message.Contains(kind, StringComparison.Ordinal)));

    /// <summary>Whether a row with the same key is there already.</summary>
    public static bool IsUniqueViolation(SqlException failure) => Numbers(failure).Any(number => number is UniqueIndex or UniqueConstraint);

    public static IEnumerable<int> Numbers(SqlException failure) => failure.Errors.Cast<SqlError>().Select(error => error.Number);

    // A failure that Entity Framework retries must map to an error after its last attempt.
    private static bool IsTransientForEntityFramework(SqlException failure) =>
#pragma warning disable EF1001
        SqlServerTransientExceptionDetector.ShouldRetryOn(failure);
#pragma warning restore EF1001
}
