using System.Globalization;

namespace FlexPrice.Testing.Processes;

/// <summary>The test's own look at the database of running servers, with its own SQL. A connection per question, so that nothing stays open and keeps a log from being emptied.</summary>
internal sealed class Database(TestDatabase database)
{
    public Task<long> CountAsync(string sql, params (string Name, object? Value)[] parameters) =>
        Task.Run(() => Convert.ToInt64(database.Scalar(sql, parameters), CultureInfo.InvariantCulture));

    public Task<IReadOnlyList<IReadOnlyList<object?>>> RowsAsync(string sql, params (string Name, object? Value)[] parameters) =>
        Task.Run(() => database.Table(sql, parameters));

    public Task WriteAsync(string sql, params (string Name, object? Value)[] parameters) => Task.Run(() => database.Execute(sql, parameters));

    /// <summary>The first rows as text, for failure messages.</summary>
    public string Describe(string sql)
    {
        try
        {
            return string.Join('\n', database.Lines(sql).Take(20));
        }
        catch (System.Data.Common.DbException failure)
        {
            return failure.Message;
        }
    }

    /// <summary>Every row of every table as text, by table.</summary>
    public Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> DumpAsync() => Task.Run(() => database.Dump().Tables);

    /// <summary>Writes every row of every table into a file, to be searched.</summary>
    public Task WriteRowsAsync(string file) => Task.Run(() => File.WriteAllLines(file, database.EveryRow()));

    /// <summary>Damage of the database itself: dangling references, damaged pages.</summary>
    public Task<IReadOnlyList<string>> DefectsAsync() => Task.Run(database.Defects);

    /// <summary>The number of deadlocks that the server had to resolve; null where the server does not count.</summary>
    public Task<long?> DeadlocksAsync() => Task.Run(() => database.Deadlocks);
}
