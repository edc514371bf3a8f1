namespace FlexPrice.Testing.Processes;

/// <summary>A fact that needs the library which fakes a clock: skipped visibly where there is none, run (and failed) on a build machine.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClockFactAttribute : FactAttribute
{
    public ClockFactAttribute()
    {
        if (!FakedClock.IsInstalled && !Machine.IsForBuilds)
        {
            Skip = FakedClock.Missing;
        }
    }
}
