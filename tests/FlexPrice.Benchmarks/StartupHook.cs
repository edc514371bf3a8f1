using System.Diagnostics.CodeAnalysis;
using System.Globalization;

/// <summary>Runs inside the measured server and writes down what it has allocated. The runtime looks for a type of this name, outside of every namespace.</summary>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime asks for it.")]
[SuppressMessage("Design", "MA0047:Declare types in namespaces", Justification = "The runtime asks for it.")]
internal static class StartupHook
{
    internal const string FileVariable = "FLEXPRICE_ALLOCATIONS_FILE";

    internal static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is { } file)
        {
            new Thread(() => Write(file)) { IsBackground = true }.Start();
        }
    }

    private static void Write(string file)
    {
        var next = $"{file}.next";
        while (true)
        {
            File.WriteAllText(next, GC.GetTotalAllocatedBytes().ToString(CultureInfo.InvariantCulture));
            File.Move(next, file, overwrite: true);
            Thread.Sleep(Period);
        }
    }
}
