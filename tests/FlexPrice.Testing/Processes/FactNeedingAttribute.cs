namespace FlexPrice.Testing.Processes;

/// <summary>A fact that needs programs of the machine: skipped visibly where one is missing, run (and failed) on a build machine.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactNeedingAttribute : FactAttribute
{
    public FactNeedingAttribute(params string[] programs)
    {
        var missing = Tools.Missing(programs);
        if (missing.Count > 0 && !Machine.IsForBuilds)
        {
            Skip = $"Not on this machine: {string.Join(", ", missing)}.";
        }
    }
}
