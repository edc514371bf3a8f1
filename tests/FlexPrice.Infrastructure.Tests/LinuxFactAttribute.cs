namespace FlexPrice.Infrastructure.Tests;

/// <summary>A fact that looks into <c>/proc</c>; visibly skipped elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "Needs /proc.";
        }
    }
}
