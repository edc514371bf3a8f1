using System.Data.Common;

namespace FlexPrice.Infrastructure.Sql;

/// <summary>A query and, once it was run, its rows.</summary>
internal sealed class SqlRows<T>(string statement, IReadOnlyDictionary<string, object?> parameters, Func<DbDataReader, T> read) : SqlQuery(statement, parameters)
{
    private readonly List<T> _rows = [];

    public IReadOnlyList<T> Rows => _rows;

    public override async Task ReadAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken))
        {
            _rows.Add(read(reader));
        }
    }
}
