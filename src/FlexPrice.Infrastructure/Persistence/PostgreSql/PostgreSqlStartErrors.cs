using Npgsql;

namespace FlexPrice.Infrastructure.Persistence.PostgreSql;

/// <summary>Describes failures of PostgreSQL to the operator.</summary>
internal static class PostgreSqlStartErrors
{
    /// <summary>The failure in the operator's terms; null when it is a defect.</summary>
    public static string? Of(Exception failure, string name) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            Wrong(name, "which refuses this user and password: correct them, and see that pg_hba.conf lets the user in from here."),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            Wrong(name, "which does not exist: make it, or run the program with migrate as a user who may create databases."),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
            Wrong(name, "in which this user lacks a right: make it the owner of the database, or run migrate as the owner and grant this user SELECT, INSERT, UPDATE and DELETE on all tables."),
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } =>
            Wrong(name, "which has no connection left: raise max_connections, or lower Maximum Pool Size in the connection string."),
        PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow } =>
            Wrong(name, "which is starting or stopping: start again in a moment."),
        PostgresException { SqlState: PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.DuplicateObject } exists => ForeignTable.Of(name, exists.MessageText, "name another database"),
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn } =>
            Wrong(name, "which lacks a table or column that this program made: it belongs to another program, then name another database, or a part of it was lost, then restore it from a backup."),
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } =>
            Wrong(name, "which may only be read: name the primary server, no replica."),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
            Wrong(name, "whose disk is full: make room there."),
        PostgresException => null,
        NpgsqlException => Wrong(name, "which does not answer: see that the server runs, that this machine may reach it, and that SSL Mode is what it expects."),
        _ => null,
    };

    private static string Wrong(string name, string what) => $"ConnectionStrings__FlexPrice names {name}, {what}";
}
