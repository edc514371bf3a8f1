namespace FlexPrice.Api.CommandLine;

/// <summary>What the program tells who started it.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>It could not be done; the reason is on the error stream.</summary>
    public const int Failed = 1;

    /// <summary>It was called wrongly, and has done nothing.</summary>
    public const int InvalidUsage = 2;

    /// <summary>It was told to end (SIGTERM or Ctrl+C) before it had done what it was called for.</summary>
    public const int Interrupted = 143;
}
