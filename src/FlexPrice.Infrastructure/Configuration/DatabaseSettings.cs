using Microsoft.Extensions.Hosting;

namespace FlexPrice.Infrastructure.Configuration;

/// <summary>Which database, and what a start may do to it.</summary>
internal sealed record DatabaseSettings
{
    internal const string ConnectionStringSetting = "ConnectionStrings__FlexPrice";

    public required DatabaseProvider Provider { get; init; }

    /// <summary>Empty when it was refused.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>The file of an embedded database; null when there is none.</summary>
    public required string? File { get; init; }

    /// <summary>The maximum number of connections of a process; null for no limit.</summary>
    public required int? Connections { get; init; }

    /// <summary>What an operator calls the database: its file, or its name and server. No secret.</summary>
    public required string Name { get; init; }

    /// <summary>Whether a start brings the schema up to date.</summary>
    public required bool MigrateOnStart { get; init; }

    public static DatabaseSettings Read(SettingReader reader, IHostEnvironment environment)
    {
        var provider = reader.Choice("Database:Provider", DatabaseProvider.Sqlite);
        var text = reader.Text("ConnectionStrings:FlexPrice");
        return provider switch
        {
            DatabaseProvider.Sqlite => SqliteSettings.Read(text, environment, reader),
            DatabaseProvider.PostgreSql => PostgreSqlSettings.Read(text, reader),
            DatabaseProvider.SqlServer => SqlServerSettings.Read(text, reader),
        };
    }
}
