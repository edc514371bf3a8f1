using FlexPrice.Application.Abstractions;

namespace FlexPrice.Infrastructure.Configuration;

/// <summary>The operator's limit of requests at once.</summary>
internal static class LoadLimitSettings
{
    private const string AtOnce = "Load:AtOnce";
    private const int AtOnceByDefault = 64;
    private const int WaitingByDefault = 512;
    private const int Maximum = 10_000;
    private const int BodyMebibytesByDefault = 128;

    // A body that outgrows its memory is copied: the largest, of 32 MiB, needs half as much again.
    private const int MinimumBodyMebibytes = 64;
    private const int MaximumBodyMebibytes = 65_536;
    private const long Mebibyte = 1024 * 1024;

    public static LoadLimit Read(SettingReader reader, DatabaseSettings database)
    {
        var connections = database.Connections ?? Maximum;
        var atOnce = reader.Number(AtOnce, Math.Min(AtOnceByDefault, ShareOf(connections)), least: 1, Maximum);
        if (atOnce > connections)
        {
            reader.Refuse($"Load__AtOnce must be at most the Maximum Pool Size of {DatabaseSettings.ConnectionStringSetting}, {connections}: requests would wait for connections, and time out, instead of for their turn.");
        }

        return new LoadLimit(
            atOnce,
            reader.Number("Load:Waiting", WaitingByDefault, least: 0, 10 * Maximum),
            Mebibyte * reader.Number("Load:BodyMebibytes", BodyMebibytesByDefault, MinimumBodyMebibytes, MaximumBodyMebibytes));
    }

    // A third is left to the worker, to jobs and to health checks.
    private static int ShareOf(int connections) => Math.Max(1, connections * 2 / 3);
}
