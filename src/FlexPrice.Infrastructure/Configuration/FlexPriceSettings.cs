using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace FlexPrice.Infrastructure.Configuration;

/// <summary>What the operator configured, read and checked once at start.</summary>
internal sealed record FlexPriceSettings
{
    private static readonly string[] Roles = ["all", "api", "worker"];

    public required string ConnectionString { get; init; }

    /// <summary>The file that the connection string names.</summary>
    public string DatabaseFile => new SqliteConnectionStringBuilder(ConnectionString).DataSource;

    public required bool MigrateOnStart { get; init; }

    public required string? BootstrapKey { get; init; }

    /// <summary>Where a developer's made-up key is kept; null when none is to be made up.</summary>
    public required string? DevelopmentKeyFile { get; init; }

    public required bool SampleData { get; init; }

    public required string KeysPath { get; init; }

    public required bool RunsWorker { get; init; }

    public required Uri? WebhookUrl { get; init; }

    public required string? WebhookSecret { get; init; }

    public required TimeSpan OutboxLease { get; init; }

    /// <summary>The folder through which tests hold and kill a developer's server; null when off.</summary>
    public required string? FailpointsPath { get; init; }

    public static FlexPriceSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var errors = new List<string>();
        var development = environment.IsDevelopment();
        var bootstrapKey = NullIfEmpty(configuration["Bootstrap:ApiKey"]);
        CheckProvider(configuration["Database:Provider"], errors);
        if (bootstrapKey is { Length: < 16 })
        {
            errors.Add("Bootstrap__ApiKey must have at least 16 characters.");
        }

        var keysPath = NullIfEmpty(configuration["Keys:Path"]);
        if (keysPath is null && !development)
        {
            errors.Add("Keys__Path is required outside of Development: name a folder outside of the database and back it up apart from it.");
        }

        var sample = Flag(configuration, "Sample:Data", development, errors);
        if (sample && !development)
        {
            errors.Add("Sample__Data is for Development only: set it to false.");
        }

        var failpoints = NullIfEmpty(configuration["Failpoints:Path"]);
        if (failpoints is not null && !development)
        {
            errors.Add("Failpoints__Path is for Development only: remove it.");
        }

        var role = configuration["Worker:Role"] ?? "all";
        if (!Roles.Contains(role, StringComparer.Ordinal))
        {
            errors.Add($"Worker__Role must be one of: {string.Join(", ", Roles)}.");
        }

        var webhookUrl = WebhookUrlOf(configuration["Webhooks:Url"], errors);
        var connectionString = ConnectionStringOf(configuration.GetConnectionString("FlexPrice"), environment, errors);
        var migrate = Flag(configuration, "Database:MigrateOnStart", byDefault: true, errors);
        var lease = LeaseOf(configuration["Outbox:LeaseSeconds"], errors);
        if (errors.Count > 0)
        {
            throw new ConfigurationException(errors);
        }

        return new FlexPriceSettings
        {
            ConnectionString = connectionString,
            MigrateOnStart = migrate,
            BootstrapKey = bootstrapKey,
            DevelopmentKeyFile = development && bootstrapKey is null && IsLoopback(configuration) ? Path.Combine(DataFolder(connectionString, environment), "dev-key") : null,
            SampleData = sample,
            KeysPath = keysPath ?? Path.Combine(DataFolder(connectionString, environment), "keys"),
            RunsWorker = role != "api",
            WebhookUrl = webhookUrl,
            WebhookSecret = NullIfEmpty(configuration["Webhooks:Secret"]),
            OutboxLease = lease,
            FailpointsPath = failpoints,
        };
    }

    private static void CheckProvider(string? provider, List<string> errors)
    {
        if (provider is not (null or "Sqlite"))
        {
            errors.Add("Database__Provider must be Sqlite.");
        }
    }

    private static bool Flag(IConfiguration configuration, string key, bool byDefault, List<string> errors)
    {
        if (NullIfEmpty(configuration[key]) is not { } text)
        {
            return byDefault;
        }

        if (!bool.TryParse(text, out var value))
        {
            errors.Add($"{key.Replace(":", "__", StringComparison.Ordinal)} must be true or false.");
        }

        return value;
    }

    private static TimeSpan LeaseOf(string? text, List<string> errors)
    {
        const int byDefault = 60;
        if (NullIfEmpty(text) is null)
        {
            return TimeSpan.FromSeconds(byDefault);
        }

        if (!int.TryParse(text, out var seconds) || seconds is < 1 or > 3600)
        {
            errors.Add("Outbox__LeaseSeconds must be a whole number from 1 to 3600.");
        }

        return TimeSpan.FromSeconds(seconds);
    }

    private static Uri? WebhookUrlOf(string? text, List<string> errors)
    {
        if (NullIfEmpty(text) is null)
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            errors.Add("Webhooks__Url must be an absolute http or https address.");
            return null;
        }

        return url;
    }

    private static string ConnectionStringOf(string? text, IHostEnvironment environment, List<string> errors)
    {
        try
        {
            var builder = new SqliteConnectionStringBuilder(NullIfEmpty(text) ?? "Data Source=data/flexprice.db");
            if (builder.Mode == SqliteOpenMode.Memory || string.IsNullOrEmpty(builder.DataSource) || builder.DataSource.StartsWith(':') || builder.DataSource.StartsWith("file:", StringComparison.Ordinal))
            {
                errors.Add("ConnectionStrings__FlexPrice must name a file, for example: Data Source=data/flexprice.db");
                return "";
            }

            builder.DataSource = Path.Combine(environment.ContentRootPath, builder.DataSource);
            return builder.ToString();
        }
        catch (ArgumentException)
        {
            errors.Add("ConnectionStrings__FlexPrice is no SQLite connection string; for example: Data Source=data/flexprice.db");
            return "";
        }
    }

    // Beside the database file, so that a second database of a developer has keys of its own.
    private static string DataFolder(string connectionString, IHostEnvironment environment) =>
        Path.GetDirectoryName(new SqliteConnectionStringBuilder(connectionString).DataSource) ?? environment.ContentRootPath;

    private static bool IsLoopback(IConfiguration configuration) =>
        (configuration["urls"] ?? "http://localhost").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .All(url => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback);

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
