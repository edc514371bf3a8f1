using System.Runtime.CompilerServices;

namespace FlexPrice.Benchmarks;

internal static class Repository
{
    /// <summary>A file of the checkout.</summary>
    public static string PathOf(string file) => Path.Combine(Root(), file);

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
