using System.Data.Common;
using System.Globalization;

namespace FlexPrice.Testing.Databases;

/// <summary>Every row of every table, by primary key.</summary>
internal sealed record DatabaseDump(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Tables)
{
    /// <summary>All of it.</summary>
    public string Everything => string.Join('\n', Tables.SelectMany(table => table.Value.Select(row => $"{table.Key}: {row.Value}")));

    public static IReadOnlyDictionary<string, string> Read(DbDataReader reader, IReadOnlyList<string> key, Func<object?, object?> value)
    {
        var names = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        var keys = key.Select(reader.GetOrdinal).ToList();
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            var values = names.Select((_, column) => Text(value(reader.GetValue(column)))).ToList();
            rows[string.Join('|', keys.Select(column => values[column]))] = string.Join(';', names.Zip(values, (name, text) => $"{name}={text}"));
        }

        return rows;
    }

    public static string Text(object? value) => value switch
    {
        null => "NULL",
        byte[] bytes => Convert.ToHexString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>What differs from an earlier dump, by table; tables without a difference are left out.</summary>
    public IReadOnlyDictionary<string, TableDifference> Since(DatabaseDump before)
    {
        var differences = new SortedDictionary<string, TableDifference>(StringComparer.Ordinal);
        foreach (var (table, rows) in Tables)
        {
            var former = before.Tables[table];
            var difference = new TableDifference(
                [.. rows.Keys.Where(key => !former.ContainsKey(key))],
                [.. former.Keys.Where(key => !rows.ContainsKey(key))],
                [.. rows.Where(row => former.TryGetValue(row.Key, out var old) && old != row.Value).Select(row => row.Key)]);
            if (!difference.IsNone)
            {
                differences[table] = difference;
            }
        }

        return differences;
    }

    public void ShouldEqual(DatabaseDump before, string? why = null)
    {
        var difference = Since(before);
        difference.ShouldBeEmpty($"{why} changed {string.Join("; ", difference.Select(table => $"{table.Key}: {table.Value}"))}");
    }
}
