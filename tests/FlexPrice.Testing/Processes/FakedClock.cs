using System.Globalization;

namespace FlexPrice.Testing.Processes;

/// <summary>Has a process believe that it is earlier or later than it is (libfaketime).</summary>
internal static class FakedClock
{
    public const string Missing = "Not on this machine: libfaketimeMT.so.1. On Debian: apt-get install libfaketime.";

    private static readonly string? Library = Directory.Exists("/usr/lib")
        ? Directory.EnumerateFiles("/usr/lib", "libfaketimeMT.so.1", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2, IgnoreInaccessible = true }).FirstOrDefault()
        : null;

    public static bool IsInstalled => Library is not null;

    /// <summary>The environment of such a process. Durations are measured by the monotonic clock.</summary>
    /// <param name="ahead">By how much its clock is ahead.</param>
    public static IReadOnlyDictionary<string, string> Ahead(TimeSpan ahead) => new Dictionary<string, string>
    {
        ["LD_PRELOAD"] = Library ?? throw new InvalidOperationException(Missing),
        ["FAKETIME"] = string.Create(CultureInfo.InvariantCulture, $"{(ahead < TimeSpan.Zero ? "" : "+")}{(long)ahead.TotalSeconds}"),
        ["DONT_FAKE_MONOTONIC"] = "1",
    };
}
