using System.Collections.Frozen;
using System.Data.Common;
using System.Text.Json;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Sql;
using FlexPrice.Infrastructure.Sql.Statements;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

internal sealed class SqlServerDialect : IDatabaseDialect
{
    private static readonly FrozenDictionary<string, SqlStatement> Statements =
        SqlServerStatements.Text.ToFrozenDictionary(statement => statement.Key, statement => SqlStatement.Named(statement.Value), StringComparer.Ordinal);

    public bool IsOfOneProcess => false;

    public bool LocksRows => true;

    // Off: batched row counts are not verified on SQL Server.
    public bool SupportsBatching => false;

    public string? Opening => null;

    public string ScriptHeading => SqlServerSetUp.ScriptHeading;

    public SqlStatement Sent(string text) => SqlStatement.Named(text);

    public SqlStatement Statement(string name) => Statements[name];

    public void Declare(DbParameter parameter) => SqlServerParameters.Declare((SqlParameter)parameter);

    public object Time(DateTimeOffset time) => time.ToUniversalTime();

    public object LockName(string name) => name;

    public object Ids(IEnumerable<string> ids) => JsonSerializer.Serialize(ids);

    public object Map(IEnumerable<KeyValuePair<string, string>> ids) => JsonSerializer.Serialize(ids.ToDictionary(StringComparer.Ordinal));

    public decimal Money(DbDataReader reader, int column) => reader.GetDecimal(column);

    public DateTimeOffset Time(DbDataReader reader, int column) => reader.GetFieldValue<DateTimeOffset>(column);

    public IExecutionStrategy Retrying(DbContext context) => new SqlServerRetryStrategy(context);

    public bool IsTransient(Exception failure) => SqlServerRetryStrategy.IsConflict(failure) || ToError(failure)?.Kind == ErrorKind.ServiceUnavailable;

    public Error? ToError(Exception failure) => Retries.CauseOf(failure) switch
    {
        SqlException server when SqlServerErrors.IsForeignKeyViolation(server) => PersistenceErrors.ReferenceNotFound(),
        SqlException server when SqlServerErrors.IsUniqueViolation(server) => PersistenceErrors.AlreadyExists(),
        var cause when SqlServerErrors.IsTransient(cause) => PersistenceErrors.Busy(),
        var cause => PersistenceErrors.OfOwnException(cause),
    };
}
