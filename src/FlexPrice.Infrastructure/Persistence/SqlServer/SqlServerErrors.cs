using System.Collections.Frozen;
using Microsoft.Data.SqlClient;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>What the numbers of SQL Server's errors mean: https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors</summary>
internal static class SqlServerErrors
{
    public const int Deadlock = 1205;

    private const int ForeignKey = 547;
    private const int UniqueIndex = 2601;
    private const int UniqueConstraint = 2627;

    private static readonly FrozenSet<int> Passing = FrozenSet.ToFrozenSet(
    [
        Deadlock,
        1204, // no memory for locks
        1222, // waited too long for a lock
        -2, // waited too long for an answer
        -1, 2, 20, 53, 64, 121, 233, 258, 10053, 10054, 10060, 10061, 11001, // the network, or a server that starts or stops
        596, 6005, 17142, 17143, 18401, // the session or the server is being ended, or starts
        976, 978, 983, // the replica of an availability group is not the one that writes
        617, 669, 701, 802, 3966, 8628, 8645, 8651, // memory and other resources
        4060, 4221, 10922, 10928, 10929, 10936, 40143, 40197, 40501, 40540, 40613, 42108, 42109, 49918, 49919, 49920, // Azure SQL moves or throttles the database
    ]);

    /// <summary>The numbers of the failures that pass.</summary>
    public static IReadOnlyCollection<int> ThatPass => Passing;

    /// <summary>Whether a failure passes: a deadlock, a server that restarts, a connection that breaks or that the pool cannot give.</summary>
    public static bool IsPassing(Exception? failure) => failure switch
    {
        SqlException server => Numbers(server).Any(Passing.Contains),
        InvalidOperationException { Source: "Microsoft.Data.SqlClient" } client => client.Message.Contains("pool", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Whether a row that another one refers to is not there, or is still referred to.</summary>
    public static bool IsReferenceGone(SqlException failure) => Numbers(failure).Contains(ForeignKey);

    /// <summary>Whether a row with the same key is there already.</summary>
    public static bool IsTaken(SqlException failure) => Numbers(failure).Any(number => number is UniqueIndex or UniqueConstraint);

    public static IEnumerable<int> Numbers(SqlException failure) => failure.Errors.Cast<SqlError>().Select(error => error.Number);
}
