using System.Data.Common;
using Npgsql;

namespace FlexPrice.Infrastructure.Configuration;

/// <summary>Reads what names a database on a PostgreSQL server.</summary>
internal static class PostgreSqlSettings
{
    private const string Example = "Host=db.example.com;Database=flexprice;Username=flexprice;Password=…;SSL Mode=VerifyFull";

    private const int PreparedStatements = 200;

    public static DatabaseSettings Read(string? text, SettingReader reader)
    {
        var connection = ConnectionOf(text, reader);
        return new DatabaseSettings
        {
            Provider = DatabaseProvider.PostgreSql,
            ConnectionString = connection?.ToString() ?? "",
            File = null,
            Connections = connection is { Pooling: true } ? connection.MaxPoolSize : null,
            Name = $"the database {connection?.Database} on {connection?.Host}:{connection?.Port}",

            // Several processes may start at once; migrating is an explicit choice.
            MigrateOnStart = reader.Flag("Database:MigrateOnStart", byDefault: false),
        };
    }

    private static NpgsqlConnectionStringBuilder? ConnectionOf(string? text, SettingReader reader)
    {
        NpgsqlConnectionStringBuilder builder;
        try
        {
            builder = new NpgsqlConnectionStringBuilder(text ?? "");
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException)
        {
            // Its words may repeat the password.
            reader.Refuse($"{DatabaseSettings.ConnectionStringSetting} is no PostgreSQL connection string; for example: {Example}");
            return null;
        }

        if (string.IsNullOrEmpty(builder.Host) || string.IsNullOrEmpty(builder.Database))
        {
            reader.Refuse($"{DatabaseSettings.ConnectionStringSetting} must name the Host and the Database when Database__Provider is PostgreSql; for example: {Example}");
            return null;
        }

        builder.ApplicationName ??= "flexprice";

        // Planning a statement costs more than running it. With a pooler that does not support prepared statements set 0.
        if (!HasKeyword(text, "MaxAutoPrepare"))
        {
            builder.MaxAutoPrepare = PreparedStatements;
        }

        // No session setting outlives a transaction, so there is nothing to reset.
        if (!HasKeyword(text, "NoResetOnClose"))
        {
            builder.NoResetOnClose = true;
        }

        return builder;
    }

    // The driver knows each name with and without spaces.
    private static bool HasKeyword(string? text, string name) => new DbConnectionStringBuilder { ConnectionString = text }.Keys.Cast<string>()
        .Any(key => key.Replace(" ", "", StringComparison.Ordinal).Equals(name, StringComparison.OrdinalIgnoreCase));
}
