using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>
/// A server whose <c>user options</c> contain 512 returns no row counts, and <c>ExecuteNonQuery</c> answers −1. So a write whose count is used enables row counts.
/// The statement does it, not the connection: the pool resets a connection's settings, and Entity Framework disables row counts before its own writes, whose counts are returned as results.
/// </summary>
internal sealed partial class SqlServerRowCounts : DbCommandInterceptor
{
    /// <summary>Has the server tell the counts of what follows.</summary>
    public const string EnableRowCounts = "SET NOCOUNT OFF;";

    public static SqlServerRowCounts Instance { get; } = new();

    /// <summary>A statement of the registry that tells its count if it changes rows.</summary>
    public static string WithRowCounts(string statement) => Write().IsMatch(statement) ? $"{EnableRowCounts}\n{statement}" : statement;

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (eventData.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete or CommandSource.ExecuteSqlRaw)
        {
            result.CommandText = $"{EnableRowCounts}\n{result.CommandText}";
        }

        return result;
    }

    [GeneratedRegex("^ *(INSERT|UPDATE|DELETE|MERGE) ", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Write();
}
