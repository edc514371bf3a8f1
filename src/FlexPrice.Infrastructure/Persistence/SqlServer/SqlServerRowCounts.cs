using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>
/// A server whose <c>user options</c> contain 512 tells nobody how many rows a statement has changed, and <c>ExecuteNonQuery</c> answers −1. So a write whose count is used says that it wants it.
/// It says so itself and not the connection: the pool takes back what a connection was told, and Entity Framework says the opposite before its own writes, whose counts come as results.
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
