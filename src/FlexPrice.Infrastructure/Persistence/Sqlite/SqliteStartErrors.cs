using Microsoft.Data.Sqlite;

namespace FlexPrice.Infrastructure.Persistence.Sqlite;

/// <summary>Describes failures of SQLite to the operator.</summary>
internal static class SqliteStartErrors
{
    // https://sqlite.org/rescode.html
    private const int Generic = 1;
    private const int NoPermission = 3;
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int Protocol = 15;
    private const int NoDatabase = 26;

    private const string AlreadyExists = "already exists";

    /// <summary>The failure in the operator's terms; null when it is a defect.</summary>
    public static string? Of(SqliteException failure, string file) => failure.SqliteErrorCode switch
    {
        NoPermission or ReadOnly or CannotOpen => Wrong(file, "which cannot be opened to write: name another file, or give the user of this process the right to write its folder, it, and the -wal and -shm beside it."),
        InputOutput or Protocol => Wrong(
            file,
            $"which cannot be read or written together with {file}-wal and {file}-shm beside it: see that no other program has them open, that all three belong to the user of this process, and that the disk is a local one without errors. While no process has the database open, a left-over -shm may be removed; never remove the -wal, in which the last commits are."),
        Generic when failure.Message.Contains(AlreadyExists, StringComparison.Ordinal) => ForeignTable.Of(file, failure.Message, "name another file"),
        Generic when failure.Message.Contains("no such table", StringComparison.Ordinal) || failure.Message.Contains("no such column", StringComparison.Ordinal) =>
            Wrong(file, "which lacks a table or column that this program made: it belongs to another program, then name another file, or a part of it was lost, then restore it from a backup."),
        Busy => Wrong(file, "in which another process is writing for too long: start again when it has finished."),
        Corrupt => Wrong(file, "which is damaged: restore it from a backup."),
        Full => Wrong(file, "whose disk is full: make room there."),
        NoDatabase => Wrong(file, "which is no SQLite database: name another file, or move this one away to have a new database made."),
        _ => null,
    };

    private static string Wrong(string file, string what) => $"ConnectionStrings__FlexPrice names {file}, {what}";
}
