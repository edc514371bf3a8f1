using System.Data.Common;
using System.Linq.Expressions;
using FlexPrice.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FlexPrice.Testing.SqlServer;

/// <summary>Every query that is executed on another database has a twin for SQL Server, which is parsed and bound; what has none fails the test that executes it.</summary>
internal sealed class QueryTwins : DbCommandInterceptor, IQueryExpressionInterceptor
{
    /// <summary>One for all programs, which then share the queries that EF has compiled.</summary>
    public static QueryTwins Instance { get; } = new();

    // Statements for this database only.
    private static readonly string[] Own = ["to_regclass", "sqlite_master"];

    // What EF makes of queries and of changes; the statements of the registry are compared by name elsewhere.
    private static readonly HashSet<CommandSource> Known =
    [
        CommandSource.LinqQuery, CommandSource.FromSqlQuery, CommandSource.SaveChanges, CommandSource.ExecuteUpdate, CommandSource.ExecuteDelete, CommandSource.Migrations,
    ];

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        var raw = new RawSqlFinder();
        raw.Visit(queryExpression);
        if (!raw.Found.Exists(IsOwn))
        {
            var twins = SqlServerTwin.Shared.Translate(queryExpression);
            SqlServerTwin.Shared.Schema.Defects([.. twins]).ShouldBeEmpty();
            twins.SelectMany(twin => TextComparisons.Unguarded(twin.Text, SqlServerTwin.Shared.Texts)).ShouldBeEmpty("SQL Server takes texts for the same that have blanks at their ends");
        }

        return queryExpression;
    }

    // Hand-written SQL for SQLite is not sent to a server.
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (!Known.Contains(eventData.CommandSource) && eventData.Context is not SqliteFlexPriceDbContext)
        {
            throw new InvalidOperationException($"{eventData.CommandSource} sends what has no twin for SQL Server: {result.CommandText}");
        }

        KnownStatements.OfProduct.AddOfContext(result.CommandText);
        return result;
    }

    private static bool IsOwn(string sql) => Own.Any(word => sql.Contains(word, StringComparison.Ordinal));
}
