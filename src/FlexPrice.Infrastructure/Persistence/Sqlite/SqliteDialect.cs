using System.Collections.Frozen;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Sql;
using FlexPrice.Infrastructure.Sql.Statements;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FlexPrice.Infrastructure.Persistence.Sqlite;

internal sealed class SqliteDialect : IDatabaseDialect
{
    private static readonly FrozenDictionary<string, SqlStatement> Statements =
        SqliteStatements.Text.ToFrozenDictionary(statement => statement.Key, statement => SqlStatement.Named(statement.Value), StringComparer.Ordinal);

    // https://sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ForeignKey = 787;
    private const int PrimaryKey = 1555;
    private const int Unique = 2067;

    public bool IsOfOneProcess => true;

    public bool LocksRows => false;

    public bool SupportsBatching => false;

    public string? Opening => null;

    public string ScriptHeading => "";

    public SqlStatement Sent(string text) => SqlStatement.Named(text);

    public SqlStatement Statement(string name) => Statements[name];

    public void Declare(DbParameter parameter)
    {
        // SQLite values carry their type.
    }

    public object Time(DateTimeOffset time) => time.UtcTicks;

    public object LockName(string name) => name;

    public object Ids(IEnumerable<string> ids) => JsonSerializer.Serialize(ids);

    public object Map(IEnumerable<KeyValuePair<string, string>> ids) => JsonSerializer.Serialize(ids.ToDictionary(StringComparer.Ordinal));

    // Money is stored as text; a sum or a literal may come as a number.
    public decimal Money(DbDataReader reader, int column) => Convert.ToDecimal(reader.GetValue(column), CultureInfo.InvariantCulture);

    public DateTimeOffset Time(DbDataReader reader, int column) => new(reader.GetInt64(column), TimeSpan.Zero);

    // A single writer has no conflicts.
    public IExecutionStrategy Retrying(DbContext context) => new NonRetryingExecutionStrategy(context);

    public bool IsTransient(Exception failure) => false;

    public Error? ToError(Exception failure) => failure switch
    {
        DbUpdateException and not DbUpdateConcurrencyException and { InnerException: { } inner } => ToError(inner),
        SqliteException { SqliteErrorCode: Busy or Locked } => PersistenceErrors.Busy(),
        SqliteException { SqliteExtendedErrorCode: ForeignKey } => PersistenceErrors.ReferenceNotFound(),
        SqliteException { SqliteExtendedErrorCode: PrimaryKey or Unique } => PersistenceErrors.AlreadyExists(),
        _ => PersistenceErrors.OfOwnException(failure),
    };
}
