namespace FlexPrice.Infrastructure.Configuration;

/// <summary>The databases that the product works on. The names are those of the setting <c>Database__Provider</c>.</summary>
internal enum DatabaseProvider
{
    /// <summary>Embedded: a file, one process.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server, any number of processes.</summary>
    PostgreSql,

    /// <summary>A SQL Server, any number of processes.</summary>
    SqlServer,
}
