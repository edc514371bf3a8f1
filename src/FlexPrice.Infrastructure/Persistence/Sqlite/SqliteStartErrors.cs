using Microsoft.Data.Sqlite;

namespace FlexPrice.Infrastructure.Persistence.Sqlite;

/// <summary>What a failure of SQLite means to who starts the program.</summary>
internal static class SqliteStartErrors
{
    // https://sqlite.org/rescode.html
    private const int NoPermission = 3;
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;

    /// <summary>The failure in the operator's terms; null when it is a defect.</summary>
    public static string? Of(SqliteException failure, string file) => failure.SqliteErrorCode switch
    {
        NoPermission or ReadOnly or CannotOpen => Wrong(file, "which cannot be opened to write: name another file, or give the user of this process the right to write it and its folder."),
        Busy => Wrong(file, "in which another process is writing for too long: start again when it has finished."),
        Corrupt => Wrong(file, "which is damaged: restore it from a backup."),
        Full => Wrong(file, "whose disk is full: make room there."),
        NoDatabase => Wrong(file, "which is no SQLite database: name another file, or move this one away to have a new database made."),
        _ => null,
    };

    private static string Wrong(string file, string what) => $"ConnectionStrings__FlexPrice names {file}, {what}";
}
