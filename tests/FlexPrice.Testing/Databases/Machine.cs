namespace FlexPrice.Testing.Databases;

/// <summary>The machine that runs the tests.</summary>
internal static class Machine
{
    /// <summary>On a build machine what is missing is a failure, not a reason to skip.</summary>
    public static bool IsForBuilds => Environment.GetEnvironmentVariable("CI") == "true";
}
