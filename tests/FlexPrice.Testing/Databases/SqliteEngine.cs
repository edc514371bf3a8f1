namespace FlexPrice.Testing.Databases;

/// <summary>SQLite, in a file.</summary>
public sealed class SqliteEngine : Engine
{
    internal override string Name => "Sqlite";

    internal override TestDatabase NewDatabase(bool isEmpty = false) => new SqliteDatabase();
}
