using System.Collections.Concurrent;

namespace FlexPrice.Testing.SqlServer;

/// <summary>The tests' own SQL is the same for all databases: SQL for another database is first parsed and bound for SQL Server.</summary>
internal static class CommonWords
{
    // Statements for this database only.
    private static readonly string[] Own = ["PRAGMA ", "pragma_", "pg_"];

    private static readonly ConcurrentDictionary<string, IReadOnlyList<string>> Known = new(StringComparer.Ordinal);

    /// <summary>Refuses what SQL Server would not understand.</summary>
    public static void Check(string sql, IEnumerable<(string Name, object? Value)> parameters)
    {
        var defects = Known.GetOrAdd(sql, _ => Defects(sql, parameters));
        if (defects.Count > 0)
        {
            throw new InvalidOperationException($"SQL Server does not understand the test: {string.Join('\n', defects)}");
        }
    }

    /// <summary>What SQL Server would not understand.</summary>
    public static IReadOnlyList<string> Defects(string sql, params IEnumerable<(string Name, object? Value)> parameters) => Own.Any(word => sql.Contains(word, StringComparison.Ordinal))
        ? []
        : SqlServerTwin.Shared.Schema.Defects(new SqlText("the test", sql, [.. parameters.Select(parameter => (parameter.Name, TypeOf(parameter.Value)))]));

    private static string TypeOf(object? value) => value switch
    {
        null or string => "nvarchar(max)",
        bool => "bit",
        byte[] => "varbinary(max)",
        DateTimeOffset => "datetimeoffset",
        int or long => "bigint",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "No test has sent such a parameter yet: name its type."),
    };
}
