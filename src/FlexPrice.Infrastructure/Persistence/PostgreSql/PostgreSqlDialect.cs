using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Sql;
using FlexPrice.Infrastructure.Sql.Statements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace FlexPrice.Infrastructure.Persistence.PostgreSql;

internal sealed class PostgreSqlDialect : IDatabaseDialect
{
    private static readonly FrozenDictionary<string, SqlStatement> Statements =
        PostgreSqlStatements.Text.ToFrozenDictionary(statement => statement.Key, statement => SqlStatement.Numbered(statement.Value), StringComparer.Ordinal);

    public bool IsOfOneProcess => false;

    public bool LocksRows => true;

    public bool SupportsBatching => true;

    public string? Opening => "plans.keep";

    public string ScriptHeading => "";

    public SqlStatement Sent(string text) => SqlStatement.Numbered(text);

    public SqlStatement Statement(string name) => Statements[name];

    public void Declare(DbParameter parameter)
    {
        // The driver leaves the type of a text to the server, and the server keeps one plan for all lengths.
    }

    public object Time(DateTimeOffset time) => time.ToUniversalTime();

    // Two names that share a number wait for one another, and nothing else comes of it.
    public object LockName(string name) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    public object Ids(IEnumerable<string> ids) => ids.ToArray();

    public object Map(IEnumerable<KeyValuePair<string, string>> ids) => JsonSerializer.Serialize(ids.ToDictionary(StringComparer.Ordinal));

    public decimal Money(DbDataReader reader, int column) => reader.GetDecimal(column);

    public DateTimeOffset Time(DbDataReader reader, int column) => reader.GetFieldValue<DateTimeOffset>(column);

    public IExecutionStrategy Retrying(DbContext context) => new PostgreSqlRetryStrategy(context);

    public bool IsTransient(Exception failure) => PostgreSqlRetryStrategy.IsConflict(failure) || ToError(failure)?.Kind == ErrorKind.ServiceUnavailable;

    public Error? ToError(Exception failure) => Retries.CauseOf(failure) switch
    {
        PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation } => PersistenceErrors.ReferenceNotFound(),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => PersistenceErrors.AlreadyExists(),
        NpgsqlException { IsTransient: true } => PersistenceErrors.Busy(),
        var cause when PostgreSqlRetryStrategy.IsServerStop(cause) => PersistenceErrors.Busy(),
        var cause => PersistenceErrors.OfOwnException(cause),
    };
}
