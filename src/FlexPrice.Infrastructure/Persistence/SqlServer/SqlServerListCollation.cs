using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>
/// Entity Framework sends a list as JSON, whose values come with the collation of the database and could not be compared with
/// columns that have another one: https://github.com/dotnet/efcore/issues/32147
/// </summary>
internal sealed partial class SqlServerListCollation : DbCommandInterceptor
{
    public static SqlServerListCollation Instance { get; } = new();

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (result.CommandText.Contains("OPENJSON", StringComparison.Ordinal))
        {
            result.CommandText = Value().Replace(result.CommandText, $"$0 COLLATE {SqlServerText.Collation}");
        }

        return result;
    }

    [GeneratedRegex(@"WITH \(\[\w+\] nvarchar\((\d+|max)\)(?= '\$'\))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Value();
}
