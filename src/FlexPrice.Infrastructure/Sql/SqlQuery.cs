using System.Data.Common;

namespace FlexPrice.Infrastructure.Sql;

/// <summary>A query of the registry, which takes its rows when it is run.</summary>
internal abstract class SqlQuery(string statement, IReadOnlyDictionary<string, object?> parameters)
{
    public SqlCall Call { get; } = new(statement, parameters);

    public abstract Task ReadAsync(DbDataReader reader, CancellationToken cancellationToken);
}
