using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace FlexPrice.Testing.SqlServer;

/// <summary>A statement for SQL Server with the parameters that it is sent with.</summary>
/// <param name="Name">What it is called in a message.</param>
/// <param name="Text">The statement.</param>
/// <param name="Parameters">The parameters with their types.</param>
internal sealed record SqlText(string Name, string Text, IReadOnlyList<(string Name, string Type)> Parameters)
{
    private const int LongestText = 4000;
    private const int LongestBytes = 8000;

    /// <summary>The values that it is sent with.</summary>
    public IReadOnlyList<object?> Values { get; init; } = [];

    /// <summary>What a command would have sent.</summary>
    public static SqlText Of(string name, DbCommand command) =>
        new(name, command.CommandText, [.. command.Parameters.Cast<SqlParameter>().Select(parameter => ($"@{parameter.ParameterName.TrimStart('@')}", TypeOf(parameter)))]) { Values = [.. command.Parameters.Cast<SqlParameter>().Select(parameter => parameter.Value)] };

    /// <summary>The type of a parameter, as it is declared.</summary>
    public static string TypeOf(SqlParameter parameter) => parameter.SqlDbType switch
    {
        System.Data.SqlDbType.NVarChar => $"nvarchar({Size(parameter.Size, LongestText)})",
        System.Data.SqlDbType.VarBinary => $"varbinary({Size(parameter.Size, LongestBytes)})",
        System.Data.SqlDbType.Decimal => $"decimal({parameter.Precision}, {parameter.Scale})",
        var type => type.ToString(),
    };

    private static string Size(int size, int longest) => size is 0 or -1 || size > longest ? "max" : $"{size}";
}
