using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace FlexPrice.Infrastructure.Configuration;

/// <summary>Reads what names a database file.</summary>
internal static class SqliteSettings
{
    private const string Example = "Data Source=data/flexprice.db";

    public static DatabaseSettings Read(string? text, IHostEnvironment environment, SettingReader reader)
    {
        var connection = ConnectionOf(text, environment, reader);
        return new DatabaseSettings
        {
            Provider = DatabaseProvider.Sqlite,
            ConnectionString = connection?.ToString() ?? "",
            File = connection?.DataSource ?? "",
            Connections = null,
            Name = connection?.DataSource ?? "",
            MigrateOnStart = reader.Flag("Database:MigrateOnStart", byDefault: true),
        };
    }

    private static SqliteConnectionStringBuilder? ConnectionOf(string? text, IHostEnvironment environment, SettingReader reader)
    {
        try
        {
            var builder = new SqliteConnectionStringBuilder(text ?? Example);
            if (builder.Mode == SqliteOpenMode.Memory || string.IsNullOrEmpty(builder.DataSource) || builder.DataSource.StartsWith(':') || builder.DataSource.StartsWith("file:", StringComparison.Ordinal))
            {
                reader.Refuse($"{DatabaseSettings.ConnectionStringSetting} must name a file, for example: {Example}");
                return null;
            }

            if (builder.Mode == SqliteOpenMode.ReadOnly)
            {
                reader.Refuse($"{DatabaseSettings.ConnectionStringSetting} must allow to write: remove Mode=ReadOnly.");
            }

            builder.DataSource = Path.Combine(environment.ContentRootPath, builder.DataSource);
            return builder;
        }
        catch (ArgumentException)
        {
            reader.Refuse($"{DatabaseSettings.ConnectionStringSetting} is no SQLite connection string; for example: {Example}");
            return null;
        }
    }
}
