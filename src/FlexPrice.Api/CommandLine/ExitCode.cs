namespace FlexPrice.Api.CommandLine;

/// <summary>The exit codes of the program.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>It could not be done; the reason is on the error stream.</summary>
    public const int Failed = 1;

    /// <summary>It was called wrongly, and has done nothing.</summary>
    public const int InvalidUsage = 2;

    /// <summary>Stopped by SIGTERM or Ctrl+C before the verb was done.</summary>
    public const int Interrupted = 143;
}
