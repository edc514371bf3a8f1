using System.Globalization;
using System.Runtime.InteropServices;

namespace FlexPrice.Benchmarks;

/// <summary>What a run was measured on.</summary>
internal static class Machine
{
    public static async Task<string> DescribeAsync(Cluster cluster)
    {
        var version = await cluster.ReadAsync<string>("SELECT split_part(version(), ' on ', 1)");
        var settings = await cluster.ListAsync("SELECT name || '=' || setting FROM pg_settings WHERE name IN ('synchronous_commit', 'fsync', 'full_page_writes') ORDER BY name");
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} × {Processor()}, {memory:0} GiB, {RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.FrameworkDescription}, {version} ({string.Join(", ", settings)}). Everything runs on this machine, the clients too.");
    }

    private static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown processor"
        : RuntimeInformation.ProcessArchitecture.ToString();
}
