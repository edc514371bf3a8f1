using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>
/// Entity Framework sends a list as JSON, whose values have the collation of the database and could not be compared with
/// columns that have another one: https://github.com/dotnet/efcore/issues/32147
/// It gives them the size of the column, so that a longer value would be cut off and equal to what it begins with. And it declares a short list shorter than a long one, and the server would keep a plan for each combination.
/// </summary>
internal sealed partial class SqlServerLists : DbCommandInterceptor
{
    private const int Unlimited = -1;

    public static SqlServerLists Instance { get; } = new();

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (result.CommandText.Contains("OPENJSON", StringComparison.Ordinal))
        {
            result.CommandText = Value().Replace(result.CommandText, $"WITH (${{name}} nvarchar({SqlServerText.Longest}) COLLATE {SqlServerText.Collation}");
            foreach (Match list in List().Matches(result.CommandText))
            {
                result.Parameters[list.Groups["name"].Value].Size = Unlimited;
            }
        }

        return result;
    }

    [GeneratedRegex(@"OPENJSON\((?<name>@\w+)\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex List();

    [GeneratedRegex(@"WITH \((?<name>\[\w+\]) nvarchar\((\d+|max)\)(?= '\$'\))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Value();
}
