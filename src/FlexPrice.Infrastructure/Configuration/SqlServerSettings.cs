using System.Globalization;
using Microsoft.Data.SqlClient;

namespace FlexPrice.Infrastructure.Configuration;

/// <summary>Reads what names a database on a SQL Server.</summary>
internal static class SqlServerSettings
{
    private const string Example = "Server=db.example.com;Database=flexprice;User ID=flexprice;Password=…;Encrypt=Mandatory";

    public static DatabaseSettings Read(string? text, SettingReader reader)
    {
        RefuseWithoutCultures(reader);
        var connection = ConnectionOf(text, reader);
        return new DatabaseSettings
        {
            Provider = DatabaseProvider.SqlServer,
            ConnectionString = connection?.ToString() ?? "",
            File = null,
            Connections = connection is { Pooling: true } ? connection.MaxPoolSize : null,
            Name = $"the database {connection?.InitialCatalog} on {connection?.DataSource}",

            // Several processes may start at once; migrating is an explicit choice.
            MigrateOnStart = reader.Flag("Database:MigrateOnStart", byDefault: false),
        };
    }

    private static void RefuseWithoutCultures(SettingReader reader)
    {
        try
        {
            _ = CultureInfo.GetCultureInfo("en-US");
        }
        catch (CultureNotFoundException)
        {
            reader.Refuse("Database__Provider is SqlServer, whose client asks for the data of cultures: install ICU (libicu) and set DOTNET_SYSTEM_GLOBALIZATION_INVARIANT to 0 where the program starts.");
        }
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
