using Microsoft.Data.SqlClient;

namespace FlexPrice.Infrastructure.Configuration;

/// <summary>Reads what names a database on a SQL Server.</summary>
internal static class SqlServerSettings
{
    private const string Example = "Server=db.example.com;Database=flexprice;User ID=flexprice;Password=…;Encrypt=Strict";

    public static DatabaseSettings Read(string? text, SettingReader reader)
    {
        var connection = ConnectionOf(text, reader);
        return new DatabaseSettings
        {
            Provider = DatabaseProvider.SqlServer,
            ConnectionString = connection?.ToString() ?? "",
            File = null,
            Name = $"the database {connection?.InitialCatalog} on {connection?.DataSource}",

            // Several processes start at once, and who migrates should have chosen to.
            MigrateOnStart = reader.Flag("Database:MigrateOnStart", byDefault: false),
        };
    }

    private static SqlConnectionStringBuilder? ConnectionOf(string? text, SettingReader reader)
    {
        SqlConnectionStringBuilder builder;
        try
        {
            builder = new SqlConnectionStringBuilder(text ?? "");
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or OverflowException)
        {
            // Its words may repeat the password.
            reader.Refuse($"{DatabaseSettings.ConnectionStringSetting} is no SQL Server connection string; for example: {Example}");
            return null;
        }

        if (string.IsNullOrEmpty(builder.DataSource) || string.IsNullOrEmpty(builder.InitialCatalog))
        {
            reader.Refuse($"{DatabaseSettings.ConnectionStringSetting} must name the Server and the Database when Database__Provider is SqlServer; for example: {Example}");
            return null;
        }

        if (!builder.ShouldSerialize("Application Name"))
        {
            builder.ApplicationName = "flexprice";
        }

        return builder;
    }
}
