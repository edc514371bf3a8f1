using System.Security.Cryptography.X509Certificates;
using FlexPrice.Application.Abstractions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace FlexPrice.Infrastructure.Configuration;

/// <summary>What the operator configured, read and checked once at start.</summary>
internal sealed record FlexPriceSettings
{
    private static readonly string[] Roles = ["all", "api", "worker"];

    [PerProcess("They share the database; each may reach it in its own way.", "Database__Provider", "ConnectionStrings__FlexPrice", "Database__MigrateOnStart")]
    public required DatabaseSettings Database { get; init; }

    [MustAgree("Bootstrap__ApiKey", With = "Bootstrap__PreviousApiKey")]
    public required BootstrapSettings Bootstrap { get; init; }

    /// <summary>The file of a developer's generated key; null when none is generated.</summary>
    [PerProcess("Made up on one developer's machine.")]
    public required string? DevelopmentKeyFile { get; init; }

    [PerProcess("Made once, by whoever starts first.", "Sample__Data")]
    public required bool SampleData { get; init; }

    [PerProcess("A folder may be mounted elsewhere; what lies in it is compared.", "Keys__Path")]
    public required string KeysPath { get; init; }

    /// <summary>What the key ring is encrypted under; null when it is not.</summary>
    [MustAgree("Keys__Certificate", With = "Keys__CertificatePassword")]
    public required X509Certificate2? KeysCertificate { get; init; }

    [PerProcess("What roles are for.", "Worker__Role")]
    public required bool RunsWorker { get; init; }

    public required WebhookSettings Webhooks { get; init; }

    /// <summary>The operator's broker; null when there is none.</summary>
    public required RabbitMqSettings? RabbitMq { get; init; }

    /// <summary>The operator's choice for each channel.</summary>
    [PerProcess("Made of Webhooks__Url and RabbitMq__Uri.")]
    public required IReadOnlyList<ChannelSetting> Channels { get; init; }

    [PerProcess("Each holds its own leases.", "Outbox__LeaseSeconds")]
    public required TimeSpan OutboxLease { get; init; }

    [PerProcess("Each counts its own requests.", "RateLimit__RequestsPerSecond", "RateLimit__Burst")]
    public required RequestLimit RequestLimit { get; init; }

    [PerProcess("Machines differ.", "Load__AtOnce", "Load__Waiting", "Load__BodyMebibytes")]
    public required LoadLimit LoadLimit { get; init; }

    [PerProcess("Each counts its own requests.", "RateLimit__FailedAuthentications", "RateLimit__FailedAuthenticationsPerAddress")]
    public required FailureLimit FailureLimit { get; init; }

    [PerProcess("Each may stand behind its own proxy.", "Proxies__Trusted")]
    public required TrustedProxies TrustedProxies { get; init; }

    /// <summary>The folder through which tests hold and kill a developer's server; null when off.</summary>
    [PerProcess("For tests on one machine.", "Failpoints__Path")]
    public required string? FailpointsPath { get; init; }

    /// <summary>What works but should not stay as it is.</summary>
    [PerProcess("Made of the settings.")]
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Reads and checks the settings. What is wrong goes into <paramref name="errors"/>; then the result must not be used.</summary>
    public static FlexPriceSettings Read(IConfiguration configuration, IHostEnvironment environment, ICollection<string> errors) =>
        Read(new SettingReader(configuration, errors), environment);

    /// <summary>Reads and checks the settings through a reader, which then knows the names of all.</summary>
    public static FlexPriceSettings Read(SettingReader reader, IHostEnvironment environment)
    {
        var development = environment.IsDevelopment();
        var bootstrap = BootstrapSettings.Read(reader);
        var keysPath = reader.Text("Keys:Path");
        if (keysPath is null && !development)
        {
            reader.Refuse("Keys__Path is required outside of Development: name a folder outside of the database and back it up apart from it.");
        }

        var sample = reader.Flag("Sample:Data", development);
        if (sample && !development)
        {
            reader.Refuse("Sample__Data is for Development only: set it to false.");
        }

        var failpoints = reader.Text("Failpoints:Path");
        if (failpoints is not null && !development)
        {
            reader.Refuse("Failpoints__Path is for Development only: remove it.");
        }

        var role = reader.Text("Worker:Role") ?? "all";
        if (!Roles.Contains(role, StringComparer.Ordinal))
        {
            reader.Refuse($"Worker__Role must be one of: {string.Join(", ", Roles)}.");
        }

        ListeningAddresses.Check(reader);
        var database = DatabaseSettings.Read(reader, environment);
        var data = DataFolder(database, environment);
        return new FlexPriceSettings
        {
            Database = database,
            Bootstrap = bootstrap,
            DevelopmentKeyFile = development && bootstrap.IsAbsent && ListeningAddresses.AreLoopback(reader) ? Path.Combine(data, "dev-key") : null,
            SampleData = sample,
            KeysPath = keysPath ?? (development ? Path.Combine(data, "keys") : ""),
            KeysCertificate = KeyCertificate.Read(reader),
            RunsWorker = role != "api",
            Webhooks = WebhookSettings.Read(reader),
            RabbitMq = RabbitMqSettings.Read(reader),
            Channels = ChannelSetting.ReadAll(reader),
            OutboxLease = TimeSpan.FromSeconds(reader.Number("Outbox:LeaseSeconds", byDefault: 60, least: 1, most: 3600)),
            RequestLimit = RequestLimitSettings.Read(reader),
            LoadLimit = LoadLimitSettings.Read(reader, database),
            FailureLimit = FailureLimitSettings.Read(reader),
            TrustedProxies = TrustedProxiesSettings.Read(reader),
            FailpointsPath = failpoints,
            Warnings = reader.Warnings,
        };
    }

    // In the database's folder, so that a developer's second database has its own keys.
    private static string DataFolder(DatabaseSettings database, IHostEnvironment environment) =>
        Path.GetDirectoryName(database.File) is { Length: > 0 } folder ? folder : Path.Combine(environment.ContentRootPath, "data");
}
