using Microsoft.Data.SqlClient;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>Describes failures of SQL Server to the operator.</summary>
internal static class SqlServerStartErrors
{
    /// <summary>The failure in the operator's terms; null when it is a defect.</summary>
    public static string? Of(Exception failure, string name) => failure is SqlException server ? Of(server, name) : null;

    private static string? Of(SqlException failure, string name) => failure.Number switch
    {
        18452 or 18456 or 18470 or 18486 or 18487 or 18488 => Wrong(name, "which refuses this user and password: correct them, and see that the server takes logins of this kind."),
        911 or 4060 => Wrong(name, "which does not exist, or which this user may not open: make it, or run the program with migrate as a user who may create databases."),
        229 or 230 or 262 or 297 or 300 or 1088 or 3702 or 15247 =>
            Wrong(name, "in which this user lacks a right: make it a db_owner of the database, or run migrate as one and add this user to db_datareader and db_datawriter."),
        5011 or 5061 or 5069 or 5070 =>
            Wrong(name, "in which READ_COMMITTED_SNAPSHOT is off and could not be set: run ALTER DATABASE … SET READ_COMMITTED_SNAPSHOT ON as its owner, while nobody else uses the database."),
        2714 => ForeignTable.Of(name, failure.Message, "name another database"),
        207 or 208 => Wrong(name, "which lacks a table or column that this program made: it belongs to another program, then name another database, or a part of it was lost, then restore it from a backup."),
        3906 => Wrong(name, "which may only be read: name the primary server, no replica."),
        1105 or 9002 => Wrong(name, "whose disk is full: make room there."),
        _ when SqlServerErrors.IsTransient(failure) =>
            Wrong(name, "which does not answer: see that the server runs, that this machine may reach it, and that its certificate is one that Encrypt and TrustServerCertificate accept; Encrypt=Strict needs SQL Server 2022 or later."),
        _ => null,
    };

    private static string Wrong(string name, string what) => $"ConnectionStrings__FlexPrice names {name}, {what}";
}
